/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "convene-error.h"
#include "convene-mail-portal.h"
#include "letter-fixture.h"

/* A session bus with nobody on it but, where a plan is given, the portal of fakeportal.py; a letter, and somebody to hand it over. */
typedef struct
{
  GTestDBus            *bus;
  GSubprocess          *portal; /* NULL for none */
  char                 *folder;
  char                 *log;
  ConveneLetter        *letter;
  ConveneLetterCarrier *carrier;
  GCancellable         *cancellable;
} Fixture;

static void
start_portal (Fixture    *self,
              const char *plan)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "mail", "fakeportal.py", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char  *line = NULL;
  GDataInputStream *output;

  self->portal = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", script, self->log, plan, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->portal));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, "READY");
  g_object_unref (output);
}

static ConveneLetter *
write_letter (ConveneOperationKind kind)
{
  g_autoptr(ConveneInterview) interview = fixture_interview_new ();
  ConveneLetterDraft draft = fixture_draft (kind, interview);
  g_autoptr(GError) error = NULL;
  ConveneLetter *letter = convene_letter_write (&draft, &error);

  g_assert_no_error (error);
  fixture_draft_clear (&draft);
  return letter;
}

static Fixture *
fixture_new (const char *plan)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->folder = g_dir_make_tmp ("convene-portal-XXXXXX", NULL);
  self->log = g_build_filename (self->folder, "log", NULL);
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  if (plan != NULL)
    start_portal (self, plan);
  self->letter = write_letter (CONVENE_OPERATION_KIND_MAIL_INVITATION);
  self->carrier = convene_mail_portal_new ();
  self->cancellable = g_cancellable_new ();
  return self;
}

/* Until the portal's late answer came, which nobody hears, and a thread has let go. */
static void
settle (Fixture *self)
{
  while (G_OBJECT (self->letter)->ref_count > 1 || (self->carrier != NULL && G_OBJECT (self->carrier)->ref_count > 1))
    g_main_context_iteration (NULL, FALSE);
}

