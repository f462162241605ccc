/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

#define CONVENE_AGENDA_MAX 2000
#define CONVENE_TOPIC_MAX 200
#define CONVENE_NOTES_MAX 10000
#define CONVENE_DURATION_MAX 1440

/* Whether an interview can be scheduled at `now` (microseconds since 1970 UTC): every rule about what a person typed, in the order of the
 * wizard's fields. Refuses with CONVENE_ERROR_INVALID, the field and the mend. */
gboolean convene_interview_check (ConveneInterview *interview,
                                  gint64            now,
                                  GError          **error);

/* The same without what the platform asks for: for a face that does not know the platform yet. */
gboolean convene_interview_check_without_platform (ConveneInterview *interview,
                                                   gint64            now,
                                                   GError          **error);

/* What Zoom and the letters call it (SH-24): the job, then " Interview". Owned by the caller. */
char *convene_interview_dup_topic (ConveneInterview *interview);

G_END_DECLS
