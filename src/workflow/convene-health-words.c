/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-health-words.h"

#include <glib/gi18n-lib.h>

const char *
convene_health_word_title (ConveneAccount *account)
{
  if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL)
    return _("The mail server wants you to sign in again");

  switch (convene_account_get_state (account))
    {
    case CONVENE_ACCOUNT_STATE_MISSING_SCOPES:
      return _("Zoom has to grant Convene more");
    case CONVENE_ACCOUNT_STATE_REVOKED:
      return _("Convene was removed at Zoom");
    case CONVENE_ACCOUNT_STATE_EXPIRED:
    case CONVENE_ACCOUNT_STATE_CONNECTED:
    default:
      return _("Zoom wants you to sign in again");
    }
}

static char *
describe_next (gint64 next)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (next / G_USEC_PER_SEC);
  /* Translators: a day and a time of day as g_date_time_format () writes them: “Tue 1 December, 10:00” */
  g_autofree char *text = time != NULL ? g_date_time_format (time, _("%a %-d %B, %H:%M")) : NULL;

  /* Translators: %s is a day and a time of day */
  return text != NULL ? g_strdup_printf (_("The next interview at Zoom is on %s."), text) : NULL;
}

/* Until the person signs in again: the account, what waits for it, and how much time is left. */
char *
convene_health_word_body (ConveneAccount *account,
                          guint           waiting,
                          gint64          next)
{
  const char      *address = convene_account_get_address (account);
  gboolean         zoom = convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM;
  g_autofree char *first = NULL;
  g_autofree char *second = zoom && next != G_MAXINT64 ? describe_next (next) : NULL;

  if (waiting > 0)
    /* Translators: %s is the mail address of an account */
    first = g_strdup_printf (ngettext ("%2$s: %1$u interview waits for it.", "%2$s: %1$u interviews wait for it.", waiting), waiting, address);
  else
    /* Translators: %s is the mail address of an account */
    first = g_strdup_printf (_("Reconnect %s before an interview needs it."), address);

  /* Translators: two sentences */
  return second != NULL ? g_strdup_printf (C_("sentences", "%s %s"), first, second) : g_steal_pointer (&first);
}
