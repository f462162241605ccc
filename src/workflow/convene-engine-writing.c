/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-directory.h"

#include "convene-engine-private.h"
#include "convene-interview-check.h"
#include "convene-text.h"

static void
preference_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char   *value = convene_store_get_preference_finish (CONVENE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, g_free);
}

void
convene_engine_get_preference_async (ConveneEngine      *self,
                                     const char         *key,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (key != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_get_preference_async);
  convene_store_get_preference_async (convene_engine_get_store (self), key, cancellable, preference_cb, g_steal_pointer (&task));
}

char *
convene_engine_get_preference_finish (ConveneEngine *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_get_preference_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
convene_engine_set_preference_async (ConveneEngine      *self,
                                     const char         *key,
                                     const char         *value,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(ConveneChange) change = NULL;
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (key != NULL);

  change = convene_change_new ();
  convene_change_set_preference (change, key, value);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_set_preference_async);
  g_task_set_check_cancellable (task, FALSE);
  convene_store_commit_async (convene_engine_get_store (self), change, cancellable, set_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_set_preference_finish (ConveneEngine *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_set_preference_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Writing notes: what to write, then what was there. */
typedef struct
{
  char *notes;
  char *before;
} Notes;

static void
notes_free (gpointer data)
{
  Notes *self = data;

  g_free (self->notes);
  g_free (self->before);
  g_free (self);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Notes  *notes = g_task_get_task_data (task);
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&notes->before), g_free);
  else
    g_task_return_error (task, error);
}

static void
notes_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  Notes        *notes = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  if (interview == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  notes->before = g_strdup (convene_interview_get_notes (interview));
  convene_change_set_notes (change, convene_interview_get_uid (interview), *notes->notes != '\0' ? notes->notes : NULL);
  convene_store_commit_async (CONVENE_STORE (source), change, cancellable, noted_cb, g_steal_pointer (&task));
}

void
convene_engine_set_notes_async (ConveneEngine      *self,
                                const char         *uid,
                                const char         *notes,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Notes  *data;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (uid != NULL);

  data = g_new0 (Notes, 1);
  data->notes = convene_text_normalize (notes != NULL ? notes : "");
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_set_notes_async);
  g_task_set_task_data (task, data, notes_free);
  g_task_set_check_cancellable (task, FALSE);
  if (convene_text_check_lines (data->notes, "notes", CONVENE_NOTES_MAX, &error))
    convene_store_find_interview_async (convene_engine_get_store (self), uid, cancellable, notes_found_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

char *
convene_engine_set_notes_finish (ConveneEngine *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_set_notes_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
