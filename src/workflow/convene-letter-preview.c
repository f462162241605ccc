/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-compose.h"
#include "convene-copy.h"
#include "convene-scheduler-private.h"

struct _ConveneLetterPreview
{
  GObject parent_instance;

  ConveneOperationKind kind;
  ConveneLetterWay     way;
  char                *to;
  char                *cc;
  char                *subject;
  char                *text;
  gint64               due;
};

G_DEFINE_FINAL_TYPE (ConveneLetterPreview, convene_letter_preview, G_TYPE_OBJECT)

static void
convene_letter_preview_finalize (GObject *object)
{
  ConveneLetterPreview *self = CONVENE_LETTER_PREVIEW (object);

  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->cc, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (convene_letter_preview_parent_class)->finalize (object);
}

static void
convene_letter_preview_class_init (ConveneLetterPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_letter_preview_finalize;
}

static void
convene_letter_preview_init (ConveneLetterPreview *self)
{
}

ConveneOperationKind
convene_letter_preview_get_kind (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), CONVENE_OPERATION_KIND_MAIL_INVITATION);

  return self->kind;
}

const char *
convene_letter_preview_get_to (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), NULL);

  return self->to;
}

const char *
convene_letter_preview_get_cc (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), NULL);

  return self->cc;
}

const char *
convene_letter_preview_get_subject (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), NULL);

  return self->subject;
}

const char *
convene_letter_preview_get_text (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), NULL);

  return self->text;
}

gint64
convene_letter_preview_get_due (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), 0);

  return self->due;
}

ConveneLetterWay
convene_letter_preview_get_way (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), CONVENE_LETTER_WAY_SENT);

  return self->way;
}

gboolean
convene_letter_preview_get_has_calendar (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), FALSE);

  return convene_compose_has_calendar (self->kind);
}

/* Words where the link will be. No letter takes them for one: only what begins like a web address can be clicked. */
static ConveneMeeting *
stand_in_new (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_meeting_new ();

  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  convene_meeting_set_password (meeting, convene_interview_get_password (interview));
  /* Translators: stands in the preview of a letter where the letter itself will have the link. */
  convene_meeting_set_join_url (meeting, _ ("(the join link, as soon as Zoom has made the meeting)"));
  return meeting;
}

/* The interview as it will be when the letters are written: with its operations, and with its meeting if there will be one. The plan's own is left
 * alone. */
static ConveneInterview *
imagine (ConvenePlan *plan)
{
  GListModel       *operations = convene_plan_get_operations (plan);
  ConveneInterview *interview = convene_copy_interview (convene_plan_get_interview (plan));

  convene_interview_set_meeting (interview, convene_interview_get_meeting (convene_plan_get_interview (plan)));
  if (convene_plan_get_expects_link (plan) && convene_interview_get_join_link (interview) == NULL)
    {
      g_autoptr(ConveneMeeting) stand_in = stand_in_new (interview);

      convene_interview_set_meeting (interview, stand_in);
    }

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      convene_interview_add_operation (interview, operation);
    }

  return interview;
}

static char *
join (GPtrArray *people)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) people->pdata[i]);

  return g_strdup (text->str);
}

static ConveneLetterPreview *
preview_new (ConveneInterview *interview,
             ConveneOperation *operation,
             ConveneAccount   *mail,
             gint64            now,
             GError          **error)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);
  gint64               due = convene_operation_get_due (operation);
  g_autofree char     *text = convene_compose_text (interview, operation, mail, error);
  g_autoptr(ConveneLetterHeading) heading = NULL;
  ConveneLetterPreview *self;

  if (text == NULL)
    return NULL;

  heading = convene_compose_heading (interview, operation, mail);
  self = g_object_new (CONVENE_TYPE_LETTER_PREVIEW, NULL);
  self->kind = kind;
  self->to = join (heading->to);
  self->cc = join (heading->cc);
  self->subject = g_strdup (heading->subject);
  self->text = g_strchomp (g_steal_pointer (&text));
  self->due = due > now ? due : 0;
  return self;
}

static GListModel *
preview_letters (ConvenePlan     *plan,
                 ConveneAccounts *accounts,
                 GPtrArray       *known,
                 gint64           now,
                 GError         **error)
{
  GListModel *operations = convene_plan_get_operations (plan);
  g_autoptr(ConveneInterview) interview = imagine (plan);
  g_autoptr(GListStore) letters = g_list_store_new (CONVENE_TYPE_LETTER_PREVIEW);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      g_autoptr(ConveneLetterPreview) letter = NULL;

      if (!convene_operation_kind_is_mail (convene_operation_get_kind (operation)))
        continue;

      letter = preview_new (interview, operation, convene_accounts_find_sender (accounts, known), now, error);
      if (letter == NULL)
        return NULL;
      letter->way = convene_letter_way_find (letter->kind, convene_accounts_find_mail (known) != NULL, convene_accounts_get_hand_over (accounts));
      g_list_store_append (letters, letter);
    }

  return G_LIST_MODEL (g_steal_pointer (&letters));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  ConveneScheduler *self = g_task_get_source_object (task);
  GListModel       *letters = NULL;

  if (accounts != NULL)
    letters = preview_letters (g_task_get_task_data (task), self->accounts, accounts, convene_clock_now (self->clock), &error);

  if (letters != NULL)
    g_task_return_pointer (task, letters, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
convene_scheduler_preview_letters_async (ConveneScheduler   *self,
                                         ConvenePlan        *plan,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_PLAN (plan));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_preview_letters_async);
  g_task_set_task_data (task, g_object_ref (plan), g_object_unref);
  convene_accounts_list_async (self->accounts, cancellable, listed_cb, g_steal_pointer (&task));
}

GListModel *
convene_scheduler_preview_letters_finish (ConveneScheduler *self,
                                          GAsyncResult     *result,
                                          GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_scheduler_preview_letters_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
