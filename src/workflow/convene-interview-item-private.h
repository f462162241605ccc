/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview-item.h"

G_BEGIN_DECLS

/* `key` is the interview's in the database. */
ConveneInterviewItem *convene_interview_item_new (gint64 key);

gint64 convene_interview_item_get_key (ConveneInterviewItem *self);

/* Notifies where it shows something else than before. */
void convene_interview_item_set_entry (ConveneInterviewItem *self,
                                       ConveneCalendarEntry *entry);

G_END_DECLS
