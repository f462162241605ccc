/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening.h"
#include "ui-fixture.h"
#include "ui-window.h"

G_BEGIN_DECLS

/* Whether a label that can be seen says this, among others; and waiting for that. */
gboolean opening_says (GtkWidget  *widget,
                       const char *text);
void     opening_wait_for (GtkWidget  *widget,
                           const char *text);

/* A button that can be seen, by its label, or NULL. */
GtkWidget *opening_find_button (GtkWidget  *widget,
                                const char *label);

/* Gives a window what the application has for it: app.show-interview, which does nothing. */
void opening_add_actions (GtkWindow *window);

/* What Ada Example's calendar would send: a claim of that kind about `interview`, one that proposes another time for a counter proposal. */
ConveneClaim *opening_make_claim (ConveneClaimKind  kind,
                                  ConveneInterview *interview);

G_END_DECLS
