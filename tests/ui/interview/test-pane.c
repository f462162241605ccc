/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-operation-row.h"
#include "convene-password-row.h"
#include "convene-person-row.h"
#include "convene-words.h"
#include "pane-fixture.h"
#include "ui-handler.h"

#define MINUTE (G_GINT64_CONSTANT (60000000))
#define LINK "https://zoom.example.com/j/81234567890?pwd=abc"
#define PASSWORD "c0nvene!"

/* TA-10, SH-30: everything about a meeting that people can join. */
static void
test_live (PaneFixture  *self,
           gconstpointer data)
{
  static const char *const said[] = {
    "Ada Example",
    "Staff Engineer",
    "Scheduled",
    "Video",
    "Zoom",
    "10:00 for you",
    "Mexico City",
    "45 min · in 40 minutes",
    "Join Zoom Meeting",
    LINK,
    "812 3456 7890",
    "recruiter@example.com",
    "Hal Manager",
    "Hiring manager",
    "ada.example@example.com",
    "No answer yet",
    "Introduction, experience, questions",
    "Create the Zoom meeting",
    "Done · 09:20",
    "Send the invitation",
  };
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_test_message ("%s", said[i]);
      g_assert_true (pane_says (self, said[i]));
    }
  g_object_get (self->pane, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Ada Example");
  g_assert_cmpstr (convene_interview_pane_get_uid (self->pane), ==, uid);
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Retry"));
}

/* SH-3: nobody, a screen reader neither, learns the password before it is asked for; another interview hides it again. */
static void
test_password (PaneFixture  *self,
               gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *other = NULL;
  g_autofree char *before = pane_read_out (GTK_WIDGET (self->window));
  g_autofree char *revealed = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copied = NULL;
  GtkWidget       *toggle = ui_find (pane_find (self, CONVENE_TYPE_PASSWORD_ROW, NULL), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_null (strstr (before, PASSWORD));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_true (pane_says (self, PASSWORD));
  revealed = pane_read_out (GTK_WIDGET (self->window));
  g_assert_nonnull (strstr (revealed, PASSWORD));

  pane_activate (self, "interview.copy-password");
  copied = pane_read_clipboard (self);
  g_assert_cmpstr (copied, ==, PASSWORD);

  other = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  after = pane_read_out (GTK_WIDGET (self->window));
  g_assert_null (strstr (after, PASSWORD));
}

static void
put_operation (PaneFixture          *self,
               const char           *uid,
               ConveneOperationKind  kind,
               ConveneOperationState state)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(ConveneOperation) operation = g_object_new (CONVENE_TYPE_OPERATION, "id", id, "kind", kind, "state", state, "interview-uid", uid, "due", UI_FIXTURE_NOW, "created",
                                                         UI_FIXTURE_NOW, "settled", UI_FIXTURE_NOW, "attempts", 1, NULL);

  convene_change_add_operation (change, operation);
  ui_fixture_commit (self->engine, change);
}

/* SH-36, SH-38: there is no link, and what was done about it. */
static void
test_failed (PaneFixture  *self,
             gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_FAILED);

  put_operation (self, uid, CONVENE_OPERATION_KIND_MAIL_URGENT, CONVENE_OPERATION_STATE_DONE);
  pane_wait_for (self, "Send the urgent letter");
  g_assert_true (pane_says (self, "Join Zoom Meeting"));
  g_assert_true (pane_says (self, "There is no link"));
  g_assert_true (pane_says (self, "Zoom refused the meeting. The invitation was sent without a link. Hal Manager was asked by letter for another link."));
  g_assert_nonnull (pane_find (self, GTK_TYPE_BUTTON, "_Retry"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Join"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Test Link"));
  g_assert_null (pane_find (self, CONVENE_TYPE_PASSWORD_ROW, NULL));
}

static void
test_waiting (PaneFixture  *self,
              gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_PENDING);

  g_assert_true (pane_says (self, "Waiting for the link"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Join"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Retry"));
}

