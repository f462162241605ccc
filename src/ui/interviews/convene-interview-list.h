/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview-query.h"
#include "convene-interview-selection.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_LIST (convene_interview_list_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewList, convene_interview_list, CONVENE, INTERVIEW_LIST, AdwBin)

/* The interviews of a query: a table whose headers sort it, or cards where it is narrow; each has a menu. Properties: "narrow", "compact" and "tight" (the table
 * with fewer columns, for less room).
 * Signals: "opened" (s uid: Enter, a double click, in a narrow list a click), "selection-changed". Cards are chosen by pressing one for a while, and then by a tap. */
GtkWidget *convene_interview_list_new (void);

/* The list follows the query's order, and changes it by its headers. NULL for none; `engine` is that of the query. */
void convene_interview_list_set_query (ConveneInterviewList  *self,
                                       ConveneEngine         *engine,
                                       ConveneInterviewQuery *query);

ConveneInterviewQuery *convene_interview_list_get_query (ConveneInterviewList *self);

/* NULL without a query; owned by the list. */
ConveneInterviewSelection *convene_interview_list_get_selection (ConveneInterviewList *self);

/* The uid of the one that is chosen; NULL where none is, or several, or it is not read yet. Owned by the list. */
const char *convene_interview_list_get_chosen (ConveneInterviewList *self);

/* Chooses one, where it stands in the list and was read. */
void convene_interview_list_choose (ConveneInterviewList *self,
                                    const char           *uid);

void convene_interview_list_unselect (ConveneInterviewList *self);

G_END_DECLS
