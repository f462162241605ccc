/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-sign-in.h"

#include <glib/gi18n-lib.h>

#include "convene-accounts-private.h"
#include "convene-error.h"
#include "convene-oauth-browser.h"
#include "convene-oauth-callback.h"
#include "convene-oauth-device.h"
#include "convene-oauth-parse.h"
#include "convene-store-directory.h"
#include "convene-zoom-connection.h"

/* An attempt is a straight line: the keyring is tried, the person asked, and what came of it handed to ConveneZoomConnection, which keeps it. The
 * attempt lives as long as what it waits for holds a reference. */

struct _ConveneSignIn
{
  GObject parent_instance;

  /* what is asked for */
  ConveneAccounts     *accounts;
  ConveneAccountMethod method;
  char                *client_id;
  ConveneSecret       *client_secret; /* NULL: a public app */
  char                *reconnect;
  ConveneUriOpener    *opener;

  /* on the way */
  ConveneZoomConnection *connection;
  ConveneOauthBrowser   *browser;
  ConveneOauthDevice    *device;
  GError                *failure; /* what ended it, while it is cleaned up */
  GTask                 *task;

  /* what faces show */
  ConveneSignInStage stage;
  char              *address;
  char              *user_code;
  gint64             expires_at;
  char              *warning;
  char              *redirect_uri;
};

G_DEFINE_FINAL_TYPE (ConveneSignIn, convene_sign_in, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STAGE,
  PROP_ADDRESS,
  PROP_USER_CODE,
  PROP_EXPIRES_AT,
  PROP_WARNING,
  PROP_REDIRECT_URI,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_sign_in_dispose (GObject *object)
{
  ConveneSignIn *self = CONVENE_SIGN_IN (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->opener);
  g_clear_object (&self->connection);
  g_clear_object (&self->browser);
  g_clear_object (&self->device);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (convene_sign_in_parent_class)->dispose (object);
}

static void
convene_sign_in_finalize (GObject *object)
{
  ConveneSignIn *self = CONVENE_SIGN_IN (object);

  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->client_secret, convene_secret_unref);
  g_clear_pointer (&self->reconnect, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->user_code, g_free);
  g_clear_pointer (&self->warning, g_free);
  g_clear_pointer (&self->redirect_uri, g_free);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (convene_sign_in_parent_class)->finalize (object);
}

