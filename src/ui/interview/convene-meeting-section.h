/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview-reader.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MEETING_SECTION (convene_meeting_section_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMeetingSection, convene_meeting_section, CONVENE, MEETING_SECTION, AdwPreferencesGroup)

/* How one joins: the link, the password, the number, or what became of them (SH-30, SH-3); the telephone number, or the place. Property "reader". Its rows
 * and buttons activate the actions "interview.*" of the details around it. */
GtkWidget *convene_meeting_section_new (void);

/* Another interview is shown. */
void convene_meeting_section_hide_password (ConveneMeetingSection *self);

G_END_DECLS
