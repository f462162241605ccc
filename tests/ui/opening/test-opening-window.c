/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-opening-window.h"
#include "opening-fixture.h"

typedef struct
{
  UiFixture            *fixture;
  char                 *uid;
  char                 *folder;
  ConveneOpeningWindow *window;
} Opened;

static void
set_up (Opened       *self,
        gconstpointer data)
{
  self->fixture = ui_fixture_new ();
  ui_fixture_add_account (self->fixture, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  self->uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  self->folder = g_dir_make_tmp ("convene-opening-XXXXXX", NULL);
  self->window = convene_opening_window_new (NULL, self->fixture->engine);
  opening_add_actions (GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Opened       *self,
           gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  ui_destroy (GTK_WINDOW (self->window), NULL);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self->uid);
  ui_fixture_free (self->fixture);
}

static void
open_text (Opened     *self,
           const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  convene_opening_window_add_file (self->window, file);
}

static char *
make_reply (Opened     *self,
            const char *who,
            const char *answer)
{
  return g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Calendar//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20261201T091500Z\r\n"
                          "DTSTART:20261201T100000Z\r\nDTEND:20261201T104500Z\r\nSEQUENCE:0\r\nORGANIZER:mailto:recruiter@example.com\r\n"
                          "ATTENDEE;CN=\"Ada Example\";PARTSTAT=%s:mailto:%s\r\nSUMMARY:Interview\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                          self->uid, answer, who);
}

static ConveneResponse
get_response (Opened *self)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->fixture, self->uid);

  return convene_participant_get_response (convene_interview_get_candidate (interview));
}

