/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-enums.h"

G_BEGIN_DECLS

/* Which interviews, in which order. A plain struct on the caller's stack; the texts are the caller's. */
typedef struct
{
  gint64                from; /* microseconds since 1970 UTC, 0 for any */
  gint64                to;   /* the first instant after, 0 for any */
  gboolean              all;  /* those that ended before `now` too */
  gboolean              past; /* those that ended before `now` alone */
  gint64                now;  /* what "ended" means */
  gboolean              has_platform;
  ConvenePlatform       platform;
  gboolean              has_status;
  ConveneStatus         status;
  const char           *job;       /* a title, the case of Latin letters not counting; NULL for any */
  const char           *host;      /* the address of the meeting's host; NULL for any */
  const char           *person;    /* the address of somebody who takes part, in any role; NULL for any */
  gboolean              attention; /* those alone that need a person at `now` */
  const char           *search;    /* words, each the beginning of one in people, job, agenda, notes or meeting number; NULL for any */
  gboolean              named;     /* those words are looked for in people, job and meeting number alone */
  const char *const    *uids;      /* these alone, NULL-terminated; NULL for any */
  ConveneInterviewOrder order;
  gboolean              chronological; /* by start, whatever is over: from the first to the last */
  gboolean              descending;    /* the reverse of the order */
  guint                 offset;
  guint                 limit; /* 0 for no limit */
} ConveneInterviewFilter;

G_END_DECLS
