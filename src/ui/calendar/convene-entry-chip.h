/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

/* Whether anything is out of the ordinary with an interview. */
gboolean convene_entry_chip_is_needed (ConveneCalendarEntry *entry);

/* Lets a ConveneChip say what is out of the ordinary with an interview; hides it where nothing is. */
void convene_entry_chip_show (GtkWidget            *chip,
                              ConveneCalendarEntry *entry);

G_END_DECLS
