/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"

const char *
convene_words_operation (ConveneOperationKind kind)
{
  switch (kind)
    {
    case CONVENE_OPERATION_KIND_MEETING_CREATE:
      return _("Create the Zoom meeting");
    case CONVENE_OPERATION_KIND_MEETING_UPDATE:
      return _("Change the Zoom meeting");
    case CONVENE_OPERATION_KIND_MEETING_DELETE:
      return _("Delete the Zoom meeting");
    case CONVENE_OPERATION_KIND_MAIL_INVITATION:
      return _("Send the invitation");
    case CONVENE_OPERATION_KIND_MAIL_UPDATE:
      return _("Send the changed invitation");
    case CONVENE_OPERATION_KIND_MAIL_CANCELLATION:
      return _("Send the cancellation");
    case CONVENE_OPERATION_KIND_MAIL_LINK_READY:
      return _("Send the letter with the link");
    case CONVENE_OPERATION_KIND_MAIL_REMINDER:
      return _("Send a reminder");
    case CONVENE_OPERATION_KIND_MAIL_URGENT:
      return _("Send the urgent letter");
    case CONVENE_OPERATION_KIND_ACCOUNT_REVOKE:
    default:
      return _("Sign the account out at the other side");
    }
}

const char *
convene_words_operation_state (ConveneOperationState state)
{
  switch (state)
    {
    case CONVENE_OPERATION_STATE_RUNNING:
      return C_("operation", "Under way");
    case CONVENE_OPERATION_STATE_DOUBT:
      return C_("operation", "Being checked");
    case CONVENE_OPERATION_STATE_DONE:
      return C_("operation", "Done");
    case CONVENE_OPERATION_STATE_FAILED:
      return C_("operation", "Failed");
    case CONVENE_OPERATION_STATE_DROPPED:
      return C_("operation", "No longer needed");
    case CONVENE_OPERATION_STATE_HANDED_OVER:
      return C_("operation", "In your mail program");
    case CONVENE_OPERATION_STATE_WAITING:
    default:
      return C_("operation", "Waiting");
    }
}

const char *
convene_words_operation_icon (ConveneOperationState state)
{
  switch (state)
    {
    case CONVENE_OPERATION_STATE_RUNNING:
      return "view-refresh-symbolic";
    case CONVENE_OPERATION_STATE_DOUBT:
      return "dialog-question-symbolic";
    case CONVENE_OPERATION_STATE_DONE:
      return "object-select-symbolic";
    case CONVENE_OPERATION_STATE_FAILED:
      return "dialog-warning-symbolic";
    case CONVENE_OPERATION_STATE_DROPPED:
      return "action-unavailable-symbolic";
    case CONVENE_OPERATION_STATE_HANDED_OVER:
      return "mail-unread-symbolic";
    case CONVENE_OPERATION_STATE_WAITING:
    default:
      return "document-open-recent-symbolic";
    }
}

/* Messages of errors are one line, some with a full stop at their end. */
static char *
to_sentence (const char *message)
{
  g_autofree char *text = g_strdup (message);
  gsize            length = strlen (text);

  if (length > 0 && strchr (".!?", text[length - 1]) != NULL)
    return g_steal_pointer (&text);

  /* Translators: ends a sentence that had no full stop. */
  return g_strdup_printf (C_("sentence", "%s."), text);
}

/* What a person does about a failure that nothing else was said about. */
static const char *
get_advice (const char *code)
{
  if (g_strcmp0 (code, convene_error_code_to_string (CONVENE_ERROR_NO_ACCOUNT)) == 0)
    return _("No account is connected for this. Connect one, then try again.");
  if (g_strcmp0 (code, convene_error_code_to_string (CONVENE_ERROR_SIGNED_OUT)) == 0 || g_strcmp0 (code, convene_error_code_to_string (CONVENE_ERROR_MISSING_SCOPES)) == 0)
    return _("The account wants a new sign-in. Reconnect it, then try again.");

  return _("Nothing says why. Try again.");
}

static char *
describe_failure (ConveneOperation *operation)
{
  const char *message = convene_operation_get_error_message (operation);

  return message != NULL && *message != '\0' ? to_sentence (message) : g_strdup (get_advice (convene_operation_get_error_code (operation)));
}

/* "mail" and "account" are accounts that are not there yet; "account:…" is one that is. */
static const char *
get_awaited (const char *event)
{
  if (strcmp (event, "mail") == 0)
    return _("Goes on once a mail account is connected.");
  if (strcmp (event, "account") == 0)
    return _("Goes on once a Zoom account that can host it is connected.");

  return _("Goes on once the account is connected again.");
}

/* What it waits for: an account (its event), a time, or nothing. */
static char *
describe_wait (ConveneOperation *operation,
               gint64            now)
{
  const char      *event = convene_operation_get_event (operation);
  g_autofree char *when = NULL;

  if (event != NULL)
    return g_strdup (get_awaited (event));
  if (convene_operation_get_due (operation) <= now)
    return g_strdup ("");

  when = convene_words_relative (convene_operation_get_due (operation), now);
  if (convene_operation_get_attempts (operation) == 0)
    /* Translators: %s is "in 8 minutes", or "now". */
    return g_strdup_printf (_("Begins %s."), when);

  /* Translators: %s is "in 8 minutes", or "now". */
  return g_strdup_printf (_("Tries again %s."), when);
}

static char *
describe_open (ConveneOperation *operation,
               gint64            now)
{
  const char      *message = convene_operation_get_error_message (operation);
  g_autofree char *wait = describe_wait (operation, now);
  g_autofree char *sentence = NULL;

  if (message == NULL || *message == '\0')
    return g_steal_pointer (&wait);

  sentence = to_sentence (message);
  /* Translators: two sentences: what happened, what comes next. */
  return *wait != '\0' ? g_strdup_printf (C_("sentences", "%s %s"), sentence, wait) : g_steal_pointer (&sentence);
}

char *
convene_words_operation_detail (ConveneOperation *operation,
                                gint64            now)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (operation), NULL);

  switch (convene_operation_get_state (operation))
    {
    case CONVENE_OPERATION_STATE_FAILED:
      return describe_failure (operation);
    case CONVENE_OPERATION_STATE_WAITING:
      return describe_open (operation, now);
    case CONVENE_OPERATION_STATE_DOUBT:
      return g_strdup (_("No answer came. Before it is done again, Convene looks whether it happened."));
    case CONVENE_OPERATION_STATE_HANDED_OVER:
      return g_strdup (_("Your mail program has the letter. Send it there."));
    case CONVENE_OPERATION_STATE_RUNNING:
    case CONVENE_OPERATION_STATE_DONE:
    case CONVENE_OPERATION_STATE_DROPPED:
    default:
      return g_strdup ("");
    }
}