static void
fixture_free (Fixture *self)
{
  settle (self);
  if (self->portal != NULL)
    {
      g_subprocess_force_exit (self->portal);
      g_subprocess_wait (self->portal, NULL, NULL);
      g_clear_object (&self->portal);
    }
  if (self->carrier != NULL)
    g_assert_finalize_object (self->carrier);
  g_assert_finalize_object (self->letter);
  g_assert_finalize_object (self->cancellable);
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
  g_unlink (self->log);
  g_rmdir (self->folder);
  g_free (self->log);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GStrv
hand_over (Fixture *self,
           GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_letter_carrier_send_async (self->carrier, self->letter, self->cancellable, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return convene_letter_carrier_send_finish (self->carrier, result, error);
}

static char *
read_log (Fixture *self)
{
  char *text = NULL;

  g_file_get_contents (self->log, &text, NULL, NULL);
  return text;
}

static void
assert_logged (const char *log,
               const char *part)
{
  if (log == NULL || strstr (log, part) == NULL)
    g_error ("%s is not in %s", part, log);
}

/* The value that follows a name in the log. */
static char *
dup_value (const char *log,
           const char *name)
{
  const char *at = strstr (log, name);
  const char *begin = at != NULL ? at + strlen (name) : NULL;

  g_assert_nonnull (begin);
  return g_strndup (begin, strcspn (begin, "\""));
}

static void
test_opened (void)
{
  g_autoptr(Fixture) self = fixture_new ("open");
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = hand_over (self, &error);
  g_autofree char *log = read_log (self);
  g_autofree char *octets = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *calendar = g_base64_encode ((const guchar *) FIXTURE_CALENDAR, strlen (FIXTURE_CALENDAR));

  g_assert_no_error (error);
  g_assert_cmpstr (refused[0], ==, NULL);
  g_assert_false (convene_letter_carrier_is_unattended (self->carrier));
  assert_logged (log, "\"subject\": \"");
  assert_logged (log, convene_letter_get_subject (self->letter));
  assert_logged (log, "Rita Recruiter");
  g_assert_null (strstr (log, "=20"));
  g_assert_null (strstr (log, "\\r"));

  octets = dup_value (log, "\"octets\": \"");
  path = dup_value (log, "\"path\": \"");
  name = g_path_get_basename (path);
  folder = g_path_get_dirname (path);
  g_assert_cmpstr (octets, ==, calendar);
  g_assert_cmpstr (name, ==, "invite.ics");
  g_assert_true (g_str_has_prefix (path, g_get_user_runtime_dir ()));
  assert_logged (log, "\"mode\": \"0o600\"");
  assert_logged (log, "\"folder_mode\": \"0o700\"");

  /* The mail program may still have to read it; when Convene ends it goes. */
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&self->carrier));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_people (void)
{
  static const char octets[] = "To: Ana =?UTF-8?Q?=C3=9F?= <ana@example.com>\r\nCc: \"Hugo, the boss\" <hugo@example.com>\r\nSubject: other\r\n"
                               "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe\r\n";
  const char *const all[] = { "ana@example.com", "hugo@example.com", "boss@example.org", NULL };
  g_autoptr(Fixture) self = fixture_new ("open");
  g_autoptr(GBytes) bytes = g_bytes_new_static (octets, strlen (octets));
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = NULL;
  g_autofree char *log = NULL;

  convene_letter_set_bytes (self->letter, bytes);
  convene_letter_set_recipients (self->letter, all);
  convene_letter_set_calendar (self->letter, NULL);
  convene_letter_set_subject (self->letter, "Talk");
  refused = hand_over (self, &error);
  log = read_log (self);

  g_assert_no_error (error);
  assert_logged (log, "\"addresses\": [\"ana@example.com\"]");
  assert_logged (log, "\"cc\": [\"hugo@example.com\"]");
  assert_logged (log, "\"bcc\": [\"boss@example.org\"]");
  assert_logged (log, "\"subject\": \"Talk\"");
  assert_logged (log, "\"body\": \"Gr\\u00fc\\u00dfe\\n\"");
  assert_logged (log, "\"files\": []");
}

typedef struct
{
  const char *name;
  const char *plan; /* NULL: there is no portal */
  int         code;
} Row;

static const Row rows[] = {
  { "closed-by-the-person", "close", CONVENE_ERROR_CANCELLED },
  { "no-mail-program", "fail", CONVENE_ERROR_REFUSED },
  { "portal-goes-away", "leave", CONVENE_ERROR_UNREACHABLE },
  { "no-portal", NULL, CONVENE_ERROR_UNREACHABLE },
};

static void
test_failure (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(Fixture) self = fixture_new (row->plan);
  g_autoptr(GError) error = NULL;

  g_assert_null (hand_over (self, &error));
  g_assert_error (error, CONVENE_ERROR, row->code);
  g_assert_false (convene_error_is_doubtful (error));
  g_test_message ("%s", error->message);
}

static void
test_unreadable (void)
{
  g_autoptr(Fixture) self = fixture_new ("open");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\0\1", 2);
  g_autoptr(GError) error = NULL;

  convene_letter_set_bytes (self->letter, bytes);
  g_assert_null (hand_over (self, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
}

static gboolean
asked_cb (gpointer user_data)
{
  Fixture *self = user_data;

  if (!g_file_test (self->log, G_FILE_TEST_EXISTS))
    return G_SOURCE_CONTINUE;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

/* Nobody waits for a question that the desktop may be showing. */
static void
test_cancelled (void)
{
  g_autoptr(Fixture) self = fixture_new ("slow");
  g_autoptr(GError) error = NULL;

  g_timeout_add (5, asked_cb, self);
  g_assert_null (hand_over (self, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
}

static void
test_cancelled_before (void)
{
  g_autoptr(Fixture) self = fixture_new ("wait");
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (self->cancellable);
  g_assert_null (hand_over (self, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_false (g_file_test (self->log, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *runtime = g_dir_make_tmp ("convene-runtime-XXXXXX", NULL);
  int              result;

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_unsetenv ("FLATPAK_ID");
  g_test_init (&argc, &argv, NULL);
  /* Learnt once, and before GTestDBus takes the variable away. */
  g_assert_cmpstr (g_get_user_runtime_dir (), ==, runtime);

  g_test_add_func ("/mail/portal/SH-50/opened", test_opened);
  g_test_add_func ("/mail/portal/SH-29/people", test_people);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/mail/portal/SH-50/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_failure);
    }
  g_test_add_func ("/mail/portal/unreadable", test_unreadable);
  g_test_add_func ("/mail/portal/cancelled", test_cancelled);
  g_test_add_func ("/mail/portal/cancelled-before", test_cancelled_before);

  result = g_test_run ();
  g_rmdir (runtime);
  return result;
}