/* what it is held on → what is said of it, and whether there is something to open */
static void
test_platforms (PaneFixture  *self,
                gconstpointer data)
{
  static const struct
  {
    ConvenePlatform platform;
    const char     *heading;
    const char     *text;
    gboolean        opens;
  } cases[] = {
    { CONVENE_PLATFORM_LINK, "Join Link", "https://meet.example.com/room", TRUE },
    { CONVENE_PLATFORM_PHONE, "Phone", "+1 555 0100", FALSE },
    { CONVENE_PLATFORM_IN_PERSON, "Place", "Room 4, 1 Example Street", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uid = pane_show_new (self, cases[i].platform, -1);

      g_assert_true (pane_says (self, cases[i].heading));
      g_assert_true (pane_says (self, cases[i].text));
      g_assert_cmpint (pane_find (self, GTK_TYPE_BUTTON, "_Join") != NULL, ==, cases[i].opens);
      g_assert_cmpint (pane_find (self, GTK_TYPE_BUTTON, "_Test Link") != NULL, ==, cases[i].opens);
      g_assert_null (pane_find (self, CONVENE_TYPE_PASSWORD_ROW, NULL));
      g_assert_null (pane_find (self, GTK_TYPE_LABEL, "Host"));
    }
}

static ConveneOperation *
find_create (PaneFixture *self,
             const char  *uid)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);

  return g_list_model_get_item (convene_interview_get_operations (interview), 0);
}

/* SH-39: Retry makes what failed due now. */
static void
test_retry (PaneFixture  *self,
            gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_FAILED);
  g_autoptr(ConveneOperation) operation = NULL;
  GtkWidget *row = pane_find (self, CONVENE_TYPE_OPERATION_ROW, NULL);
  GtkWidget *retry = ui_find (row, GTK_TYPE_BUTTON);

  ui_fixture_advance (self->engine, 5 * MINUTE);
  gtk_widget_grab_focus (retry);
  g_signal_emit_by_name (retry, "clicked");
  pane_wait_for (self, "Waiting for the link");
  operation = find_create (self, uid);
  g_assert_cmpint (convene_operation_get_state (operation), ==, CONVENE_OPERATION_STATE_WAITING);
  g_assert_cmpint (convene_operation_get_due (operation), ==, UI_FIXTURE_NOW + 5 * MINUTE);
  g_assert_true (pane_find (self, CONVENE_TYPE_OPERATION_ROW, NULL) == row);
  pane_wait_for (self, "Trying again");
}

static void
answer (ConveneInterview *interview,
        ConveneResponse   response)
{
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);

  convene_participant_set_response (candidate, response);
}

/* What another process writes shows, and takes nobody's place away: the rows stay, and the focus and the view with them. */
static void
test_alive (PaneFixture  *self,
            gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);
  GtkWidget     *row = pane_find (self, CONVENE_TYPE_PERSON_ROW, NULL);
  GtkWidget     *scroller = ui_find (GTK_WIDGET (self->pane), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double         place;

  gtk_widget_grab_focus (row);
  ui_wait_frame (GTK_WIDGET (self->window));
  gtk_adjustment_set_value (adjustment, 150);
  place = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (place, >, 0);

  answer (interview, CONVENE_RESPONSE_ACCEPTED);
  convene_interview_set_job (interview, "Principal Engineer");
  ui_fixture_update (self->engine, interview);
  pane_wait_for (self, "Principal Engineer");
  g_assert_true (pane_says (self, "Accepted"));
  ui_wait_frame (GTK_WIDGET (self->window));
  g_assert_true (pane_find (self, CONVENE_TYPE_PERSON_ROW, NULL) == row);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == row);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, place);
}

static gboolean
says_relative (gpointer user_data)
{
  return pane_says (user_data, "in 38 minutes");
}

