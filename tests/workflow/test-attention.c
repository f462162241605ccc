/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-attention.h"
#include "convene-clock.h"
#include "profile-fixture.h"

/* What is in the database, one thing each, -1 for none; and what is said about it. */
typedef struct
{
  const char *path;
  int         zoom; /* states of accounts */
  int         mail;
  const char *waits; /* "uid=event uid=event", of interviews that lie ahead by an hour for each place */
  const char *fails; /* "uid=kind uid=kind" */

  ConveneRemedy remedy;
  const char   *target;
  const char   *message;
} Row;

#define CONNECTED CONVENE_ACCOUNT_STATE_CONNECTED
#define EXPIRED CONVENE_ACCOUNT_STATE_EXPIRED

static const Row rows[] = {
  { "nothing", -1, -1, "", "", CONVENE_REMEDY_NONE, NULL, "" },
  { "all-is-well", CONNECTED, CONNECTED, "", "", CONVENE_REMEDY_NONE, NULL, "" },
  { "zoom", EXPIRED, CONNECTED, "", "", CONVENE_REMEDY_RECONNECT, "id-zoom", "Zoom wants you to sign in again." },
  { "zoom-scopes", CONVENE_ACCOUNT_STATE_MISSING_SCOPES, -1, "", "", CONVENE_REMEDY_RECONNECT, "id-zoom", "Zoom has to grant Convene more." },
  { "zoom-removed", CONVENE_ACCOUNT_STATE_REVOKED, -1, "", "", CONVENE_REMEDY_RECONNECT, "id-zoom", "Convene was removed at Zoom." },
  { "zoom-one", EXPIRED, CONNECTED, "uid-1=account:id-zoom", "", CONVENE_REMEDY_RECONNECT, "id-zoom",
    "Zoom wants you to sign in again; 1 interview waits for it." },
  { "zoom-three", EXPIRED, CONNECTED, "uid-1=account:id-zoom uid-2=account:id-zoom uid-3=account:id-zoom", "uid-4=mail-reminder", CONVENE_REMEDY_RECONNECT,
    "id-zoom", "Zoom wants you to sign in again; 3 interviews wait for it." },
  { "mail", CONNECTED, EXPIRED, "uid-1=account:id-mail", "", CONVENE_REMEDY_RECONNECT, "id-mail",
    "The mail server wants you to sign in again; letters of 1 interview wait for it." },
  { "both", EXPIRED, EXPIRED, "uid-1=account:id-mail uid-2=account:id-mail uid-3=account:id-zoom", "", CONVENE_REMEDY_RECONNECT, "id-mail",
    "The mail server wants you to sign in again; letters of 2 interviews wait for it." },
  { "no-zoom", -1, CONNECTED, "uid-1=account uid-2=account", "uid-3=mail-invitation", CONVENE_REMEDY_CONNECT, "zoom",
    "2 interviews wait for a Zoom account that can host them." },
  { "no-mail", CONNECTED, -1, "uid-1=mail", "", CONVENE_REMEDY_CONNECT, "mail", "Letters of 1 interview wait for a mail account." },
  { "neither", -1, -1, "uid-1=mail uid-2=account", "", CONVENE_REMEDY_CONNECT, "zoom", "1 interview waits for a Zoom account that can host it." },
  { "letter-failed", CONNECTED, CONNECTED, "", "uid-2=mail-invitation", CONVENE_REMEDY_SHOW, "uid-2",
    "A letter for the interview with Ada Example could not be sent." },
  { "meeting-failed", CONNECTED, CONNECTED, "", "uid-2=meeting-create", CONVENE_REMEDY_SHOW, "uid-2",
    "The meeting for the interview with Ada Example could not be made." },
  { "change-failed", CONNECTED, CONNECTED, "", "uid-2=meeting-update", CONVENE_REMEDY_SHOW, "uid-2",
    "The meeting for the interview with Ada Example could not be changed." },
  { "several-failed", CONNECTED, CONNECTED, "", "uid-3=meeting-create uid-2=mail-reminder", CONVENE_REMEDY_SHOW, "uid-2",
    "Something failed for 2 upcoming interviews, first for the one with Ada Example." },
  { "over", CONNECTED, CONNECTED, "past-1=mail", "past-2=meeting-create", CONVENE_REMEDY_NONE, NULL, "" },
};

