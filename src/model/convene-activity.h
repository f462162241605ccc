/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_ACTIVITY (convene_activity_get_type ())

G_DECLARE_FINAL_TYPE (ConveneActivity, convene_activity, CONVENE, ACTIVITY, GObject)

/* A line of an interview's history (SH-39). Read-only properties: at, text. Immutable. */
ConveneActivity *convene_activity_new (gint64      at,
                                       const char *text);

/* Microseconds since 1970 UTC. */
gint64 convene_activity_get_at (ConveneActivity *self);

/* One line, fit to show a person, without a secret. */
const char *convene_activity_get_text (ConveneActivity *self);

G_END_DECLS
