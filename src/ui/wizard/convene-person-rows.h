/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-wizard-page.h"

G_BEGIN_DECLS

/* Binds a row to a property of the page's draft. Enter in it goes on. */
void convene_draft_bind_row (ConveneWizardPage *page,
                             GtkWidget         *row,
                             const char        *property);

/* The same for the two rows of a person, "candidate" or "hiring-manager": known people complete in both and bring their other half (and a candidate their
 * zone), and “Name <address>”, pasted into one, falls into both. */
void convene_draft_bind_person (ConveneWizardPage *page,
                                AdwEntryRow       *name_row,
                                AdwEntryRow       *address_row,
                                const char        *who);

G_END_DECLS
