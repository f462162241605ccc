/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-clock.h"
#include "convene-token-source.h"

G_BEGIN_DECLS

/* json-glib's, named here so that who only passes a session on needs no json-glib. */
typedef struct _JsonNode JsonNode;

/* What the other side answered: any status, once an answer came whole. */
typedef struct _ConveneHttpReply ConveneHttpReply;

void convene_http_reply_free (ConveneHttpReply *self);

guint       convene_http_reply_get_status (ConveneHttpReply *self);
JsonNode   *convene_http_reply_get_json (ConveneHttpReply *self); /* NULL where the body is empty or no JSON; owned by the reply */
gboolean    convene_http_reply_is_empty (ConveneHttpReply *self); /* no body at all, as a 204 has */
const char *convene_http_reply_get_tls (ConveneHttpReply *self);  /* "1.3"; NULL where there was none */
const char *convene_http_reply_get_header (ConveneHttpReply *self, const char *name);

/* When it makes sense to try again, from Retry-After in all its forms (seconds, ISO 8601, HTTP date), kept within 26 hours of `now`;
 * 0 where nothing was said. Microseconds since 1970 UTC. */
gint64 convene_http_reply_get_retry_at (ConveneHttpReply *self, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneHttpReply, convene_http_reply_free)

#define CONVENE_TYPE_HTTP_SESSION (convene_http_session_get_type ())

G_DECLARE_FINAL_TYPE (ConveneHttpSession, convene_http_session, CONVENE, HTTP_SESSION, GObject)

/* One configured session: TLS 1.2 at least and certificates checked, no redirects, no cookies, no cache, plain http to loopback alone and
 * that past any proxy, time-outs, answers of 4 MiB at most. It logs method, address without query, status and duration, never a body or a token.
 * Properties: "timeout", milliseconds that one request and its answer may take, 20,000 at first; "tls-database" (construct only), whose certificates
 * are trusted instead of the system's. */
ConveneHttpSession *convene_http_session_new (ConveneClock *clock);

/* Sends a request and reads the whole answer. `body` (may be NULL) becomes JSON. With a token source the request carries its token, and a 401 or
 * a 400 with Zoom's code 124 is answered by invalidating that token and sending it once more; without one it carries no authorization.
 * Errors: UNREACHABLE (marked doubtful unless the request cannot have left), REFUSED (certificate, plain http elsewhere), BAD_ANSWER (too long; doubtful),
 * those of the token source, CANCELLED (in the domain CONVENE_ERROR; doubtful where the request may have left). */
void              convene_http_session_send_json_async (ConveneHttpSession *self, const char *method, const char *uri, JsonNode *body, ConveneTokenSource *source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneHttpReply *convene_http_session_send_json_finish (ConveneHttpSession *self, GAsyncResult *result, GError **error);

/* The same with a form (application/x-www-form-urlencoded, overwritten after use) and HTTP Basic where `user` is given: what token endpoints want. */
void              convene_http_session_send_form_async (ConveneHttpSession *self, const char *uri, ConveneSecret *form, const char *user, ConveneSecret *password, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneHttpReply *convene_http_session_send_form_finish (ConveneHttpSession *self, GAsyncResult *result, GError **error);

/* Whether an address may be spoken to: https, or http on a loopback address ("127.0.0.0/8", "[::1]", "localhost"), without user information.
 * Else CONVENE_ERROR_INVALID about `field`. `uri` may be NULL, which is none. */
gboolean convene_http_check_uri (const char *uri, const char *field, GError **error);

G_END_DECLS