static void
put_account (ConveneChange     *change,
             ConveneAccountKind kind,
             const char        *id,
             int                state)
{
  g_autoptr(ConveneAccount) account = NULL;

  if (state < 0)
    return;

  account = g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", kind, "address", "recruiter@example.com", "state", state, NULL);
  convene_change_put_account (change, account);
}

/* "uid-3" begins in three hours, "past-3" began three hours ago. */
static void
put_interview (Profile    *profile,
               const char *uid)
{
  int hours = uid[strlen (uid) - 1] - '0';

  profile_add (profile, uid, g_str_has_prefix (uid, "past") ? -hours - 1 : hours);
}

static void
put_operations (Profile              *profile,
                const char           *text,
                ConveneOperationState state)
{
  g_auto(GStrv) pairs = *text != '\0' ? g_strsplit (text, " ", -1) : g_new0 (char *, 1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autoptr(ConveneOperation) operation = NULL;
      int kind = CONVENE_OPERATION_KIND_MAIL_INVITATION;

      put_interview (profile, pair[0]);
      convene_enum_from_nick (CONVENE_TYPE_OPERATION_KIND, pair[1], &kind);
      operation = g_object_new (CONVENE_TYPE_OPERATION, "id", pairs[i], "interview-uid", pair[0], "kind", kind, "state", state,
                                "event", state == CONVENE_OPERATION_STATE_WAITING ? pair[1] : NULL, NULL);
      convene_change_add_operation (change, operation);
      profile_commit (profile, change);
    }
}

static void
put_row (Profile   *profile,
         const Row *row)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  put_account (change, CONVENE_ACCOUNT_KIND_ZOOM, "id-zoom", row->zoom);
  put_account (change, CONVENE_ACCOUNT_KIND_MAIL, "id-mail", row->mail);
  profile_commit (profile, change);
  put_operations (profile, row->waits, CONVENE_OPERATION_STATE_WAITING);
  put_operations (profile, row->fails, CONVENE_OPERATION_STATE_FAILED);
}

static gboolean
is_loaded (gpointer user_data)
{
  return convene_attention_get_loaded (user_data);
}

static void
test_words (gconstpointer data)
{
  const Row        *row = data;
  Profile          *profile = profile_new ();
  ConveneAttention *attention;

  put_row (profile, row);
  attention = convene_attention_new (profile->engine);
  g_assert_false (convene_attention_get_loaded (attention));
  g_assert_cmpstr (convene_attention_get_message (attention), ==, "");
  profile_run_until (is_loaded, attention);
  g_assert_cmpstr (convene_attention_get_message (attention), ==, row->message);
  g_assert_cmpint (convene_attention_get_remedy (attention), ==, row->remedy);
  g_assert_cmpstr (convene_attention_get_target (attention), ==, row->target);
  g_assert_cmpint (convene_attention_get_has_zoom (attention), ==, row->zoom >= 0);
  g_assert_cmpint (convene_attention_get_has_mail (attention), ==, row->mail >= 0);
  g_assert_cmpint (convene_attention_get_empty (attention), ==, *row->waits == '\0' && *row->fails == '\0');
  g_assert_finalize_object (attention);
  profile_free (profile);
}

static gboolean
asks_to_look (gpointer user_data)
{
  return convene_attention_get_remedy (user_data) == CONVENE_REMEDY_SHOW;
}

