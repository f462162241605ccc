/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* measure-calendar [FOLDER | EACH]: how long the main thread is busy when a month, a week and a day are turned. With the profile in FOLDER, or with EACH interviews (20) on
 * every day. */

#include <stdlib.h>

#include "busy-month.h"
#include "convene-day-view.h"
#include "convene-month-view.h"
#include "convene-time-view.h"
#include "ui-measure.h"
#include "ui-window.h"

#define TURNS (60)
#define REST (300) /* ms: as somebody who looks at what is there for a moment */

typedef struct
{
  const char *name;
  guint       days; /* 0 for a month */
} View;

static const View views[] = { { "month", 0 }, { "week", 7 }, { "day", 1 } };

static void
rest (ConveneCalendar *calendar)
{
  ui_rest (REST);
  while (!convene_calendar_get_loaded (calendar))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
make_view (UiFixture  *fixture,
           const View *view)
{
  GtkWidget *widget = view->days == 0 ? convene_month_view_new (NULL) : convene_time_view_new ();

  if (view->days > 0)
    g_object_set (widget, "days", view->days, NULL);
  g_object_set (widget, "engine", fixture->engine, "hexpand", TRUE, NULL);
  return widget;
}

/* As in the window: the chosen day stands beside the month. */
static void
add_day (UiFixture *fixture,
         GtkWidget *box,
         GtkWidget *month)
{
  GtkWidget *day = convene_day_view_new (fixture->engine);
  g_autoptr(ConveneCalendar) calendar = NULL;

  g_object_get (month, "calendar", &calendar, NULL);
  convene_day_view_set_calendar (CONVENE_DAY_VIEW (day), calendar);
  g_object_bind_property (month, "date", day, "date", G_BINDING_SYNC_CREATE);
  gtk_widget_set_size_request (day, 340, -1);
  gtk_box_append (GTK_BOX (box), day);
}

static GtkWidget *
make_content (UiFixture  *fixture,
              const View *view,
              GtkWidget  *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), widget);
  if (view->days == 0)
    add_day (fixture, box, widget);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  return outer;
}

static void
run (UiFixture  *fixture,
     const View *view)
{
  GtkWidget *widget = make_view (fixture, view);
  GtkWidget *content = make_content (fixture, view, widget);
  GtkWindow *window = ui_present (content, 1180, 760);
  UiMeasure *measure;
  g_autoptr(ConveneCalendar) calendar = NULL;

  g_object_get (widget, "calendar", &calendar, NULL);
  rest (calendar);
  measure = ui_measure_new (GTK_WIDGET (window));
  for (guint i = 0; i < TURNS; i++)
    {
      ui_measure_step (measure);
      convene_calendar_view_turn (CONVENE_CALENDAR_VIEW (widget), i / 12 % 2 == 0 ? 1 : -1);
      rest (calendar);
    }
  ui_measure_report (measure, view->name);
  ui_show (GTK_WIDGET (window), view->name);
  ui_measure_free (measure);
  g_clear_object (&calendar);
  ui_destroy (window, content);
}

int
main (int   argc,
      char *argv[])
{
  const char *what = argc > 1 ? argv[1] : "20";
  gboolean    stored = g_file_test (what, G_FILE_TEST_IS_DIR);
  UiFixture  *fixture;

  ui_test_init (&argc, &argv);
  fixture = stored ? ui_fixture_new_in (what) : ui_fixture_new ();
  if (!stored)
    busy_month_fill (fixture, "2026-10-15", 520, (guint) g_ascii_strtoull (what, NULL, 10));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    run (fixture, &views[i]);
  ui_fixture_free (fixture);
  return EXIT_SUCCESS;
}
