/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"

G_BEGIN_DECLS

/* What a file turns out to be. */
typedef enum
{
  CONVENE_LOOK_FRESH, /* nothing is there, or nothing is inside */
  CONVENE_LOOK_OURS,
  CONVENE_LOOK_FOREIGN,
  CONVENE_LOOK_NEWER,
  CONVENE_LOOK_DAMAGED,
  CONVENE_LOOK_FAILED, /* it could not be read */
} ConveneLook;

/* What three numbers make of it: PRAGMA application_id and user_version, and how many tables there are. */
ConveneLook convene_look_judge (const ConveneSchema *schema,
                                gint64               application_id,
                                gint64               version,
                                gint64               tables);

/* Looks at a file without a lock and without a trace. One that is being written, or whose write-ahead log waits for recovery, can only be told
 * from inside: it passes as OURS and is judged again there. */
ConveneLook convene_look (const char          *path,
                          const ConveneSchema *schema);

G_END_DECLS
