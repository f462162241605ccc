/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-enums.h"

G_BEGIN_DECLS

/* Which interviews, in which order: by start; the past ones last, newest first. A plain struct on the caller's stack; the texts are the caller's. */
typedef struct
{
  gint64             from; /* microseconds since 1970 UTC, 0 for any */
  gint64             to;   /* the first instant after, 0 for any */
  gboolean           all;  /* those that ended before `now` too */
  gint64             now;  /* what "ended" means */
  gboolean           has_platform;
  ConvenePlatform    platform;
  gboolean           has_status;
  ConveneStatus      status;
  const char        *search; /* words, each the beginning of one in people, job, agenda, notes or meeting number; NULL for any */
  const char *const *uids;   /* these alone, NULL-terminated; NULL for any */
  guint              offset;
  guint              limit; /* 0 for no limit */
} ConveneInterviewFilter;

G_END_DECLS
