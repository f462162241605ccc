/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview-reader.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACTIVITY_SECTION (convene_activity_section_get_type ())

G_DECLARE_FINAL_TYPE (ConveneActivitySection, convene_activity_section, CONVENE, ACTIVITY_SECTION, AdwPreferencesGroup)

/* What was, is and will be done for an interview, and its history (SH-39). Property "reader". Retry and Copy Diagnostics activate "interview.*". */
GtkWidget *convene_activity_section_new (void);

G_END_DECLS
