/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-client.h"

#include "convene-oauth-form.h"

#define MAX_FIELDS 16

void
convene_oauth_client_post_async (const ConveneOauthApp *app,
                                 const char            *path,
                                 const char *const     *fields,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data)
{
  g_autofree char *uri = g_strconcat (convene_oauth_app_get_url (app), path, NULL);
  g_autoptr(ConveneSecret) form = NULL;
  const char *all[MAX_FIELDS + 3] = { NULL };
  gsize       n = 0;

  for (; fields[n] != NULL; n++)
    {
      g_assert (n < MAX_FIELDS);
      all[n] = fields[n];
    }
  if (app->client_secret == NULL)
    {
      all[n++] = "client_id";
      all[n++] = app->client_id;
    }

  form = convene_oauth_form_new (all);
  convene_http_session_send_form_async (app->http, uri, form, app->client_secret != NULL ? app->client_id : NULL, app->client_secret, cancellable,
                                        callback, user_data);
}

ConveneOauthApp
convene_oauth_client_get_app (ConveneAccount             *account,
                              const ConveneOauthProvider *provider,
                              ConveneHttpSession         *http,
                              ConveneClock               *clock,
                              ConveneSecret              *client_secret)
{
  ConveneOauthApp app = {
    .provider = provider,
    .http = http,
    .clock = clock,
    .oauth_url = convene_account_get_oauth_url (account),
    .client_id = convene_account_get_client_id (account),
    .client_secret = client_secret,
  };

  return app;
}

ConveneOauthAnswer
convene_oauth_client_read (ConveneHttpReply *reply,
                           gint64            now)
{
  ConveneOauthAnswer answer = {
    .status = convene_http_reply_get_status (reply),
    .json = convene_http_reply_get_json (reply),
    .retry_at = convene_http_reply_get_retry_at (reply, now),
    .tls = convene_http_reply_get_tls (reply),
  };

  return answer;
}
