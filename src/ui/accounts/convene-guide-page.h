/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_GUIDE_PAGE (convene_guide_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneGuidePage, convene_guide_page, CONVENE, GUIDE_PAGE, GtkWidget)

/* How to make an app at Zoom (VC-2 to VC-9), where Convene brings none of its own. It connects nothing by itself. */

G_END_DECLS
