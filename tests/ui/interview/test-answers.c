/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-details.h"
#include "convene-interview-head.h"
#include "convene-person-row.h"
#include "pane-fixture.h"

static ConveneAnswer *
make_answer (const char     *uid,
             const char     *id,
             ConveneResponse response,
             int             sequence,
             gint64          made_at,
             const char     *comment)
{
  ConveneAnswer *answer = convene_answer_new ();

  convene_answer_set_id (answer, id);
  convene_answer_set_interview_uid (answer, uid);
  convene_answer_set_address (answer, "ADA.example@example.com");
  convene_answer_set_response (answer, response);
  convene_answer_set_sequence (answer, sequence);
  convene_answer_set_made_at (answer, made_at);
  convene_answer_set_taken_at (answer, UI_FIXTURE_NOW);
  convene_answer_set_comment (answer, comment);
  return answer;
}

/* When somebody answered, and whether that is still worth anything. */
static void
test_words (void)
{
  static const struct
  {
    ConveneResponse response; /* that counts */
    int             sequence; /* that it answered */
    gint64          ago;      /* minutes; 0 for never */
    int             last;     /* what was taken last, -1 for nothing */
    const char     *text;
    gboolean        earlier;
  } cases[] = {
    { CONVENE_RESPONSE_NEEDS_ACTION, 0, 0, -1, "", FALSE },
    { CONVENE_RESPONSE_ACCEPTED, 2, 5, CONVENE_RESPONSE_ACCEPTED, "Answered on Tue 1 Dec, 09:15", FALSE },
    { CONVENE_RESPONSE_DECLINED, 3, 5, -1, "Answered on Tue 1 Dec, 09:15", FALSE },
    { CONVENE_RESPONSE_NEEDS_ACTION, 1, 5, CONVENE_RESPONSE_ACCEPTED, "Accepted an earlier time on Tue 1 Dec, 09:00", TRUE },
    { CONVENE_RESPONSE_NEEDS_ACTION, 0, 0, CONVENE_RESPONSE_DECLINED, "Declined an earlier time on Tue 1 Dec, 09:00", TRUE },
    { CONVENE_RESPONSE_NEEDS_ACTION, 0, 0, CONVENE_RESPONSE_TENTATIVE, "Tentative about an earlier time on Tue 1 Dec, 09:00", TRUE },
    { CONVENE_RESPONSE_NEEDS_ACTION, 1, 5, -1, "Answered for an earlier time on Tue 1 Dec, 09:15", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
      ConveneParticipant *candidate = convene_interview_get_candidate (interview);
      g_autoptr(ConveneAnswer) older = make_answer ("u", "a", CONVENE_RESPONSE_NEEDS_ACTION, 0, UI_FIXTURE_NOW - CONVENE_HOUR, NULL);
      g_autoptr(ConveneAnswer) last = make_answer ("u", "b", MAX (0, cases[i].last), 1, UI_FIXTURE_NOW - 20 * CONVENE_MINUTE, "Late & <b>bold</b>");
      g_autofree char *text = NULL;
      gboolean         earlier;

      convene_interview_set_time_sequence (interview, 2);
      convene_participant_set_response (candidate, cases[i].response);
      convene_participant_set_answered_sequence (candidate, cases[i].sequence);
      convene_participant_set_answered_at (candidate, cases[i].ago != 0 ? UI_FIXTURE_NOW - cases[i].ago * CONVENE_MINUTE : 0);
      if (cases[i].last >= 0)
        {
          convene_interview_add_answer (interview, older);
          convene_interview_add_answer (interview, last);
        }

      text = convene_details_format_answer (interview, candidate, &earlier);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (earlier, ==, cases[i].earlier);
      g_assert_cmpstr (convene_details_get_comment (interview, candidate), ==, cases[i].last >= 0 ? "Late & <b>bold</b>" : NULL);
      g_assert_null (convene_details_get_comment (interview, convene_interview_get_hiring_manager (interview)));
    }
}

static void
answer (PaneFixture    *self,
        const char     *uid,
        ConveneResponse response,
        int             sequence)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);

  convene_participant_set_response (candidate, response);
  convene_participant_set_answered_sequence (candidate, sequence);
  convene_participant_set_answered_at (candidate, UI_FIXTURE_NOW - 5 * CONVENE_MINUTE);
  ui_fixture_update (self->engine, interview);
}

