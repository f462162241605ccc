/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-style.h"

#include "convene-store-answers.h"

void
convene_letter_style_free (ConveneLetterStyle *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->preferences, convene_preferences_free);
  g_clear_pointer (&self->edits, convene_letter_edits_unref);
  g_free (self);
}

static void
edits_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneLetterStyle) self = g_new0 (ConveneLetterStyle, 1);
  ConvenePreferences **preferences = g_task_get_task_data (task);
  GError              *error = NULL;

  self->preferences = g_steal_pointer (preferences);
  self->edits = convene_store_read_letter_edits_finish (CONVENE_STORE (source), result, &error);
  if (self->edits != NULL)
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) convene_letter_style_free);
  else
    g_task_return_error (task, error);
}

static void
slot_free (gpointer data)
{
  ConvenePreferences **preferences = data;

  g_clear_pointer (preferences, convene_preferences_free);
  g_free (preferences);
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ConvenePreferences **slot = g_new0 (ConvenePreferences *, 1);
  GCancellable        *cancellable = g_task_get_cancellable (task);
  GError              *error = NULL;

  *slot = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);
  g_task_set_task_data (task, slot, slot_free);
  if (*slot != NULL)
    convene_store_read_letter_edits_async (CONVENE_STORE (source), cancellable, edits_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
convene_letter_style_read_async (ConveneStore       *store,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_letter_style_read_async);
  convene_preferences_read_async (store, cancellable, preferences_cb, g_steal_pointer (&task));
}

ConveneLetterStyle *
convene_letter_style_read_finish (ConveneStore *store,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_letter_style_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
