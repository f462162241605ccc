/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-outbox.h"

G_BEGIN_DECLS

/* What a sync came to. A plain struct; nothing in it is its own. */
typedef struct
{
  const ConveneOutboxReport *report;
  GPtrArray                 *differing; /* ConveneInterview whose meeting is not what it says */
  const GError              *problem;   /* what kept the meetings from being looked at, or NULL */
} ConveneCliSync;

G_END_DECLS