static void
convene_sign_in_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ConveneSignIn *self = CONVENE_SIGN_IN (object);

  switch (prop_id)
    {
    case PROP_STAGE:
      g_value_set_int (value, self->stage);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_USER_CODE:
      g_value_set_string (value, self->user_code);
      break;
    case PROP_EXPIRES_AT:
      g_value_set_int64 (value, self->expires_at);
      break;
    case PROP_WARNING:
      g_value_set_string (value, self->warning);
      break;
    case PROP_REDIRECT_URI:
      g_value_set_string (value, self->redirect_uri);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_sign_in_class_init (ConveneSignInClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_sign_in_dispose;
  object_class->finalize = convene_sign_in_finalize;
  object_class->get_property = convene_sign_in_get_property;

  properties[PROP_STAGE] = g_param_spec_int ("stage", NULL, NULL, 0, CONVENE_SIGN_IN_STAGE_OVER, 0, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_USER_CODE] = g_param_spec_string ("user-code", NULL, NULL, NULL, flags);
  properties[PROP_EXPIRES_AT] = g_param_spec_int64 ("expires-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_WARNING] = g_param_spec_string ("warning", NULL, NULL, NULL, flags);
  properties[PROP_REDIRECT_URI] = g_param_spec_string ("redirect-uri", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_sign_in_init (ConveneSignIn *self)
{
}

static ConveneSignIn *
sign_in_new (ConveneAccounts     *accounts,
             ConveneAccountMethod method,
             const char          *client_id,
             ConveneSecret       *client_secret,
             const char          *reconnect)
{
  ConveneSignIn *self = g_object_new (CONVENE_TYPE_SIGN_IN, NULL);

  self->accounts = g_object_ref (accounts);
  self->method = method;
  self->client_id = g_strdup (client_id);
  self->client_secret = client_id != NULL && client_secret != NULL ? convene_secret_ref (client_secret) : NULL;
  self->reconnect = g_strdup (reconnect);
  return self;
}

ConveneSignIn *
convene_sign_in_new_browser (ConveneAccounts  *accounts,
                             const char       *client_id,
                             ConveneSecret    *client_secret,
                             const char       *reconnect,
                             ConveneUriOpener *opener)
{
  ConveneSignIn *self;

  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (accounts), NULL);
  g_return_val_if_fail (opener == NULL || CONVENE_IS_URI_OPENER (opener), NULL);

  self = sign_in_new (accounts, CONVENE_ACCOUNT_METHOD_BROWSER, client_id, client_secret, reconnect);
  g_set_object (&self->opener, opener);
  return self;
}

ConveneSignIn *
convene_sign_in_new_device (ConveneAccounts *accounts,
                            const char      *client_id,
                            ConveneSecret   *client_secret,
                            const char      *reconnect)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (accounts), NULL);

  return sign_in_new (accounts, CONVENE_ACCOUNT_METHOD_DEVICE, client_id, client_secret, reconnect);
}

ConveneSignInStage
convene_sign_in_get_stage (ConveneSignIn *self)
{
  g_return_val_if_fail (CONVENE_IS_SIGN_IN (self), CONVENE_SIGN_IN_STAGE_OVER);

  return self->stage;
}

const char *
convene_sign_in_get_address (ConveneSignIn *self)
{
  g_return_val_if_fail (CONVENE_IS_SIGN_IN (self), NULL);

  return self->address;
}

const char *
convene_sign_in_get_user_code (ConveneSignIn *self)
{
  g_return_val_if_fail (CONVENE_IS_SIGN_IN (self), NULL);

  return self->user_code;
}

gint64
convene_sign_in_get_expires_at (ConveneSignIn *self)
{
  g_return_val_if_fail (CONVENE_IS_SIGN_IN (self), 0);

  return self->expires_at;
}

const char *
convene_sign_in_get_warning (ConveneSignIn *self)
{
  g_return_val_if_fail (CONVENE_IS_SIGN_IN (self), NULL);

  return self->warning;
}

const char *
convene_sign_in_get_redirect_uri (ConveneSignIn *self)
{
  g_return_val_if_fail (CONVENE_IS_SIGN_IN (self), NULL);

  return self->redirect_uri;
}

/* What faces show */

static void
set_stage (ConveneSignIn     *self,
           ConveneSignInStage stage)
{
  if (self->stage == stage)
    return;

  self->stage = stage;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

static void
set_text (ConveneSignIn *self,
          char         **text,
          const char    *value,
          guint          property)
{
  if (g_strcmp0 (*text, value) == 0)
    return;

  g_free (*text);
  *text = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_expires_at (ConveneSignIn *self,
                gint64         expires_at)
{
  if (self->expires_at == expires_at)
    return;

  self->expires_at = expires_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPIRES_AT]);
}

/* The ends */

static void
fail (ConveneSignIn *self,
      GError        *error)
{
  g_autoptr(GTask) task = g_steal_pointer (&self->task);

  set_stage (self, CONVENE_SIGN_IN_STAGE_OVER);
  g_task_return_error (task, error);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);

  convene_zoom_connection_discard_finish (CONVENE_ZOOM_CONNECTION (source), result);
  fail (self, g_steal_pointer (&self->failure));
}

/* Nobody signed in: what was prepared goes. */
static void
give_up (ConveneSignIn *self,
         GError        *error)
{
  self->failure = error;
  convene_zoom_connection_discard_async (self->connection, discarded_cb, g_object_ref (self));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) account = convene_zoom_connection_keep_finish (CONVENE_ZOOM_CONNECTION (source), result, &error);
  g_autoptr(GTask) task = NULL;

  if (account == NULL)
    {
      fail (self, g_steal_pointer (&error));
      return;
    }

  task = g_steal_pointer (&self->task);
  set_stage (self, CONVENE_SIGN_IN_STAGE_OVER);
  g_task_return_pointer (task, g_steal_pointer (&account), g_object_unref);
}

