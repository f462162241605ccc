/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-life.h"

#include "convene-life.h"
#include "convene-record.h"
#include "convene-store-private.h"

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
free_table (gpointer data)
{
  g_hash_table_unref (data);
}

/* On the worker's thread. */
static gpointer
list_meeting_users_func (ConveneConnection *connection,
                         gpointer           data,
                         GError           **error)
{
  return convene_life_list_users (connection, data, error);
}

static gpointer
find_slot_func (ConveneConnection *connection,
                gpointer           data,
                GError           **error)
{
  return convene_life_find_slot (connection, data, error);
}

static gpointer
list_meetings_to_check_func (ConveneConnection *connection,
                             gpointer           data,
                             GError           **error)
{
  return convene_life_list_to_check (connection, data, error);
}

static gpointer
list_doubtful_creates_func (ConveneConnection *connection,
                            gpointer           data,
                            GError           **error)
{
  return convene_life_list_doubtful_creates (connection, data, error);
}

static gpointer
get_meeting_func (ConveneConnection *connection,
                  gpointer           data,
                  GError           **error)
{
  ConveneLifeQuestion *question = data;
  gpointer             meeting = NULL;

  convene_record_find (&convene_record_meeting, connection, "FROM meeting WHERE meeting.id = ?", question->key, &meeting, error);
  return meeting;
}

static gpointer
list_preferences_func (ConveneConnection *connection,
                       gpointer           data,
                       GError           **error)
{
  return convene_life_list_preferences (connection, error);
}

static gpointer
find_next_notice_func (ConveneConnection *connection,
                       gpointer           data,
                       GError           **error)
{
  return convene_life_list_to_notify (connection, data, error);
}

static gpointer
get_next_open_func (ConveneConnection *connection,
                    gpointer           data,
                    GError           **error)
{
  ConveneLifeQuestion *question = data;
  gint64               next;

  return convene_life_get_next_open (connection, question->from, &next, error) ? g_memdup2 (&next, sizeof next) : NULL;
}

/* Takes the question. */
static void
ask (ConveneStore        *self,
     ConveneLifeQuestion *question,
     ConveneWorkFunc      func,
     GDestroyNotify       free_answer,
     gpointer             tag,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  convene_store_push (self, task, func, question, convene_life_question_free, free_answer);
}

static gpointer
take_answer (ConveneStore *self,
             GAsyncResult *result,
             gpointer      tag,
             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_meeting_users_async (ConveneStore       *self,
                                        const char         *meeting_id,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (meeting_id != NULL);

  question = g_new0 (ConveneLifeQuestion, 1);
  question->key = g_strdup (meeting_id);
  ask (self, question, list_meeting_users_func, free_array, convene_store_list_meeting_users_async, cancellable, callback, user_data);
}

GPtrArray *
convene_store_list_meeting_users_finish (ConveneStore *self,
                                         GAsyncResult *result,
                                         GError      **error)
{
  return take_answer (self, result, convene_store_list_meeting_users_async, error);
}

void
convene_store_find_slot_async (ConveneStore       *self,
                               const char         *job,
                               const char         *host,
                               gint64              start,
                               int                 duration,
                               const char         *except_uid,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));

  question = g_new0 (ConveneLifeQuestion, 1);
  question->key = g_strdup (job);
  question->host = g_strdup (host);
  question->except = g_strdup (except_uid);
  question->from = start;
  question->duration = duration;
  ask (self, question, find_slot_func, g_object_unref, convene_store_find_slot_async, cancellable, callback, user_data);
}

ConveneInterview *
convene_store_find_slot_finish (ConveneStore *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return take_answer (self, result, convene_store_find_slot_async, error);
}

void
convene_store_list_meetings_to_check_async (ConveneStore       *self,
                                            gint64              from,
                                            gint64              to,
                                            gint64              before,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));

  question = g_new0 (ConveneLifeQuestion, 1);
  question->from = from;
  question->to = to;
  question->before = before;
  ask (self, question, list_meetings_to_check_func, free_array, convene_store_list_meetings_to_check_async, cancellable, callback, user_data);
}

GPtrArray *
convene_store_list_meetings_to_check_finish (ConveneStore *self,
                                             GAsyncResult *result,
                                             GError      **error)
{
  return take_answer (self, result, convene_store_list_meetings_to_check_async, error);
}

void
convene_store_list_doubtful_creates_async (ConveneStore       *self,
                                           gint64              since,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));

  question = g_new0 (ConveneLifeQuestion, 1);
  question->from = since;
  ask (self, question, list_doubtful_creates_func, free_array, convene_store_list_doubtful_creates_async, cancellable, callback, user_data);
}

GPtrArray *
convene_store_list_doubtful_creates_finish (ConveneStore *self,
                                            GAsyncResult *result,
                                            GError      **error)
{
  return take_answer (self, result, convene_store_list_doubtful_creates_async, error);
}

void
convene_store_get_meeting_async (ConveneStore       *self,
                                 const char         *id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (id != NULL);

  question = g_new0 (ConveneLifeQuestion, 1);
  question->key = g_strdup (id);
  ask (self, question, get_meeting_func, g_object_unref, convene_store_get_meeting_async, cancellable, callback, user_data);
}

ConveneMeeting *
convene_store_get_meeting_finish (ConveneStore *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return take_answer (self, result, convene_store_get_meeting_async, error);
}

void
convene_store_list_preferences_async (ConveneStore       *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));

  question = g_new0 (ConveneLifeQuestion, 1);
  ask (self, question, list_preferences_func, free_table, convene_store_list_preferences_async, cancellable, callback, user_data);
}

GHashTable *
convene_store_list_preferences_finish (ConveneStore *self,
                                       GAsyncResult *result,
                                       GError      **error)
{
  return take_answer (self, result, convene_store_list_preferences_async, error);
}

void
convene_store_find_next_notice_async (ConveneStore       *self,
                                      gint64              from,
                                      gint64              to,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));

  question = g_new0 (ConveneLifeQuestion, 1);
  question->from = from;
  question->to = to;
  ask (self, question, find_next_notice_func, free_array, convene_store_find_next_notice_async, cancellable, callback, user_data);
}

GPtrArray *
convene_store_find_next_notice_finish (ConveneStore *self,
                                       GAsyncResult *result,
                                       GError      **error)
{
  return take_answer (self, result, convene_store_find_next_notice_async, error);
}

void
convene_store_get_next_open_async (ConveneStore       *self,
                                   gint64              now,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  ConveneLifeQuestion *question;

  g_return_if_fail (CONVENE_IS_STORE (self));

  question = g_new0 (ConveneLifeQuestion, 1);
  question->from = now;
  ask (self, question, get_next_open_func, g_free, convene_store_get_next_open_async, cancellable, callback, user_data);
}

gint64
convene_store_get_next_open_finish (ConveneStore *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_autofree gint64 *next = take_answer (self, result, convene_store_get_next_open_async, error);

  return next != NULL ? *next : -1;
}
