/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-host-words.h"

#include <glib/gi18n-lib.h>

gboolean
convene_host_words_is_connected (const ConveneHostChoice *choice)
{
  g_return_val_if_fail (choice != NULL, FALSE);

  return choice->account != NULL && convene_account_get_state (choice->account) == CONVENE_ACCOUNT_STATE_CONNECTED;
}

char *
convene_host_words_summary (const ConveneHostChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  if (choice->account == NULL)
    return g_strdup (_ ("Zoom not connected"));
  if (!convene_host_words_is_connected (choice))
    return g_strdup (_ ("Zoom wants you to sign in again"));

  /* Translators: %s is the mail address of a Zoom account */
  return g_strdup_printf (_ ("Connected · %s"), convene_account_get_address (choice->account));
}

char *
convene_host_words_describe (const ConveneHostChoice *choice,
                             const char              *manager)
{
  g_return_val_if_fail (choice != NULL, NULL);

  if (choice->account == NULL)
    return g_strdup (_ ("Without Zoom the invitation leaves without a link, and the hiring manager is asked for one. What you typed stays here while you connect."));
  if (!convene_host_words_is_connected (choice))
    /* Translators: the first %s is the address of who hosts, the second that of a Zoom account */
    return g_strdup_printf (_ ("%s hosts. The meeting is made once %s is signed in at Zoom again. You can go on meanwhile."), choice->host, convene_account_get_address (choice->account));
  if (manager != NULL && convene_host_words_is_ready (choice))
    /* Translators: the first %s is a mail address, the second a sentence that says why */
    return g_strdup_printf (_ ("Host ready: %s hosts. %s"), choice->host, choice->reason);

  /* Translators: the first %s is a mail address, the second a sentence that says why */
  return g_strdup_printf (_ ("%s hosts. %s"), choice->host, choice->reason);
}

gboolean
convene_host_words_is_ready (const ConveneHostChoice *choice)
{
  g_return_val_if_fail (choice != NULL, FALSE);

  return choice->way < CONVENE_HOST_SCHEDULER && convene_host_words_is_connected (choice);
}

const char *
convene_host_words_title (const ConveneHostChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  if (convene_host_words_is_ready (choice))
    return _ ("Host ready");
  if (choice->account == NULL)
    return _ ("Nobody can host yet");
  if (!convene_host_words_is_connected (choice))
    return _ ("Zoom wants you to sign in again");

  return _ ("Your Zoom account hosts");
}

char *
convene_host_words_advice (const ConveneHostChoice *choice,
                           const char              *manager)
{
  g_return_val_if_fail (choice != NULL, NULL);

  if (choice->way == CONVENE_HOST_SCHEDULER && convene_host_words_is_connected (choice) && manager != NULL)
    /* Translators: the first %s is the hiring manager's address, the second that of the account that hosts instead */
    return g_strdup_printf (_ ("Connect the Zoom account of %s, and they host their interviews themselves. Until then %s hosts."), manager, choice->host);

  return convene_host_words_describe (choice, NULL);
}

/* An action and its target that do not fit each other for a moment is what GTK warns of. */
static void
set_action (GtkButton  *button,
            const char *action,
            const char *target)
{
  GtkActionable *actionable = GTK_ACTIONABLE (button);

  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target (actionable, "s", target);
  gtk_actionable_set_action_name (actionable, action);
}

void
convene_host_words_set_remedy (GtkButton               *button,
                               const ConveneHostChoice *choice,
                               gboolean                 another)
{
  gboolean connected;

  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (choice != NULL);

  connected = convene_host_words_is_connected (choice);
  gtk_widget_set_visible (GTK_WIDGET (button), !connected || (another && !convene_host_words_is_ready (choice)));
  if (choice->account == NULL || connected)
    {
      /* Translators: connects the program to Zoom */
      gtk_button_set_label (button, _ ("C_onnect"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Connect Zoom"), -1);
      set_action (button, "app.connect", "zoom");
    }
  else
    {
      gtk_button_set_label (button, _ ("Reco_nnect"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reconnect Zoom"), -1);
      set_action (button, "app.reconnect", convene_account_get_id (choice->account));
    }
}
