/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"
#include "convene-uri-opener.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACCOUNTS_WINDOW (convene_accounts_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccountsWindow, convene_accounts_window, CONVENE, ACCOUNTS_WINDOW, AdwWindow)

/* Connected Apps (SH-10, SH-50): the accounts with their state, connecting Zoom and mail, checking, disconnecting. `page` opens one of its forms at
 * once: "zoom" (the browser, or the guide to an app where Convene brings none), "browser", "device", "advanced", "guide", "server", "mail", or
 * "privacy", which says what is kept; NULL for the list. Property "opener": ConveneUriOpener for sign-ins, links and letters; NULL: a sign-in shows its
 * address alone. Property "database": its path, to be shown; NULL: it is not. Signal "connected" (ConveneAccount): an account was connected here, and the
 * window asked to be seen. */
ConveneAccountsWindow *convene_accounts_window_new (GtkApplication *application,
                                                    ConveneEngine  *engine,
                                                    const char     *page);

void convene_accounts_window_show_page (ConveneAccountsWindow *self,
                                        const char            *page);

/* The form by which that account is connected again; nothing where there is none with that id. */
void convene_accounts_window_reconnect (ConveneAccountsWindow *self,
                                        const char            *id);

G_END_DECLS
