/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_CHOICE (convene_choice_get_type ())

G_DECLARE_FINAL_TYPE (ConveneChoice, convene_choice, CONVENE, CHOICE, GObject)

/* Something that a person may choose: what stands for it, and what they read. Read-only properties: value, label. Immutable. */
ConveneChoice *convene_choice_new (const char *value,
                                   const char *label);

/* Never NULL. */
const char *convene_choice_get_value (ConveneChoice *self);
const char *convene_choice_get_label (ConveneChoice *self);

G_END_DECLS
