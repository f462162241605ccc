/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-clock.h"
#include "convene-compose.h"
#include "convene-letter-preview.h"
#include "convene-preferences.h"
#include "profile-fixture.h"

#define STAND_IN "(the join link, as soon as Zoom has made the meeting)"
#define FOLLOWS "The link to join is not ready yet."

/* What the accounts are, and what the invitation says of the link; NULL where it says nothing. */
typedef struct
{
  const char     *path;
  ConvenePlatform platform;
  gboolean        zoom;
  int             used; /* requests of the day */
  gboolean        mail;
  const char     *says;
  const char * not ;
  const char *letters; /* kinds, in order */
} Row;

static const Row rows[] = {
  { "zoom", CONVENE_PLATFORM_ZOOM, TRUE, 0, TRUE, "Join:     " STAND_IN, FOLLOWS, "invitation reminder reminder" },
  { "zoom-no-mail", CONVENE_PLATFORM_ZOOM, TRUE, 0, FALSE, "Join:     " STAND_IN, FOLLOWS, "invitation reminder reminder" },
  { "zoom-tomorrow", CONVENE_PLATFORM_ZOOM, TRUE, 100, TRUE, "Join:     " STAND_IN, FOLLOWS, "invitation reminder reminder" },
  { "no-zoom", CONVENE_PLATFORM_ZOOM, FALSE, 0, TRUE, FOLLOWS, STAND_IN, "invitation urgent reminder reminder" },
  { "link", CONVENE_PLATFORM_LINK, TRUE, 0, TRUE, "Join:     https://meet.example.com/x", STAND_IN, "invitation reminder reminder" },
  { "phone", CONVENE_PLATFORM_PHONE, TRUE, 0, TRUE, "Number:   +44 20 7946 0123", STAND_IN, "invitation reminder reminder" },
};

static void
put_account (Profile           *profile,
             ConveneAccountKind kind,
             int                used)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "id", kind == CONVENE_ACCOUNT_KIND_ZOOM ? "zoom" : "mail", "kind", kind, "address", "recruiter@example.com",
                               "name", "Rita Recruiter", "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "oauth-url", "https://zoom.us/oauth", NULL);

  convene_change_put_account (change, account);
  convene_change_count_requests (change, "recruiter@example.com", PROFILE_NOW, used);
  profile_commit (profile, change);
}

static ConveneInterview *
make_interview (ConvenePlatform platform)
{
  ConveneInterview *interview = profile_make ("uid-1", 100);
  g_autoptr(ConveneParticipant) manager =
                 g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_HIRING_MANAGER, "name", "Hal Manager", "address", "hal@example.com", NULL);

  convene_interview_add_participant (interview, manager);
  convene_interview_set_platform (interview, platform);
  if (platform == CONVENE_PLATFORM_ZOOM)
    convene_interview_set_agenda (interview, "Introduction, questions");
  else if (platform == CONVENE_PLATFORM_LINK)
    convene_interview_set_link (interview, "https://meet.example.com/x");
  else
    convene_interview_set_location (interview, "+44 20 7946 0123");
  return interview;
}

static ConvenePlan *
make_plan (Profile          *profile,
           ConveneInterview *interview)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (profile->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlan *plan;

  convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, profile_result_cb, &result);
  plan = convene_scheduler_plan_finish (scheduler, profile_await (&result), &error);
  g_assert_no_error (error);
  return plan;
}

static GListModel *
preview (Profile     *profile,
         ConvenePlan *plan)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (profile->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *letters;

  convene_scheduler_preview_letters_async (scheduler, plan, NULL, profile_result_cb, &result);
  letters = convene_scheduler_preview_letters_finish (scheduler, profile_await (&result), &error);
  g_assert_no_error (error);
  return letters;
}

static char *
join_kinds (GListModel *letters)
{
  g_autoptr(GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (letters); i++)
    {
      g_autoptr(ConveneLetterPreview) letter = g_list_model_get_item (letters, i);
      const char *kind = convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, convene_letter_preview_get_kind (letter));

      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "", kind + strlen ("mail-"));
    }

  return g_strdup (kinds->str);
}

static void
test_link (gconstpointer data)
{
  const Row *row = data;
  Profile   *profile = profile_new ();
  g_autoptr(ConveneInterview) interview = make_interview (row->platform);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GListModel) letters = NULL;
  g_autoptr(ConveneLetterPreview) invitation = NULL;
  g_autofree char *kinds = NULL;

  if (row->zoom)
    put_account (profile, CONVENE_ACCOUNT_KIND_ZOOM, row->used);
  if (row->mail)
    put_account (profile, CONVENE_ACCOUNT_KIND_MAIL, 0);
  plan = make_plan (profile, interview);
  letters = preview (profile, plan);
  kinds = join_kinds (letters);
  g_assert_cmpstr (kinds, ==, row->letters);

  invitation = g_list_model_get_item (letters, 0);
  g_test_message ("%s", convene_letter_preview_get_text (invitation));
  g_assert_nonnull (strstr (convene_letter_preview_get_text (invitation), row->says));
  g_assert_null (strstr (convene_letter_preview_get_text (invitation), row->not ));

  /* Nothing became of it: neither in the plan's interview nor in the database. */
  g_assert_null (convene_interview_get_meeting (interview));
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_operations (interview)), ==, 0);
  g_clear_object (&plan);
  profile_free (profile);
}