/* The time that is left goes on by itself. */
static void
test_minute (PaneFixture  *self,
             gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);

  g_assert_true (pane_says (self, "in 40 minutes"));
  ui_fixture_advance (self->engine, 2 * MINUTE);
  ui_fixture_run_until (self->engine, says_relative, self);
}

static void
test_missing (PaneFixture  *self,
              gconstpointer data)
{
  g_autofree char *title = NULL;

  pane_show (self, "00000000-0000-4000-8000-000000000000");
  g_assert_true (pane_says (self, "Interview Not Found"));
  g_object_get (self->pane, "title", &title, NULL);
  g_assert_null (title);

  convene_interview_pane_set_uid (self->pane, NULL);
  g_assert_false (pane_says (self, "Interview Not Found"));
  g_assert_null (convene_interview_pane_get_uid (self->pane));
}

/* Two asked for at once: the last one counts. */
static void
test_fast (PaneFixture  *self,
           gconstpointer data)
{
  g_autofree char *first = ui_fixture_add_interview (self->engine, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autofree char *second = ui_fixture_add_interview (self->engine, "Bo Sample", "Designer", "2026-12-01 14:00", "UTC", 45, CONVENE_PLATFORM_PHONE);

  convene_interview_pane_set_uid (self->pane, first);
  convene_interview_pane_set_uid (self->pane, second);
  pane_wait_for (self, "Bo Sample");
  ui_fixture_run_pending (self->engine);
  g_assert_false (pane_says (self, "Ada Example"));
}

/* It goes while it reads. */
static void
test_gone (void)
{
  UiFixture       *engine = ui_fixture_new ();
  g_autofree char *uid = ui_fixture_add_interview (engine, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GtkWidget       *pane = g_object_ref_sink (convene_interview_pane_new (engine->engine));

  convene_interview_pane_set_uid (CONVENE_INTERVIEW_PANE (pane), uid);
  g_assert_finalize_object (pane);
  ui_fixture_free (engine);
}

/* Names that are markup elsewhere are text here. */
static void
test_markup (PaneFixture  *self,
             gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada <b>& Co", "R&D <Lead>", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_IN_PERSON);

  g_object_set (interview, "agenda", "a < b & c", "details", "<i>hello</i>", "notes", "&amp;", "location", "Room <4> & 5", NULL);
  ui_fixture_put (self->engine, interview, -1);
  pane_show (self, convene_interview_get_uid (interview));
  g_assert_true (pane_says (self, "Ada <b>& Co"));
  g_assert_true (pane_says (self, "R&D <Lead>"));
  g_assert_true (pane_says (self, "a < b & c"));
  g_assert_true (pane_says (self, "<i>hello</i>"));
  g_assert_true (pane_says (self, "&amp;"));
  g_assert_true (pane_says (self, "Room <4> & 5"));
}

/* The groups of a meeting's number stand in their order where one reads from right to left, and what is copied is the number alone. */
static void
test_right_to_left (PaneFixture  *self,
                    gconstpointer data)
{
  g_autofree char *uid = NULL;
  g_autofree char *number = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_assert_true (pane_says (self, "\xe2\x81\xa6"
                                  "812 3456 7890"
                                  "\xe2\x81\xa9"));
  pane_activate (self, "interview.copy-number");
  number = pane_read_clipboard (self);
  g_assert_cmpstr (number, ==, "812 3456 7890");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* What is copied: the link, the number as Zoom shows it, an address, the invitation, and diagnostics without a secret. */
static void
test_copy (PaneFixture  *self,
           gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *link = NULL;
  g_autofree char *number = NULL;
  g_autofree char *invitation = NULL;
  g_autofree char *address = NULL;
  g_autofree char *diagnostics = NULL;

  pane_activate (self, "interview.copy-link");
  link = pane_read_clipboard (self);
  g_assert_cmpstr (link, ==, LINK);
  pane_activate (self, "interview.copy-number");
  number = pane_read_clipboard (self);
  g_assert_cmpstr (number, ==, "812 3456 7890");
  pane_activate (self, "interview.copy-invitation");
  invitation = pane_read_clipboard (self);
  g_assert_nonnull (strstr (invitation, "Password: " PASSWORD));
  g_signal_emit_by_name (ui_find (pane_find (self, CONVENE_TYPE_PERSON_ROW, NULL), GTK_TYPE_BUTTON), "clicked");
  address = pane_read_clipboard (self);
  g_assert_cmpstr (address, ==, "ada.example@example.com");
  pane_activate (self, "interview.copy-diagnostics");
  diagnostics = pane_read_clipboard (self);
  g_assert_nonnull (strstr (diagnostics, uid));
  g_assert_null (strstr (diagnostics, PASSWORD));
  g_assert_null (strstr (diagnostics, "pwd="));
}

/* Testing a link is opening it, as joining is. */
static void
test_test_link (PaneFixture  *self,
                gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *tested = NULL;
  g_autofree char *joined = NULL;

  pane_activate (self, "interview.test-link");
  tested = ui_handler_wait ();
  g_assert_cmpstr (tested, ==, LINK);
  pane_activate (self, "interview.open-link");
  joined = ui_handler_wait ();
  g_assert_cmpstr (joined, ==, LINK);
}

/* The history, newest first. */
static void
test_history (PaneFixture  *self,
              gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autoptr(ConveneChange) change = convene_change_new ();

  g_assert_false (pane_says (self, "History"));
  convene_change_add_activity (change, uid, UI_FIXTURE_NOW, "The meeting was made.");
  ui_fixture_commit (self->engine, change);
  pane_wait_for (self, "The meeting was made.");
  g_assert_true (pane_says (self, "History"));
  g_assert_true (pane_says (self, "Tue 1 Dec, 09:20"));
}

/* As narrow as the side may be, with whatever is in it. */
static void
test_narrow (PaneFixture  *self,
             gconstpointer data)
{
  static const ConveneMeetingState states[] = { CONVENE_MEETING_STATE_LIVE, CONVENE_MEETING_STATE_PENDING, CONVENE_MEETING_STATE_FAILED };
  int                              minimum;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, states[i]);

      gtk_widget_measure (GTK_WIDGET (self->pane), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 300);
    }
}

/* Pictures, to be looked at: with CONVENE_PICTURES in the environment. */
static void
test_pictures (PaneFixture  *self,
               gconstpointer data)
{
  static const struct
  {
    const char         *name;
    ConvenePlatform     platform;
    ConveneMeetingState state;
    int                 width;
  } cases[] = {
    { "interview-live-600", CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE, 600 },
    { "interview-live-320", CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE, 320 },
    { "interview-failed-320", CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_FAILED, 320 },
    { "interview-phone-800", CONVENE_PLATFORM_PHONE, -1, 800 },
  };

  if (g_getenv ("CONVENE_PICTURES") == NULL)
    {
      g_test_skip ("CONVENE_PICTURES is not set");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uid = NULL;
      g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, cases[i].platform);
      g_autoptr(ConveneChange) change = convene_change_new ();

      answer (interview, CONVENE_RESPONSE_ACCEPTED);
      g_object_set (interview, "details", "Bring a project that you like to talk about.", "notes", "Ask about the migration.\nShe prefers mornings.", NULL);
      ui_fixture_put (self->engine, interview, cases[i].state);
      convene_change_add_activity (change, convene_interview_get_uid (interview), UI_FIXTURE_NOW, "Zoom made the meeting.");
      ui_fixture_commit (self->engine, change);
      ui_resize (self->window, cases[i].width, 1500);
      pane_show (self, convene_interview_get_uid (interview));
      ui_show (GTK_WIDGET (self->window), cases[i].name);
    }
}

