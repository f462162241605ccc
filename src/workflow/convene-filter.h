/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_FILTER (convene_filter_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFilter, convene_filter, CONVENE, FILTER, GObject)

/* Which interviews a person wants to see. Properties, all read-write; NULL, which "" becomes too, stands for any:
 *
 * "text" (words that are being typed), "platform" (a nick of ConvenePlatform), "status" (a nick of ConveneStatus), "job" (a title), "host" (the address of a
 * meeting's host), "person" (the address of somebody who takes part), "period" (a nick of ConvenePeriod, "any" becomes NULL) and "attention" (TRUE: those
 * alone that need a person). A nick that is none becomes NULL.
 *
 * Property "active", read-only: anything but the text is set. Signal "changed", without arguments: once for each change that is one, after the properties'
 * notifications. */
ConveneFilter *convene_filter_new (void);

const char *convene_filter_get_text (ConveneFilter *self);
const char *convene_filter_get_platform (ConveneFilter *self);
const char *convene_filter_get_status (ConveneFilter *self);
const char *convene_filter_get_job (ConveneFilter *self);
const char *convene_filter_get_host (ConveneFilter *self);
const char *convene_filter_get_person (ConveneFilter *self);
const char *convene_filter_get_period (ConveneFilter *self);
gboolean    convene_filter_get_attention (ConveneFilter *self);
gboolean    convene_filter_get_active (ConveneFilter *self);

void convene_filter_set_text (ConveneFilter *self,
                              const char    *text);

/* Everything but the text. */
void convene_filter_clear (ConveneFilter *self);

/* All but the text, to be kept: one line, "" for nothing. */
char *convene_filter_to_string (ConveneFilter *self);

/* Sets all but the text from what convene_filter_to_string () gave. FALSE, and nothing changes, for what no filter gives; what a later version may have
 * added is passed over. */
gboolean convene_filter_set_from_string (ConveneFilter *self,
                                         const char    *string);

/* Whether the period is one with bounds: [*from, *to) in microseconds since 1970 UTC, of this computer's zone at `now`. `first_weekday` is 1 (Monday) to 7
 * (Sunday). UPCOMING and PAST, which ask for the end of an interview and not its start, have none. */
gboolean convene_filter_get_range (ConveneFilter *self,
                                   gint64         now,
                                   int            first_weekday,
                                   gint64        *from,
                                   gint64        *to);

G_END_DECLS
