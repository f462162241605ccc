/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-outside.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#include "convene-http-session.h"
#include "convene-invite-reader.h"
#include "convene-invite-series.h"
#include "convene-invite.h"
#include "convene-keyring.h"
#include "convene-letter-edit.h"
#include "convene-letter-trial.h"
#include "convene-letter-writer.h"
#include "convene-mail-portal.h"
#include "convene-mail-reader.h"
#include "convene-mail-settings.h"
#include "convene-oauth-browser.h"
#include "convene-oauth-device.h"
#include "convene-oauth-parse.h"
#include "convene-oauth-provider.h"
#include "convene-oauth-revoke.h"
#include "convene-oauth-session.h"
#include "convene-oauth-tokens.h"
#include "convene-practice.h"
#include "convene-smtp-carrier.h"
#include "convene-smtp-transfer.h"
#include "convene-zoom-client.h"

/* The program's only one: functions of the libraries below, which get no object to keep it in. */
static int module_file = -1;

static gpointer
find_symbol (const char *name)
{
  static gsize module = 0;
  gpointer     symbol;

  if (g_once_init_enter (&module))
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", module_file);
      gpointer         opened = dlopen (path, RTLD_LAZY | RTLD_LOCAL);

      if (opened == NULL)
        g_error ("The installation of Convene is damaged: %s", dlerror ());
      g_once_init_leave (&module, (gsize) opened);
    }

  symbol = dlsym ((gpointer) module, name);
  if (symbol == NULL)
    g_error ("The installation of Convene is damaged: %s", dlerror ());
  return symbol;
}

/* The function of this name in the module. */
#define OUTSIDE(name) ((__typeof__ (&name)) find_symbol (#name))

gboolean
convene_outside_find (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, CONVENE_OUTSIDE_MODULE, NULL);

  module_file = g_open (path, O_RDONLY | O_CLOEXEC);
  return module_file >= 0;
}

/* secrets */

void
convene_keyring_put_async (ConveneVault       *vault,
                           const char         *account_id,
                           const char         *kind,
                           ConveneSecret      *secret,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  OUTSIDE (convene_keyring_put_async)
  (vault, account_id, kind, secret, cancellable, callback, user_data);
}

gboolean
convene_keyring_put_finish (ConveneVault *vault,
                            GAsyncResult *result,
                            GError      **error)
{
  return OUTSIDE (convene_keyring_put_finish) (vault, result, error);
}

void
convene_keyring_get_async (ConveneVault       *vault,
                           const char         *account_id,
                           const char         *kind,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  OUTSIDE (convene_keyring_get_async)
  (vault, account_id, kind, cancellable, callback, user_data);
}

ConveneSecret *
convene_keyring_get_finish (ConveneVault *vault,
                            GAsyncResult *result,
                            GError      **error)
{
  return OUTSIDE (convene_keyring_get_finish) (vault, result, error);
}

void
convene_keyring_forget_async (ConveneVault       *vault,
                              const char         *account_id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  OUTSIDE (convene_keyring_forget_async)
  (vault, account_id, cancellable, callback, user_data);
}

gboolean
convene_keyring_forget_finish (ConveneVault *vault,
                               GAsyncResult *result,
                               GError      **error)
{
  return OUTSIDE (convene_keyring_forget_finish) (vault, result, error);
}

/* http */

ConveneHttpSession *
convene_http_session_new (ConveneClock *clock)
{
  return OUTSIDE (convene_http_session_new) (clock);
}

/* oauth */

const ConveneOauthProvider *
convene_oauth_provider_get_zoom (void)
{
  return OUTSIDE (convene_oauth_provider_get_zoom) ();
}

char **
convene_oauth_provider_list_missing (const ConveneOauthProvider *provider,
                                     const char                 *granted)
{
  return OUTSIDE (convene_oauth_provider_list_missing) (provider, granted);
}

GType
convene_oauth_session_get_type (void)
{
  return OUTSIDE (convene_oauth_session_get_type) ();
}

ConveneOauthSession *
convene_oauth_session_new (ConveneAccount     *account,
                           ConveneHttpSession *http,
                           ConveneVault       *vault,
                           ConveneClock       *clock,
                           const char         *lock_folder)
{
  return OUTSIDE (convene_oauth_session_new) (account, http, vault, clock, lock_folder);
}

const char *
convene_oauth_session_get_scopes (ConveneOauthSession *self)
{
  return OUTSIDE (convene_oauth_session_get_scopes) (self);
}

const char *
convene_oauth_session_get_api_url (ConveneOauthSession *self)
{
  return OUTSIDE (convene_oauth_session_get_api_url) (self);
}

