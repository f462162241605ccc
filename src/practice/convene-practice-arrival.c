/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-arrival.h"

#include <string.h>

/* The names that have a value, as often as they come. */
static guint
count_names (const char *text)
{
  g_auto(GStrv) pairs = g_strsplit (text, "&", -1);
  guint count = 0;

  for (guint i = 0; pairs[i] != NULL; i++)
    count += strchr (pairs[i], '=') != NULL;

  return count;
}

static void
add_fields (ConvenePracticeRequest *request,
            const char             *text)
{
  g_autoptr(GHashTable) fields = soup_form_decode (text);
  guint          known = g_hash_table_size (request->query);
  GHashTableIter iter;
  gpointer       name;
  gpointer       value;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_replace (request->query, g_strdup (name), g_strdup (value));

  request->is_ambiguous |= g_hash_table_size (request->query) != known + count_names (text);
}

ConvenePracticeRequest *
convene_practice_arrival_read (SoupServerMessage *message,
                               const char        *path)
{
  SoupMessageHeaders     *headers = soup_server_message_get_request_headers (message);
  ConvenePracticeRequest *request = convene_practice_request_new (soup_server_message_get_method (message), path);
  const char             *query = g_uri_get_query (soup_server_message_get_uri (message));

  request->authorization = g_strdup (soup_message_headers_get_one (headers, "Authorization"));
  request->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  request->body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  if (query != NULL)
    add_fields (request, query);
  if (g_strcmp0 (request->content_type, "application/x-www-form-urlencoded") == 0)
    {
      gsize            length;
      const char      *text = convene_practice_request_get_text (request, &length);
      g_autofree char *form = g_strndup (text, length);

      add_fields (request, form);
    }

  return request;
}

/* The form of practice's own page says where it comes from. */
static gboolean
is_own_form (SoupServerMessage *message,
             const char        *origin,
             const char        *host)
{
  g_autofree char *own = g_strconcat ("http://", host, NULL);

  return g_str_equal (origin, own) && g_str_equal (g_uri_get_path (soup_server_message_get_uri (message)), "/oauth/device");
}

gboolean
convene_practice_arrival_is_from_program (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char         *host = soup_message_headers_get_one (headers, "Host");
  const char         *origin = soup_message_headers_get_one (headers, "Origin");

  return host != NULL && (g_str_has_prefix (host, "127.0.0.1:") || g_str_has_prefix (host, "localhost:")) &&
         (origin == NULL || is_own_form (message, origin, host));
}
