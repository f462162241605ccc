/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The head of a column of days: "Mon", and "Monday" as it is read aloud. `weekday` is 1 (Monday) to 7 (Sunday). */
GtkWidget *convene_weekday_label_new (int weekday);

G_END_DECLS
