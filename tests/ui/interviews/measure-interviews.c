/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* measure-interviews FOLDER: how long the main thread is busy while the list of the interviews in the profile in FOLDER is scrolled and paged. */

#include <stdlib.h>

#include "interviews-fixture.h"
#include "ui-measure.h"

#define REST (80)

static void
scroll (UiMeasure     *measure,
        GtkAdjustment *adjustment,
        const char    *name,
        int            turns,
        double         step)
{
  gtk_adjustment_set_value (adjustment, 0);
  ui_rest (5 * REST);
  for (int i = 0; i < turns; i++)
    {
      double before = gtk_adjustment_get_value (adjustment);

      gtk_adjustment_set_value (adjustment, before + step);
      if (gtk_adjustment_get_value (adjustment) == before)
        gtk_adjustment_set_value (adjustment, 0);
      ui_measure_step (measure);
      ui_rest (REST);
    }
  ui_measure_report (measure, name);
}

int
main (int   argc,
      char *argv[])
{
  Interviews    *page;
  UiMeasure     *measure;
  GtkAdjustment *adjustment;

  ui_test_init (&argc, &argv);
  if (argc < 2)
    return EXIT_FAILURE;

  page = interviews_new_in (argv[1]);
  interviews_show (page, 1180, 760);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (interviews_list (page)), GTK_TYPE_SCROLLED_WINDOW)));
  measure = ui_measure_new (GTK_WIDGET (page->window));
  scroll (measure, adjustment, "list, a turn of the wheel", 100, 60);
  scroll (measure, adjustment, "list, a page", 100, gtk_adjustment_get_page_size (adjustment));
  scroll (measure, adjustment, "list, far away", 20, gtk_adjustment_get_upper (adjustment) / 25);
  ui_measure_free (measure);
  interviews_free (page);
  return EXIT_SUCCESS;
}
