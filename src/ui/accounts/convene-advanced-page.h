/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ADVANCED_PAGE (convene_advanced_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAdvancedPage, convene_advanced_page, CONVENE, ADVANCED_PAGE, GtkWidget)

/* Connects a Zoom account with an app of one’s own (VC-5 to VC-9), and leads to the ways that need one. Property "opener": ConveneUriOpener, or NULL
 * for the address alone. */

G_END_DECLS
