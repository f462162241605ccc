/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"
#include "convene-engine-private.h"
#include "convene-invite-series.h"
#include "convene-preferences.h"

/* So many interviews are read at a time, and let go when they are written: of a hundred thousand only the text is held. */
#define PAGE 500

/* Preferences → who the organizer is → page after page. */
typedef struct
{
  ConveneInterviewFilter filter; /* its texts are these */
  char                  *search;
  GStrv                  uids;
  guint                  limit; /* how many are wanted in all; 0: no limit */
  guint                  n_read;
  GAsyncReadyCallback    page_cb; /* of each page */

  gboolean             password_unless_in_link; /* */
  ConveneInviteSeries *series;
  GPtrArray           *page;    /* of ConveneInterview: what is being written */
  GHashTable          *written; /* uids: one that moved meanwhile may come again on a later page */
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_free (self->search);
  g_strfreev (self->uids);
  g_clear_pointer (&self->series, convene_invite_series_free);
  g_clear_pointer (&self->page, g_ptr_array_unref);
  g_hash_table_unref (self->written);
  g_free (self);
}

static Export *
export_new (const ConveneInterviewFilter *filter)
{
  Export *self = g_new0 (Export, 1);

  self->search = g_strdup (filter->search);
  self->uids = g_strdupv ((GStrv) filter->uids);
  self->filter = *filter;
  self->filter.search = self->search;
  self->filter.uids = (const char *const *) self->uids;
  self->limit = filter->limit;
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/* On a thread of its own, which the export waits for: a page takes longer than a frame of the window. */
static void
write_page (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;

  for (guint i = 0; i < self->page->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (self->page, i);

      if (g_hash_table_add (self->written, g_strdup (convene_interview_get_uid (interview))) && !convene_invite_series_add (self->series, interview, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }

  g_task_return_boolean (task, TRUE);
}

static void
read_page (GTask *task)
{
  ConveneEngine *engine = g_task_get_source_object (task);
  Export        *self = g_task_get_task_data (task);

  self->filter.limit = self->limit == 0 ? PAGE : MIN (PAGE, self->limit - self->n_read);
  convene_store_list_interviews_async (convene_engine_get_store (engine), &self->filter, g_task_get_cancellable (task), self->page_cb, g_object_ref (task));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Export     *self = g_task_get_task_data (task);
  const guint n_written = self->page->len;
  GError     *error = NULL;

  self->n_read += n_written;
  self->filter.offset += n_written;
  g_clear_pointer (&self->page, g_ptr_array_unref);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (n_written < self->filter.limit || self->n_read == self->limit)
    g_task_return_pointer (task, convene_invite_series_finish (self->series), (GDestroyNotify) g_bytes_unref);
  else
    read_page (task);
}

static void
page_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GTask) writing = NULL;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->page = convene_store_list_interviews_finish (CONVENE_STORE (source), result, NULL, &error);
  if (self->page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  writing = g_task_new (NULL, g_task_get_cancellable (task), written_cb, g_object_ref (task));
  g_task_set_task_data (writing, self, NULL);
  g_task_run_in_thread (writing, write_page);
}

static void
organizer_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  ConveneEngine       *engine = g_task_get_source_object (task);
  Export              *self = g_task_get_task_data (task);
  ConveneAccount      *mail = accounts != NULL ? convene_accounts_find_mail (accounts) : NULL;
  ConveneInviteOptions options = {
    .organizer_name = mail != NULL ? convene_account_get_name (mail) : NULL,
    .organizer_address = mail != NULL ? convene_account_get_address (mail) : NULL,
    .made_at = convene_clock_now (convene_engine_get_clock (engine)),
    .password_unless_in_link = self->password_unless_in_link,
  };

  if (accounts != NULL)
    self->series = convene_invite_series_new (&options, &error);
  if (self->series != NULL)
    read_page (task);
  else
    g_task_return_error (task, error);
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(ConvenePreferences) preferences = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);
  ConveneEngine *engine = g_task_get_source_object (task);
  Export        *self = g_task_get_task_data (task);
  GCancellable  *cancellable = g_task_get_cancellable (task);

  if (preferences == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->password_unless_in_link = preferences->password_unless_in_link;
  convene_accounts_list_async (convene_engine_get_accounts (engine), cancellable, organizer_cb, g_steal_pointer (&task));
}

void
convene_engine_export_async (ConveneEngine                *self,
                             const ConveneInterviewFilter *filter,
                             GCancellable                 *cancellable,
                             GAsyncReadyCallback           callback,
                             gpointer                      user_data)
{
  g_autoptr(GTask) task = NULL;
  Export *export;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (filter != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_export_async);
  export = export_new (filter);
  export->page_cb = page_cb;
  g_task_set_task_data (task, export, export_free);
  convene_preferences_read_async (convene_engine_get_store (self), cancellable, preferences_cb, g_steal_pointer (&task));
}

GBytes *
convene_engine_export_finish (ConveneEngine *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
