/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-sign-in.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-output.h"
#include "convene-cli-words.h"
#include "convene-zone.h"

/* What a person was told. */
typedef struct
{
  gboolean           browser;
  gboolean           asked;
  char              *warning;
  ConveneSignInStage stage;
} Telling;

static void
tell_browser (Telling       *self,
              ConveneSignIn *sign_in)
{
  convene_cli_output_message (self->browser ? _("Sign in at Zoom in your browser; where none has opened, open this address on this computer:") : _("Open this address in a browser of this computer, and sign in at Zoom:"));
  convene_cli_output_alone (convene_sign_in_get_address (sign_in));
  /* Zoom's page does not come back then (TH-4, TH-5). */
  convene_cli_output_message (_("If Zoom’s page refuses (it says that you cannot authorize the app, or to request pre-approval), ask your Zoom administrator to approve the app"));
  convene_cli_output_message (_("Waiting for the answer of the browser; Ctrl+C gives up, and nothing is changed then"));
}

static void
tell_code (ConveneSignIn *sign_in)
{
  gint64           end = convene_sign_in_get_expires_at (sign_in);
  g_autofree char *zone = convene_zone_dup_system ();
  g_autofree char *time = end != 0 ? convene_cli_word_time (end, zone) : NULL;
  g_autofree char *until = NULL;

  convene_cli_output_message (_("Open this address in any browser, on a phone too:"));
  convene_cli_output_alone (convene_sign_in_get_address (sign_in));
  convene_cli_output_message (_("Type this code there:"));
  convene_cli_output_alone (convene_sign_in_get_user_code (sign_in));
  if (time != NULL)
    {
      /* Translators: %s is a day, a time and a time zone */
      until = g_strdup_printf (_("The code is good until %s"), time);
      convene_cli_output_message (until);
    }
}

static void
tell_warning (Telling       *self,
              ConveneSignIn *sign_in)
{
  const char *warning = convene_sign_in_get_warning (sign_in);

  if (g_strcmp0 (warning, self->warning) == 0)
    return;

  g_free (self->warning);
  self->warning = g_strdup (warning);
  if (warning != NULL)
    convene_cli_output_message (warning);
}

static void
tell (Telling       *self,
      ConveneSignIn *sign_in)
{
  ConveneSignInStage stage = convene_sign_in_get_stage (sign_in);
  gboolean           address = convene_sign_in_get_address (sign_in) != NULL;

  if (!self->asked && stage == CONVENE_SIGN_IN_STAGE_BROWSER && address)
    {
      self->asked = TRUE;
      tell_browser (self, sign_in);
    }
  else if (!self->asked && stage == CONVENE_SIGN_IN_STAGE_CODE && address && convene_sign_in_get_user_code (sign_in) != NULL)
    {
      self->asked = TRUE;
      tell_code (sign_in);
    }
  else if (self->stage != stage && stage == CONVENE_SIGN_IN_STAGE_FINISHING)
    {
      convene_cli_output_message (_("Zoom has answered: the account is looked up"));
    }
  self->stage = stage;
  if (self->asked)
    tell_warning (self, sign_in);
}

static void
notify_cb (ConveneSignIn *sign_in,
           GParamSpec    *pspec,
           gpointer       user_data)
{
  tell (user_data, sign_in);
}

ConveneAccount *
convene_cli_sign_in_run (ConveneCommandRun *run,
                         ConveneSignIn     *sign_in,
                         gboolean           browser,
                         GError           **error)
{
  Telling         telling = { .browser = browser, .stage = CONVENE_SIGN_IN_STAGE_PREPARING };
  gulong          handler = g_signal_connect (sign_in, "notify", G_CALLBACK (notify_cb), &telling);
  ConveneAccount *account;

  convene_sign_in_run_async (sign_in, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  account = convene_sign_in_run_finish (sign_in, convene_cli_wait_run (run->wait), error);
  g_signal_handler_disconnect (sign_in, handler);
  g_free (telling.warning);
  return account;
}