/* how people get into the meeting that is there; where that is not known, nothing is said. */
static void
test_entry (PaneFixture  *self,
            gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autoptr(ConveneInterview) stored = ui_fixture_find (self->engine, uid);
  g_autoptr(ConveneChange) change = convene_change_new ();

  g_assert_false (pane_says (self, "Joining"));

  convene_meeting_set_entry (convene_interview_get_meeting (stored), CONVENE_ENTRY_WAITING_ROOM);
  convene_change_put_meeting (change, convene_interview_get_meeting (stored));
  ui_fixture_commit (self->engine, change);
  pane_wait_for (self, "nobody can join before the host");
  g_assert_true (pane_says (self, "Joining"));
}

#define ADD(name, func) g_test_add ("/ui/interview/" name, PaneFixture, NULL, pane_set_up, func, pane_tear_down)

/* What was asked of the application, by action and target. */
static void
asked_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       user_data)
{
  GString *asked = user_data;

  g_autofree char *pair = g_variant_is_of_type (target, G_VARIANT_TYPE_STRING) ? NULL : g_variant_print (target, FALSE);

  g_string_append_printf (asked, "%s %s\n", g_action_get_name (G_ACTION (action)), pair != NULL ? pair : g_variant_get_string (target, NULL));
}

static void
press_all (PaneFixture *self)
{
  static const char *const labels[] = { "_Reschedule…", "Edit _Interview…", "_Cancel Interview…", "_Fix Meeting…", "Send Invitation A_gain", "_Mark as Completed", "Mark as _No-Show", "_Back to Scheduled" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = pane_find (self, GTK_TYPE_BUTTON, labels[i]);

      if (button != NULL)
        g_signal_emit_by_name (button, "clicked");
    }
}

