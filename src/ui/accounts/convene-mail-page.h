/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MAIL_PAGE (convene_mail_page_get_type ())

/* Connects the mail account, in place of the one that there is. */
G_DECLARE_FINAL_TYPE (ConveneMailPage, convene_mail_page, CONVENE, MAIL_PAGE, GtkWidget)

G_END_DECLS
