/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each file of tests/invite/files is read and gives what stands beside it. They are made up, of the kinds that programs send. */

#include <string.h>

#include "claim-text.h"
#include "convene-invite-reader.h"
#include "sample.h"

static void
compare (GBytes     *bytes,
         const char *charset,
         const char *expected,
         const char *what)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = convene_invite_read (bytes, charset, &error);
  g_autofree char *text = claims_to_text (claims, error);

  if (!g_str_equal (text, expected))
    g_test_message ("%s is read as\n%sand not as\n%s", what, text, expected);
  g_assert_true (g_str_equal (text, expected));
}

static GBytes *
load (const char *name,
      const char *suffix)
{
  g_autofree char *base = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "invite", "files", base, NULL);
  g_autoptr(GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static char *
load_expected (const char *name)
{
  g_autoptr(GBytes) bytes = load (name, ".txt");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_file (gconstpointer name)
{
  g_autoptr(GBytes) bytes = load (name, ".ics");
  g_autofree char *expected = load_expected (name);

  compare (bytes, NULL, expected, name);
}

static void
add_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "invite", "files", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = g_dir_open (path, 0, &error);
  const char *base;

  g_assert_no_error (error);
  while ((base = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (base, ".ics"))
      {
        g_autofree char *name = g_strndup (base, strlen (base) - strlen (".ics"));
        g_autofree char *test = g_strconcat ("/invite/O-8/file/", name, NULL);

        g_test_add_data_func_full (test, g_steal_pointer (&name), test_file, g_free);
      }
}

/* An answer whose title is in some encoding, with what stands before and after it. */
static GBytes *
encode (const char *summary,
        gssize      length,
        const char *charset,
        const char *mark,
        gsize       mark_length)
{
  g_autoptr(GString) text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:charset@example.com\r\nSUMMARY:");
  g_autofree char *encoded = NULL;
  gsize            encoded_length;

  g_string_append_len (text, summary, length >= 0 ? length : (gssize) strlen (summary));
  g_string_append (text, "\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  if (charset != NULL)
    {
      encoded = g_convert (text->str, (gssize) text->len, charset, "UTF-8", NULL, &encoded_length, NULL);
      g_assert_nonnull (encoded);
      g_string_truncate (text, 0);
      g_string_append_len (text, encoded, (gssize) encoded_length);
    }
  g_string_prepend_len (text, mark, (gssize) mark_length);
  return g_bytes_new (text->str, text->len);
}

static void
test_charsets (void)
{
  static const struct
  {
    const char *title;
    const char *written_in; /* NULL: as it stands */
    const char *mark;
    gsize       mark_length;
    const char *declared;
    const char *read;
    const char *doubt;
  } cases[] = {
    { "Gespräch – 李", NULL, "", 0, NULL, "Gespräch – 李", NULL },
    { "Gespräch – 李", NULL, "", 0, "us-ascii", "Gespräch – 李", NULL },
    { "Gespräch – 李", NULL, "", 0, "iso-8859-1", "Gespräch – 李", NULL },
    { "Gespräch – 李", NULL, "\xef\xbb\xbf", 3, NULL, "Gespräch – 李", NULL },
    { "Gespräch – 李", "UTF-16LE", "\xff\xfe", 2, NULL, "Gespräch – 李", NULL },
    { "Gespräch – 李", "UTF-16BE", "\xfe\xff", 2, "utf-8", "Gespräch – 李", NULL },
    { "Gespräch – 👩‍💻", "UTF-16LE", "", 0, "utf-16", "Gespräch – 👩‍💻", NULL },
    { "Gespräch – 👩‍💻", "UTF-16BE", "", 0, NULL, "Gespräch – 👩‍💻", NULL },
    { "Gespräch – “so”", "WINDOWS-1252", "", 0, NULL, "Gespräch – “so”", "The text is not UTF-8; it was read as Windows-1252" },
    { "Gespräch – “so”", "WINDOWS-1252", "", 0, "UTF-8", "Gespräch – “so”", "The text is not UTF-8; it was read as Windows-1252" },
    { "Gespräch – “so”", "WINDOWS-1252", "", 0, "no-such-charset", "Gespräch – “so”", "The text is not UTF-8; it was read as Windows-1252" },
    { "Gespräch – “so”", "WINDOWS-1252", "", 0, "../../etc/passwd", "Gespräch – “so”", "The text is not UTF-8; it was read as Windows-1252" },
    { "Žluťoučký kůň", "ISO-8859-2", "", 0, "ISO-8859-2", "Žluťoučký kůň", NULL },
    { "собеседование", "KOI8-R", "", 0, "koi8-r", "собеседование", NULL },
    { "面接", "SHIFT_JIS", "", 0, "shift_jis", "面接", NULL },
    { "面接", "ISO-2022-JP", "", 0, "iso-2022-jp", "面接", NULL },
    { "a\x81z", NULL, "", 0, NULL, "az", "The text is not UTF-8; it was read as Windows-1252" },
    { "Gespräch über Qualität und Größe: ausf\xc3hrlich", NULL, "", 0, "utf-8", "Gespräch über Qualität und Größe: ausf\xef\xbf\xbdhrlich",
      "Some characters of the text are damaged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = encode (cases[i].title, -1, cases[i].written_in, cases[i].mark, cases[i].mark_length);
      g_autofree char *doubt = cases[i].doubt != NULL ? g_strdup_printf ("doubt: %s\n", cases[i].doubt) : g_strdup ("");
      g_autofree char *expected = g_strdup_printf ("kind: reply\nmethod: REPLY\nuid: charset@example.com\ntime: none\nsummary: %s\n"
                                                   "person: - <ada@example.com> required accepted\n%s",
                                                   cases[i].read, doubt);
      g_autofree char *what = g_strdup_printf ("case %u", i);

      compare (bytes, cases[i].declared, expected, what);
    }
}

/* What Convene writes it reads back. */
static void
test_own (void)
{
  static const ConveneInviteMethod methods[] = { CONVENE_INVITE_REQUEST, CONVENE_INVITE_CANCEL };
  static const ConveneClaimKind    kinds[] = { CONVENE_CLAIM_KIND_REQUEST, CONVENE_CLAIM_KIND_CANCEL };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr(ConveneInterview) interview = sample_interview_new ("2027-07-01 15:30", "America/New_York");
      g_autofree char *written = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GPtrArray) claims = NULL;
      ConveneClaim *claim;

      convene_interview_set_sequence (interview, 4);
      written = sample_write (interview, methods[i]);
      bytes = g_bytes_new (written, strlen (written));
      claims = convene_invite_read (bytes, "utf-8", NULL);
      g_assert_nonnull (claims);
      g_assert_cmpuint (claims->len, ==, 1);
      claim = g_ptr_array_index (claims, 0);

      g_assert_cmpint (convene_claim_get_kind (claim), ==, kinds[i]);
      g_assert_cmpstr (convene_claim_get_uid (claim), ==, SAMPLE_UID);
      g_assert_cmpint (convene_claim_get_sequence (claim), ==, 4);
      g_assert_cmpint (convene_claim_get_made_at (claim), ==, SAMPLE_MADE_AT);
      g_assert_cmpint (convene_claim_get_start (claim), ==, convene_moment_get_instant (convene_interview_get_start (interview)));
      g_assert_cmpint (convene_claim_get_end (claim), ==, convene_interview_get_end (interview));
      g_assert_cmpstr (convene_claim_get_zone (claim), ==, "America/New_York");
      g_assert_cmpstr (convene_claim_get_wall (claim), ==, "2027-07-01T15:30");
      g_assert_cmpstr (convene_claim_get_link (claim), ==, methods[i] == CONVENE_INVITE_REQUEST ? SAMPLE_LINK : NULL);
      g_assert_cmpstr (convene_claim_get_password (claim), ==, methods[i] == CONVENE_INVITE_REQUEST ? "x1Y2_z" : NULL);
      g_assert_cmpstr (convene_claim_get_organizer (claim)->address, ==, "robin@example.org");
      g_assert_cmpuint (convene_claim_get_people (claim)->len, ==, 5);
      g_assert_cmpint (convene_claim_get_is_cancelled (claim), ==, methods[i] == CONVENE_INVITE_CANCEL);
      g_assert_null (convene_claim_get_doubts (claim)[0]);
    }
}

/* Readers in several threads share libical's and tzdata's tables. */
static gpointer
read_often (gpointer data)
{
  GBytes *bytes = data;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(GPtrArray) claims = convene_invite_read (bytes, NULL, NULL);

      g_assert_nonnull (claims);
      g_assert_cmpstr (convene_claim_get_zone (g_ptr_array_index (claims, 0)), ==, "Europe/Berlin");
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr(GBytes) bytes = load ("outlook-reply", ".ics");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_often, bytes);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_files ();
  g_test_add_func ("/invite/O-8/charsets", test_charsets);
  g_test_add_func ("/invite/O-8/own", test_own);
  g_test_add_func ("/invite/O-8/threads", test_threads);

  return g_test_run ();
}