/* SH-45, SH-46, SH-56: what is offered, and what it asks for. */
static void
test_life (PaneFixture  *self,
           gconstpointer data)
{
  static const GActionEntry entries[] = {
    { .name = "reschedule", .activate = asked_cb, .parameter_type = "s" },
    { .name = "edit", .activate = asked_cb, .parameter_type = "s" },
    { .name = "cancel-interview", .activate = asked_cb, .parameter_type = "s" },
    { .name = "fix", .activate = asked_cb, .parameter_type = "s" },
    { .name = "resend", .activate = asked_cb, .parameter_type = "s" },
    { .name = "mark", .activate = asked_cb, .parameter_type = "(ss)" },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GString) asked = g_string_new (NULL);
  g_autofree char *sound = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *expected = g_strdup_printf ("reschedule %s\nedit %s\ncancel-interview %s\nresend %s\n", sound, sound, sound, sound);
  g_autofree char *broken = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), asked);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "app", G_ACTION_GROUP (group));
  press_all (self);
  g_assert_cmpstr (asked->str, ==, expected);

  broken = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_MISSING);
  g_assert_nonnull (pane_find (self, GTK_TYPE_BUTTON, "_Fix Meeting…"));
  g_string_truncate (asked, 0);
  press_all (self);
  g_assert_nonnull (strstr (asked->str, "fix "));
  g_assert_null (strstr (asked->str, sound));
}

