/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_SECRET (convene_secret_get_type ())

/* A token or a password on its way. It has no conversion to a string, is overwritten when its last reference goes, and is immutable:
 * references may be held by several threads. */
typedef struct _ConveneSecret ConveneSecret;

GType convene_secret_get_type (void) G_GNUC_CONST;

ConveneSecret *convene_secret_new (const char *text);
ConveneSecret *convene_secret_new_take (char *text); /* overwrites and frees text */
ConveneSecret *convene_secret_ref (ConveneSecret *self);
void           convene_secret_unref (ConveneSecret *self);

/* The text itself, for the one place that puts it on the wire or into the vault. Valid as long as the reference. */
const char *convene_secret_peek (ConveneSecret *self);

gboolean convene_secret_equal (ConveneSecret *a,
                               ConveneSecret *b);

/* Overwrites a string in a way that the compiler keeps, then frees it. */
void convene_secret_free_text (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneSecret, convene_secret_unref)

G_END_DECLS
