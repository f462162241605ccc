/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACCOUNTS_WINDOW (convene_accounts_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccountsWindow, convene_accounts_window, CONVENE, ACCOUNTS_WINDOW, AdwWindow)

/* Connected Apps (SH-10, SH-50): the accounts with their state, connecting Zoom by server-to-server and mail, disconnecting. `page` opens one of
 * its forms at once: "zoom" or "mail"; NULL for the list. */
ConveneAccountsWindow *convene_accounts_window_new (GtkApplication *application,
                                                    ConveneEngine  *engine,
                                                    const char     *page);

void convene_accounts_window_show_page (ConveneAccountsWindow *self,
                                        const char            *page);

G_END_DECLS
