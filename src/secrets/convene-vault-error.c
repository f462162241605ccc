/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-secrets"

#include "convene-vault-error.h"

#include "convene-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

GError *
convene_vault_error_new_locked (void)
{
  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_KEYRING_LOCKED,
                              _("The keyring is locked. Unlock it, as signing in to the desktop does, and try again."));
}

GError *
convene_vault_error_new (const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));

  g_debug ("Secret Service: %s %d: %s", g_quark_to_string (cause->domain), cause->code, cause->message);

  if (g_error_matches (cause, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return convene_vault_error_new_locked ();

  /* A service that runs without a single keyring, and no display on which to ask for the new one's password. */
  if (g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) || g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT) ||
      g_error_matches (cause, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT))
    return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_NO_KEYRING,
                                _("There is no keyring yet to keep secrets in. Make one, in “Passwords and Keys” for example, and try again."));

  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_NO_KEYRING,
                              _("No keyring answers, and secrets are kept nowhere else. "
                                "Start a Secret Service, such as GNOME Keyring or KWallet, in this session and try again."));
}
