/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-threads.h"

#include "convene-store-answers.h"

/* The store answers in the order in which it was asked: the letters of the oldest operation come first. */
typedef struct
{
  guint       pending;
  GHashTable *threads;
  GError     *error;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_pointer (&self->threads, g_hash_table_unref);
  g_clear_error (&self->error);
  g_free (self);
}

char *
convene_letter_threads_dup_key (const char *address)
{
  return g_ascii_strdown (address, -1);
}

static void
add_letter (GHashTable    *threads,
            ConveneLetter *letter)
{
  const char *const *recipients = convene_letter_get_recipients (letter);

  for (guint i = 0; recipients != NULL && recipients[i] != NULL && convene_letter_get_message_id (letter) != NULL; i++)
    {
      g_autofree char *key = convene_letter_threads_dup_key (recipients[i]);

      if (!g_hash_table_contains (threads, key))
        g_hash_table_insert (threads, g_steal_pointer (&key), g_strdup (convene_letter_get_message_id (letter)));
    }
}

/* Whether anybody may have a letter of it. The urgent one is of no thread. */
static gboolean
may_have_left (ConveneOperation *operation)
{
  ConveneOperationKind  kind = convene_operation_get_kind (operation);
  ConveneOperationState state = convene_operation_get_state (operation);

  return convene_operation_kind_is_mail (kind) && kind != CONVENE_OPERATION_KIND_MAIL_URGENT &&
         (state == CONVENE_OPERATION_STATE_DONE || state == CONVENE_OPERATION_STATE_HANDED_OVER || convene_operation_get_posts (operation) > 0);
}

/* Ids, oldest first. */
static GPtrArray *
list_earlier (ConveneInterview *interview,
              ConveneOperation *operation)
{
  GListModel *operations = convene_interview_get_operations (interview);
  GPtrArray  *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      if (g_strcmp0 (convene_operation_get_id (other), convene_operation_get_id (operation)) == 0)
        break;
      if (may_have_left (other))
        g_ptr_array_add (ids, g_strdup (convene_operation_get_id (other)));
    }

  return ids;
}

static void
answer (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&self->threads), (GDestroyNotify) g_hash_table_unref);
}

static void
letters_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  g_autoptr(GPtrArray) letters = convene_store_list_letters_finish (CONVENE_STORE (source), result, self->error == NULL ? &self->error : NULL);

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    add_letter (self->threads, g_ptr_array_index (letters, i));
  if (--self->pending == 0)
    answer (task);
}

void
convene_letter_threads_read_async (ConveneStore       *store,
                                   ConveneInterview   *interview,
                                   ConveneOperation   *operation,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr(GPtrArray) ids = list_earlier (interview, operation);
  Reading *self = g_new0 (Reading, 1);

  self->pending = ids->len;
  self->threads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_task_set_source_tag (task, convene_letter_threads_read_async);
  g_task_set_task_data (task, self, reading_free);
  for (guint i = 0; i < ids->len; i++)
    convene_store_list_letters_async (store, g_ptr_array_index (ids, i), cancellable, letters_cb, g_object_ref (task));
  if (ids->len == 0)
    answer (task);
}

GHashTable *
convene_letter_threads_read_finish (ConveneStore *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_letter_threads_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