void
convene_oauth_session_revoke_async (ConveneOauthSession *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  OUTSIDE (convene_oauth_session_revoke_async)
  (self, cancellable, callback, user_data);
}

gboolean
convene_oauth_session_revoke_finish (ConveneOauthSession *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  return OUTSIDE (convene_oauth_session_revoke_finish) (self, result, error);
}

const char *
convene_oauth_browser_get_address (ConveneOauthBrowser *self)
{
  return OUTSIDE (convene_oauth_browser_get_address) (self);
}

const char *
convene_oauth_browser_get_redirect_uri (ConveneOauthBrowser *self)
{
  return OUTSIDE (convene_oauth_browser_get_redirect_uri) (self);
}

GType
convene_oauth_browser_get_type (void)
{
  return OUTSIDE (convene_oauth_browser_get_type) ();
}

ConveneOauthBrowser *
convene_oauth_browser_new (const ConveneOauthApp *app,
                           GError               **error)
{
  return OUTSIDE (convene_oauth_browser_new) (app, error);
}

void
convene_oauth_browser_run_async (ConveneOauthBrowser *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  OUTSIDE (convene_oauth_browser_run_async)
  (self, cancellable, callback, user_data);
}

ConveneOauthTokens *
convene_oauth_browser_run_finish (ConveneOauthBrowser *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  return OUTSIDE (convene_oauth_browser_run_finish) (self, result, error);
}

gint64
convene_oauth_device_get_expires_at (ConveneOauthDevice *self)
{
  return OUTSIDE (convene_oauth_device_get_expires_at) (self);
}

GType
convene_oauth_device_get_type (void)
{
  return OUTSIDE (convene_oauth_device_get_type) ();
}

const char *
convene_oauth_device_get_user_code (ConveneOauthDevice *self)
{
  return OUTSIDE (convene_oauth_device_get_user_code) (self);
}

const char *
convene_oauth_device_get_verification_uri (ConveneOauthDevice *self)
{
  return OUTSIDE (convene_oauth_device_get_verification_uri) (self);
}

ConveneOauthDevice *
convene_oauth_device_new (const ConveneOauthApp *app)
{
  return OUTSIDE (convene_oauth_device_new) (app);
}

void
convene_oauth_device_run_async (ConveneOauthDevice *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  OUTSIDE (convene_oauth_device_run_async)
  (self, cancellable, callback, user_data);
}

ConveneOauthTokens *
convene_oauth_device_run_finish (ConveneOauthDevice *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  return OUTSIDE (convene_oauth_device_run_finish) (self, result, error);
}

gboolean
convene_oauth_looks_swapped (const char    *client_id,
                             ConveneSecret *client_secret)
{
  return OUTSIDE (convene_oauth_looks_swapped) (client_id, client_secret);
}

char **
convene_oauth_provider_list_extra (const ConveneOauthProvider *provider,
                                   const char                 *granted)
{
  return OUTSIDE (convene_oauth_provider_list_extra) (provider, granted);
}

void
convene_oauth_revoke_tokens_async (const ConveneOauthApp    *app,
                                   const ConveneOauthTokens *tokens,
                                   GCancellable             *cancellable,
                                   GAsyncReadyCallback       callback,
                                   gpointer                  user_data)
{
  OUTSIDE (convene_oauth_revoke_tokens_async)
  (app, tokens, cancellable, callback, user_data);
}

gboolean
convene_oauth_revoke_tokens_finish (GAsyncResult *result,
                                    GError      **error)
{
  return OUTSIDE (convene_oauth_revoke_tokens_finish) (result, error);
}

const char *
convene_oauth_session_get_tls (ConveneOauthSession *self)
{
  return OUTSIDE (convene_oauth_session_get_tls) (self);
}

void
convene_oauth_session_retry (ConveneOauthSession *self)
{
  OUTSIDE (convene_oauth_session_retry)
  (self);
}

ConveneOauthTokens *
convene_oauth_tokens_copy (const ConveneOauthTokens *self)
{
  return OUTSIDE (convene_oauth_tokens_copy) (self);
}

void
convene_oauth_tokens_free (ConveneOauthTokens *self)
{
  OUTSIDE (convene_oauth_tokens_free)
  (self);
}

void
convene_oauth_tokens_keep_async (const ConveneOauthTokens *self,
                                 ConveneAccount           *account,
                                 ConveneVault             *vault,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  OUTSIDE (convene_oauth_tokens_keep_async)
  (self, account, vault, cancellable, callback, user_data);
}

gboolean
convene_oauth_tokens_keep_finish (GAsyncResult *result,
                                  GError      **error)
{
  return OUTSIDE (convene_oauth_tokens_keep_finish) (result, error);
}

