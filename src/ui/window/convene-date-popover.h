/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_DATE_POPOVER (convene_date_popover_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDatePopover, convene_date_popover, CONVENE, DATE_POPOVER, GtkPopover)

/* Asks for a date: one is typed, or a day of a small month chosen. Each that is chosen is shown at once, by win.show-date (s); Enter is the end of it. It
 * begins with `date` ("2026-12-01", or NULL). */
GtkWidget *convene_date_popover_new (const char *date);

G_END_DECLS
