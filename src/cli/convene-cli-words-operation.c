/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-words.h"

#include <glib/gi18n-lib.h>

/* The clauses of one kind of operation. */
typedef struct
{
  const char *planned;
  const char *done;
  const char *waiting;
  const char *failed;
  const char *dropped;
} Clauses;

/* clang-format off */
static const Clauses clauses[] = {
  [CONVENE_OPERATION_KIND_MEETING_CREATE] = {
    N_("Create the meeting"),
    N_("The meeting was created"),
    N_("The meeting is not there yet"),
    N_("The meeting could not be created"),
    N_("The meeting is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_MEETING_UPDATE] = {
    N_("Change the meeting"),
    N_("The meeting was changed"),
    N_("The meeting is not changed yet"),
    N_("The meeting could not be changed"),
    N_("The change of the meeting is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_MEETING_DELETE] = {
    N_("Delete the meeting"),
    N_("The meeting was deleted"),
    N_("The meeting is not deleted yet"),
    N_("The meeting could not be deleted"),
    N_("The meeting need not be deleted any more"),
  },
  [CONVENE_OPERATION_KIND_MAIL_INVITATION] = {
    N_("Send the invitation"),
    N_("The invitation was sent"),
    N_("The invitation is not sent yet"),
    N_("The invitation could not be sent"),
    N_("The invitation is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_MAIL_UPDATE] = {
    N_("Send the changed invitation"),
    N_("The changed invitation was sent"),
    N_("The changed invitation is not sent yet"),
    N_("The changed invitation could not be sent"),
    N_("The changed invitation is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_MAIL_CANCELLATION] = {
    N_("Send the cancellation"),
    N_("The cancellation was sent"),
    N_("The cancellation is not sent yet"),
    N_("The cancellation could not be sent"),
    N_("The cancellation is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_MAIL_LINK_READY] = {
    N_("Send the letter with the link"),
    N_("The letter with the link was sent"),
    N_("The letter with the link is not sent yet"),
    N_("The letter with the link could not be sent"),
    N_("The letter with the link is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_MAIL_REMINDER] = {
    N_("Send a reminder"),
    N_("A reminder was sent"),
    N_("A reminder is queued"),
    N_("A reminder could not be sent"),
    N_("A reminder is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_MAIL_URGENT] = {
    N_("Send the urgent letter"),
    N_("The urgent letter was sent"),
    N_("The urgent letter is not sent yet"),
    N_("The urgent letter could not be sent"),
    N_("The urgent letter is no longer needed"),
  },
  [CONVENE_OPERATION_KIND_ACCOUNT_REVOKE] = {
    N_("Sign the account out at the other side"),
    N_("The account was signed out at the other side"),
    N_("The account is not signed out at the other side yet"),
    N_("The account could not be signed out at the other side"),
    N_("The account need not be signed out any more"),
  },
};
/* clang-format on */

const char *
convene_cli_word_operation (ConveneOperationKind  kind,
                            ConveneOperationState state)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (clauses), NULL);

  switch (state)
    {
    case CONVENE_OPERATION_STATE_DONE:
      return _(clauses[kind].done);
    case CONVENE_OPERATION_STATE_HANDED_OVER:
      return _("The letter lies in your mail program, to be sent from there");
    case CONVENE_OPERATION_STATE_FAILED:
      return _(clauses[kind].failed);
    case CONVENE_OPERATION_STATE_DROPPED:
      return _(clauses[kind].dropped);
    case CONVENE_OPERATION_STATE_WAITING:
    case CONVENE_OPERATION_STATE_RUNNING:
    case CONVENE_OPERATION_STATE_DOUBT:
    default:
      return _(clauses[kind].waiting);
    }
}

const char *
convene_cli_word_plan (ConveneOperationKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (clauses), NULL);

  return _(clauses[kind].planned);
}
