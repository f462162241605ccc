/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-application.h"
#include "convene-cancel-window.h"
#include "convene-opening-window.h"
#include "convene-wizard-page.h"
#include "convene-window.h"
#include "convene-wizard.h"
#include "fake-face.h"
#include "ui-fixture.h"
#include "ui-handler.h"
#include "ui-window.h"

/* What the application's windows do to an interview, with a step each time that the main loop has nothing else to do. */
typedef struct _Run Run;
typedef gboolean (*Step) (Run *run);

struct _Run
{
  FakeFace           *face;
  ConveneApplication *application;
  char               *uid;
  const char         *start; /* in UTC; NULL: tomorrow at ten */
  const Step         *steps; /* ends with NULL; each is called until it answers TRUE */
  ConveneInterview   *left;  /* as the database has it in the end */
};

#define UNTIL(condition) \
  if (!(condition))      \
  return FALSE

/* The database of the face's profile, before the application has it and after. */
static void
with_store (Run *self,
            void (*call) (Run *self, UiFixture *fixture))
{
  UiFixture fixture = { .store = convene_store_new (self->face->folder) };
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) closed = NULL;

  convene_store_open_async (fixture.store, NULL, ui_fixture_result_cb, &opened);
  g_assert_true (convene_store_open_finish (fixture.store, ui_fixture_await (&opened), NULL));
  call (self, &fixture);
  convene_store_close_async (fixture.store, NULL, ui_fixture_result_cb, &closed);
  g_assert_true (convene_store_close_finish (fixture.store, ui_fixture_await (&closed), NULL));
  g_object_unref (fixture.store);
}

static void
put (Run       *self,
     UiFixture *fixture)
{
  self->uid = ui_fixture_add_interview (fixture, "Ada Example", "Staff Engineer", self->start != NULL ? self->start : "2026-12-02 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
}

static void
get (Run       *self,
     UiFixture *fixture)
{
  g_autoptr(GAsyncResult) found = NULL;
  g_autoptr(GError) error = NULL;

  convene_store_find_interview_async (fixture->store, self->uid, NULL, ui_fixture_result_cb, &found);
  self->left = convene_store_find_interview_finish (fixture->store, ui_fixture_await (&found), &error);
  g_assert_no_error (error);
}

static gpointer
find_window (Run  *self,
             GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->application)); l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;

  return NULL;
}

static void
ask (Run        *self,
     const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, g_variant_new_string (self->uid));
}

static gboolean
step_cb (gpointer user_data)
{
  Run *self = user_data;

  if (convene_application_get_engine (self->application) == NULL || !(*self->steps) (self))
    return G_SOURCE_CONTINUE;

  self->steps++;
  if (*self->steps != NULL)
    return G_SOURCE_CONTINUE;

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

static void
run_from (const char *start,
          const Step *steps,
          void (*check) (ConveneInterview *left))
{
  char *argv[] = { (char *) "convene", NULL };
  Run   self = { .start = start, .steps = steps, .face = fake_face_new (FALSE) };

  with_store (&self, put);
  self.application = convene_application_new (&self.face->face);
  g_timeout_add (10, step_cb, &self);
  g_assert_cmpint (g_application_run (G_APPLICATION (self.application), 1, argv), ==, 0);
  g_assert_null (*self.steps);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self.application);
  with_store (&self, get);
  check (self.left);
  g_object_unref (self.left);
  g_free (self.uid);
  fake_face_free (self.face);
}

static void
run (const Step *steps,
     void (*check) (ConveneInterview *left))
{
  run_from (NULL, steps, check);
}

static GtkWidget *
find_button (gpointer    window,
             const char *label)
{
  GtkWidget *button = window != NULL ? ui_find_named (window, GTK_TYPE_BUTTON, label) : NULL;

  return button != NULL && gtk_widget_get_mapped (button) ? button : NULL;
}

static gboolean
press (gpointer    window,
       const char *label)
{
  GtkWidget *button = find_button (window, label);

  UNTIL (button != NULL && gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  return TRUE;
}

static gboolean
ask_cancel (Run *self)
{
  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL && gtk_widget_get_mapped (find_window (self, CONVENE_TYPE_WINDOW)));
  ask (self, "cancel-interview");
  return TRUE;
}

static gboolean
press_cancel (Run *self)
{
  return press (find_window (self, CONVENE_TYPE_CANCEL_WINDOW), "_Cancel Interview");
}

static gboolean
press_undo (Run *self)
{
  return press (find_window (self, CONVENE_TYPE_WINDOW), "Undo");
}

static gboolean
is_undone (Run *self)
{
  GtkWidget *window = find_window (self, CONVENE_TYPE_WINDOW);

  return ui_find_named (window, GTK_TYPE_LABEL, "The interview is as it was before") != NULL;
}

static guint
count_operations (ConveneInterview    *interview,
                  ConveneOperationKind kind,
                  gboolean             held)
{
  GListModel *operations = convene_interview_get_operations (interview);
  guint       count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      count += convene_operation_get_kind (operation) == kind && convene_operation_get_held (operation) == held && convene_operation_get_state (operation) != CONVENE_OPERATION_STATE_DROPPED;
    }

  return count;
}

