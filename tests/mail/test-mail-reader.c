/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-mail-reader.h"

/* Mails as people save them: what they have of calendars. `lines` have line feeds, which become CR LF. */

#define ICS "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n"
#define HEAD "From: Ada Example <ada@example.com>\nTo: rita@example.com\nSubject: Accepted\nMIME-Version: 1.0\n"
#define MIXED HEAD "Content-Type: multipart/mixed; boundary=outer\n\n"
#define CALENDAR "Content-Type: text/calendar; method=REPLY; charset=UTF-8\n"

typedef struct
{
  const char *name;
  const char *lines;
  guint       n_parts;
  const char *first;   /* the octets of the first, with line feeds */
  const char *charset; /* of the first */
  const char *address; /* who it is from */
  const char *from;
} Row;

static const Row rows[] = {
  { "alone", HEAD CALENDAR "\n" ICS, 1, ICS, "UTF-8", "ada@example.com", "Ada Example" },
  { "no-charset", HEAD "Content-Type: text/calendar\n\n" ICS, 1, ICS, NULL, "ada@example.com", "Ada Example" },
  { "upper-case", "FROM: Ada@example.com\nCONTENT-TYPE: TEXT/CALENDAR; CHARSET=iso-8859-1\n\n" ICS, 1, ICS, "iso-8859-1", "Ada@example.com" },
  { "in-alternative", MIXED "--outer\nContent-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\nYes\n--inner\n" CALENDAR "\n" ICS "\n--inner--\n--outer--\n", 1, ICS "\n", "UTF-8", "ada@example.com", "Ada Example" },
  { "twice", MIXED "--outer\n" CALENDAR "\n" ICS "--outer\nContent-Type: application/ics; name=\"invite.ics\"\nContent-Disposition: attachment; filename=\"invite.ics\"\n\n" ICS "--outer--\n", 1, NULL, "UTF-8", "ada@example.com", "Ada Example" },
  { "two", MIXED "--outer\n" CALENDAR "\n" ICS "--outer\n" CALENDAR "\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--outer--\n", 2, NULL, "UTF-8", "ada@example.com", "Ada Example" },
  { "by-name", MIXED "--outer\nContent-Type: application/octet-stream; name=\"Einladung.ICS\"\n\n" ICS "--outer--\n", 1, NULL, NULL, "ada@example.com", "Ada Example" },
  { "by-file-name", MIXED "--outer\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"invite.ics\"\n\n" ICS "--outer--\n", 1, NULL, NULL, "ada@example.com", "Ada Example" },
  { "by-encoded-name", MIXED "--outer\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9ponse.ics\n\n" ICS "--outer--\n", 1, NULL, NULL, "ada@example.com", "Ada Example" },
  { "base64", MIXED "--outer\n" CALENDAR "Content-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFSCk1FVEhPRDpSRVBMWQpFTkQ6VkNBTEVOREFSCg==\n--outer--\n", 1, ICS, "UTF-8", "ada@example.com", "Ada Example" },
  { "quoted-printable", MIXED "--outer\n" CALENDAR "Content-Transfer-Encoding: quoted-printable\n\nBEGIN:VCAL=\nENDAR=0AMETHOD:REPLY=0AEND:VCALENDAR=0A=\n--outer--\n", 1, ICS, "UTF-8", "ada@example.com", "Ada Example" },
  { "forwarded", MIXED "--outer\nContent-Type: message/rfc822\n\nFrom: boss@example.org\nSubject: Come\n" CALENDAR "\n" ICS "--outer--\n", 1, NULL, "UTF-8", "ada@example.com", "Ada Example" },
  { "not-closed", MIXED "--outer\n" CALENDAR "\n" ICS, 1, ICS, "UTF-8", "ada@example.com", "Ada Example" },
  { "zoom-method", MIXED "--outer\nContent-Type: text/calendar; method=REQUEST;; charset=UTF-8\n\n" ICS "--outer--\n", 1, NULL, "UTF-8", "ada@example.com", "Ada Example" },
  { "mbox", "From ada@example.com Tue Dec  1 09:00:00 2026\n" HEAD CALENDAR "\n" ICS, 1, ICS, "UTF-8", "ada@example.com", "Ada Example" },
  { "encoded-sender", "From: =?UTF-8?Q?Ad=C3=A4?= <ada@example.com>\nSubject: x\n" CALENDAR "\n" ICS, 1, ICS, "UTF-8", "ada@example.com", "Adä" },
  { "no-sender", "Subject: x\n" CALENDAR "\n" ICS, 1, ICS, "UTF-8" },
  { "hostile-sender", "From: \"Eve\xe2\x80\xae\" <eve@example.org>\nSubject: x\n" CALENDAR "\n" ICS, 1, ICS, "UTF-8", "eve@example.org" },
  { "none", HEAD "\nI come\n", 0, NULL, NULL, "ada@example.com", "Ada Example" },
  { "none-in-text", HEAD "\n" ICS, 0, NULL, NULL, "ada@example.com", "Ada Example" },
  { "empty-part", MIXED "--outer\n" CALENDAR "\n--outer--\n", 0, NULL, NULL, "ada@example.com", "Ada Example" },
};

static GBytes *
make_mail (const char *lines)
{
  g_auto(GStrv) parts = g_strsplit (lines, "\n", -1);
  char *text = g_strjoinv ("\r\n", parts);

  return g_bytes_new_take (text, strlen (text));
}

