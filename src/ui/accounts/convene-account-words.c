/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account-words.h"

#include <glib/gi18n-lib.h>

#include "convene-accounts.h"
#include "convene-clock.h"
#include "convene-words.h"

const char *
convene_account_words_state (ConveneAccountState state)
{
  switch (state)
    {
    case CONVENE_ACCOUNT_STATE_EXPIRED:
    case CONVENE_ACCOUNT_STATE_REVOKED:
      return C_ ("account", "Sign in again");
    case CONVENE_ACCOUNT_STATE_MISSING_SCOPES:
      return C_ ("account", "Permissions missing");
    case CONVENE_ACCOUNT_STATE_CONNECTED:
    default:
      return C_ ("account", "Connected");
    }
}

const char *
convene_account_words_state_icon (ConveneAccountState state)
{
  return state == CONVENE_ACCOUNT_STATE_CONNECTED ? "emblem-ok-symbolic" : "dialog-warning-symbolic";
}

const char *
convene_account_words_state_tone (ConveneAccountState state)
{
  return state == CONVENE_ACCOUNT_STATE_CONNECTED ? "good" : "warning";
}

const char *
convene_account_words_advice (ConveneAccountKind  kind,
                              ConveneAccountState state)
{
  if (state == CONVENE_ACCOUNT_STATE_CONNECTED)
    return "";
  if (kind == CONVENE_ACCOUNT_KIND_MAIL)
    return _ ("The mail server no longer takes the user name and password. Letters wait until you reconnect.");

  switch (state)
    {
    case CONVENE_ACCOUNT_STATE_MISSING_SCOPES:
      return _ ("The app at Zoom lacks permissions that Convene needs. Add them there, then reconnect.");
    case CONVENE_ACCOUNT_STATE_REVOKED:
      return _ ("The connection was removed at Zoom. Interviews that need it wait until you reconnect.");
    case CONVENE_ACCOUNT_STATE_EXPIRED:
    default:
      return _ ("Zoom no longer accepts this sign-in. Interviews that need it wait until you reconnect.");
    }
}

const char *
convene_account_words_title (ConveneAccount *account)
{
  const char *name = convene_account_get_name (account);
  const char *address = convene_account_get_address (account);

  if (name != NULL && *name != '\0')
    return name;

  return address != NULL ? address : "";
}

static const char *
method (ConveneAccountMethod value)
{
  switch (value)
    {
    case CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER:
      return _ ("Zoom, server-to-server");
    case CONVENE_ACCOUNT_METHOD_BROWSER:
    case CONVENE_ACCOUNT_METHOD_DEVICE:
    case CONVENE_ACCOUNT_METHOD_PASSWORD:
    default:
      return _ ("Zoom");
    }
}

char *
convene_account_words_service (ConveneAccount *account)
{
  const char *server = convene_account_get_server (account);

  if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_MAIL)
    return g_strdup (method (convene_account_get_method (account)));

  /* Translators: %s is the name of the server that sends mail, as smtp.example.com */
  return g_strdup_printf (_ ("Mail, %s"), server != NULL ? server : "");
}

const char *
convene_account_words_plan (const char *plan)
{
  if (g_strcmp0 (plan, "licensed") == 0)
    return C_ ("plan", "Licensed");
  if (g_strcmp0 (plan, "basic") == 0)
    return _ ("Basic: Zoom ends its meetings after 40 minutes and allows one at a time.");

  return "";
}

gint64
convene_account_words_reset (gint64 now)
{
  return (now / CONVENE_DAY + 1) * CONVENE_DAY;
}

char *
convene_account_words_quota (int    used,
                             gint64 now)
{
  g_autofree char *time = convene_words_time (convene_account_words_reset (now), NULL);

  /* Translators: of the requests that Zoom allows in a day, %1$d have been made; at the time %3$s the count starts again at none */
  return g_strdup_printf (ngettext ("%1$d of %2$d request today · resets at %3$s", "%1$d of %2$d requests today · resets at %3$s", CONVENE_DAILY_REQUESTS), used,
                          CONVENE_DAILY_REQUESTS, time);
}

char *
convene_account_words_checked (gint64 checked_at)
{
  g_autofree char *when = NULL;

  if (checked_at == 0)
    return g_strdup ("");

  when = convene_words_short (checked_at, NULL);
  /* Translators: %s is a day and a time, as “Tue 1 Dec, 09:20” */
  return g_strdup_printf (_ ("Checked %s"), when);
}

char *
convene_account_words_sentence (ConveneAccount *account)
{
  const char      *title = convene_account_words_title (account);
  const char      *address = convene_account_get_address (account);
  g_autofree char *service = convene_account_words_service (account);
  g_autofree char *who = g_strcmp0 (title, address) == 0 || address == NULL ? g_strdup (title) : g_strdup_printf (C_ ("list", "%s, %s"), title, address);

  /* Translators: an account as it is read out: whose it is, what it is (“Zoom”) and its state (“Connected”) */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), who, service, convene_account_words_state (convene_account_get_state (account)));
}

const char *
convene_account_words_farewell (ConveneAccountKind kind)
{
  if (kind == CONVENE_ACCOUNT_KIND_MAIL)
    return _ ("Its password is removed from the keyring. Letters that are due wait until a mail account is connected.");

  return _ ("Its secrets are removed from the keyring. Meetings that it made stay at Zoom, but Convene can no longer change them. "
            "Interviews that wait for it go on waiting for a Zoom account.");
}
