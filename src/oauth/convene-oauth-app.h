/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"
#include "convene-http-session.h"
#include "convene-oauth-provider.h"
#include "convene-secret.h"

G_BEGIN_DECLS

/* An app as the provider knows it, and the way there: what a request to an OAuth address needs. Whoever is given one copies what it keeps. */
typedef struct
{
  const ConveneOauthProvider *provider;
  ConveneHttpSession         *http;
  ConveneClock               *clock;
  const char                 *oauth_url; /* NULL or "": the provider's */
  const char                 *client_id;
  ConveneSecret              *client_secret; /* NULL: a public client */
} ConveneOauthApp;

/* A copy that owns all that it names. */
ConveneOauthApp *convene_oauth_app_copy (const ConveneOauthApp *self);
void             convene_oauth_app_free (ConveneOauthApp *self);

/* The OAuth address: the app's own, or the provider's. Owned by either. */
const char *convene_oauth_app_get_url (const ConveneOauthApp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOauthApp, convene_oauth_app_free)

G_END_DECLS