static char *
read_octets (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  GString    *text = g_string_new (NULL);

  for (gsize i = 0; i < size; i++)
    if (data[i] != '\r')
      g_string_append_c (text, data[i]);

  return g_string_free (text, FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(GBytes) mail = make_mail (row->lines);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMailReading) reading = NULL;

  g_assert_true (convene_mail_is_mail (mail));
  reading = convene_mail_read (mail, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (reading->from_address, ==, row->address);
  g_assert_cmpstr (reading->from_name, ==, row->from);
  g_assert_cmpuint (reading->parts->len, ==, row->n_parts);
  if (row->n_parts > 0)
    {
      const ConveneMailPart *part = reading->parts->pdata[0];
      g_autofree char       *octets = read_octets (part->bytes);

      g_test_message ("%s", octets);
      g_assert_cmpstr (part->charset, ==, row->charset);
      g_assert_nonnull (strstr (octets, "BEGIN:VCALENDAR"));
      if (row->first != NULL)
        g_assert_cmpstr (g_strchomp (octets), ==, "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR");
    }
}

/* What is a calendar file itself, or nothing of both. */
static void
test_no_mail (void)
{
  static const char *const texts[] = {
    ICS,
    "\n\n" ICS,
    "\xef\xbb\xbf" ICS,
    "begin:vcalendar\nFrom: x\n",
    "METHOD:REPLY\n" ICS,
    "X-NOTE:From here\n" ICS,
    "Hello\n\nFrom: ada@example.com\n",
    "",
    "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_test_message ("%u", i);
      g_assert_false (convene_mail_is_mail (bytes));
    }
}

typedef struct
{
  const char *name;
  GBytes *(*make) (void);
} HostileRow;

static GBytes *
repeat (const char *before,
        const char *text,
        guint       times,
        const char *after)
{
  GString *mail = g_string_new (before);
  gsize    length;

  for (guint i = 0; i < times; i++)
    g_string_append (mail, text);
  g_string_append (mail, after);
  length = mail->len;
  return g_bytes_new_take (g_string_free (mail, FALSE), length);
}

static GBytes *
make_large (void)
{
  return repeat (HEAD "\n", "0123456789\n", 1000000, "");
}

static GBytes *
make_nested (void)
{
  return repeat (HEAD, "Content-Type: message/rfc822\n\nSubject: x\n", 1000, CALENDAR "\n" ICS);
}

static GBytes *
make_deep (void)
{
  GString *mail = g_string_new (HEAD);
  gsize    length;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (mail, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  g_string_append (mail, CALENDAR "\n" ICS);
  length = mail->len;
  return g_bytes_new_take (g_string_free (mail, FALSE), length);
}

static GBytes *
make_many_parts (void)
{
  return repeat (MIXED, "--outer\n" CALENDAR "\n" ICS, 2000, "--outer--\n");
}

static GBytes *
make_many_bounds (void)
{
  return repeat (MIXED, "--outer\nContent-Type: multipart/mixed; boundary=x\n\n", 20000, "");
}

static GBytes *
make_many_empty (void)
{
  return repeat (MIXED, "--outer\n\n", 900000, "");
}

static GBytes *
make_long_header (void)
{
  return repeat ("From: ", "ada@example.com, ", 100000, "\nSubject: x\n\nYes\n");
}

static const HostileRow hostile_rows[] = {
  { "large", make_large },
  { "nested", make_nested },
  { "deep", make_deep },
  { "many-parts", make_many_parts },
  { "many-bounds", make_many_bounds },
  { "many-empty", make_many_empty },
  { "long-header", make_long_header },
};

/* More than any invitation has: it is refused, soon and with a reason. */
static void
test_hostile (gconstpointer data)
{
  const HostileRow *row = data;
  g_autoptr(GBytes) mail = row->make ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMailReading) reading = NULL;
  gint64 begun = g_get_monotonic_time ();

  g_assert_true (convene_mail_is_mail (mail));
  reading = convene_mail_read (mail, &error);
  g_test_message ("%s, after %" G_GINT64_FORMAT " ms", error != NULL ? error->message : "read", (g_get_monotonic_time () - begun) / 1000);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "file");
  g_assert_null (strchr (error->message, '\n'));
}

/* As large as may be, and odd: it is read, and holds nothing. */
static void
test_tiring (void)
{
  static const char *const lines[] = { "--x\n", "Content-Type: message/rfc822\n", "=\n", "From: (((((((((((((((\n", "--outer\n\n", ":\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(GBytes) mail = repeat (MIXED "--outer\n\n", lines[i], (guint) (9 * 1024 * 1024 / strlen (lines[i])), "");
      g_autoptr(ConveneMailReading) reading = NULL;
      gint64 begun = g_get_monotonic_time ();

      reading = convene_mail_read (mail, NULL);
      g_test_message ("%u, after %" G_GINT64_FORMAT " ms", i, (g_get_monotonic_time () - begun) / 1000);
      g_assert_true (reading == NULL || reading->parts->len == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/mail/O-8/read/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/mail/O-8/hostile/", hostile_rows[i].name, NULL);

      g_test_add_data_func (path, &hostile_rows[i], test_hostile);
    }
  g_test_add_func ("/mail/O-8/tiring", test_tiring);
  g_test_add_func ("/mail/O-8/no-mail", test_no_mail);
  return g_test_run ();
}
