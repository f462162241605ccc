/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-draft.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ATTENDEE_ROW (convene_attendee_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAttendeeRow, convene_attendee_row, CONVENE, ATTENDEE_ROW, AdwPreferencesRow)

/* One interviewer of a draft: name, address, role (to be changed), a button that removes them, and what else they have then. */
GtkWidget *convene_attendee_row_new (ConveneDraft       *draft,
                                     ConveneParticipant *person);

const char *convene_attendee_row_get_address (ConveneAttendeeRow *self);

/* "Has another interview …", or NULL. */
void convene_attendee_row_set_clash (ConveneAttendeeRow *self,
                                     const char         *clash);

G_END_DECLS