/* O-14: once it has begun, what became of it; and that can be taken back. Status and time → what is offered. */
static void
test_outcome (PaneFixture  *self,
              gconstpointer data)
{
  static const struct
  {
    ConveneStatus status;
    gint64        wait; /* the interview is in 40 minutes and takes 45 */
    const char   *offered[5];
  } cases[] = {
    { CONVENE_STATUS_SCHEDULED, 0, { "Send Invitation A_gain" } },
    { CONVENE_STATUS_SCHEDULED, 41 * CONVENE_MINUTE, { "Send Invitation A_gain", "_Mark as Completed", "Mark as _No-Show" } },
    { CONVENE_STATUS_COMPLETED, 0, { "Mark as _No-Show", "_Back to Scheduled" } },
    { CONVENE_STATUS_NO_SHOW, 0, { "_Mark as Completed", "_Back to Scheduled" } },
    { CONVENE_STATUS_SCHEDULED, CONVENE_HOUR, { "_Mark as Completed", "Mark as _No-Show" } },
    { CONVENE_STATUS_CANCELLED, 0, { NULL } },
  };
  static const char *const labels[] = { "Send Invitation A_gain", "_Mark as Completed", "Mark as _No-Show", "_Back to Scheduled" };
  g_autofree char         *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);

      ui_fixture_advance (self->engine, cases[i].wait);
      if (convene_interview_get_status (interview) != cases[i].status)
        {
          convene_interview_set_status (interview, cases[i].status);
          ui_fixture_update (self->engine, interview);
        }
      ui_fixture_run_pending (self->engine);
      pane_wait_for (self, convene_words_status (cases[i].status));
      for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
        {
          g_test_message ("%u: %s", i, labels[j]);
          while ((pane_find (self, GTK_TYPE_BUTTON, labels[j]) != NULL) != g_strv_contains (cases[i].offered, labels[j]))
            g_main_context_iteration (NULL, TRUE);
        }
    }
}

/* VC-24: who hosts starts it, from whatever moment their account is connected. */
static void
test_host (PaneFixture  *self,
           gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);

  g_assert_nonnull (pane_find (self, GTK_TYPE_BUTTON, "_Join"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Start"));
  ui_fixture_add_account (self->engine, CONVENE_ACCOUNT_KIND_ZOOM, "Recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  pane_wait_for (self, "It starts when Zoom on this computer is signed in as this account");
  g_assert_nonnull (pane_find (self, GTK_TYPE_BUTTON, "_Start"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Join"));
}

/* What is cancelled, or over, is not offered to be changed; the focus does not go with a button. */
static void
test_unchangeable (PaneFixture  *self,
                   gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);
  GtkWidget *button = pane_find (self, GTK_TYPE_BUTTON, "_Cancel Interview…");
  gboolean   changeable;

  g_object_get (self->pane, "changeable", &changeable, NULL);
  g_assert_true (changeable);
  gtk_widget_grab_focus (button);
  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  convene_interview_set_cancel_reason (interview, "The position was filled");
  ui_fixture_update (self->engine, interview);
  pane_wait_for (self, "Reason: The position was filled");
  g_object_get (self->pane, "changeable", &changeable, NULL);
  g_assert_false (changeable);
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Reschedule…"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Cancel Interview…"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Join"));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "_Test Link"));
  g_assert_nonnull (pane_find (self, GTK_TYPE_BUTTON, "_Copy Link"));
  g_assert_true (gtk_window_get_focus (self->window) == pane_find (self, GTK_TYPE_BUTTON, "E_xport .ics…"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_handler_install ();

  ADD ("SH-30/live", test_live);
  ADD ("SH-3/password", test_password);
  ADD ("X-4/entry", test_entry);
  ADD ("SH-36/failed", test_failed);
  ADD ("SH-36/waiting", test_waiting);
  ADD ("SH-30/platforms", test_platforms);
  ADD ("SH-39/retry", test_retry);
  ADD ("SH-39/history", test_history);
  ADD ("TA-10/copy", test_copy);
  ADD ("alive", test_alive);
  ADD ("minute", test_minute);
  ADD ("missing", test_missing);
  ADD ("fast", test_fast);
  ADD ("VC-22/test-link", test_test_link);
  ADD ("SH-45/life", test_life);
  ADD ("O-14/outcome", test_outcome);
  ADD ("VC-24/host", test_host);
  ADD ("SH-46/unchangeable", test_unchangeable);
  ADD ("SH-30/right-to-left", test_right_to_left);
  g_test_add_func ("/ui/interview/gone", test_gone);
  ADD ("markup", test_markup);
  ADD ("narrow", test_narrow);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
