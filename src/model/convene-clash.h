/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

/* Somebody who is in another interview at the same time. */
typedef struct
{
  char                 *address; /* as it was asked for */
  ConveneCalendarEntry *entry;   /* the other interview */
} ConveneClash;

ConveneClash *convene_clash_new (const char           *address,
                                 ConveneCalendarEntry *entry);
void          convene_clash_free (ConveneClash *clash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneClash, convene_clash_free)

G_END_DECLS