/* The person has answered. */
static void
answered (ConveneSignIn      *self,
          ConveneOauthTokens *tokens,
          GError             *error)
{
  if (tokens == NULL)
    {
      convene_accounts_hint_swapped (&error, self->client_id, self->client_secret);
      give_up (self, error);
      return;
    }

  set_stage (self, CONVENE_SIGN_IN_STAGE_FINISHING);
  convene_zoom_connection_keep_async (self->connection, tokens, g_task_get_cancellable (self->task), kept_cb, g_object_ref (self));
}

/* By browser */

static void
browser_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);
  GError *error = NULL;
  g_autoptr(ConveneOauthTokens) tokens = convene_oauth_browser_run_finish (CONVENE_OAUTH_BROWSER (source), result, &error);

  answered (self, tokens, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);
  g_autoptr(GError) error = NULL;

  if (!convene_uri_opener_open_finish (CONVENE_URI_OPENER (source), result, &error) && self->stage == CONVENE_SIGN_IN_STAGE_BROWSER &&
      !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_text (self, &self->warning, _ ("The browser could not be opened: copy the address into one"), PROP_WARNING);
}

/* It goes on waiting: else any web page could end a sign-in. A browser that looks for an icon is nothing to tell of. */
static void
refused_cb (ConveneSignIn *self,
            int            kind)
{
  if (kind == CONVENE_OAUTH_CALLBACK_WRONG_STATE)
    set_text (self, &self->warning,
              _ ("An answer came that does not belong to this sign-in, and was refused: go on in the browser tab that was opened last"), PROP_WARNING);
  else if (kind == CONVENE_OAUTH_CALLBACK_WRONG_HOST || kind == CONVENE_OAUTH_CALLBACK_MALFORMED)
    set_text (self, &self->warning, _ ("Another program or web page tried to answer in your place, and was refused: go on in the browser"), PROP_WARNING);
}

/* VC-37: a client that Zoom does not know is told of on its own page, which never comes back. */
static void
warn_of_swapped (ConveneSignIn *self)
{
  if (self->client_secret != NULL && convene_oauth_looks_swapped (self->client_id, self->client_secret))
    set_text (self, &self->warning, _ ("The client ID and the client secret look as if each stood in the other’s place: if Zoom does not know the app, cancel and exchange them"), PROP_WARNING);
}

static void
ask_by_browser (ConveneSignIn         *self,
                const ConveneOauthApp *app)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);
  GError       *error = NULL;
  gint64        timeout;

  self->browser = convene_oauth_browser_new (app, &error);
  if (self->browser == NULL)
    {
      give_up (self, error);
      return;
    }

  g_signal_connect_object (self->browser, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_object_get (self->browser, "timeout", &timeout, NULL);
  set_expires_at (self, convene_clock_now (self->accounts->clock) + timeout);
  set_text (self, &self->redirect_uri, convene_oauth_browser_get_redirect_uri (self->browser), PROP_REDIRECT_URI);
  set_text (self, &self->address, convene_oauth_browser_get_address (self->browser), PROP_ADDRESS);
  warn_of_swapped (self);
  set_stage (self, CONVENE_SIGN_IN_STAGE_BROWSER);
  convene_oauth_browser_run_async (self->browser, cancellable, browser_answered_cb, g_object_ref (self));
  if (self->opener != NULL)
    convene_uri_opener_open_async (self->opener, self->address, cancellable, opened_cb, g_object_ref (self));
}

/* By code */

static void
device_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);
  GError *error = NULL;
  g_autoptr(ConveneOauthTokens) tokens = convene_oauth_device_run_finish (CONVENE_OAUTH_DEVICE (source), result, &error);

  answered (self, tokens, error);
}

static void
device_changed_cb (ConveneSignIn *self)
{
  const char *user_code = convene_oauth_device_get_user_code (self->device);

  set_expires_at (self, convene_oauth_device_get_expires_at (self->device));
  set_text (self, &self->address, convene_oauth_device_get_verification_uri (self->device), PROP_ADDRESS);
  set_text (self, &self->user_code, user_code, PROP_USER_CODE);
  if (self->address != NULL && user_code != NULL && self->stage == CONVENE_SIGN_IN_STAGE_PREPARING)
    set_stage (self, CONVENE_SIGN_IN_STAGE_CODE);
}

