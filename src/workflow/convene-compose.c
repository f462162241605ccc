/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-compose.h"

#include <glib/gi18n-lib.h>

#include "convene-invite.h"
#include "convene-letter-threads.h"
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

/* The first letter keeps all later ones in its thread: the one that went to all, or the reader's own. */
static const char *
thread_of (ConveneInterview       *interview,
           ConveneOperationKind    kind,
           const ConveneComposing *how,
           const char             *only)
{
  ConveneOperation *invitation = convene_find_first_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION);

  if (kind == CONVENE_OPERATION_KIND_MAIL_INVITATION || kind == CONVENE_OPERATION_KIND_MAIL_URGENT || invitation == NULL)
    return NULL;
  if (only != NULL && how->threads != NULL)
    {
      g_autofree char *key = convene_letter_threads_dup_key (only);

      return g_hash_table_lookup (how->threads, key);
    }

  return convene_operation_get_reference (invitation);
}

static ConveneTold *
parse_told (ConveneInterview *interview)
{
  const char *told = convene_interview_get_told (interview);

  return told != NULL ? convene_told_parse (told) : NULL;
}

static ConveneLetterDraft
draft_of (ConveneInterview       *interview,
          ConveneOperation       *operation,
          const ConveneComposing *how,
          const char             *only)
{
  return (ConveneLetterDraft){
    .kind = convene_operation_get_kind (operation),
    .interview = interview,
    .sender_name = how->sender != NULL ? convene_account_get_name (how->sender) : NULL,
    .sender_address = how->sender != NULL ? convene_account_get_address (how->sender) : NULL,
    .recipients = convene_operation_get_recipients (operation),
    .reason = reason_of (interview, convene_operation_get_kind (operation)),
    .made_at = how->now,
    .password_unless_in_link = how->password_unless_in_link,
    .edits = how->edits,
    .only = only,
    .copy_to_sender = convene_interview_get_copy_to_sender (interview),
  };
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

gboolean
convene_compose_concerns (ConveneInterview *interview,
                          ConveneOperation *operation,
                          const char       *address)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);

  if (kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION && convene_operation_get_recipients (operation) != NULL)
    return !takes_part (interview, address);

  return (kind != CONVENE_OPERATION_KIND_MAIL_REMINDER && !convene_operation_tells_all (operation)) || takes_part (interview, address);
}

GStrv
convene_compose_list_readers (ConveneInterview       *interview,
                              ConveneOperation       *operation,
                              const ConveneComposing *how)
{
  ConveneLetterDraft draft = draft_of (interview, operation, how, NULL);
  g_auto(GStrv) recipients = convene_compose_list_recipients (interview, operation);
  g_autoptr(ConveneLetterHeading) heading = NULL;

  if (!how->apart)
    return NULL;

  draft.recipients = (const char *const *) recipients;
  draft.copy_to_sender = FALSE;
  heading = convene_letter_heading_new (&draft);
  return heading->recipients[0] != NULL ? g_steal_pointer (&heading->recipients) : NULL;
}

/* One copy of letters that go apart is enough: of the first one's, the candidate's as a rule. Whoever sends and gets a letter of their own needs none. */
static gboolean
wants_copy (ConveneInterview       *interview,
            ConveneOperation       *operation,
            const ConveneComposing *how,
            const char             *only)
{
  g_auto(GStrv) readers = only != NULL ? convene_compose_list_readers (interview, operation, how) : NULL;

  if (!convene_interview_get_copy_to_sender (interview))
    return FALSE;

  for (guint i = 0; how->sender != NULL && readers != NULL && readers[i] != NULL; i++)
    if (convene_address_equal (readers[i], convene_account_get_address (how->sender)))
      return FALSE;

  return readers == NULL || convene_address_equal (readers[0], only);
}

ConveneLetterHeading *
convene_compose_heading (ConveneInterview       *interview,
                         ConveneOperation       *operation,
                         const ConveneComposing *how,
                         const char             *only)
{
  g_autoptr(ConveneTold) told = parse_told (interview);
  ConveneLetterDraft draft = draft_of (interview, operation, how, only);

  draft.told = told;
  draft.copy_to_sender = wants_copy (interview, operation, how, only);
  return convene_letter_heading_new (&draft);
}

/* Whether a letter has an .ics: a cancellation of nobody's has none. */
static gboolean
wants_calendar (const ConveneLetterDraft *draft,
                ConveneAccount           *mail)
{
  return convene_compose_has_calendar (draft->kind) && (mail != NULL || draft->kind != CONVENE_OPERATION_KIND_MAIL_CANCELLATION);
}

