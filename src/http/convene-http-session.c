/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-http"

#include "convene-http-session.h"

#include "convene-error.h"
#include "convene-http-call.h"
#include "convene-http-exchange.h"
#include "convene-http-uri.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* For one request with its answer, from looking up the name on; milliseconds. */
#define TIMEOUT 20000

/* The outbox bounds what is in flight; a request that waited here for a free connection would spend its time-out on it. */
#define MAX_CONNECTIONS 64

struct _ConveneHttpSession
{
  GObject parent_instance;

  ConveneClock *clock;
  GTlsDatabase *tls_database;
  guint         timeout;
  SoupSession  *soup;
  SoupSession  *loopback; /* knows no proxy */
};

G_DEFINE_FINAL_TYPE (ConveneHttpSession, convene_http_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CLOCK,
  PROP_TLS_DATABASE,
  PROP_TIMEOUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A certificate that does not pass fails the request, as nobody asks to hear of it. */
static SoupSession *
create_soup (ConveneHttpSession *self)
{
  SoupSession *soup = soup_session_new_with_options ("user-agent", "Convene/" CONVENE_VERSION,
                                                     "max-conns", MAX_CONNECTIONS,
                                                     "max-conns-per-host", MAX_CONNECTIONS,
                                                     "timeout", 0,
                                                     NULL);

  if (self->tls_database != NULL)
    soup_session_set_tls_database (soup, self->tls_database);

  /* A request carries what we gave it: nothing is remembered from an earlier one, and no 401 is answered behind our back. */
  soup_session_remove_feature_by_type (soup, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (soup, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (soup, SOUP_TYPE_CACHE);
  return soup;
}

static void
convene_http_session_constructed (GObject *object)
{
  ConveneHttpSession *self = CONVENE_HTTP_SESSION (object);

  self->soup = create_soup (self);
  self->loopback = create_soup (self);
  soup_session_set_proxy_resolver (self->loopback, NULL);

  G_OBJECT_CLASS (convene_http_session_parent_class)->constructed (object);
}

static void
convene_http_session_dispose (GObject *object)
{
  ConveneHttpSession *self = CONVENE_HTTP_SESSION (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->tls_database);
  g_clear_object (&self->soup);
  g_clear_object (&self->loopback);

  G_OBJECT_CLASS (convene_http_session_parent_class)->dispose (object);
}

static void
convene_http_session_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConveneHttpSession *self = CONVENE_HTTP_SESSION (object);

  switch (prop_id)
    {
    case PROP_CLOCK:
      g_value_set_object (value, self->clock);
      break;
    case PROP_TLS_DATABASE:
      g_value_set_object (value, self->tls_database);
      break;
    case PROP_TIMEOUT:
      g_value_set_uint (value, self->timeout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_timeout (ConveneHttpSession *self,
             guint               timeout)
{
  if (self->timeout == timeout)
    return;

  self->timeout = timeout;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMEOUT]);
}

static void
convene_http_session_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ConveneHttpSession *self = CONVENE_HTTP_SESSION (object);

  switch (prop_id)
    {
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case PROP_TLS_DATABASE:
      self->tls_database = g_value_dup_object (value);
      break;
    case PROP_TIMEOUT:
      set_timeout (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_http_session_class_init (ConveneHttpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = convene_http_session_constructed;
  object_class->dispose = convene_http_session_dispose;
  object_class->get_property = convene_http_session_get_property;
  object_class->set_property = convene_http_session_set_property;

  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, CONVENE_TYPE_CLOCK,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TLS_DATABASE] = g_param_spec_object ("tls-database", NULL, NULL, G_TYPE_TLS_DATABASE,
                                                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIMEOUT] = g_param_spec_uint ("timeout", NULL, NULL, 1, G_MAXUINT, TIMEOUT,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_http_session_init (ConveneHttpSession *self)
{
  self->timeout = TIMEOUT;
}

static SoupSession *
pick_soup (ConveneHttpSession *self,
           GUri               *uri)
{
  return convene_http_uri_is_loopback (uri) ? self->loopback : self->soup;
}

/* An address that must not be spoken to is refused like a certificate: trying again heals neither. */
static GUri *
parse_uri (const char *uri,
           GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  GUri *parsed = convene_http_uri_parse (uri, "uri", &local_error);

  if (parsed == NULL)
    g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, local_error->message);

  return parsed;
}

static GBytes *
format_json (JsonNode *body)
{
  char *text;

  if (body == NULL)
    return NULL;

  /* It may hold a meeting's password. */
  text = json_to_string (body, FALSE);
  return g_bytes_new_with_free_func (text, strlen (text), (GDestroyNotify) convene_secret_free_text, text);
}

static ConveneSecret *
format_basic (const char    *user,
              ConveneSecret *password)
{
  g_autoptr(ConveneSecret) plain = NULL;
  g_autoptr(ConveneSecret) encoded = NULL;
  const char *text;

  if (user == NULL)
    return NULL;

  plain = convene_secret_new_take (g_strconcat (user, ":", password != NULL ? convene_secret_peek (password) : "", NULL));
  text = convene_secret_peek (plain);
  encoded = convene_secret_new_take (g_base64_encode ((const guchar *) text, strlen (text)));
  return convene_secret_new_take (g_strconcat ("Basic ", convene_secret_peek (encoded), NULL));
}

static void
return_result (GTask            *task,
               ConveneHttpReply *reply,
               GError           *error)
{
  if (reply == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, reply, (GDestroyNotify) convene_http_reply_free);
}

static void
exchanged_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError           *error = NULL;
  ConveneHttpReply *reply = convene_http_exchange_finish (result, &error);

  return_result (task, reply, error);
}

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError           *error = NULL;
  ConveneHttpReply *reply = convene_http_call_finish (result, &error);

  return_result (task, reply, error);
}

ConveneHttpSession *
convene_http_session_new (ConveneClock *clock)
{
  g_return_val_if_fail (CONVENE_IS_CLOCK (clock), NULL);

  return g_object_new (CONVENE_TYPE_HTTP_SESSION, "clock", clock, NULL);
}

void
convene_http_session_send_json_async (ConveneHttpSession *self,
                                      const char         *method,
                                      const char         *uri,
                                      JsonNode           *body,
                                      ConveneTokenSource *source,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GUri) parsed = NULL;
  g_autoptr(GBytes) bytes = NULL;
  ConveneHttpRequest request = { .method = method, .content_type = "application/json" };
  GError            *error = NULL;

  g_return_if_fail (CONVENE_IS_HTTP_SESSION (self));
  g_return_if_fail (method != NULL);
  g_return_if_fail (uri != NULL);
  g_return_if_fail (source == NULL || CONVENE_IS_TOKEN_SOURCE (source));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_http_session_send_json_async);
  g_task_set_check_cancellable (task, FALSE);

  parsed = parse_uri (uri, &error);
  if (parsed == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  bytes = format_json (body);
  request.uri = parsed;
  request.body = bytes;
  if (source != NULL)
    convene_http_call_async (pick_soup (self, parsed), &request, source, self->clock, self->timeout, cancellable, called_cb, g_steal_pointer (&task));
  else
    convene_http_exchange_async (pick_soup (self, parsed), &request, self->clock, self->timeout, cancellable, exchanged_cb, g_steal_pointer (&task));
}

ConveneHttpReply *
convene_http_session_send_json_finish (ConveneHttpSession *self,
                                       GAsyncResult       *result,
                                       GError            **error)
{
  g_return_val_if_fail (CONVENE_IS_HTTP_SESSION (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_http_session_send_json_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_http_session_send_form_async (ConveneHttpSession *self,
                                      const char         *uri,
                                      ConveneSecret      *form,
                                      const char         *user,
                                      ConveneSecret      *password,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GUri) parsed = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(ConveneSecret) authorization = NULL;
  ConveneHttpRequest request = { .method = "POST", .content_type = "application/x-www-form-urlencoded" };
  GError            *error = NULL;

  g_return_if_fail (CONVENE_IS_HTTP_SESSION (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (form != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_http_session_send_form_async);
  g_task_set_check_cancellable (task, FALSE);

  parsed = parse_uri (uri, &error);
  if (parsed == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  bytes = g_bytes_new_with_free_func (convene_secret_peek (form), strlen (convene_secret_peek (form)),
                                      (GDestroyNotify) convene_secret_unref, convene_secret_ref (form));
  authorization = format_basic (user, password);
  request.uri = parsed;
  request.body = bytes;
  request.authorization = authorization;
  convene_http_exchange_async (pick_soup (self, parsed), &request, self->clock, self->timeout, cancellable, exchanged_cb, g_steal_pointer (&task));
}

ConveneHttpReply *
convene_http_session_send_form_finish (ConveneHttpSession *self,
                                       GAsyncResult       *result,
                                       GError            **error)
{
  g_return_val_if_fail (CONVENE_IS_HTTP_SESSION (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_http_session_send_form_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
