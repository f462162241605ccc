/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-outside.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#include "convene-http-session.h"
#include "convene-invite.h"
#include "convene-letter-writer.h"
#include "convene-oauth-provider.h"
#include "convene-oauth-session.h"
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
                         ConveneAccountMethod method)
{
  return OUTSIDE (convene_zoom_client_new) (http, source, clock, api_url, method);
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

/* invite */

const char *
convene_invite_method_to_string (ConveneInviteMethod method)
{
  return OUTSIDE (convene_invite_method_to_string) (method);
}

GBytes *
convene_invite_write (ConveneInterview   *interview,
                      ConveneInviteMethod method,
                      const char         *organizer_name,
                      const char         *organizer_address,
                      gint64              made_at,
                      GError            **error)
{
  return OUTSIDE (convene_invite_write) (interview, method, organizer_name, organizer_address, made_at, error);
}

GBytes *
convene_invite_write_all (GPtrArray  *interviews,
                          const char *organizer_name,
                          const char *organizer_address,
                          gint64      made_at,
                          GError    **error)
{
  return OUTSIDE (convene_invite_write_all) (interviews, organizer_name, organizer_address, made_at, error);
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
convene_letter_message_id_new (const char *sender_address)
{
  return OUTSIDE (convene_letter_message_id_new) (sender_address);
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

/* practice */

int
convene_practice_server_main (int    argc,
                              char **argv)
{
  return OUTSIDE (convene_practice_server_main) (argc, argv);
}
