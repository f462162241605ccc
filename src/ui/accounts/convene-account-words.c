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
  return state == CONVENE_ACCOUNT_STATE_CONNECTED ? "object-select-symbolic" : "dialog-warning-symbolic";
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
convene_account_words_checked (gint64      checked_at,
                               const char *tls)
{
  g_autofree char *when = NULL;

  if (checked_at == 0)
    return g_strdup ("");

  when = convene_words_short (checked_at, NULL);
  if (tls != NULL)
    /* Translators: %1$s is a day and a time, as “Tue 1 Dec, 09:20”, %2$s the version of the encryption, as “1.3” */
    return g_strdup_printf (_ ("Checked %1$s · TLS %2$s"), when, tls);

  /* Translators: %s is a day and a time, as “Tue 1 Dec, 09:20” */
  return g_strdup_printf (_ ("Checked %s"), when);
}

char *
convene_account_words_host_use (const ConveneHostUse *use)
{
  /* Translators: of the requests that Zoom allows the host %1$s in a day, %2$d have been made */
  return g_strdup_printf (ngettext ("%1$s: %2$d of %3$d request today", "%1$s: %2$d of %3$d requests today", CONVENE_DAILY_REQUESTS), use->address, use->requests,
                          CONVENE_DAILY_REQUESTS);
}

char *
convene_account_words_grant (const char *scope)
{
  const char *words = convene_grant_to_words (scope);

  /* Translators: what a permission is for, and its name at Zoom */
  return words != NULL ? g_strdup_printf (C_ ("permission", "%1$s (%2$s)"), words, scope) : g_strdup (scope);
}

const char *
convene_account_words_check (ConveneAccount *account)
{
  gboolean is_mail = convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL;

  if (convene_account_get_state (account) != CONVENE_ACCOUNT_STATE_CONNECTED || convene_account_get_problem (account) != NULL)
    return "";

  return is_mail ? _ ("The mail server accepts the sign-in") : _ ("Zoom accepts the sign-in");
}

/* Without a name nobody is known to be the same. */
static gboolean
is_same_person (ConveneAccount *a,
                ConveneAccount *b)
{
  const char      *name = convene_account_get_name (a);
  const char      *other = convene_account_get_name (b);
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;
  g_autofree char *other_folded = other != NULL ? g_utf8_casefold (other, -1) : NULL;

  return folded != NULL && *folded != '\0' && g_strcmp0 (folded, other_folded) == 0;
}

static gboolean
is_zoom (ConveneAccount *account)
{
  return convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM;
}

char *
convene_account_words_twins (GPtrArray *accounts)
{
  for (guint i = 0; i < accounts->len; i++)
    for (guint j = i + 1; j < accounts->len; j++)
      {
        ConveneAccount *a = g_ptr_array_index (accounts, i);
        ConveneAccount *b = g_ptr_array_index (accounts, j);

        if (is_zoom (a) && is_zoom (b) && is_same_person (a, b))
          /* Translators: %1$s is a person’s name, the others are mail addresses */
          return g_strdup_printf (_ ("%1$s has two Zoom accounts here, %2$s and %3$s. Meetings of one cannot be changed by the other: keep the one that interviews are to use."),
                                     convene_account_get_name (a), convene_account_get_address (a), convene_account_get_address (b));
      }

  return NULL;
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

static const char *
describe_secrets (ConveneAccount *account)
{
  if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL)
    return _ ("Its password is removed from the keyring. Letters that are due wait until a mail account is connected.");
  if (convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER)
    return _ ("Its secrets are removed from the keyring.");

  return _ ("Convene’s access is revoked at Zoom, and its secrets are removed from the keyring.");
}

static void
add_bonds (GString               *words,
           const ConveneFarewell *farewell)
{
  if (farewell == NULL)
    g_string_append_printf (words, " %s", _ ("Meetings that it made stay at Zoom, but Convene can no longer change them."));
  else if (farewell->live == 0 && farewell->waiting == 0)
    g_string_append_printf (words, " %s", _ ("No interview that is to come depends on it."));

  if (farewell != NULL && farewell->live > 0)
    {
      g_string_append (words, "\n\n");
      g_string_append_printf (words,
                              ngettext ("%d interview keeps its link, but Convene can no longer change or cancel its meeting.",
                                        "%d interviews keep their links, but Convene can no longer change or cancel their meetings.", farewell->live),
                              farewell->live);
    }
  if (farewell != NULL && farewell->waiting > 0)
    {
      g_string_append (words, "\n\n");
      g_string_append_printf (
          words, ngettext ("%d interview that waits for it goes on waiting for a Zoom account.", "%d interviews that wait for it go on waiting for a Zoom account.", farewell->waiting),
          farewell->waiting);
    }
}

char *
convene_account_words_farewell (ConveneAccount        *account,
                                const ConveneFarewell *farewell)
{
  g_autoptr(GString) words = g_string_new (describe_secrets (account));

  if (is_zoom (account))
    add_bonds (words, farewell);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
convene_account_words_disconnected (const char       *address,
                                    ConveneRevocation revocation)
{
  if (revocation == CONVENE_REVOCATION_WAITING)
    /* Translators: %s is the mail address of an account */
    return g_strdup_printf (_ ("%s is disconnected here. Zoom could not be reached: its access is revoked as soon as it can be."), address);

  return g_strdup_printf (_ ("%s is disconnected"), address);
}
