/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-compose.h"
#include "convene-copy.h"
#include "convene-letter-style.h"
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
  gboolean             apart;
  const char          *note; /* of the language's catalogue */
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
convene_letter_preview_get_apart (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), FALSE);

  return self->apart;
}

const char *
convene_letter_preview_get_note (ConveneLetterPreview *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (self), NULL);

  return self->note;
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

/* What all letters of a plan are written with, and how they leave. */
typedef struct
{
  ConveneComposing how;
  gboolean         mail;
  gboolean         hand_over;
  gboolean         wants_apart; /* although they may not go so */
} Previewing;

static ConveneLetterPreview *
preview_new (ConveneInterview *interview,
             ConveneOperation *operation,
             const Previewing *with,
             const char       *only,
             GError          **error)
{
  gint64           due = convene_operation_get_due (operation);
  g_autofree char *text = convene_compose_text (interview, operation, &with->how, only, error);
  g_autoptr(ConveneLetterHeading) heading = NULL;
  ConveneLetterPreview *self;

  if (text == NULL)
    return NULL;

  heading = convene_compose_heading (interview, operation, &with->how, only);
  self = g_object_new (CONVENE_TYPE_LETTER_PREVIEW, NULL);
  self->kind = convene_operation_get_kind (operation);
  self->to = join (heading->to);
  self->cc = join (heading->cc);
  self->subject = g_strdup (heading->subject);
  self->text = g_strchomp (g_steal_pointer (&text));
  self->due = due > with->how.now ? due : 0;
  self->way = convene_letter_way_find (self->kind, with->mail, with->hand_over);
  if (with->wants_apart && self->way == CONVENE_LETTER_WAY_HANDED_OVER && g_strv_length (heading->recipients) > 1)
    self->note = _ ("Your mail program gets one letter for everyone: a letter for each takes a mail account.");
  return self;
}

static gboolean
add_previews (GListStore       *letters,
              ConveneInterview *interview,
              ConveneOperation *operation,
              const Previewing *with,
              GError          **error)
{
  g_auto(GStrv) readers = convene_compose_list_readers (interview, operation, &with->how);
  guint count = readers != NULL ? g_strv_length (readers) : 1;

  for (guint i = 0; i < count; i++)
    {
      g_autoptr(ConveneLetterPreview) letter = preview_new (interview, operation, with, readers != NULL ? readers[i] : NULL, error);

      if (letter == NULL)
        return FALSE;
      letter->apart = count > 1;
      g_list_store_append (letters, letter);
    }

  return TRUE;
}

static GListModel *
preview_letters (ConvenePlan      *plan,
                 const Previewing *with,
                 GError          **error)
{
  GListModel *operations = convene_plan_get_operations (plan);
  g_autoptr(ConveneInterview) interview = imagine (plan);
  g_autoptr(GListStore) letters = g_list_store_new (CONVENE_TYPE_LETTER_PREVIEW);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_kind_is_mail (convene_operation_get_kind (operation)) && !add_previews (letters, interview, operation, with, error))
        return NULL;
    }

  return G_LIST_MODEL (g_steal_pointer (&letters));
}

/* What is previewed, and how this person's letters are. */
typedef struct
{
  ConvenePlan        *plan;
  ConveneLetterStyle *style;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_object (&self->plan);
  g_clear_pointer (&self->style, convene_letter_style_free);
  g_free (self);
}

static GListModel *
preview_with (ConveneScheduler *self,
              const Request    *request,
              GPtrArray        *accounts,
              GError          **error)
{
  const ConvenePreferences *preferences = request->style->preferences;
  const Previewing          with = {
             .how = {
                 .sender = convene_accounts_find_sender (self->accounts, accounts),
                 .edits = request->style->edits,
                 .password_unless_in_link = preferences->password_unless_in_link,
                 .apart = preferences->letters_apart && convene_accounts_can_send_apart (self->accounts, accounts),
                 .now = convene_clock_now (self->clock),
    },
             .mail = convene_accounts_find_mail (accounts) != NULL,
             .hand_over = convene_accounts_get_hand_over (self->accounts),
             .wants_apart = preferences->letters_apart,
  };

  return preview_letters (request->plan, &with, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  GListModel *letters = accounts != NULL ? preview_with (g_task_get_source_object (task), g_task_get_task_data (task), accounts, &error) : NULL;

  if (letters != NULL)
    g_task_return_pointer (task, letters, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
style_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);
  Request          *request = g_task_get_task_data (task);
  GCancellable     *cancellable = g_task_get_cancellable (task);

  request->style = convene_letter_style_read_finish (CONVENE_STORE (source), result, &error);
  if (request->style != NULL)
    convene_accounts_list_async (self->accounts, cancellable, listed_cb, g_steal_pointer (&task));
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
  Request *request;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_PLAN (plan));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_preview_letters_async);
  request = g_new0 (Request, 1);
  request->plan = g_object_ref (plan);
  g_task_set_task_data (task, request, request_free);
  convene_letter_style_read_async (self->store, cancellable, style_cb, g_steal_pointer (&task));
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
