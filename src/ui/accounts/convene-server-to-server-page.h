/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_SERVER_TO_SERVER_PAGE (convene_server_to_server_page_get_type ())

/* Connects Zoom with a company's server-to-server app. */
G_DECLARE_FINAL_TYPE (ConveneServerToServerPage, convene_server_to_server_page, CONVENE, SERVER_TO_SERVER_PAGE, GtkWidget)

G_END_DECLS
