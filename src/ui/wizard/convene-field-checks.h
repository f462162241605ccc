/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-rows.h"
#include "convene-wizard-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_FIELD_CHECKS (convene_field_checks_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFieldChecks, convene_field_checks, CONVENE, FIELD_CHECKS, GObject)

/* Keeps a page's errors and its can-go-on true to the draft. An error is shown once its field was left or everything was asked for, and goes away as
 * soon as it is right. The page owns it and outlives it. */
ConveneFieldChecks *convene_field_checks_new (ConveneWizardPage *page,
                                              int                step);

/* `field` as convene_draft_check_field () names it; leaving `row` makes its error show in `error_row`. In the order in which people meet them. A field may
 * have several rows: the first takes the focus. */
void convene_field_checks_add (ConveneFieldChecks *self,
                               const char         *field,
                               GtkWidget          *row,
                               ConveneErrorRow    *error_row);

/* What the error row says while there is nothing to say about the field. */
void convene_field_checks_set_note (ConveneFieldChecks *self,
                                    const char         *field,
                                    const char         *note);

/* As if the field had been left: its error shows from now on. */
void convene_field_checks_touch (ConveneFieldChecks *self,
                                 const char         *field);

/* What was there is dealt with: the next error shows once it was left again. */
void convene_field_checks_untouch (ConveneFieldChecks *self,
                                   const char         *field);

/* Everything is looked at anew. */
void convene_field_checks_update (ConveneFieldChecks *self);

/* From now on every error shows, and the first wrong field has the focus. */
void convene_field_checks_show_all (ConveneFieldChecks *self);

/* As when the page was new: nothing was touched. */
void convene_field_checks_forget (ConveneFieldChecks *self);

G_END_DECLS
