/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is no invitation, or means harm: one line that says what it is, at once. */

#include <string.h>

#include "convene-error.h"
#include "convene-invite-reader.h"
#include "sample.h"

/* A read takes a thousandth of this, even of a file as large as is looked at. */
#define LONG_ENOUGH (20 * G_USEC_PER_SEC)

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n"
#define EVENT_HEAD "BEGIN:VEVENT\r\nUID:made-up@example.com\r\nDTSTART:20261201T090000Z\r\n"
#define EVENT_END "END:VEVENT\r\n"
#define END "END:VCALENDAR\r\n"

static GPtrArray *
read_text (const char *text,
           gsize       length,
           GError    **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  gint64     started_at = g_get_monotonic_time ();
  GPtrArray *claims = convene_invite_read (bytes, NULL, error);

  g_assert_cmpint (g_get_monotonic_time () - started_at, <, LONG_ENOUGH);
  return claims;
}

static void
assert_refused (const char *text,
                gsize       length,
                const char *reason)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = read_text (text, length, &error);

  g_assert_null (claims);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "file");
  g_assert_null (strpbrk (error->message, "\r\n"));
  if (strstr (error->message, reason) == NULL)
    g_test_message ("refused with “%s” and not “%s”", error->message, reason);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    gssize      length;
    const char *reason;
  } cases[] = {
    { "", 0, "empty" },
    { "\r\n\r\n", -1, "no calendar file" },
    { "Dear Ada,\nhere is your invitation.\n", -1, "no calendar file" },
    { "<!DOCTYPE html><html><body>BEGIN:VCALENDAR</body></html>", -1, "no calendar file" },
    { "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\nEND:VCARD\r\n", -1, "no calendar file" },
    { "%PDF-1.7\n\0\1\2", 12, "binary" },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "binary" },
    { "\xff\xfe\0\0B\0\0\0", 8, "binary" },
    { HEAD EVENT_HEAD "SUMMARY:a\0b\r\n" EVENT_END END, sizeof (HEAD EVENT_HEAD "SUMMARY:a\0b\r\n" EVENT_END END) - 1, "binary" },
    { "\xff\xfe"
      "B\0E\0\0\xd8"
      "G\0",
      10, "damaged" },
    { HEAD END, -1, "no event" },
    { HEAD "BEGIN:VTODO\r\nUID:a@example.com\r\nEND:VTODO\r\n" END, -1, "no event" },
    { HEAD "BEGIN:VFREEBUSY\r\nUID:a@example.com\r\nEND:VFREEBUSY\r\n" END, -1, "no event" },
    { HEAD EVENT_HEAD, -1, "ends in the middle" },
    { HEAD EVENT_HEAD EVENT_END, -1, "ends in the middle" },
    { HEAD EVENT_HEAD "SUMMARY:half a", -1, "ends in the middle" },
    { HEAD EVENT_HEAD END, -1, "damaged" },
    { HEAD EVENT_HEAD "BEGIN:VALARM\r\n" EVENT_END END, -1, "damaged" },
    { "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE:=C3\r\nEND:VEVENT\r\n" END, -1, "vCalendar 1.0" },
    { HEAD "BEGIN:X-A\r\nBEGIN:X-B\r\nBEGIN:X-C\r\nBEGIN:X-D\r\nEND:X-D\r\nEND:X-C\r\nEND:X-B\r\nEND:X-A\r\n" END, -1, "nested" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, cases[i].length >= 0 ? (gsize) cases[i].length : strlen (cases[i].text), cases[i].reason);
}