static void
check_as_before (ConveneInterview *left)
{
  g_assert_cmpint (convene_interview_get_status (left), ==, CONVENE_STATUS_SCHEDULED);
  g_assert_cmpuint (count_operations (left, CONVENE_OPERATION_KIND_MEETING_DELETE, TRUE), ==, 0);
  g_assert_cmpuint (count_operations (left, CONVENE_OPERATION_KIND_MEETING_DELETE, FALSE), ==, 0);
}

/* SH-46: cancelled, and taken back. */
static void
test_undo (void)
{
  static const Step steps[] = { ask_cancel, press_cancel, press_undo, is_undone, NULL };

  run (steps, check_as_before);
}

static gboolean
sees_undo (Run *self)
{
  return find_button (find_window (self, CONVENE_TYPE_WINDOW), "Undo") != NULL;
}

/* The window goes while Undo is there: what was done is due. */
static void
check_hastened (ConveneInterview *left)
{
  g_assert_cmpint (convene_interview_get_status (left), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpuint (count_operations (left, CONVENE_OPERATION_KIND_MEETING_DELETE, TRUE), ==, 0);
  g_assert_cmpuint (count_operations (left, CONVENE_OPERATION_KIND_MEETING_DELETE, FALSE), ==, 1);
}

static void
test_hasten (void)
{
  static const Step steps[] = { ask_cancel, press_cancel, sees_undo, NULL };

  run (steps, check_hastened);
}

static gboolean
ask_reschedule (Run *self)
{
  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL);
  ask (self, "reschedule");
  return TRUE;
}

static ConveneWizard *
find_wizard (Run *self)
{
  ConveneWizard *wizard = find_window (self, CONVENE_TYPE_WIZARD);

  if (wizard == NULL || !gtk_widget_get_sensitive (ui_find (GTK_WIDGET (wizard), GTK_TYPE_STACK)))
    return NULL;

  g_assert_cmpstr (convene_wizard_get_uid (wizard), ==, self->uid);
  return wizard;
}

static gboolean
type_time (Run *self)
{
  ConveneWizard *wizard = find_wizard (self);

  UNTIL (wizard != NULL);
  g_object_set (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (ui_find (GTK_WIDGET (wizard), CONVENE_TYPE_WIZARD_PAGE))), "time", "14:00", NULL);
  return press (wizard, "_Next");
}

static gboolean
press_next (Run *self)
{
  return press (find_wizard (self), "_Next");
}

static gboolean
press_save (Run *self)
{
  return press (find_wizard (self), "_Save Changes");
}

static gboolean
is_moved (Run *self)
{
  return find_window (self, CONVENE_TYPE_WIZARD) == NULL &&
         ui_find_named (find_window (self, CONVENE_TYPE_WINDOW), GTK_TYPE_LABEL, "Moved to Wed 2 Dec, 14:00") != NULL;
}

static void
check_start (ConveneInterview *left,
             const char       *expected)
{
  g_assert_true (g_str_has_prefix (convene_moment_get_wall (convene_interview_get_start (left)), expected));
}

static void
check_moved_back (ConveneInterview *left)
{
  check_start (left, "2026-12-02T10:00");
}

static void
check_moved (ConveneInterview *left)
{
  check_start (left, "2026-12-02T14:00");
}

static void
test_reschedule (void)
{
  static const Step steps[] = { ask_reschedule, type_time, press_next, press_save, is_moved, NULL };

  run (steps, check_moved);
}

static void
test_reschedule_undo (void)
{
  static const Step steps[] = { ask_reschedule, type_time, press_next, press_save, is_moved, press_undo, is_undone, NULL };

  run (steps, check_moved_back);
}

/* What Ada Example's calendar sends where another time is proposed. */
static gboolean
drop_proposal (Run *self)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;

  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL && gtk_widget_get_mapped (find_window (self, CONVENE_TYPE_WINDOW)));
  text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:COUNTER\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20261130T100000Z\r\n"
                          "DTSTART:20261202T140000Z\r\nDTEND:20261202T144500Z\r\nSEQUENCE:0\r\nORGANIZER:mailto:recruiter@example.com\r\n"
                          "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada.example@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                          self->uid);
  bytes = g_bytes_new (text, strlen (text));
  convene_application_open_bytes (self->application, bytes);
  return TRUE;
}

static gboolean
press_reschedule (Run *self)
{
  return press (find_window (self, CONVENE_TYPE_OPENING_WINDOW), "_Reschedule…");
}

/* O-7: the time that somebody proposed goes through the wizard, which shows the letters, and nowhere else. */
static void
test_proposal (void)
{
  static const Step steps[] = { drop_proposal, press_reschedule, press_next, press_next, press_save, is_moved, NULL };

  run (steps, check_moved);
}

/* Asked twice, it is one window; another interview has one of its own. */
static gboolean
ask_edit_twice (Run *self)
{
  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL);
  ask (self, "edit");
  ask (self, "edit");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (self->application))), ==, 2);
  return TRUE;
}

