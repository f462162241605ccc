/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-query.h"

#include "convene-entries.h"
#include "convene-error.h"
#include "convene-store-private.h"

/* A question and its answer. */
typedef struct
{
  ConveneIndex       *index;
  ConveneListing     *listing;
  guint               n_entries;
  ConveneQueryAnswer *answer;
} Question;

typedef struct
{
  GArray *keys;
  gint64  now;
} Keys;

static void
free_question (gpointer data)
{
  Question *question = data;

  convene_listing_free (question->listing);
  g_clear_pointer (&question->answer, convene_query_answer_free);
  g_free (question);
}

static Keys *
keys_new (const gint64 *keys,
          guint         n_keys,
          gint64        now)
{
  Keys *self = g_new0 (Keys, 1);

  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_keys);
  g_array_append_vals (self->keys, keys, n_keys);
  self->now = now;
  return self;
}

static void
free_keys (gpointer data)
{
  Keys *keys = data;

  g_array_unref (keys->keys);
  g_free (keys);
}

void
convene_query_answer_free (ConveneQueryAnswer *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

static void
free_answer (gpointer data)
{
  convene_query_answer_free (data);
}

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
free_strv (gpointer data)
{
  g_strfreev (data);
}

/* On the reader's thread, as all that follows. */
static gboolean
answer_question (ConveneConnection *connection,
                 gpointer           data,
                 GError           **error)
{
  Question           *question = data;
  ConveneQueryAnswer *answer = question->answer;
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  answer->rows = convene_index_query (question->index, connection, question->listing, &answer->until, error);
  if (answer->rows == NULL)
    return FALSE;

  answer->version = convene_index_get_version (question->index);
  for (guint i = 0; i < answer->rows->len && i < question->n_entries; i++)
    g_array_append_val (keys, g_array_index (answer->rows, ConveneQueryRow, i).key);
  answer->entries = convene_entries_read (connection, (const gint64 *) keys->data, keys->len, convene_listing_get_filter (question->listing)->now, error);
  return answer->entries != NULL;
}

static gpointer
query_func (ConveneConnection *connection,
            gpointer           data,
            GError           **error)
{
  Question *question = data;

  question->answer = g_new0 (ConveneQueryAnswer, 1);
  if (!convene_connection_transact (connection, FALSE, answer_question, question, error))
    return NULL;

  return g_steal_pointer (&question->answer);
}

static gpointer
read_entries_func (ConveneConnection *connection,
                   gpointer           data,
                   GError           **error)
{
  Keys *keys = data;

  return convene_entries_read (connection, (const gint64 *) keys->keys->data, keys->keys->len, keys->now, error);
}

static gboolean
read_uids (ConveneStatement *statement,
           GStrvBuilder     *builder,
           GError          **error)
{
  gboolean row;

  while (convene_statement_step (statement, &row, error))
    {
      const char *uid = row ? convene_statement_get_text (statement, 0) : NULL;

      if (!row)
        return TRUE;
      if (uid == NULL || !g_utf8_validate (uid, -1, NULL))
        return convene_connection_fail_value (convene_statement_get_connection (statement), "interview", "uid", error);

      g_strv_builder_add (builder, uid);
    }

  return FALSE;
}

static gpointer
read_uids_func (ConveneConnection *connection,
                gpointer           data,
                GError           **error)
{
  Keys            *keys = data;
  g_autofree char *array = convene_entries_format_keys ((const gint64 *) keys->keys->data, keys->keys->len);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection, "SELECT uid FROM json_each (?) CROSS JOIN interview ON interview.id = json_each.value", error);
  if (statement == NULL)
    return NULL;

  convene_statement_bind_text (statement, array);
  return read_uids (statement, builder, error) ? g_strv_builder_end (builder) : NULL;
}

static gpointer
list_hosts_func (ConveneConnection *connection,
                 gpointer           data,
                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  statement = convene_connection_prepare (connection, "SELECT host, max (start) FROM entry WHERE host != '' GROUP BY host COLLATE NOCASE ORDER BY 2 DESC", error);
  if (statement == NULL)
    return NULL;

  while (convene_statement_step (statement, &row, error))
    {
      const char *host = row ? convene_statement_get_text (statement, 0) : NULL;

      if (!row)
        return g_steal_pointer (&choices);
      if (g_utf8_validate (host, -1, NULL))
        g_ptr_array_add (choices, convene_choice_new (host, host));
    }

  return NULL;
}

static ConveneSavedView *
read_view (ConveneStatement *statement)
{
  const char *name = convene_statement_get_text (statement, 0);
  const char *filter = convene_statement_get_text (statement, 1);
  const char *order = convene_statement_get_text (statement, 2);

  if (!g_utf8_validate (name, -1, NULL) || !g_utf8_validate (filter, -1, NULL) || (order != NULL && !g_utf8_validate (order, -1, NULL)))
    return NULL;

  return convene_saved_view_new (name, filter, order);
}

/* On the worker's thread. One that cannot be read is not worth the others. */
static gpointer
list_views_func (ConveneConnection *connection,
                 gpointer           data,
                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT name, filter, \"order\" FROM view ORDER BY position, name", error);
  g_autoptr(GPtrArray) views = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (convene_statement_step (statement, &row, error))
    {
      ConveneSavedView *view = row ? read_view (statement) : NULL;

      if (!row)
        return g_steal_pointer (&views);
      if (view != NULL)
        g_ptr_array_add (views, view);
    }

  return NULL;
}

void
convene_store_query_async (ConveneStore                 *self,
                           const ConveneInterviewFilter *filter,
                           guint                         n_entries,
                           GCancellable                 *cancellable,
                           GAsyncReadyCallback           callback,
                           gpointer                      user_data)
{
  g_autoptr(GTask) task = NULL;
  Question *question;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (filter != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_query_async);
  question = g_new0 (Question, 1);
  question->index = convene_store_get_index (self);
  question->listing = convene_listing_new (filter);
  question->n_entries = n_entries;
  convene_store_read (self, g_steal_pointer (&task), query_func, question, free_question, free_answer);
}

ConveneQueryAnswer *
convene_store_query_finish (ConveneStore *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_query_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_read_entries_async (ConveneStore       *self,
                                  const gint64       *keys,
                                  guint               n_keys,
                                  gint64              now,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (keys != NULL || n_keys == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_read_entries_async);
  convene_store_read (self, g_steal_pointer (&task), read_entries_func, keys_new (keys, n_keys, now), free_keys, free_array);
}

GPtrArray *
convene_store_read_entries_finish (ConveneStore *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_read_entries_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_read_uids_async (ConveneStore       *self,
                               const gint64       *keys,
                               guint               n_keys,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (keys != NULL || n_keys == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_read_uids_async);
  convene_store_read (self, g_steal_pointer (&task), read_uids_func, keys_new (keys, n_keys, 0), free_keys, free_strv);
}

GStrv
convene_store_read_uids_finish (ConveneStore *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_read_uids_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_meeting_hosts_async (ConveneStore       *self,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_meeting_hosts_async);
  convene_store_read (self, g_steal_pointer (&task), list_hosts_func, keys_new (NULL, 0, 0), free_keys, free_array);
}

GPtrArray *
convene_store_list_meeting_hosts_finish (ConveneStore *self,
                                         GAsyncResult *result,
                                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_meeting_hosts_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_views_async (ConveneStore       *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_views_async);
  convene_store_push (self, g_steal_pointer (&task), list_views_func, NULL, NULL, free_array);
}

GPtrArray *
convene_store_list_views_finish (ConveneStore *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_views_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
