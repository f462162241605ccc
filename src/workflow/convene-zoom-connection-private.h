/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-session.h"
#include "convene-zoom-client.h"
#include "convene-zoom-connection.h"

G_BEGIN_DECLS

struct _ConveneZoomConnection
{
  GObject parent_instance;

  /* what is asked for */
  ConveneAccounts *accounts;
  ConveneAccount  *account; /* as it will be kept */
  ConveneSecret   *client_secret;
  char            *reconnect;

  /* on the way */
  ConveneOauthTokens  *tokens; /* NULL for server-to-server */
  ConveneOauthSession *session;
  ConveneZoomClient   *client;
  ConveneAccount      *before; /* the same account as it was, or NULL */
  char               **missing;
  GError              *failure; /* what ended it, while it is cleaned up */
  gboolean             discarded;
  GTask               *task;
};

/* The account that a connection replaces, so that its meetings and its work stay with it; NULL for none. Owned by the caller. */
ConveneAccount *convene_zoom_connection_find_before (ConveneZoomConnection *self,
                                                     GPtrArray             *accounts);

/* Whether who signed in is who was meant. REFUSED, field "user". */
gboolean convene_zoom_connection_check_user (ConveneZoomConnection *self,
                                             GPtrArray             *accounts,
                                             GError               **error);

G_END_DECLS
