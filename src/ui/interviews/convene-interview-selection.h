/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-interview-query.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_SELECTION (convene_interview_selection_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewSelection, convene_interview_selection, CONVENE, INTERVIEW_SELECTION, GObject)

/* Which interviews of a query are chosen, any number of them: a GtkSelectionModel, as GtkMultiSelection is one, but for two things: choosing all of a hundred
 * thousand reads none of them, and a few that are chosen stay so where they go when the list is sorted otherwise. */
ConveneInterviewSelection *convene_interview_selection_new (ConveneInterviewQuery *query);

guint convene_interview_selection_count (ConveneInterviewSelection *self);

/* The positions of those that are chosen, as guint. Owned by the caller. */
GArray *convene_interview_selection_list (ConveneInterviewSelection *self);

G_END_DECLS