/* Who is told that they take no part any more: all of them, or the letter's only reader. */
static GStrv
list_removed (const ConveneLetterDraft *draft)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; draft->recipients[i] != NULL; i++)
    {
      g_autofree char *address = NULL;

      if (draft->only == NULL || (convene_text_parse_person (draft->recipients[i], "recipients", NULL, &address, NULL) && convene_address_equal (address, draft->only)))
        g_strv_builder_add (builder, draft->recipients[i]);
    }

  return g_strv_builder_end (builder);
}

static GBytes *
write_calendar (const ConveneLetterDraft *draft,
                ConveneInviteMethod       method,
                GError                  **error)
{
  g_autofree char           *description = convene_letter_write_description (draft, error);
  const ConveneInviteOptions options = {
    .method = method,
    .organizer_name = draft->sender_name,
    .organizer_address = draft->sender_address,
    .made_at = draft->made_at,
    .description = description,
    .language = convene_letter_find_language (draft),
    .only = draft->only,
    .password_unless_in_link = draft->password_unless_in_link,
  };

  if (description == NULL)
    return NULL;
  if (method == CONVENE_INVITE_CANCEL && draft->recipients != NULL)
    {
      g_auto(GStrv) removed = list_removed (draft);

      return convene_invite_write_partial_cancel (draft->interview, draft->told, (const char *const *) removed, &options, error);
    }

  return convene_invite_write (draft->interview, &options, error);
}

/* What becomes the letter's, besides what it was made of. What they all say is kept with the first. */
static void
describe (ConveneLetter    *letter,
          ConveneInterview *interview,
          ConveneOperation *operation,
          GBytes           *calendar,
          int               position)
{
  g_autofree char *told = position == 0 && convene_operation_tells_all (operation) ? convene_told_to_string (interview) : NULL;

  convene_letter_set_operation_id (letter, convene_operation_get_id (operation));
  convene_letter_set_interview_uid (letter, convene_interview_get_uid (interview));
  convene_letter_set_calendar (letter, calendar);
  convene_letter_set_sequence (letter, convene_interview_get_sequence (interview));
  convene_letter_set_told (letter, told);
  convene_letter_set_position (letter, position);
}

static ConveneLetter *
compose_letter (ConveneInterview       *interview,
                ConveneOperation       *operation,
                const ConveneComposing *how,
                const char             *only,
                int                     position,
                GError                **error)
{
  ConveneInviteMethod method = method_of (convene_operation_get_kind (operation), how->sender);
  g_autoptr(ConveneTold) told = parse_told (interview);
  g_auto(GStrv) recipients = convene_compose_list_recipients (interview, operation);
  ConveneLetterDraft draft = draft_of (interview, operation, how, only);
  g_autofree char   *message_id = position > 0 ? convene_letter_message_id_new (draft.sender_address) : g_strdup (convene_operation_get_reference (operation));
  g_autoptr(GBytes) calendar = NULL;
  g_autoptr(ConveneLetter) letter = NULL;

  draft.told = told;
  draft.recipients = (const char *const *) recipients;
  draft.copy_to_sender = position == 0 && wants_copy (interview, operation, how, only);
  draft.in_reply_to = thread_of (interview, draft.kind, how, only);
  draft.message_id = message_id;
  if (wants_calendar (&draft, how->sender))
    {
      calendar = write_calendar (&draft, method, error);
      if (calendar == NULL)
        return NULL;
      draft.calendar = calendar;
      draft.method = convene_invite_method_to_string (method);
    }

  letter = convene_letter_write (&draft, error);
  if (letter != NULL)
    describe (letter, interview, operation, calendar, position);

  return g_steal_pointer (&letter);
}

GPtrArray *
convene_compose_letters (ConveneInterview       *interview,
                         ConveneOperation       *operation,
                         const ConveneComposing *how,
                         GError                **error)
{
  g_auto(GStrv) readers = convene_compose_list_readers (interview, operation, how);
  g_autoptr(GPtrArray) letters = g_ptr_array_new_with_free_func (g_object_unref);
  guint count = readers != NULL ? g_strv_length (readers) : 1;

  for (guint i = 0; i < count; i++)
    {
      ConveneLetter *letter = compose_letter (interview, operation, how, readers != NULL ? readers[i] : NULL, (int) i, error);

      if (letter == NULL)
        return NULL;
      g_ptr_array_add (letters, letter);
    }

  return g_steal_pointer (&letters);
}

char *
convene_compose_text (ConveneInterview       *interview,
                      ConveneOperation       *operation,
                      const ConveneComposing *how,
                      const char             *only,
                      GError                **error)
{
  g_autoptr(ConveneTold) told = parse_told (interview);
  ConveneLetterDraft draft = draft_of (interview, operation, how, only);

  draft.told = told;
  return convene_letter_write_text (&draft, error);
}
