/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the Date & Time page says of a time. Instants are microseconds since 1970 UTC, zones IANA names; `own` is the machine's. */

/* "Tuesday 1 December, 10:00 for you · 09:00 for Ada (Mexico City)"; where the interview's zone is neither's and shows another time, also that. */
char *convene_time_words_both (gint64      instant,
                               const char *own,
                               const char *interview,
                               const char *candidate,
                               const char *name,
                               gint64      now);

/* Whether clocks in two zones show the same at an instant. */
gboolean convene_time_words_same_clock (gint64      instant,
                                        const char *a,
                                        const char *b);

/* A quiet note where an interview begins before 08:00 or ends after 20:00 by the candidate's clock; "" else. */
char *convene_time_words_hours (gint64      start,
                                int         minutes,
                                const char *candidate,
                                const char *name);

G_END_DECLS