/* the row has the answer, its time and its words, and follows what comes. */
static void
test_row (PaneFixture  *self,
          gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAnswer) taken = make_answer (uid, "10000000-0000-4000-8000-000000000001", CONVENE_RESPONSE_ACCEPTED, 0, UI_FIXTURE_NOW - 5 * CONVENE_MINUTE, "See you <b>there</b>");
  GtkWidget       *row = ui_find (GTK_WIDGET (self->pane), CONVENE_TYPE_PERSON_ROW);
  g_autofree char *spoken = NULL;

  g_assert_false (pane_says (self, "Answered on"));
  convene_change_put_answer (change, taken);
  ui_fixture_commit (self->engine, change);
  answer (self, uid, CONVENE_RESPONSE_ACCEPTED, 0);
  pane_wait_for (self, "Answered on Tue 1 Dec, 09:15");
  g_assert_true (pane_says (self, "Accepted"));
  g_assert_true (pane_says (self, "“See you <b>there</b>”"));
  spoken = pane_read_out (row);
  g_assert_nonnull (strstr (spoken, "Answered on Tue 1 Dec, 09:15"));
  g_assert_true (row == ui_find (GTK_WIDGET (self->pane), CONVENE_TYPE_PERSON_ROW));
  ui_resize (self->window, 360, 1500);
  ui_show (GTK_WIDGET (self->window), "pane-answered");
}

/* O-9: what was answered to another time is flagged. */
static void
test_earlier (PaneFixture  *self,
              gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAnswer) taken = make_answer (uid, "10000000-0000-4000-8000-000000000002", CONVENE_RESPONSE_ACCEPTED, 0, UI_FIXTURE_NOW - 5 * CONVENE_MINUTE, NULL);

  convene_change_put_answer (change, taken);
  ui_fixture_commit (self->engine, change);
  answer (self, uid, CONVENE_RESPONSE_ACCEPTED, 0);
  pane_wait_for (self, "Answered on");

  interview = ui_fixture_find (self->engine, uid);
  convene_participant_set_response (convene_interview_get_candidate (interview), CONVENE_RESPONSE_NEEDS_ACTION);
  convene_interview_set_time_sequence (interview, 1);
  ui_fixture_update (self->engine, interview);
  pane_wait_for (self, "Accepted an earlier time on Tue 1 Dec, 09:15");
  g_assert_true (pane_says (self, "No answer yet"));
  ui_resize (self->window, 360, 1500);
  ui_show (GTK_WIDGET (self->window), "pane-earlier");
}

/* An interview of others says so: nobody wonders why there are no letters. */
static void
test_origin (PaneFixture  *self,
             gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_PHONE);

  convene_interview_set_location (interview, "+49 30 1234567");
  convene_interview_set_origin_uid (interview, "foreign@example.org");
  convene_interview_set_origin_organizer (interview, "olga@example.org");
  ui_fixture_put (self->engine, interview, -1);
  pane_show (self, convene_interview_get_uid (interview));
  g_assert_true (pane_says (self, "From the calendar of olga@example.org, who invites to it"));
  ui_show (GTK_WIDGET (self->window), "pane-origin");
}

/* the head is what one takes the interview by. */
static void
test_drag (PaneFixture  *self,
           gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  GtkWidget       *head = ui_find (GTK_WIDGET (self->pane), CONVENE_TYPE_INTERVIEW_HEAD);
  g_autoptr(GdkContentProvider) content = ui_drag (head, 1, 1);
  g_autoptr(GBytes) calendar = ui_read_content (content, "text/calendar");

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (calendar, NULL), g_bytes_get_size (calendar), uid));

  /* Of nothing there is nothing to take. */
  pane_show (self, "00000000-0000-4000-8000-000000000000");
  g_assert_null (ui_drag (head, 1, 1));
}

#define ADD(name, func) g_test_add ("/ui/interview/" name, PaneFixture, NULL, pane_set_up, func, pane_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/interview/X-13/words", test_words);
  ADD ("X-13/row", test_row);
  ADD ("O-9/earlier", test_earlier);
  ADD ("X-11/drag", test_drag);
  ADD ("O-8/origin", test_origin);

  return g_test_run ();
}
