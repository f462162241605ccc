/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* picture-week: the week, a day and the agenda as pictures into the folder CONVENE_PICTURES, for a person to look at; with CONVENE_MIRRORED from right to left,
 * with CONVENE_LARGE at 200 %. */

#include <stdlib.h>

#include "convene-agenda-view.h"
#include "convene-time-view.h"
#include "ui-fixture.h"
#include "ui-window.h"

static const struct
{
  const char     *candidate;
  const char     *job;
  const char     *wall;
  int             minutes;
  ConvenePlatform platform;
  ConveneStatus   status;
  ConveneResponse response;
  int             meeting;
} interviews[] = {
  { "Ada Example", "Staff Engineer", "2026-12-01 09:25", 45, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, CONVENE_MEETING_STATE_LIVE },
  { "Bo Sample", "Designer", "2026-12-01 09:45", 60, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_TENTATIVE, -1 },
  { "Chiara Castillo-Fernández de la Vega", "Product Manager", "2026-12-01 10:00", 90, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_DECLINED, CONVENE_MEETING_STATE_FAILED },
  { "Dmitri Eriksson", "Nurse", "2026-12-01 12:00", 45, CONVENE_PLATFORM_IN_PERSON, CONVENE_STATUS_CANCELLED, CONVENE_RESPONSE_NEEDS_ACTION, -1 },
  { "Elif Nakamura", "Chef", "2026-12-01 14:00", 60, CONVENE_PLATFORM_TEAMS, CONVENE_STATUS_PROPOSED, CONVENE_RESPONSE_NEEDS_ACTION, -1 },
  { "Fátima García", "Staff Engineer", "2026-12-03 09:30", 15, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, -1 },
  { "Grace Okafor", "Designer", "2026-12-03 11:00", 120, CONVENE_PLATFORM_LINK, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_NEEDS_ACTION, -1 },
  { "Hiroshi Tanaka", "Accountant", "2026-12-04 23:30", 90, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_NEEDS_ACTION, -1 },
  { "Ines Moreau", "Translator", "2026-12-05 08:15", 45, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_NEEDS_ACTION, CONVENE_MEETING_STATE_FAILED },
  { "Joon Kim", "Recruiter", "2026-11-30 13:45", 45, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_COMPLETED, CONVENE_RESPONSE_ACCEPTED, CONVENE_MEETING_STATE_LIVE },
  { "Kwame Abara", "Art Director", "2026-10-25 01:30", 60, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_NEEDS_ACTION, -1 },
};

static gboolean
is_loaded (gpointer user_data)
{
  g_autoptr(ConveneCalendar) calendar = NULL;

  g_object_get (user_data, "calendar", &calendar, NULL);
  return convene_calendar_get_loaded (calendar);
}

static void
show (UiFixture  *fixture,
      GtkWidget  *view,
      const char *name,
      int         width,
      int         height)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;

  g_object_set (view, "engine", fixture->engine, "narrow", width < 720, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), view);
  window = ui_present (outer, width, height);
  ui_fixture_run_until (fixture, is_loaded, view);
  ui_wait_frame (view);
  gtk_widget_grab_focus (view);
  gtk_window_set_focus_visible (window, TRUE);
  ui_show (GTK_WIDGET (window), name);
  ui_destroy (window, outer);
}

static GtkWidget *
make_time_view (guint       days,
                const char *colors,
                const char *zone,
                const char *date)
{
  return g_object_new (CONVENE_TYPE_TIME_VIEW, "days", days, "colors", colors, "second-zone", zone, "date", date, NULL);
}

int
main (int   argc,
      char *argv[])
{
  UiFixture *fixture;

  ui_test_init (&argc, &argv);
  if (g_getenv ("CONVENE_MIRRORED") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_getenv ("CONVENE_LARGE") != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);

  fixture = ui_fixture_new ();
  for (guint i = 0; i < G_N_ELEMENTS (interviews); i++)
    {
      g_autoptr(ConveneInterview) interview = ui_fixture_make_interview (interviews[i].candidate, interviews[i].job, interviews[i].wall, "UTC", interviews[i].minutes, interviews[i].platform);
      ConveneParticipant *candidate = convene_interview_get_candidate (interview);

      convene_interview_set_status (interview, interviews[i].status);
      convene_participant_set_response (candidate, interviews[i].response);
      ui_fixture_put (fixture, interview, interviews[i].meeting);
    }
  show (fixture, make_time_view (7, "job", "", "2026-12-01"), "week-1180", 1180, 760);
  show (fixture, make_time_view (7, "state", "America/Mexico_City", "2026-12-01"), "week-state-1180", 1180, 760);
  show (fixture, make_time_view (7, "job", "America/Mexico_City", "2026-12-01"), "week-360", 360, 640);
  show (fixture, make_time_view (1, "job", "", "2026-12-01"), "day-360", 360, 640);
  show (fixture, make_time_view (1, "job", "Asia/Kolkata", "2026-12-01"), "day-800", 800, 600);
  show (fixture, make_time_view (7, "job", "", "2026-10-25"), "week-change", 1180, 1400);
  show (fixture, g_object_new (CONVENE_TYPE_AGENDA_VIEW, NULL), "agenda-1180", 1180, 760);
  show (fixture, g_object_new (CONVENE_TYPE_AGENDA_VIEW, "colors", "state", NULL), "agenda-360", 360, 640);
  ui_fixture_free (fixture);
  return EXIT_SUCCESS;
}
