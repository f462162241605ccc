/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bell-news.h"

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-preferences.h"
#include "convene-store-life.h"

/* How far back an interview may have begun that is not over. */
#define LONGEST_INTERVIEW CONVENE_DAY

/* The preference → those near → what became of those that were told of, one after the other. */
typedef struct
{
  GHashTable *shown; /* uid → gint64 * */
  gint64      to;
  gint64      before; /* 0 for never */

  GPtrArray       *unread; /* keys of `shown` */
  ConveneBellNews *news;
} Reading;

void
convene_bell_news_free (ConveneBellNews *self)
{
  g_ptr_array_unref (self->due);
  g_ptr_array_unref (self->begun);
  g_ptr_array_unref (self->over);
  g_free (self);
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_ptr_array_unref (self->unread);
  g_hash_table_unref (self->shown);
  g_clear_pointer (&self->news, convene_bell_news_free);
  g_free (self);
}

static gint64
get_start (ConveneInterview *interview)
{
  return convene_moment_get_instant (convene_interview_get_start (interview));
}

static gint64
get_end (ConveneInterview *interview)
{
  return get_start (interview) + convene_interview_get_duration (interview) * CONVENE_MINUTE;
}

static void
note (ConveneBellNews *news,
      gint64           at)
{
  news->next = MIN (news->next, at);
}

static void
take_near (Reading   *self,
           GPtrArray *near)
{
  ConveneBellNews *news = self->news;

  for (guint i = 0; self->before > 0 && i < near->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (near, i);
      gint64            at = get_start (interview) - self->before;

      if (at > news->now)
        note (news, at);
      else if (get_end (interview) > news->now)
        g_ptr_array_add (news->due, g_object_ref (interview));
    }
}

static void
take_shown (Reading          *self,
            const char       *uid,
            ConveneInterview *interview)
{
  const gint64 *start = g_hash_table_lookup (self->shown, uid);
  gint64        late = *start + CONVENE_BELL_LATE;

  if (interview != NULL && convene_interview_get_status (interview) == CONVENE_STATUS_SCHEDULED && get_start (interview) == *start &&
      get_end (interview) > self->news->now)
    {
      note (self->news, get_end (interview));
      if (late > self->news->now)
        note (self->news, late);
      else
        g_ptr_array_add (self->news->begun, g_object_ref (interview));
    }
  else
    g_ptr_array_add (self->news->over, g_strdup (uid));
}

static void
read_shown (GTask              *task,
            ConveneStore       *store,
            GAsyncReadyCallback callback)
{
  Reading *self = g_task_get_task_data (task);

  if (self->unread->len == 0)
    g_task_return_pointer (task, g_steal_pointer (&self->news), (GDestroyNotify) convene_bell_news_free);
  else
    convene_store_find_interview_async (store, g_ptr_array_index (self->unread, 0), g_task_get_cancellable (task), callback, g_object_ref (task));
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  Reading *self = g_task_get_task_data (task);

  if (interview == NULL && !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_shown (self, g_ptr_array_index (self->unread, 0), interview);
  g_ptr_array_remove_index (self->unread, 0);
  read_shown (task, CONVENE_STORE (source), shown_cb);
}

static void
near_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) near = convene_store_find_next_notice_finish (CONVENE_STORE (source), result, &error);

  if (near == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  take_near (g_task_get_task_data (task), near);
  read_shown (task, CONVENE_STORE (source), shown_cb);
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(ConvenePreferences) preferences = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);
  Reading      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (preferences == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->before = preferences->notify_before * CONVENE_MINUTE;
  convene_store_find_next_notice_async (CONVENE_STORE (source), self->news->now - LONGEST_INTERVIEW, MAX (self->to, self->news->now + self->before + 1),
                                        cancellable, near_cb, g_steal_pointer (&task));
}

static Reading *
reading_new (GHashTable *shown,
             gint64      now,
             gint64      to)
{
  Reading       *self = g_new0 (Reading, 1);
  GHashTableIter iter;
  gpointer       uid, start;

  self->to = to;
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->unread = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, shown);
  while (g_hash_table_iter_next (&iter, &uid, &start))
    {
      char *copy = g_strdup (uid);

      g_hash_table_insert (self->shown, copy, g_memdup2 (start, sizeof (gint64)));
      g_ptr_array_add (self->unread, copy);
    }

  self->news = g_new0 (ConveneBellNews, 1);
  self->news->now = now;
  self->news->due = g_ptr_array_new_with_free_func (g_object_unref);
  self->news->begun = g_ptr_array_new_with_free_func (g_object_unref);
  self->news->over = g_ptr_array_new_with_free_func (g_free);
  self->news->next = G_MAXINT64;
  return self;
}

void
convene_bell_news_read_async (ConveneStore       *store,
                              GHashTable         *shown,
                              gint64              now,
                              gint64              to,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_STORE (store));
  g_return_if_fail (shown != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_bell_news_read_async);
  g_task_set_task_data (task, reading_new (shown, now, to), reading_free);
  convene_preferences_read_async (store, cancellable, preferences_cb, task);
}

ConveneBellNews *
convene_bell_news_read_finish (ConveneStore *store,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_bell_news_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
