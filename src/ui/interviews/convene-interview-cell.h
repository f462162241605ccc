/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-interview-item.h"

G_BEGIN_DECLS

/* What a column of the interviews shows. */
typedef enum
{
  CONVENE_COLUMN_TIME,
  CONVENE_COLUMN_CANDIDATE,
  CONVENE_COLUMN_JOB,
  CONVENE_COLUMN_TYPE,
  CONVENE_COLUMN_STATUS,
  CONVENE_COLUMN_ANSWER,
  CONVENE_COLUMN_HOST,
  CONVENE_COLUMN_MANAGER,
  CONVENE_COLUMN_N,
} ConveneColumn;

#define CONVENE_TYPE_INTERVIEW_CELL (convene_interview_cell_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewCell, convene_interview_cell, CONVENE, INTERVIEW_CELL, GtkWidget)

/* One fact of an interview in the table, cheap enough for hundreds of them to be filled again between two frames: nothing is measured when the text changes.
 * It follows its item. That of the time names the row. `now` is where the clock stands, for years; it is asked when a text is made. */
typedef gint64 (*ConveneNow) (gpointer user_data);

GtkWidget *convene_interview_cell_new (ConveneColumn column,
                                       ConveneNow    now,
                                       gpointer      user_data);

/* NULL for none. */
void                  convene_interview_cell_set_item (ConveneInterviewCell *self,
                                                       ConveneInterviewItem *item);
ConveneInterviewItem *convene_interview_cell_get_item (ConveneInterviewCell *self);

/* What a column is called. */
const char *convene_interview_cell_title (ConveneColumn column);

/* What a column says of an interview; owned by the caller. */
char *convene_interview_cell_format (ConveneColumn         column,
                                     ConveneCalendarEntry *entry,
                                     gint64                now);

/* For a screen reader: "Tuesday 1 December, 10:00 to 10:45, Ada Example, Staff Engineer, Zoom, accepted". */
char *convene_interview_cell_describe (ConveneCalendarEntry *entry,
                                       gint64                now);

G_END_DECLS
