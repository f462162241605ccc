/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-client.h"

#include "convene-oauth-form.h"

const char *
convene_oauth_client_get_url (ConveneAccount             *account,
                              const ConveneOauthProvider *provider)
{
  const char *url = convene_account_get_oauth_url (account);

  return url != NULL && *url != '\0' ? url : provider->oauth_url;
}

void
convene_oauth_client_post_async (ConveneHttpSession         *http,
                                 ConveneAccount             *account,
                                 const ConveneOauthProvider *provider,
                                 const char                 *path,
                                 const char *const          *fields,
                                 ConveneSecret              *client_secret,
                                 GCancellable               *cancellable,
                                 GAsyncReadyCallback         callback,
                                 gpointer                    user_data)
{
  g_autofree char *uri = g_strconcat (convene_oauth_client_get_url (account, provider), path, NULL);
  g_autoptr(ConveneSecret) form = NULL;
  const char *client_id = convene_account_get_client_id (account);
  const char *all[8 + 3] = { NULL };
  gsize       n = 0;

  for (; fields[n] != NULL; n++)
    {
      g_assert (n < 8);
      all[n] = fields[n];
    }
  if (client_secret == NULL)
    {
      all[n++] = "client_id";
      all[n++] = client_id;
    }

  form = convene_oauth_form_new (all);
  convene_http_session_send_form_async (http, uri, form, client_secret != NULL ? client_id : NULL, client_secret, cancellable, callback, user_data);
}

ConveneOauthAnswer
convene_oauth_client_read (ConveneHttpReply *reply,
                           gint64            now)
{
  ConveneOauthAnswer answer = {
    .status = convene_http_reply_get_status (reply),
    .json = convene_http_reply_get_json (reply),
    .retry_at = convene_http_reply_get_retry_at (reply, now),
  };

  return answer;
}
