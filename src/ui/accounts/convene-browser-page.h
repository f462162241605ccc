/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_BROWSER_PAGE (convene_browser_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneBrowserPage, convene_browser_page, CONVENE, BROWSER_PAGE, GtkWidget)

/* Connects a Zoom account by signing in to it in the browser: what Convene may do, then waiting, then it is done. Property "opener": ConveneUriOpener,
 * or NULL for the address alone. */

G_END_DECLS
