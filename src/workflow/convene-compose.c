/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-compose.h"

#include <glib/gi18n-lib.h>

#include "convene-invite.h"

ConveneOperation *
convene_find_operation (ConveneInterview    *interview,
                        ConveneOperationKind kind)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      /* The list keeps the reference. */
      if (convene_operation_get_kind (operation) == kind)
        return operation;
    }

  return NULL;
}

gboolean
convene_compose_has_calendar (ConveneOperationKind kind)
{
  return kind != CONVENE_OPERATION_KIND_MAIL_REMINDER && kind != CONVENE_OPERATION_KIND_MAIL_URGENT;
}

/* RFC 5546 §3.2: whoever asks or calls off is named; what is published may have nobody in practice, and every reader takes it. */
static ConveneInviteMethod
method_of (ConveneOperationKind kind,
           ConveneAccount      *mail)
{
  if (mail == NULL)
    return CONVENE_INVITE_PUBLISH;

  return kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION ? CONVENE_INVITE_CANCEL : CONVENE_INVITE_REQUEST;
}

static const char *
reason_of (ConveneInterview    *interview,
           ConveneOperationKind kind)
{
  ConveneOperation *create;

  if (kind != CONVENE_OPERATION_KIND_MAIL_URGENT)
    return NULL;

  create = convene_find_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE);
  return create != NULL ? convene_operation_get_error_message (create) : NULL;
}

/* The first letter keeps all later ones in its thread. */
static const char *
thread_of (ConveneInterview    *interview,
           ConveneOperationKind kind)
{
  ConveneOperation *invitation = convene_find_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION);

  if (kind == CONVENE_OPERATION_KIND_MAIL_INVITATION || kind == CONVENE_OPERATION_KIND_MAIL_URGENT || invitation == NULL)
    return NULL;

  return convene_operation_get_reference (invitation);
}

static ConveneLetterDraft
draft_of (ConveneInterview    *interview,
          ConveneOperationKind kind,
          ConveneAccount      *mail)
{
  return (ConveneLetterDraft){
    .kind = kind,
    .interview = interview,
    .sender_name = mail != NULL ? convene_account_get_name (mail) : NULL,
    .sender_address = mail != NULL ? convene_account_get_address (mail) : NULL,
  };
}

ConveneLetterHeading *
convene_compose_heading (ConveneInterview    *interview,
                         ConveneOperationKind kind,
                         ConveneAccount      *mail)
{
  ConveneLetterDraft draft = draft_of (interview, kind, mail);

  return convene_letter_heading_new (&draft);
}

ConveneLetter *
convene_compose_letter (ConveneInterview *interview,
                        ConveneOperation *operation,
                        ConveneAccount   *mail,
                        gint64            now,
                        GError          **error)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);
  ConveneLetterDraft   draft = draft_of (interview, kind, mail);
  g_autoptr(GBytes) calendar = NULL;
  g_autoptr(ConveneLetter) letter = NULL;

  if (convene_compose_has_calendar (kind) && (mail != NULL || kind != CONVENE_OPERATION_KIND_MAIL_CANCELLATION))
    {
      calendar = convene_invite_write (interview, method_of (kind, mail), draft.sender_name, draft.sender_address, now, error);
      if (calendar == NULL)
        return NULL;
      draft.calendar = calendar;
      draft.method = convene_invite_method_to_string (method_of (kind, mail));
    }

  draft.reason = reason_of (interview, kind);
  draft.in_reply_to = thread_of (interview, kind);
  draft.message_id = convene_operation_get_reference (operation);
  draft.made_at = now;

  letter = convene_letter_write (&draft, error);
  if (letter == NULL)
    return NULL;

  convene_letter_set_operation_id (letter, convene_operation_get_id (operation));
  convene_letter_set_interview_uid (letter, convene_interview_get_uid (interview));
  convene_letter_set_calendar (letter, calendar);
  convene_letter_set_sequence (letter, convene_interview_get_sequence (interview));
  return g_steal_pointer (&letter);
}

char *
convene_compose_text (ConveneInterview    *interview,
                      ConveneOperationKind kind,
                      ConveneAccount      *mail,
                      GError             **error)
{
  ConveneLetterDraft draft = draft_of (interview, kind, mail);

  draft.reason = reason_of (interview, kind);
  return convene_letter_write_text (&draft, error);
}
