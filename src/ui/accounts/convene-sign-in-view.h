/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-connect-form.h"
#include "convene-connect-page.h"
#include "convene-sign-in.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_SIGN_IN_VIEW (convene_sign_in_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSignInView, convene_sign_in_view, CONVENE, SIGN_IN_VIEW, GtkWidget)

/* A sign-in that waits for its person: the code to type, the address to copy, and what went differently. It stands in a form as its child of type
 * "waiting". Property "sign-in": ConveneSignIn or NULL. */

/* Runs a sign-in: begins and ends `form`, and tells `page` when it is done. One at a time: the form is busy meanwhile. */
void convene_sign_in_view_run (ConveneSignInView  *self,
                               ConveneSignIn      *sign_in,
                               ConveneConnectForm *form,
                               ConveneConnectPage *page);

G_END_DECLS
