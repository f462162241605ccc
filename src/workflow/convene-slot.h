/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-plan-private.h"

G_BEGIN_DECLS

/* Where an interview finds the meeting of others, if it is to share one (HL-13 to HL-15). */
typedef struct
{
  char  *job;
  char  *host;     /* an address */
  gint64 start;    /* microseconds since 1970 UTC */
  int    duration; /* minutes */
} ConveneSlot;

/* The slot to look in for what is asked for; NULL where it shares no meeting, or keeps the one that it has. Everything of `facts` but `slot` is there. */
ConveneSlot *convene_slot_new_wanted (const ConvenePlanRequest *request,
                                      const ConvenePlanFacts   *facts);
void         convene_slot_free (ConveneSlot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneSlot, convene_slot_free)

G_END_DECLS
