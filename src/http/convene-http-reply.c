/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-http"

#include "convene-http-reply-private.h"

#include "convene-http-retry.h"
#include "convene-json.h"

struct _ConveneHttpReply
{
  guint               status;
  SoupMessageHeaders *headers;
  JsonNode           *json;
  gboolean            empty;
  gint64              received;
  const char         *tls;
};

/* NULL for plain http, and for a version older than any that is spoken. */
static const char *
get_tls_version (SoupMessage *message)
{
  switch (soup_message_get_tls_protocol_version (message))
    {
    case G_TLS_PROTOCOL_VERSION_TLS_1_2:
      return "1.2";
    case G_TLS_PROTOCOL_VERSION_TLS_1_3:
      return "1.3";
    case G_TLS_PROTOCOL_VERSION_UNKNOWN:
    case G_TLS_PROTOCOL_VERSION_SSL_3_0:
    case G_TLS_PROTOCOL_VERSION_TLS_1_0:
    case G_TLS_PROTOCOL_VERSION_TLS_1_1:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_0:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_2:
    default:
      return NULL;
    }
}

ConveneHttpReply *
convene_http_reply_new (SoupMessage *message,
                        const char  *body,
                        gsize        length,
                        gint64       received)
{
  ConveneHttpReply *self = g_new0 (ConveneHttpReply, 1);

  self->status = soup_message_get_status (message);
  self->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  self->json = length > 0 ? convene_json_parse (body, length, NULL) : NULL;
  self->empty = length == 0;
  self->received = received;
  self->tls = get_tls_version (message);
  return self;
}

void
convene_http_reply_free (ConveneHttpReply *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self);
}

guint
convene_http_reply_get_status (ConveneHttpReply *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->status;
}

JsonNode *
convene_http_reply_get_json (ConveneHttpReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->json;
}

gboolean
convene_http_reply_is_empty (ConveneHttpReply *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->empty;
}

const char *
convene_http_reply_get_tls (ConveneHttpReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tls;
}

const char *
convene_http_reply_get_header (ConveneHttpReply *self,
                               const char       *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return soup_message_headers_get_one (self->headers, name);
}

gint64
convene_http_reply_get_retry_at (ConveneHttpReply *self,
                                 gint64            now)
{
  g_return_val_if_fail (self != NULL, 0);

  return convene_http_parse_retry_after (convene_http_reply_get_header (self, "Retry-After"), self->received, now);
}
