/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_VIEWS_BUTTON (convene_views_button_get_type ())

G_DECLARE_FINAL_TYPE (ConveneViewsButton, convene_views_button, CONVENE, VIEWS_BUTTON, AdwBin)

/* What a filter and an order were saved as, under a name: choosing it brings both back, and the present ones can be saved, too. Properties: "engine", "filter" (both may be
 * NULL), "sort" (as convene_interview_sort_to_string () gives it). */
GtkWidget *convene_views_button_new (void);

G_END_DECLS