static void
ask_by_code (ConveneSignIn         *self,
             const ConveneOauthApp *app)
{
  self->device = convene_oauth_device_new (app);
  g_signal_connect_object (self->device, "notify", G_CALLBACK (device_changed_cb), self, G_CONNECT_SWAPPED);
  convene_oauth_device_run_async (self->device, g_task_get_cancellable (self->task), device_answered_cb, g_object_ref (self));
}

/* The way there, from its end to its beginning */

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);
  GError         *error = NULL;
  ConveneOauthApp app = {
    .provider = convene_oauth_provider_get_zoom (),
    .http = convene_accounts_get_token_http (self->accounts),
    .clock = self->accounts->clock,
    .oauth_url = self->accounts->oauth_url,
    .client_id = self->client_id,
    .client_secret = self->client_secret,
  };

  if (!convene_zoom_connection_prepare_finish (CONVENE_ZOOM_CONNECTION (source), result, &error))
    give_up (self, error);
  else if (self->method == CONVENE_ACCOUNT_METHOD_DEVICE)
    ask_by_code (self, &app);
  else
    ask_by_browser (self, &app);
}

static void
prepare (ConveneSignIn *self)
{
  g_autoptr(ConveneAccount) account = NULL;
  GError *error = NULL;

  if (self->client_id == NULL)
    {
      fail (self, convene_error_new_field (CONVENE_ERROR_INVALID, "client_id",
                                           _ ("This build of Convene has no app of its own at Zoom: make one, it takes some minutes, and give its client id")));
      return;
    }
  if (!convene_accounts_check_app (self->client_id, self->client_secret, &error))
    {
      fail (self, error);
      return;
    }

  account = g_object_new (CONVENE_TYPE_ACCOUNT, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "method", self->method, "client-id", self->client_id, NULL);
  self->connection = convene_zoom_connection_new (self->accounts, account, self->client_secret, self->reconnect);
  convene_zoom_connection_prepare_async (self->connection, g_task_get_cancellable (self->task), prepared_cb, g_object_ref (self));
}

static void
use_app (ConveneSignIn *self,
         const char    *client_id,
         ConveneSecret *client_secret)
{
  self->client_id = g_strdup (client_id);
  self->client_secret = client_secret != NULL ? convene_secret_ref (client_secret) : NULL;
}

static void
secret_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);
  GError *error = NULL;

  self->client_secret = convene_vault_get_finish (CONVENE_VAULT (source), result, &error);
  if (error != NULL)
    fail (self, error);
  else
    prepare (self);
}

/* Who reconnects an account goes on with its app, and otherwise with ours. */
static void
meant_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneSignIn) self = CONVENE_SIGN_IN (user_data);
  GError *error = NULL;
  g_autoptr(ConveneAccount) meant = convene_store_get_account_finish (CONVENE_STORE (source), result, &error);
  const char *client_id = meant != NULL ? convene_account_get_client_id (meant) : NULL;

  if (error != NULL)
    {
      fail (self, error);
      return;
    }

  if (client_id == NULL || convene_account_get_method (meant) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER || g_strcmp0 (client_id, self->accounts->app_id) == 0)
    {
      use_app (self, self->accounts->app_id, self->accounts->app_secret);
      prepare (self);
      return;
    }

  use_app (self, client_id, NULL);
  convene_vault_get_async (self->accounts->vault, convene_account_get_secret_id (meant), "client-secret", g_task_get_cancellable (self->task), secret_cb,
                           g_object_ref (self));
}

void
convene_sign_in_run_async (ConveneSignIn      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_SIGN_IN (self));
  g_return_if_fail (self->task == NULL && self->stage == CONVENE_SIGN_IN_STAGE_PREPARING);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, convene_sign_in_run_async);
  g_task_set_check_cancellable (self->task, FALSE);

  if (self->client_id == NULL && self->reconnect != NULL)
    {
      convene_store_get_account_async (self->accounts->store, self->reconnect, cancellable, meant_cb, g_object_ref (self));
      return;
    }

  if (self->client_id == NULL)
    use_app (self, self->accounts->app_id, self->accounts->app_secret);
  prepare (self);
}

ConveneAccount *
convene_sign_in_run_finish (ConveneSignIn *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_SIGN_IN (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
