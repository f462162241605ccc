/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CONNECT_PAGE (convene_connect_page_get_type ())

G_DECLARE_INTERFACE (ConveneConnectPage, convene_connect_page, CONVENE, CONNECT_PAGE, GtkWidget)

/* One way to connect an account: a page of ConveneAccountsWindow's stack. Another way is another page there, and whatever leads to it. Signal
 * "connected" (ConveneAccount): it is done, and kept. */
struct _ConveneConnectPageInterface
{
  GTypeInterface parent_iface;

  gboolean (*can_reconnect) (ConveneConnectPage *self,
                             ConveneAccount     *account);
  void (*prepare) (ConveneConnectPage *self,
                   ConveneEngine      *engine,
                   ConveneAccount     *account);
  void (*leave) (ConveneConnectPage *self);
};

/* Whether this is the way in which an account was connected. */
gboolean convene_connect_page_can_reconnect (ConveneConnectPage *self,
                                             ConveneAccount     *account);

/* Fills the page in, with what is known of `account` (NULL for a new one) but for its secrets. */
void convene_connect_page_prepare (ConveneConnectPage *self,
                                   ConveneEngine      *engine,
                                   ConveneAccount     *account);

/* Stops what is under way and forgets the secrets that were typed. */
void convene_connect_page_leave (ConveneConnectPage *self);

/* For pages: emits the signal. */
void convene_connect_page_connected (ConveneConnectPage *self,
                                     ConveneAccount     *account);

G_END_DECLS
