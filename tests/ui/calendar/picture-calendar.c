/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* picture-calendar: the month and the day as pictures into the folder CONVENE_PICTURES, for a person to look at; with CONVENE_MIRRORED from right to left, with
 * CONVENE_LARGE at 200 %. */

#include <stdlib.h>

#include "convene-day-view.h"
#include "convene-month-view.h"
#include "ui-window.h"
#include "ui-fixture.h"

static const struct
{
  const char     *candidate;
  const char     *job;
  const char     *wall;
  ConvenePlatform platform;
  ConveneStatus   status;
  int             meeting;
} interviews[] = {
  { "Ada Example", "Staff Engineer", "2026-12-01 09:25", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE },
  { "Bo Sample", "Designer", "2026-12-01 14:00", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, -1 },
  { "Chiara Castillo-Fernández de la Vega", "Product Manager", "2026-12-01 15:30", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_FAILED },
  { "Dmitri Eriksson", "Nurse", "2026-12-01 17:00", CONVENE_PLATFORM_IN_PERSON, CONVENE_STATUS_CANCELLED, -1 },
  { "Elif Nakamura", "Chef", "2026-12-01 18:00", CONVENE_PLATFORM_TEAMS, CONVENE_STATUS_PROPOSED, -1 },
  { "Fátima García", "Staff Engineer", "2026-12-03 09:30", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, -1 },
  { "Grace Okafor", "Designer", "2026-12-03 11:00", CONVENE_PLATFORM_LINK, CONVENE_STATUS_SCHEDULED, -1 },
  { "Hiroshi Tanaka", "Accountant", "2026-12-09 11:00", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_PROPOSED, -1 },
  { "Ines Moreau", "Translator", "2026-12-10 08:15", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_FAILED },
  { "Joon Kim", "Recruiter", "2026-12-10 13:45", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_CANCELLED, -1 },
  { "Kwame Abara", "Art Director", "2026-12-24 10:00", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE },
  { "Lucía Rossi", "Chef", "2027-01-05 10:00", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE },
};

static GtkWidget *
make_content (UiFixture *fixture,
              gboolean   narrow)
{
  GtkWidget *box = gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *month = convene_month_view_new (fixture->engine);
  GtkWidget *day = convene_day_view_new (fixture->engine);

  g_object_set (month, "narrow", narrow, "hexpand", TRUE, NULL);
  g_object_set (day, "width-request", narrow ? -1 : 320, "vexpand", TRUE, NULL);
  convene_day_view_set_calendar (CONVENE_DAY_VIEW (day), convene_calendar_view_get_calendar (CONVENE_CALENDAR_VIEW (month)));
  g_object_bind_property (month, "date", day, "date", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), month);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  gtk_widget_set_vexpand (box, TRUE);
  return outer;
}

static gboolean
has_loaded (gpointer user_data)
{
  return convene_calendar_get_loaded (user_data) && g_list_model_get_n_items (user_data) >= G_N_ELEMENTS (interviews) - 1;
}

static void
show (UiFixture  *fixture,
      const char *name,
      int         width,
      int         height)
{
  GtkWidget           *content = make_content (fixture, width < 720);
  GtkWindow           *window = ui_present (content, width, height);
  ConveneCalendarView *month = CONVENE_CALENDAR_VIEW (ui_find (content, CONVENE_TYPE_MONTH_VIEW));
  g_autofree char     *chosen = g_strconcat (name, "-chosen", NULL);

  ui_fixture_run_until (fixture, has_loaded, convene_calendar_view_get_calendar (month));
  ui_show (GTK_WIDGET (window), name);
  convene_calendar_view_set_date (month, "2026-12-16");
  gtk_widget_grab_focus (GTK_WIDGET (month));
  gtk_window_set_focus_visible (window, TRUE);
  ui_show (GTK_WIDGET (window), chosen);
  ui_destroy (window, content);
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
      g_autoptr(ConveneInterview) interview = ui_fixture_make_interview (interviews[i].candidate, interviews[i].job, interviews[i].wall, "UTC", 45, interviews[i].platform);

      convene_interview_set_status (interview, interviews[i].status);
      ui_fixture_put (fixture, interview, interviews[i].meeting);
    }
  show (fixture, "calendar-360", 360, 640);
  show (fixture, "calendar-800", 800, 600);
  show (fixture, "calendar-1180", 1180, 760);
  show (fixture, "calendar-1600", 1600, 1000);
  ui_fixture_free (fixture);
  return EXIT_SUCCESS;
}
