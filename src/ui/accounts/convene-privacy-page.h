/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PRIVACY_PAGE (convene_privacy_page_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePrivacyPage, convene_privacy_page, CONVENE, PRIVACY_PAGE, GtkWidget)

/* What Convene keeps, why, and where it goes (TA-20, TA-21, TA-24). It connects nothing. Property "database": the path of the database; NULL: unknown,
 * and not shown. */

G_END_DECLS
