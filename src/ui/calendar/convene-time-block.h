/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar-entry.h"
#include "convene-palette.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_TIME_BLOCK (convene_time_block_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTimeBlock, convene_time_block, CONVENE, TIME_BLOCK, GtkWidget)

/* An interview beside its hours, drawn by itself. It has the keyboard's focus, Ctrl+R, Ctrl+E and Delete, and is used again for other interviews. Property
 * "entry" (NULL: unused, and not to be seen). */
GtkWidget *convene_time_block_new (ConvenePalette *palette);

/* `part`: which part of it the day shows, where it lasts over midnight: -1 its end, 0 all, 1 its start, 2 its middle. */
void convene_time_block_set_entry (ConveneTimeBlock     *self,
                                   ConveneCalendarEntry *entry,
                                   int                   part);

ConveneCalendarEntry *convene_time_block_get_entry (ConveneTimeBlock *self);

void convene_time_block_set_colors (ConveneTimeBlock *self,
                                    ConveneColors     colors);

/* Tells the screen reader what it shows. */
void convene_time_block_tell (ConveneTimeBlock *self);

G_END_DECLS
