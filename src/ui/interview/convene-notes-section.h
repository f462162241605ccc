/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview-reader.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_NOTES_SECTION (convene_notes_section_get_type ())

G_DECLARE_FINAL_TYPE (ConveneNotesSection, convene_notes_section, CONVENE, NOTES_SECTION, AdwPreferencesGroup)

/* The notes for the team, which can be changed where they stand: Edit, then Ctrl+Enter, or leaving the text, keeps them, and Escape does not. A change
 * can be undone for ten seconds. Properties: "reader", and "editing" (read-only). Action: "notes.edit". */
GtkWidget *convene_notes_section_new (void);

G_END_DECLS
