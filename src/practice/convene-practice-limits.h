/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-practice-switches.h"

G_BEGIN_DECLS

/* Zoom's limits: creates and updates per host and UTC day, calls per second and account, and one write at a time for a host. */
typedef struct _ConvenePracticeLimits ConvenePracticeLimits;

typedef enum
{
  CONVENE_PRACTICE_LIGHT,
  CONVENE_PRACTICE_MEDIUM,
  CONVENE_PRACTICE_N_CATEGORIES
} ConvenePracticeCategory;

ConvenePracticeLimits *convene_practice_limits_new (void);
void                   convene_practice_limits_free (ConvenePracticeLimits *self);

/* How often the host's quota of the UTC day of `now` (microseconds since 1970 UTC) was used. */
gint64 convene_practice_limits_get_used (ConvenePracticeLimits *self,
                                         const char            *host,
                                         gint64                 now);

/* The change that says so; apply puts it, or one from the journal, into force. */
JsonObject *convene_practice_limits_format_used (const char *host,
                                                 gint64      now,
                                                 gint64      used);
void        convene_practice_limits_apply (ConvenePracticeLimits *self,
                                           JsonObject            *change);

/* Counts a call. FALSE, and not counted, where `pace` calls of the category were made within the last second. */
gboolean convene_practice_limits_take_pace (ConvenePracticeLimits  *self,
                                            ConvenePracticeCategory category,
                                            gint64                  now,
                                            gint64                  pace);
gint64   convene_practice_limits_get_pace_used (ConvenePracticeLimits  *self,
                                                ConvenePracticeCategory category);

/* FALSE where a write for the host is in flight. */
gboolean convene_practice_limits_begin_write (ConvenePracticeLimits *self,
                                              const char            *host);
void     convene_practice_limits_end_write (ConvenePracticeLimits *self,
                                            const char            *host);

/* {"address": {"2026-12-01": 3}} */
JsonObject *convene_practice_limits_to_json (ConvenePracticeLimits *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeLimits, convene_practice_limits_free)

G_END_DECLS
