/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

/* What the keyboard does with the interview that has the focus, without opening it: Ctrl+R, Ctrl+E and Delete ask for app.reschedule, app.edit and
 * app.cancel-interview (s: uid). */

/* For widgets that show one: its class has a property "entry", a ConveneCalendarEntry or NULL. */
void convene_entry_keys_add (GtkWidgetClass *klass);

G_END_DECLS
