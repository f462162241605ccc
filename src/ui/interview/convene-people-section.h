/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview-reader.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PEOPLE_SECTION (convene_people_section_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePeopleSection, convene_people_section, CONVENE, PEOPLE_SECTION, AdwPreferencesGroup)

/* The people of an interview. Property "reader". */
GtkWidget *convene_people_section_new (void);

G_END_DECLS