static char *
repeat (const char *before,
        const char *part,
        guint       count,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < count; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* The last that is read, and the first that is not. */
static void
test_limits (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    guint       most;
    const char *after;
    const char *reason;
  } cases[] = {
    { HEAD EVENT_HEAD, "ATTENDEE:mailto:a@example.com\r\n", 500, EVENT_END END, "attendees" },
    { HEAD EVENT_HEAD EVENT_END, "BEGIN:VTODO\r\nEND:VTODO\r\n", 198, END, "entries" },
    { HEAD EVENT_HEAD, "X-A:b\r\n", 10000 - 8, EVENT_END END, "lines" },
    { HEAD EVENT_HEAD "DESCRIPTION:", "a", 64000, "\r\n" EVENT_END END, "DESCRIPTION" },
    { HEAD EVENT_HEAD "DESCRIPTION:", "\r\n a", 64000, "\r\n" EVENT_END END, "DESCRIPTION" },
    { HEAD EVENT_HEAD "X-A:", "a", 1000000 - sizeof (HEAD EVENT_HEAD "X-A:\r\n" EVENT_END END) + 1, "\r\n" EVENT_END END, "MB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *good = repeat (cases[i].before, cases[i].part, cases[i].most, cases[i].after);
      g_autofree char *bad = repeat (cases[i].before, cases[i].part, cases[i].most + 1, cases[i].after);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) claims = read_text (good, strlen (good), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (claims->len, ==, 1);
      assert_refused (bad, strlen (bad), cases[i].reason);
    }
}

/* As large as is looked at, and each in a way that something goes over again and again. Whether it is read or refused is all one. */
static void
test_bombs (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    const char *after;
  } cases[] = {
    { "", "\r", "" },
    { "", "\r\n", "" },
    { "", " ", "" },
    { "", "\n ", "" },
    { "", "BEGIN:VCALENDAR\r\n", "" },
    { "", "END:VCALENDAR\r\n", "" },
    { HEAD, "BEGIN:VEVENT\r\nEND:VEVENT\r\n", END },
    { HEAD, "METHOD:REQUEST\r\n", EVENT_HEAD EVENT_END END },
    { HEAD EVENT_HEAD "ATTENDEE", ";X-A=b", ":mailto:a@example.com\r\n" EVENT_END END },
    { HEAD EVENT_HEAD "ATTENDEE;CN=\"", "\":", "\r\n" EVENT_END END },
    { HEAD EVENT_HEAD "SUMMARY:", "\xe4", "\r\n" EVENT_END END },
    { HEAD EVENT_HEAD "X-A:", "\xc3\xa4\xe4", "\r\n" EVENT_END END },
    { HEAD EVENT_HEAD "X-B:", "\\n\\,", "\r\n" EVENT_END END },
    { HEAD EVENT_HEAD, "RRULE:FREQ=SECONDLY;BYMONTH=1;BYMONTHDAY=1;BYHOUR=0\r\n", EVENT_END END },
    { HEAD EVENT_HEAD "RDATE:", "20261201T090000Z,", "\r\n" EVENT_END END },
    { HEAD "BEGIN:VTIMEZONE\r\nTZID:A\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRDATE:", "20200101T000000,",
      "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT_HEAD EVENT_END END },
    { HEAD "BEGIN:VTIMEZONE\r\nTZID:A\r\nBEGIN:STANDARD\r\nRRULE:FREQ=YEARLY", ";BYDAY=1SU",
      "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT_HEAD EVENT_END END },
  };
  static const gsize sizes[] = { 60000, 990000 };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (sizes); i++)
    {
      gsize            size = sizes[i % G_N_ELEMENTS (sizes)];
      guint            number = i / G_N_ELEMENTS (sizes);
      g_autofree char *text = repeat (cases[number].before, cases[number].part, size / strlen (cases[number].part), cases[number].after);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) claims = read_text (text, strlen (text), &error);

      g_assert_true ((claims != NULL) == (error == NULL));
    }
}

static void
test_ten_megabytes (void)
{
  g_autofree char *text = repeat (HEAD EVENT_HEAD "DESCRIPTION:", "0123456789", 1000000, "\r\n" EVENT_END END);

  assert_refused (text, strlen (text), "The file is 10.0");
}

/* Texts, names and addresses of a file are bounded, and cut between characters. */
static void
test_long_texts (void)
{
  g_autofree char *text = repeat (HEAD EVENT_HEAD "SUMMARY:", "ä", 20000, "\r\n" EVENT_END END);
  g_autoptr(GPtrArray) claims = read_text (text, strlen (text), NULL);
  const char *summary = convene_claim_get_summary (g_ptr_array_index (claims, 0));

  g_assert_true (g_utf8_validate (summary, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (summary, -1), ==, 1000);
  g_assert_true (g_str_has_suffix (summary, "ä…"));
}

static void
assert_sane (const char *text,
             gsize       length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = read_text (text, length, &error);

  g_assert_true ((claims != NULL && claims->len > 0) == (error == NULL));
}

/* An invitation that ends anywhere is never read as a whole one, but for the end of its last line. */
static void
test_cut (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = sample_write (interview, CONVENE_INVITE_REQUEST);
  gsize            whole = strlen (text) - strlen ("\r\n");

  for (gsize length = 1; length < whole; length += 3)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) claims = read_text (text, length, &error);

      g_assert_null (claims);
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
    }
  assert_sane (text, whole);
}

/* Every other octet of an invitation, made another one: nothing but an answer or a refusal comes of it. */
static void
test_changed (void)
{
  static const char octets[] = "\0\n\r :;,=\"\\^%Z9\x80\xff";
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = sample_write (interview, CONVENE_INVITE_REQUEST);
  gsize            length = strlen (text);

  for (gsize i = 0; i < length; i += 2)
    {
      char octet = text[i];

      text[i] = octets[i / 2 % (sizeof octets - 1)];
      assert_sane (text, length);
      text[i] = octet;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invite/refused/kinds", test_kinds);
  g_test_add_func ("/invite/refused/limits", test_limits);
  g_test_add_func ("/invite/refused/bombs", test_bombs);
  g_test_add_func ("/invite/refused/ten-megabytes", test_ten_megabytes);
  g_test_add_func ("/invite/refused/long-texts", test_long_texts);
  g_test_add_func ("/invite/refused/cut", test_cut);
  g_test_add_func ("/invite/refused/changed", test_changed);

  return g_test_run ();
}