gboolean
convene_oauth_session_is_busy (ConveneOauthSession *self)
{
  return OUTSIDE (convene_oauth_session_is_busy) (self);
}

/* zoom */

GType
convene_zoom_client_get_type (void)
{
  return OUTSIDE (convene_zoom_client_get_type) ();
}

ConveneZoomClient *
convene_zoom_client_new (ConveneHttpSession  *http,
                         ConveneTokenSource  *source,
                         ConveneClock        *clock,
                         const char          *api_url,
                         ConveneAccountMethod method,
                         const char          *address)
{
  return OUTSIDE (convene_zoom_client_new) (http, source, clock, api_url, method, address);
}

void
convene_zoom_client_set_pace (ConveneZoomClient *self,
                              ConveneZoomPace   *pace)
{
  OUTSIDE (convene_zoom_client_set_pace)
  (self, pace);
}

ConveneZoomPace *
convene_zoom_pace_new (ConveneClock *clock)
{
  return OUTSIDE (convene_zoom_pace_new) (clock);
}

void
convene_zoom_pace_set_plan (ConveneZoomPace *self,
                            const char      *plan)
{
  OUTSIDE (convene_zoom_pace_set_plan)
  (self, plan);
}

void
convene_zoom_client_get_user_async (ConveneZoomClient  *self,
                                    const char         *host,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  OUTSIDE (convene_zoom_client_get_user_async)
  (self, host, cancellable, callback, user_data);
}

ConveneZoomUser *
convene_zoom_client_get_user_finish (ConveneZoomClient *self,
                                     GAsyncResult      *result,
                                     GError           **error)
{
  return OUTSIDE (convene_zoom_client_get_user_finish) (self, result, error);
}

void
convene_zoom_user_free (ConveneZoomUser *user)
{
  OUTSIDE (convene_zoom_user_free)
  (user);
}

void
convene_zoom_client_find_user_async (ConveneZoomClient  *self,
                                     const char         *address,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  OUTSIDE (convene_zoom_client_find_user_async)
  (self, address, cancellable, callback, user_data);
}

ConveneZoomUser *
convene_zoom_client_find_user_finish (ConveneZoomClient *self,
                                      GAsyncResult      *result,
                                      GError           **error)
{
  return OUTSIDE (convene_zoom_client_find_user_finish) (self, result, error);
}

void
convene_zoom_client_list_schedulers_async (ConveneZoomClient  *self,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  OUTSIDE (convene_zoom_client_list_schedulers_async)
  (self, cancellable, callback, user_data);
}

GStrv
convene_zoom_client_list_schedulers_finish (ConveneZoomClient *self,
                                            GAsyncResult      *result,
                                            GError           **error)
{
  return OUTSIDE (convene_zoom_client_list_schedulers_finish) (self, result, error);
}

void
convene_zoom_settings_free (ConveneZoomSettings *settings)
{
  OUTSIDE (convene_zoom_settings_free)
  (settings);
}

void
convene_zoom_client_get_settings_async (ConveneZoomClient  *self,
                                        const char         *host,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  OUTSIDE (convene_zoom_client_get_settings_async)
  (self, host, cancellable, callback, user_data);
}

ConveneZoomSettings *
convene_zoom_client_get_settings_finish (ConveneZoomClient *self,
                                         GAsyncResult      *result,
                                         GError           **error)
{
  return OUTSIDE (convene_zoom_client_get_settings_finish) (self, result, error);
}

/* invite */

const char *
convene_invite_method_to_string (ConveneInviteMethod method)
{
  return OUTSIDE (convene_invite_method_to_string) (method);
}

GBytes *
convene_invite_write (ConveneInterview           *interview,
                      const ConveneInviteOptions *options,
                      GError                    **error)
{
  return OUTSIDE (convene_invite_write) (interview, options, error);
}

GBytes *
convene_invite_write_partial_cancel (ConveneInterview           *interview,
                                     const ConveneTold          *told,
                                     const char *const          *people,
                                     const ConveneInviteOptions *options,
                                     GError                    **error)
{
  return OUTSIDE (convene_invite_write_partial_cancel) (interview, told, people, options, error);
}

ConveneInviteSeries *
convene_invite_series_new (const ConveneInviteOptions *options,
                           GError                    **error)
{
  return OUTSIDE (convene_invite_series_new) (options, error);
}

void
convene_invite_series_free (ConveneInviteSeries *self)
{
  OUTSIDE (convene_invite_series_free)
  (self);
}

gboolean
convene_invite_series_add (ConveneInviteSeries *self,
                           ConveneInterview    *interview,
                           GError             **error)
{
  return OUTSIDE (convene_invite_series_add) (self, interview, error);
}

