/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PLACE_PAGE (convene_place_page_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePlacePage, convene_place_page, CONVENE, PLACE_PAGE, GtkWidget)

/* Asks where interviews take place by default once no Zoom account is left (TH-22), and whether that holds for the jobs that say Zoom too. It is done
 * with accounts.back. */

G_END_DECLS
