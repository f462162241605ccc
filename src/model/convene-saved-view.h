/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_SAVED_VIEW (convene_saved_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSavedView, convene_saved_view, CONVENE, SAVED_VIEW, GObject)

/* A filter and an order under a name that a person gave. Read-only properties: name, filter, order. Immutable. */
ConveneSavedView *convene_saved_view_new (const char *name,
                                          const char *filter,
                                          const char *order);

const char *convene_saved_view_get_name (ConveneSavedView *self);

/* As the filter wrote itself: never NULL. */
const char *convene_saved_view_get_filter (ConveneSavedView *self);

/* How the list was sorted, or NULL. */
const char *convene_saved_view_get_order (ConveneSavedView *self);

G_END_DECLS