static gboolean
is_quiet (gpointer user_data)
{
  return convene_attention_get_remedy (user_data) == CONVENE_REMEDY_NONE;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* It follows what others write, and time; and it tells only what changed. */
static void
test_follows (void)
{
  Profile          *profile = profile_new ();
  ConveneAttention *attention = convene_attention_new (profile->engine);
  guint             messages = 0;

  g_signal_connect_swapped (attention, "notify::message", G_CALLBACK (count_cb), &messages);
  profile_run_until (is_loaded, attention);
  g_assert_true (convene_attention_get_empty (attention));
  g_assert_cmpuint (messages, ==, 0);

  put_operations (profile, "uid-1=mail-invitation", CONVENE_OPERATION_STATE_FAILED);
  profile_run_until (asks_to_look, attention);
  g_assert_false (convene_attention_get_empty (attention));
  g_assert_cmpuint (messages, ==, 1);

  profile_advance (profile, 3 * CONVENE_HOUR);
  profile_run_until (is_quiet, attention);
  g_assert_cmpstr (convene_attention_get_message (attention), ==, "");
  g_assert_null (convene_attention_get_target (attention));
  g_assert_cmpuint (messages, ==, 2);
  g_assert_finalize_object (attention);
  profile_free (profile);
}

/* What became of meetings at Zoom: of the one with uid-2, and where `others` also of the one with uid-3. */
typedef struct
{
  const char         *path;
  ConveneMeetingState state;
  int                 minutes; /* later than we know it */
  const char         *link;    /* other than we know it, or NULL */
  gboolean            others;
  const char         *message;
} Astray;

static const Astray astray[] = {
  { "as-known", CONVENE_MEETING_STATE_LIVE, 0, NULL, FALSE, "" },
  { "missing", CONVENE_MEETING_STATE_MISSING, 0, NULL, FALSE, "The meeting for the interview with Ada Example is not at Zoom any more." },
  { "moved", CONVENE_MEETING_STATE_LIVE, 30, NULL, FALSE, "Zoom has another time for the interview with Ada Example." },
  { "moved-with-link", CONVENE_MEETING_STATE_LIVE, 30, "https://example.com/j/2", FALSE, "Zoom has another time for the interview with Ada Example." },
  { "other-link", CONVENE_MEETING_STATE_LIVE, 0, "https://example.com/j/2", FALSE, "Zoom has another link or password for the interview with Ada Example." },
  { "several", CONVENE_MEETING_STATE_MISSING, 0, NULL, TRUE, "At Zoom the meetings of 2 upcoming interviews were changed, first the one with Ada Example." },
  { "unmanaged", CONVENE_MEETING_STATE_UNMANAGED, 0, NULL, FALSE, "" },
};

static void
put_meeting (Profile      *profile,
             const char   *uid,
             const Astray *row)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneMeeting) meeting = NULL;
  gboolean differs = row->minutes != 0 || row->link != NULL;
  gint64   start = PROFILE_NOW + CONVENE_HOUR;

  put_interview (profile, uid);
  meeting = g_object_new (CONVENE_TYPE_MEETING, "id", uid, "number", (gint64) 7, "state", row->state, "start", start, "duration", 60, "join-url",
                          "https://example.com/j/1", NULL);
  if (differs)
    g_object_set (meeting, "seen-at", (gint64) 1, "seen-start", start + row->minutes * CONVENE_MINUTE, "seen-duration", 60, "seen-join-url",
                  row->link != NULL ? row->link : "https://example.com/j/1", NULL);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, uid, uid);
  profile_commit (profile, change);
}

static void
test_astray (gconstpointer data)
{
  const Astray     *row = data;
  Profile          *profile = profile_new ();
  ConveneAttention *attention;

  put_meeting (profile, "uid-2", row);
  if (row->others)
    put_meeting (profile, "uid-3", row);
  attention = convene_attention_new (profile->engine);
  profile_run_until (is_loaded, attention);
  g_assert_cmpstr (convene_attention_get_message (attention), ==, row->message);
  g_assert_cmpint (convene_attention_get_remedy (attention), ==, *row->message != '\0' ? CONVENE_REMEDY_SHOW : CONVENE_REMEDY_NONE);
  g_assert_cmpstr (convene_attention_get_target (attention), ==, *row->message != '\0' ? "uid-2" : NULL);

  /* What is over needs nobody. */
  profile_advance (profile, 5 * CONVENE_HOUR);
  profile_run_until (is_quiet, attention);
  g_assert_finalize_object (attention);
  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/SH-39/attention/", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (astray); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/O-13/attention/", astray[i].path, NULL);

      g_test_add_data_func (path, &astray[i], test_astray);
    }
  g_test_add_func ("/workflow/SH-39/attention/follows", test_follows);

  return g_test_run ();
}