/* An answer is shown, changes nothing, and is taken when that is asked for; Enter would ask. */
static void
test_reply (Opened       *self,
            gconstpointer data)
{
  GtkWidget       *window = GTK_WIDGET (self->window);
  g_autofree char *text = make_reply (self, "ada.example@example.com", "ACCEPTED");
  GtkWidget       *button;

  open_text (self, "reply.ics", text);
  while ((button = opening_find_button (window, "_Take the Answer")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_resize (GTK_WINDOW (window), 360, 640);
  ui_show (window, "opening-reply");
  g_assert_true (opening_says (window, "Ada Example <ada.example@example.com>"));
  g_assert_cmpint (get_response (self), ==, CONVENE_RESPONSE_NEEDS_ACTION);
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (window)) == button);

  gtk_widget_activate (button);
  opening_wait_for (window, "The answer is taken");
  g_assert_cmpint (get_response (self), ==, CONVENE_RESPONSE_ACCEPTED);
  g_assert_null (opening_find_button (window, "_Take the Answer"));
  g_assert_nonnull (opening_find_button (window, "_Show Interview"));
  g_assert_true (gtk_widget_get_sensitive (opening_find_button (window, "_Show Interview")));
  ui_show (window, "opening-taken");

  /* Opened again, it is known. */
  open_text (self, "reply.ics", text);
  while (opening_says (window, "The answer is taken"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (opening_find_button (window, "_Take the Answer"));
  ui_show (window, "opening-again");
}

/* Several at once: each is named, and none is what Enter does. */
static void
test_several (Opened       *self,
              gconstpointer data)
{
  GtkWidget       *window = GTK_WIDGET (self->window);
  g_autofree char *first = make_reply (self, "ada.example@example.com", "ACCEPTED");
  g_autofree char *second = make_reply (self, "hal.manager@example.com", "DECLINED");

  open_text (self, "first.ics", first);
  open_text (self, "second.ics", second);
  open_text (self, "third.ics", "This is <b>no</b> calendar file.\n");
  opening_wait_for (window, "third.ics");
  while (opening_says (window, "Reading the file…"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (opening_says (window, "first.ics"));
  g_assert_true (opening_says (window, "second.ics"));
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (window)));
  ui_resize (GTK_WINDOW (window), 520, 1000);
  ui_show (window, "opening-several");
}

/* What is no invitation gets one line that says so, and no button. */
static void
test_bad (Opened       *self,
          gconstpointer data)
{
  static const char *const texts[] = { "This is no calendar file.\n", "", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n" };
  GtkWidget               *window = GTK_WIDGET (self->window);
  g_autoptr(GFile) missing = g_file_new_for_path ("/nonexistent/<b>.ics");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("bad-%u.ics", i);

      open_text (self, name, texts[i]);
    }
  convene_opening_window_add_file (self->window, missing);
  while (opening_says (window, "Reading the file…") || !gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  ui_resize (GTK_WINDOW (window), 360, 900);
  ui_show (window, "opening-bad");
  g_assert_null (opening_find_button (window, "_Take the Answer"));
  g_assert_null (opening_find_button (window, "_Show Interview"));
  g_assert_null (opening_find_button (window, "_Add to Convene"));
}

static const char foreign[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:foreign-1@example.org\r\nDTSTAMP:20261120T091500Z\r\n"
    "DTSTART;TZID=W. Europe Standard Time:20261215T100000\r\nDTEND;TZID=W. Europe Standard Time:20261215T104500\r\nSEQUENCE:0\r\n"
    "ORGANIZER;CN=Olga Other:mailto:olga@example.org\r\nATTENDEE;CN=Cy Candidate:mailto:cy@example.org\r\nATTENDEE;CN=Dee Other:mailto:dee@example.org\r\n"
    "SUMMARY:Chat with <b>Cy</b>\r\nLOCATION:https://us02web.zoom.us/j/81234567890?pwd=abcdef\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/* O-8: an invitation of others becomes an interview, of whoever is said to be the candidate. */
static void
test_foreign (Opened       *self,
              gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *button;

  open_text (self, "foreign.ics", foreign);
  while ((button = opening_find_button (window, "_Add to Convene")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (opening_says (window, "Chat with <b>Cy</b>"));
  g_assert_true (opening_says (window, "10:00 in Berlin"));
  g_assert_true (opening_says (window, "https://us02web.zoom.us/j/81234567890?pwd=abcdef"));
  g_assert_false (gtk_widget_get_sensitive (button));
  ui_resize (GTK_WINDOW (window), 800, 800);
  ui_show (window, "opening-foreign");

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (window, ADW_TYPE_COMBO_ROW)), 1);
  gtk_widget_activate (button);
  opening_wait_for (window, "The interview is in Convene");
  g_assert_true (gtk_widget_get_sensitive (opening_find_button (window, "_Show Interview")));
  ui_show (window, "opening-added");
}

/* What was dropped without a file. */
static void
test_bytes (Opened       *self,
            gconstpointer data)
{
  g_autofree char *text = make_reply (self, "ada.example@example.com", "TENTATIVE");
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  convene_opening_window_add_bytes (self->window, bytes);
  while (opening_find_button (GTK_WIDGET (self->window), "_Take the Answer") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* It may be closed while it reads. */
static void
test_closed (void)
{
  UiFixture            *fixture = ui_fixture_new ();
  ConveneOpeningWindow *window = convene_opening_window_new (NULL, fixture->engine);
  g_autoptr(GFile) file = g_file_new_for_path ("/proc/self/maps");

  gtk_window_present (GTK_WINDOW (window));
  convene_opening_window_add_file (window, file);
  ui_destroy (GTK_WINDOW (window), NULL);
  ui_fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/ui/opening/window/reply", Opened, NULL, set_up, test_reply, tear_down);
  g_test_add ("/ui/opening/window/O-8/foreign", Opened, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/ui/opening/window/several", Opened, NULL, set_up, test_several, tear_down);
  g_test_add ("/ui/opening/window/bad", Opened, NULL, set_up, test_bad, tear_down);
  g_test_add ("/ui/opening/window/bytes", Opened, NULL, set_up, test_bytes, tear_down);
  g_test_add_func ("/ui/opening/window/closed", test_closed);

  return g_test_run ();
}
