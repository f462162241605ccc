/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview-item.h"

G_BEGIN_DECLS

/* The items of a ConveneInterviewQuery that somebody holds, what they show, and which of that is yet to be read. An interview has one item for as long as anybody holds
 * it. */
typedef struct _ConveneInterviewShelf ConveneInterviewShelf;

ConveneInterviewShelf *convene_interview_shelf_new (void);
void                   convene_interview_shelf_free (ConveneInterviewShelf *self);

/* The item of the interview with this key: a reference. */
ConveneInterviewItem *convene_interview_shelf_take_item (ConveneInterviewShelf *self,
                                                         gint64                 key);

/* Whether what the interview shows was read. */
gboolean convene_interview_shelf_knows (ConveneInterviewShelf *self,
                                        gint64                 key);

/* If it was not, it is among those to be read: TRUE if it was not yet. */
gboolean convene_interview_shelf_want (ConveneInterviewShelf *self,
                                       gint64                 key);

/* What was read, also of interviews that nobody holds yet. */
void convene_interview_shelf_put (ConveneInterviewShelf *self,
                                  gint64                 key,
                                  ConveneCalendarEntry  *entry);

/* All that was read may be something else by now: what is held is to be read again, and goes on showing what it showed. */
void convene_interview_shelf_doubt (ConveneInterviewShelf *self);

/* The keys of the next interviews to be read (an array of gint64), which are not to be read any more; empty for none. */
GArray *convene_interview_shelf_take_wanted (ConveneInterviewShelf *self);

gboolean convene_interview_shelf_has_wanted (ConveneInterviewShelf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneInterviewShelf, convene_interview_shelf_free)

G_END_DECLS
