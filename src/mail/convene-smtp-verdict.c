/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-smtp-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-clean.h"
#include "convene-smtp-certificate.h"

/* Takes the message. */
static gboolean
fail (GError     **error,
      ConveneError code,
      char        *message)
{
  g_set_error_literal (error, CONVENE_ERROR, code, message);
  g_free (message);
  return FALSE;
}

static char *
dup_reply (const ConveneSmtpEvidence *evidence)
{
  const char *reply = convene_smtp_dialogue_get_reply (evidence->dialogue);

  return g_strdup (reply != NULL ? reply : "");
}

static gboolean
fail_cancelled (const ConveneSmtpEvidence *evidence,
                GError                   **error)
{
  GError *cancelled = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _ ("Sending the letter was stopped"));

  convene_error_set_doubtful (cancelled, convene_smtp_dialogue_is_doubtful (evidence->dialogue));
  g_propagate_error (error, cancelled);
  return FALSE;
}

/* A handshake that broke off is a lost connection; one that ended in disagreement will end so again. */
static gboolean
is_handshake_lost (const char *detail)
{
  static const char *const words[] = { "SYSCALL", "reset", "unexpected eof", "terminated", "timed out" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (detail, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether the connection could not be made as safe as the account asks; *error is set then. */
static gboolean
is_unsafe (const ConveneSmtpEvidence *evidence,
           GError                   **error)
{
  switch ((int) evidence->result)
    {
    case CURLE_PEER_FAILED_VERIFICATION:
      fail (error, CONVENE_ERROR_REFUSED, convene_smtp_describe_certificate (evidence->server, evidence->verify_result, evidence->detail));
      return TRUE;
    case CURLE_USE_SSL_FAILED:
      fail (error, CONVENE_ERROR_REFUSED, g_strdup_printf (_ ("The mail server %s offers no encryption (STARTTLS): nothing was sent"), evidence->server));
      return TRUE;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
      fail (error, CONVENE_ERROR_REFUSED, g_strdup_printf (_ ("No encryption could be agreed with the mail server %s: %s"), evidence->server, evidence->detail));
      return TRUE;
    case CURLE_SSL_CONNECT_ERROR:
      if (is_handshake_lost (evidence->detail))
        return FALSE;
      fail (error, CONVENE_ERROR_REFUSED,
            /* Translators: the first %s is a server's name, the second what a library says of it in English */
            g_strdup_printf (_ ("No encryption could be agreed with the mail server %s: choose the other one of TLS and STARTTLS, or another port (%s)"), evidence->server, evidence->detail));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
fail_later (const ConveneSmtpEvidence *evidence,
            GError                   **error)
{
  g_autofree char *reply = dup_reply (evidence);

  return fail (error, CONVENE_ERROR_RATE_LIMITED, g_strdup_printf (_ ("The mail server asks to try again later: %s"), reply));
}

/* Where the server tells at once, it says so to MAIL FROM. Others wait for the first recipient (Postfix: smtpd_delay_reject) or for the whole letter
 * (Exchange), and only their words, or the enhanced code (RFC 3463 §3.2: X.1.7 and X.1.8), tell that they mean the sender. */
static gboolean
is_about_sender (const ConveneSmtpEvidence *evidence)
{
  static const char *const words[] = { "sender address rejected", "send as", "sendas", "not owned by", " 5.1.7 ", " 5.1.8 ", " 5.7.60 " };
  const char              *reply = convene_smtp_dialogue_get_reply (evidence->dialogue);
  g_autofree char         *lower = reply != NULL ? g_ascii_strdown (reply, -1) : NULL;

  if (evidence->sender == NULL || convene_smtp_dialogue_get_code (evidence->dialogue) / 100 != 5)
    return FALSE;
  if (convene_smtp_dialogue_get_step (evidence->dialogue) == CONVENE_SMTP_STEP_SENDER)
    return TRUE;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
fail_sender (const ConveneSmtpEvidence *evidence,
             GError                   **error)
{
  g_autofree char *reply = dup_reply (evidence);

  /* Translators: the name of a mail server, an address of the person's own, and what the server said */
  return fail (error, CONVENE_ERROR_MAIL_REFUSED,
               g_strdup_printf (_ ("The mail server %s takes no letters from %s: connect the mail account with an address that is yours there (%s)"),
                                   evidence->server, evidence->sender, reply));
}

static gboolean
fail_recipients (const ConveneSmtpEvidence *evidence,
                 GError                   **error)
{
  g_auto (GStrv) refused = convene_smtp_dialogue_dup_refused (evidence->dialogue);
  g_autofree char *names = g_strjoinv (", ", refused);
  g_autofree char *reply = dup_reply (evidence);

  if (convene_smtp_dialogue_some_later (evidence->dialogue))
    return fail (error, CONVENE_ERROR_RATE_LIMITED, g_strdup_printf (_ ("The mail server does not take letters to %s now: it will be tried again"), names));
  if (is_about_sender (evidence))
    return fail_sender (evidence, error);

  return fail (error, CONVENE_ERROR_MAIL_REFUSED, g_strdup_printf (_ ("The mail server refused %s: %s"), names, reply));
}

/* Takes the message, which has no full stop at its end. */
static char *
add_advice (char       *message,
            const char *advice)
{
  g_autofree char *owned = message;

  /* Translators: what a mail server refused, without a full stop, and a sentence of advice */
  return advice != NULL ? g_strdup_printf (_ ("%s. %s"), owned, advice) : g_steal_pointer (&owned);
}

static gboolean
fail_sign_in (const ConveneSmtpEvidence *evidence,
              GError                   **error)
{
  /* RFC 4954 §6: the mechanism is too weak; several providers say so where an app password is missing. */
  if (convene_smtp_dialogue_get_code (evidence->dialogue) == 534)
    return fail (error, CONVENE_ERROR_SIGNED_OUT,
                 add_advice (g_strdup_printf (_ ("The mail server %s wants another password than this one, an app password as a rule: connect the mail account again"), evidence->server),
                                              evidence->advice));

  return fail (error, CONVENE_ERROR_SIGNED_OUT,
               add_advice (g_strdup_printf (_ ("The mail server %s refused the user name or the password: connect the mail account again"), evidence->server),
                                            evidence->advice));
}

gboolean
convene_smtp_verdict_no_sign_in (const char *server,
                                 const char *advice,
                                 GError    **error)
{
  return fail (error, CONVENE_ERROR_REFUSED, add_advice (g_strdup_printf (_ ("The mail server %s offers no sign-in that can be used"), server), advice));
}

static gboolean
fail_reply (const ConveneSmtpEvidence *evidence,
            GError                   **error)
{
  int              code = convene_smtp_dialogue_get_code (evidence->dialogue);
  g_autofree char *reply = dup_reply (evidence);

  if (convene_smtp_dialogue_get_step (evidence->dialogue) == CONVENE_SMTP_STEP_SIGN_IN)
    return fail_sign_in (evidence, error);

  /* RFC 4954 §6: 530 asks for a sign-in, 534 for a stronger one. */
  if (code == 530 || code == 534)
    return fail (error, CONVENE_ERROR_SIGNED_OUT,
                 add_advice (g_strdup_printf (_ ("The mail server %s asks for another sign-in: %s"), evidence->server, reply), evidence->advice));
  if (is_about_sender (evidence))
    return fail_sender (evidence, error);

  return fail (error, CONVENE_ERROR_MAIL_REFUSED, g_strdup_printf (_ ("The mail server refused the letter: %s"), reply));
}

static gboolean
fail_connection (const ConveneSmtpEvidence *evidence,
                 GError                   **error)
{
  switch ((int) evidence->result)
    {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return fail (error, CONVENE_ERROR_UNREACHABLE, g_strdup_printf (_ ("The mail server %s was not found: check its name and the network"), evidence->server));
    case CURLE_COULDNT_CONNECT:
      return fail (error, CONVENE_ERROR_UNREACHABLE, g_strdup_printf (_ ("The mail server %s could not be reached: check its name, its port and the network"), evidence->server));
    case CURLE_OPERATION_TIMEDOUT:
      return fail (error, CONVENE_ERROR_UNREACHABLE, g_strdup_printf (_ ("The mail server %s did not answer in time"), evidence->server));
    case CURLE_LOGIN_DENIED:
      return convene_smtp_verdict_no_sign_in (evidence->server, evidence->advice, error);
    default:
      return fail (error, CONVENE_ERROR_UNREACHABLE, g_strdup_printf (_ ("The connection to the mail server %s broke off"), evidence->server));
    }
}

static gboolean
fail_lost (const ConveneSmtpEvidence *evidence,
           GError                   **error)
{
  GError *lost = NULL;

  fail_connection (evidence, &lost);
  convene_error_set_doubtful (lost, convene_smtp_dialogue_is_doubtful (evidence->dialogue));
  g_propagate_error (error, lost);
  return FALSE;
}

gboolean
convene_smtp_verdict (const ConveneSmtpEvidence *given,
                      GError                   **error)
{
  g_autofree char    *clean = convene_letter_clean_line (given->detail);
  ConveneSmtpEvidence evidence = *given;
  int                 code = convene_smtp_dialogue_get_code (given->dialogue);

  evidence.detail = clean;
  if (evidence.result == CURLE_OK || convene_smtp_dialogue_is_taken (evidence.dialogue))
    return TRUE;
  if (convene_smtp_dialogue_all_refused (evidence.dialogue) || convene_smtp_dialogue_is_put_off (evidence.dialogue))
    return fail_recipients (&evidence, error);
  if (code / 100 == 4)
    return fail_later (&evidence, error);
  if (evidence.cancelled)
    return fail_cancelled (&evidence, error);
  if (is_unsafe (&evidence, error))
    return FALSE;
  if (code / 100 == 5)
    return fail_reply (&evidence, error);

  return fail_lost (&evidence, error);
}
