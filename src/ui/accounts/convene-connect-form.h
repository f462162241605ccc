/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-rows.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CONNECT_FORM (convene_connect_form_get_type ())

G_DECLARE_FINAL_TYPE (ConveneConnectForm, convene_connect_form, CONVENE, CONNECT_FORM, GtkWidget)

/* What every form that connects an account has around its rows (its children in the .ui): a sentence on what it is, a button, waiting with Cancel,
 * and errors. A child of type "waiting" is shown instead of the rows while it waits. Properties: "explanation", "waiting" (what it waits for,
 * "Asking Zoom…"), "submit-label" (NULL: "_Connect"), "message" (what went wrong and is about no field, or NULL) and "busy". Signal "submitted": connect with what is typed.
 * Actions: form.submit, form.stop. */

/* An error about a field called `name` is shown in `row`, and goes away when the row's field is changed. */
void convene_connect_form_add_field (ConveneConnectForm *self,
                                     const char         *name,
                                     ConveneErrorRow    *row);

/* Says that it waits, until convene_connect_form_end (). What it answers is cancelled by Cancel, by leaving the form, and when the form goes. Owned
 * by the form. */
GCancellable *convene_connect_form_begin (ConveneConnectForm *self);

/* Shows an error where it belongs; NULL for success. A cancellation is none. */
void convene_connect_form_end (ConveneConnectForm *self,
                               const GError       *error);

/* Stops what is under way, and forgets the errors. */
void convene_connect_form_reset (ConveneConnectForm *self);

gboolean convene_connect_form_get_busy (ConveneConnectForm *self);

G_END_DECLS
