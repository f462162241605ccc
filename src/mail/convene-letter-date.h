/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates as people write them, by ICU's patterns for a locale. The wall clock is tzdata's, through GLib, as everywhere in the program: the zone
 * rules inside ICU are often years older. Instants are microseconds since 1970 UTC, a zone is an IANA name, a locale is one of ICU's ("en_150").
 * Errors: INVALID about "timezone" for an unknown zone, about "start" for what cannot be written. */

/* "Tuesday, 1 December 2026, 10:00–10:45"; both dates where the range passes midnight. */
char *convene_letter_date_range (const char *locale,
                                 const char *zone,
                                 gint64      from,
                                 gint64      to,
                                 GError    **error);

/* "Tue, 1 Dec 2026, 10:00" */
char *convene_letter_date_short (const char *locale,
                                 const char *zone,
                                 gint64      at,
                                 GError    **error);

/* "Sunday, 1 November 2026" */
char *convene_letter_date_day (const char *locale,
                               const char *zone,
                               gint64      at,
                               GError    **error);

/* The city that a zone is named for, in the locale's language: "Mexico City". NULL where it is named for none: "UTC", "Etc/GMT+5". */
char *convene_letter_date_city (const char *locale,
                                const char *zone);

/* "UTC−6", "UTC+5:30", "UTC": with U+2212. NULL for an unknown zone. */
char *convene_letter_date_offset (const char *zone,
                                  gint64      at);

G_END_DECLS