static gboolean
sees_wizard (Run *self)
{
  return find_wizard (self) != NULL;
}

static void
test_edit (void)
{
  static const Step steps[] = { ask_edit_twice, sees_wizard, NULL };

  run (steps, check_moved_back);
}

static gboolean
ask_join (Run *self)
{
  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL);
  ask (self, "join");
  return TRUE;
}

/* Nobody can say whether it leads anywhere: that says nothing against the link. */
static gboolean
is_opened (Run *self)
{
  g_autofree char *opened = ui_handler_wait ();

  g_assert_cmpstr (opened, ==, "https://zoom.example.com/j/81234567890?pwd=abc");
  return TRUE;
}

static void
test_join (void)
{
  static const Step steps[] = { ask_join, is_opened, NULL };

  run (steps, check_moved_back);
}

static gboolean
ask_join_unknown (Run *self)
{
  g_autofree char *unknown = g_uuid_string_random ();

  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL && gtk_widget_get_mapped (find_window (self, CONVENE_TYPE_WINDOW)));
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "join", g_variant_new_string (unknown));
  return TRUE;
}

static gboolean
sees_toast (Run *self)
{
  return ui_find (find_window (self, CONVENE_TYPE_WINDOW), g_type_from_name ("AdwToastWidget")) != NULL;
}

static void
test_join_unknown (void)
{
  static const Step steps[] = { ask_join_unknown, sees_toast, NULL };

  run (steps, check_moved_back);
}

static gboolean
says (Run        *self,
      const char *words)
{
  return ui_find_named (find_window (self, CONVENE_TYPE_WINDOW), GTK_TYPE_LABEL, words) != NULL;
}

static gboolean
ask_resend (Run *self)
{
  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL && gtk_widget_get_mapped (find_window (self, CONVENE_TYPE_WINDOW)));
  ask (self, "resend");
  return TRUE;
}

static gboolean
is_resent (Run *self)
{
  return says (self, "The invitation goes out again");
}

static void
check_resent (ConveneInterview *left)
{
  g_assert_cmpuint (count_operations (left, CONVENE_OPERATION_KIND_MAIL_INVITATION, FALSE), ==, 2);
}

/* The invitation goes at once; where that cannot be, it is said why. */
static void
test_resend (void)
{
  static const Step steps[] = { ask_resend, is_resent, NULL };

  run (steps, check_resent);
}

static gboolean
ask_no_show (Run *self)
{
  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL && gtk_widget_get_mapped (find_window (self, CONVENE_TYPE_WINDOW)));
  ask (self, "no-show");
  return TRUE;
}

static gboolean
ask_completed (Run *self)
{
  UNTIL (find_window (self, CONVENE_TYPE_WINDOW) != NULL && gtk_widget_get_mapped (find_window (self, CONVENE_TYPE_WINDOW)));
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "mark", g_variant_new ("(ss)", self->uid, "completed"));
  return TRUE;
}

static gboolean
is_too_early (Run *self)
{
  return says (self, "The interview has not begun yet");
}

static gboolean
is_completed (Run *self)
{
  return says (self, "Marked as completed");
}

static void
check_completed (ConveneInterview *left)
{
  g_assert_cmpint (convene_interview_get_status (left), ==, CONVENE_STATUS_COMPLETED);
}

/* O-14: what became of it, from a menu or from a notification, once it has begun; and back. */
static void
test_mark (void)
{
  static const Step early[] = { ask_no_show, is_too_early, NULL };
  static const Step marked[] = { ask_completed, is_completed, NULL };
  static const Step undone[] = { ask_no_show, press_undo, is_undone, NULL };

  run (early, check_as_before);
  run_from ("2020-12-01 08:00", marked, check_completed);
  run_from ("2020-12-01 08:00", undone, check_as_before);
}

/* Who leaves before the answer comes has left: no window comes back for it, and what was asked for is done. */
static void
test_left (void)
{
  static const Step resend[] = { ask_resend, NULL };
  static const Step marked[] = { ask_completed, NULL };

  run (resend, check_resent);
  run_from ("2020-12-01 08:00", marked, check_completed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_handler_install ();

  g_test_add_func ("/ui/life/VC-38/join", test_join);
  g_test_add_func ("/ui/life/VC-39/join-unknown", test_join_unknown);
  g_test_add_func ("/ui/life/SH-46/undo", test_undo);
  g_test_add_func ("/ui/life/SH-46/hasten", test_hasten);
  g_test_add_func ("/ui/life/SH-45/reschedule", test_reschedule);
  g_test_add_func ("/ui/life/SH-45/undo", test_reschedule_undo);
  g_test_add_func ("/ui/life/O-7/proposal", test_proposal);
  g_test_add_func ("/ui/life/TA-11/edit", test_edit);
  g_test_add_func ("/ui/life/O-13/resend", test_resend);
  g_test_add_func ("/ui/life/O-14/mark", test_mark);
  g_test_add_func ("/ui/life/O-14/left", test_left);

  return g_test_run ();
}
