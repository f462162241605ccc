/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-compose.h"

#include <glib/gi18n-lib.h>

#include "convene-invite.h"
#include "convene-letters-owed.h"
#include "convene-text.h"
#include "convene-told.h"

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
  ConveneOperation *create = convene_find_last_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE);
  ConveneOperation *update = convene_find_last_operation (interview, CONVENE_OPERATION_KIND_MEETING_UPDATE);

  if (kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION)
    return convene_interview_get_cancel_reason (interview);
  if (kind != CONVENE_OPERATION_KIND_MAIL_URGENT)
    return NULL;

  if (create != NULL && convene_operation_get_error_message (create) != NULL)
    return convene_operation_get_error_message (create);

  return update != NULL ? convene_operation_get_error_message (update) : NULL;
}

/* The first letter keeps all later ones in its thread. */
static const char *
thread_of (ConveneInterview    *interview,
           ConveneOperationKind kind)
{
  ConveneOperation *invitation = convene_find_first_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION);

  if (kind == CONVENE_OPERATION_KIND_MAIL_INVITATION || kind == CONVENE_OPERATION_KIND_MAIL_URGENT || invitation == NULL)
    return NULL;

  return convene_operation_get_reference (invitation);
}

static ConveneTold *
parse_told (ConveneInterview *interview)
{
  const char *told = convene_interview_get_told (interview);

  return told != NULL ? convene_told_parse (told) : NULL;
}

static ConveneLetterDraft
draft_of (ConveneInterview    *interview,
          ConveneOperationKind kind,
          const ConveneTold   *told,
          ConveneAccount      *mail)
{
  return (ConveneLetterDraft){
    .kind = kind,
    .interview = interview,
    .told = told,
    .sender_name = mail != NULL ? convene_account_get_name (mail) : NULL,
    .sender_address = mail != NULL ? convene_account_get_address (mail) : NULL,
  };
}

ConveneLetterHeading *
convene_compose_heading (ConveneInterview *interview,
                         ConveneOperation *operation,
                         ConveneAccount   *mail)
{
  g_autoptr(ConveneTold) told = parse_told (interview);
  ConveneLetterDraft draft = draft_of (interview, convene_operation_get_kind (operation), told, mail);

  draft.recipients = convene_operation_get_recipients (operation);
  return convene_letter_heading_new (&draft);
}

/* Whether a letter has an .ics: a cancellation of nobody's has none. */
static gboolean
wants_calendar (const ConveneLetterDraft *draft,
                ConveneAccount           *mail)
{
  return convene_compose_has_calendar (draft->kind) && (mail != NULL || draft->kind != CONVENE_OPERATION_KIND_MAIL_CANCELLATION);
}

static GBytes *
write_calendar (const ConveneLetterDraft *draft,
                ConveneInviteMethod       method,
                GError                  **error)
{
  if (method == CONVENE_INVITE_CANCEL && draft->recipients != NULL)
    return convene_invite_write_partial_cancel (draft->interview, draft->told, draft->recipients, draft->sender_name, draft->sender_address, draft->made_at, error);

  return convene_invite_write (draft->interview, method, draft->sender_name, draft->sender_address, draft->made_at,
                               draft->password_unless_in_link, error);
}

static gboolean
takes_part (ConveneInterview *interview,
            const char       *mailbox)
{
  GListModel      *people = convene_interview_get_participants (interview);
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (!convene_text_parse_person (mailbox, "recipients", &name, &address, NULL))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      if (convene_address_equal (convene_participant_get_address (person), address))
        return TRUE;
    }

  return FALSE;
}

GStrv
convene_compose_list_recipients (ConveneInterview *interview,
                                 ConveneOperation *operation)
{
  const char *const *all = convene_operation_get_recipients (operation);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (all == NULL)
    return NULL;

  for (guint i = 0; all[i] != NULL; i++)
    if (convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_CANCELLATION || !takes_part (interview, all[i]))
      g_strv_builder_add (builder, all[i]);

  return g_strv_builder_end (builder);
}

/* What becomes the letter's, besides what it was made of. */
static void
describe (ConveneLetter    *letter,
          ConveneInterview *interview,
          ConveneOperation *operation,
          GBytes           *calendar)
{
  g_autofree char *told = convene_operation_tells_all (operation) ? convene_told_to_string (interview) : NULL;

  convene_letter_set_operation_id (letter, convene_operation_get_id (operation));
  convene_letter_set_interview_uid (letter, convene_interview_get_uid (interview));
  convene_letter_set_calendar (letter, calendar);
  convene_letter_set_sequence (letter, convene_interview_get_sequence (interview));
  convene_letter_set_told (letter, told);
}

ConveneLetter *
convene_compose_letter (ConveneInterview         *interview,
                        ConveneOperation         *operation,
                        ConveneAccount           *mail,
                        const ConvenePreferences *preferences,
                        gint64                    now,
                        GError                  **error)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);
  g_autoptr(ConveneTold) told = parse_told (interview);
  g_auto(GStrv) recipients = convene_compose_list_recipients (interview, operation);
  ConveneLetterDraft draft = draft_of (interview, kind, told, mail);
  g_autoptr(GBytes) calendar = NULL;
  g_autoptr(ConveneLetter) letter = NULL;

  draft.recipients = (const char *const *) recipients;
  draft.password_unless_in_link = preferences->password_unless_in_link;
  draft.reason = reason_of (interview, kind);
  draft.in_reply_to = thread_of (interview, kind);
  draft.message_id = convene_operation_get_reference (operation);
  draft.made_at = now;
  if (wants_calendar (&draft, mail))
    {
      calendar = write_calendar (&draft, method_of (kind, mail), error);
      if (calendar == NULL)
        return NULL;
      draft.calendar = calendar;
      draft.method = convene_invite_method_to_string (method_of (kind, mail));
    }

  letter = convene_letter_write (&draft, error);
  if (letter != NULL)
    describe (letter, interview, operation, calendar);

  return g_steal_pointer (&letter);
}

char *
convene_compose_text (ConveneInterview *interview,
                      ConveneOperation *operation,
                      ConveneAccount   *mail,
                      GError          **error)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);
  g_autoptr(ConveneTold) told = parse_told (interview);
  ConveneLetterDraft draft = draft_of (interview, kind, told, mail);

  draft.recipients = convene_operation_get_recipients (operation);
  draft.reason = reason_of (interview, kind);
  return convene_letter_write_text (&draft, error);
}
