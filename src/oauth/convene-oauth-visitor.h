/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-callback.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One connection to the address that a browser comes back to: reads the head of one request, answers it, and is over. */
typedef struct _ConveneOauthVisitor ConveneOauthVisitor;

/* Who is visited. `judge` says what a head is; it is called once at most, and not for a connection that says nothing. `left` is called once, when the answer
 * is on its way or there will be none: the visitor goes by itself after that, and must not be touched. */
typedef struct
{
  ConveneOauthCallbackKind (*judge) (ConveneOauthVisitor *visitor, const char *head, gsize length, gpointer user_data);
  void (*left) (ConveneOauthVisitor *visitor, gpointer user_data);
} ConveneOauthVisitorHooks;

/* `patience` is how long the head may take, milliseconds. `hooks` are the caller's. */
ConveneOauthVisitor *convene_oauth_visitor_new (GSocketConnection              *connection,
                                                guint                           patience,
                                                const ConveneOauthVisitorHooks *hooks,
                                                gpointer                        user_data);

/* Whether its head has not come yet. */
gboolean convene_oauth_visitor_is_silent (ConveneOauthVisitor *self);

/* Ends it without another word, and without calling a hook. */
void convene_oauth_visitor_dismiss (ConveneOauthVisitor *self);

G_END_DECLS
