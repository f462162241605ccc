/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-app.h"

ConveneOauthApp *
convene_oauth_app_copy (const ConveneOauthApp *self)
{
  ConveneOauthApp *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ConveneOauthApp, 1);
  copy->provider = self->provider;
  copy->http = g_object_ref (self->http);
  copy->clock = g_object_ref (self->clock);
  copy->oauth_url = g_strdup (self->oauth_url);
  copy->client_id = g_strdup (self->client_id);
  copy->client_secret = self->client_secret != NULL ? convene_secret_ref (self->client_secret) : NULL;
  return copy;
}

void
convene_oauth_app_free (ConveneOauthApp *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->http);
  g_clear_object (&self->clock);
  g_free ((char *) self->oauth_url);
  g_free ((char *) self->client_id);
  g_clear_pointer (&self->client_secret, convene_secret_unref);
  g_free (self);
}

const char *
convene_oauth_app_get_url (const ConveneOauthApp *self)
{
  return self->oauth_url != NULL && *self->oauth_url != '\0' ? self->oauth_url : self->provider->oauth_url;
}