static void
test_letters (void)
{
  Profile *profile = profile_new ();
  g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GListModel) letters = NULL;
  g_autoptr(ConveneLetterPreview) invitation = NULL;
  g_autoptr(ConveneLetterPreview) urgent = NULL;
  g_autoptr(ConveneLetterPreview) reminder = NULL;

  put_account (profile, CONVENE_ACCOUNT_KIND_MAIL, 0);
  plan = make_plan (profile, interview);
  letters = preview (profile, plan);

  invitation = g_list_model_get_item (letters, 0);
  g_assert_cmpstr (convene_letter_preview_get_to (invitation), ==, "Ada Example <ada@example.com>");
  g_assert_cmpstr (convene_letter_preview_get_cc (invitation), ==, "Hal Manager <hal@example.com>");
  g_assert_true (g_str_has_prefix (convene_letter_preview_get_subject (invitation), "Interview: Staff Engineer"));
  g_assert_true (g_str_has_prefix (convene_letter_preview_get_text (invitation), "Hello Ada Example,\n"));
  g_assert_true (g_str_has_suffix (convene_letter_preview_get_text (invitation), "Rita Recruiter\nrecruiter@example.com"));
  g_assert_true (convene_letter_preview_get_has_calendar (invitation));
  g_assert_cmpint (convene_letter_preview_get_due (invitation), ==, 0);

  /* Why there is no link stands in the plan already. */
  urgent = g_list_model_get_item (letters, 1);
  g_assert_cmpstr (convene_letter_preview_get_to (urgent), ==, "Hal Manager <hal@example.com>");
  g_assert_cmpstr (convene_letter_preview_get_cc (urgent), ==, "");
  g_assert_nonnull (strstr (convene_letter_preview_get_text (urgent), convene_plan_get_host_reason (plan)));
  g_assert_false (convene_letter_preview_get_has_calendar (urgent));

  reminder = g_list_model_get_item (letters, 2);
  g_assert_cmpint (convene_letter_preview_get_due (reminder), ==, PROFILE_NOW + 100 * CONVENE_HOUR - CONVENE_DAY);
  g_assert_false (convene_letter_preview_get_has_calendar (reminder));
  g_clear_object (&plan);
  profile_free (profile);
}

/* The preview with the link in place of the words is the letter that leaves once the meeting is there. */
static void
test_same_letter (void)
{
  Profile *profile = profile_new ();
  g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "id", "m", "state", CONVENE_MEETING_STATE_LIVE, "join-url", "https://zoom.example.com/j/1", NULL);
  g_autoptr(ConveneAccount) mail = g_object_new (CONVENE_TYPE_ACCOUNT, "name", "Rita Recruiter", "address", "recruiter@example.com", NULL);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GListModel) letters = NULL;
  g_autoptr(ConveneLetterPreview) invitation = NULL;
  g_autoptr(ConveneOperation) operation = NULL;
  g_autoptr(GString) text = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *expected = NULL;

  put_account (profile, CONVENE_ACCOUNT_KIND_ZOOM, 0);
  put_account (profile, CONVENE_ACCOUNT_KIND_MAIL, 0);
  plan = make_plan (profile, interview);
  letters = preview (profile, plan);
  invitation = g_list_model_get_item (letters, 0);
  text = g_string_new (convene_letter_preview_get_text (invitation));
  g_assert_cmpuint (g_string_replace (text, STAND_IN, "https://zoom.example.com/j/1", 0), ==, 1);

  convene_interview_set_meeting (interview, meeting);
  operation = g_list_model_get_item (convene_plan_get_operations (plan), 1);
  expected = convene_compose_text (interview, operation, &(const ConveneComposing){ .sender = mail, .now = PROFILE_NOW }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, g_strchomp (expected));
  g_clear_object (&plan);
  profile_free (profile);
}

/* each person's own letter, but where the person's mail program takes a draft: there it is one for all, and the preview says so. */
static void
test_apart (gconstpointer data)
{
  gboolean hands_over = data != NULL;
  Profile *profile = profile_new ();
  g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_PHONE);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GListModel) letters = NULL;
  g_autoptr(ConveneLetterPreview) first = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_set_preference (change, CONVENE_PREFERENCE_LETTERS, "apart");
  convene_change_set_preference (change, CONVENE_PREFERENCE_REMINDERS, "");
  profile_commit (profile, change);
  convene_accounts_set_hand_over (convene_engine_get_accounts (profile->engine), hands_over);
  plan = make_plan (profile, interview);
  letters = preview (profile, plan);
  g_assert_cmpuint (convene_plan_get_letters (plan)->len, ==, hands_over ? 1 : 2);
  g_assert_cmpuint (g_list_model_get_n_items (letters), ==, hands_over ? 1 : 2);
  first = g_list_model_get_item (letters, 0);
  g_assert_cmpint (convene_letter_preview_get_apart (first), ==, !hands_over);
  g_assert_cmpint (convene_letter_preview_get_note (first) != NULL, ==, hands_over);
  g_assert_cmpstr (convene_letter_preview_get_cc (first), ==, hands_over ? "Hal Manager <hal@example.com>" : "");
  g_clear_object (&plan);
  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/SH-27/preview/", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_link);
    }
  g_test_add_func ("/workflow/SH-27/preview/letters", test_letters);
  g_test_add_func ("/workflow/SH-27/preview/same-letter", test_same_letter);

  g_test_add_data_func ("/workflow/X-12/preview/apart", NULL, test_apart);
  g_test_add_data_func ("/workflow/X-12/preview/handed-over", "hands over", test_apart);

  return g_test_run ();
}
