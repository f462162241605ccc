/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* The uid of the first past sample: a database that has it has had its samples, whoever added them. No letter and no .ics has it. */
#define CONVENE_SAMPLES_UID "c0117e9e-0000-4000-8000-000000000001"

/* Samples as a pure function of the time: arrays of ConveneInterview that own their items, at working hours of `zone` (an IANA name) and on no Saturday
 * or Sunday. `now`: microseconds since 1970 UTC. */

/* Over, with uids and results, on the weekdays before. */
GPtrArray *convene_samples_make_past (gint64      now,
                                      const char *zone);

/* To be scheduled: none begins before `now`; the first one soon, where it is a working hour, and the others in the next two weeks. */
GPtrArray *convene_samples_make_coming (gint64      now,
                                        const char *zone);

G_END_DECLS
