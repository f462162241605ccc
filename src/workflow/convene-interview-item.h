/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_ITEM (convene_interview_item_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewItem, convene_interview_item, CONVENE, INTERVIEW_ITEM, GObject)

/* An interview's place in a ConveneInterviewQuery. Property "entry", read-only: what it shows, a ConveneCalendarEntry, or NULL while that is being read. */

/* Owned by the item. */
ConveneCalendarEntry *convene_interview_item_get_entry (ConveneInterviewItem *self);

G_END_DECLS