GBytes *
convene_invite_series_finish (ConveneInviteSeries *self)
{
  return OUTSIDE (convene_invite_series_finish) (self);
}

GPtrArray *
convene_invite_read (GBytes     *bytes,
                     const char *charset,
                     GError    **error)
{
  return OUTSIDE (convene_invite_read) (bytes, charset, error);
}

/* mail */

ConveneLetterHeading *
convene_letter_heading_new (const ConveneLetterDraft *draft)
{
  return OUTSIDE (convene_letter_heading_new) (draft);
}

void
convene_letter_heading_free (ConveneLetterHeading *self)
{
  OUTSIDE (convene_letter_heading_free)
  (self);
}

ConveneLetter *
convene_letter_write (const ConveneLetterDraft *draft,
                      GError                  **error)
{
  return OUTSIDE (convene_letter_write) (draft, error);
}

char *
convene_letter_write_text (const ConveneLetterDraft *draft,
                           GError                  **error)
{
  return OUTSIDE (convene_letter_write_text) (draft, error);
}

char *
convene_letter_write_description (const ConveneLetterDraft *draft,
                                  GError                  **error)
{
  return OUTSIDE (convene_letter_write_description) (draft, error);
}

const char *
convene_letter_find_language (const ConveneLetterDraft *draft)
{
  return OUTSIDE (convene_letter_find_language) (draft);
}

const char *const *
convene_letter_list_languages (void)
{
  return OUTSIDE (convene_letter_list_languages) ();
}

const char *const *
convene_letter_list_names (void)
{
  return OUTSIDE (convene_letter_list_names) ();
}

char *
convene_letter_dup_default (const char *language,
                            const char *name)
{
  return OUTSIDE (convene_letter_dup_default) (language, name);
}

const char *const *
convene_letter_list_placeholders (const char *name)
{
  return OUTSIDE (convene_letter_list_placeholders) (name);
}

gboolean
convene_letter_check_edit (const char *name,
                           const char *text,
                           GError    **error)
{
  return OUTSIDE (convene_letter_check_edit) (name, text, error);
}

char *
convene_letter_message_id_new (const char *sender_address)
{
  return OUTSIDE (convene_letter_message_id_new) (sender_address);
}

ConveneLetter *
convene_letter_trial_new (const char *name,
                          const char *address,
                          gint64      now,
                          GError    **error)
{
  return OUTSIDE (convene_letter_trial_new) (name, address, now, error);
}

ConveneLetterCarrier *
convene_mail_portal_new (void)
{
  return OUTSIDE (convene_mail_portal_new) ();
}

const ConveneMailSettings *
convene_mail_settings_find (const char *address)
{
  return OUTSIDE (convene_mail_settings_find) (address);
}

gboolean
convene_smtp_is_loopback (const char *server)
{
  return OUTSIDE (convene_smtp_is_loopback) (server);
}

GType
convene_smtp_carrier_get_type (void)
{
  return OUTSIDE (convene_smtp_carrier_get_type) ();
}

ConveneSmtpCarrier *
convene_smtp_carrier_new (ConveneAccount *account,
                          ConveneSecret  *password)
{
  return OUTSIDE (convene_smtp_carrier_new) (account, password);
}

void
convene_smtp_carrier_check_async (ConveneSmtpCarrier *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  OUTSIDE (convene_smtp_carrier_check_async)
  (self, cancellable, callback, user_data);
}

gboolean
convene_smtp_carrier_check_finish (ConveneSmtpCarrier *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  return OUTSIDE (convene_smtp_carrier_check_finish) (self, result, error);
}

void
convene_mail_reading_free (ConveneMailReading *self)
{
  OUTSIDE (convene_mail_reading_free)
  (self);
}

gboolean
convene_mail_is_mail (GBytes *bytes)
{
  return OUTSIDE (convene_mail_is_mail) (bytes);
}

ConveneMailReading *
convene_mail_read (GBytes  *bytes,
                   GError **error)
{
  return OUTSIDE (convene_mail_read) (bytes, error);
}

/* practice */

void
convene_practice_connect_async (const char         *program,
                                const char         *folder,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  OUTSIDE (convene_practice_connect_async)
  (program, folder, cancellable, callback, user_data);
}

ConvenePracticeEndpoints *
convene_practice_connect_finish (GAsyncResult *result,
                                 GError      **error)
{
  return OUTSIDE (convene_practice_connect_finish) (result, error);
}

void
convene_practice_endpoints_free (ConvenePracticeEndpoints *self)
{
  OUTSIDE (convene_practice_endpoints_free)
  (self);
}

int
convene_practice_server_main (int    argc,
                              char **argv)
{
  return OUTSIDE (convene_practice_server_main) (argc, argv);
}
