/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-connect-page.h"

G_DEFINE_INTERFACE (ConveneConnectPage, convene_connect_page, GTK_TYPE_WIDGET)

enum
{
  CONNECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
convene_connect_page_default_init (ConveneConnectPageInterface *iface)
{
  signals[CONNECTED] =
      g_signal_new ("connected", CONVENE_TYPE_CONNECT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CONVENE_TYPE_ACCOUNT);
}

gboolean
convene_connect_page_can_reconnect (ConveneConnectPage *self,
                                    ConveneAccount     *account)
{
  g_return_val_if_fail (CONVENE_IS_CONNECT_PAGE (self), FALSE);
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (account), FALSE);

  return CONVENE_CONNECT_PAGE_GET_IFACE (self)->can_reconnect (self, account);
}

void
convene_connect_page_prepare (ConveneConnectPage *self,
                              ConveneEngine      *engine,
                              ConveneAccount     *account)
{
  g_return_if_fail (CONVENE_IS_CONNECT_PAGE (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (account == NULL || CONVENE_IS_ACCOUNT (account));

  CONVENE_CONNECT_PAGE_GET_IFACE (self)->prepare (self, engine, account);
}

void
convene_connect_page_leave (ConveneConnectPage *self)
{
  g_return_if_fail (CONVENE_IS_CONNECT_PAGE (self));

  CONVENE_CONNECT_PAGE_GET_IFACE (self)->leave (self);
}

void
convene_connect_page_connected (ConveneConnectPage *self,
                                ConveneAccount     *account)
{
  g_return_if_fail (CONVENE_IS_CONNECT_PAGE (self));
  g_return_if_fail (CONVENE_IS_ACCOUNT (account));

  g_signal_emit (self, signals[CONNECTED], 0, account);
}
