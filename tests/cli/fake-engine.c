/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fake-engine-private.h"

#include "convene-engine-directory.h"
#include "convene-error.h"

G_DEFINE_FINAL_TYPE (ConveneEngine, convene_engine, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE (ConveneAccounts, convene_accounts, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE (ConveneScheduler, convene_scheduler, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE (ConveneOutbox, convene_outbox, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE (ConveneInspector, convene_inspector, G_TYPE_OBJECT)

#define FAKE_TYPE_CLOCK (fake_clock_get_type ())
G_DECLARE_FINAL_TYPE (FakeClock, fake_clock, FAKE, CLOCK, GObject)

struct _FakeClock
{
  GObject parent_instance;
};

static gint64
fake_clock_now (ConveneClock *clock)
{
  return FAKE_NOW;
}

static void
fake_clock_iface_init (ConveneClockInterface *iface)
{
  iface->now = fake_clock_now;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeClock, fake_clock, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CLOCK, fake_clock_iface_init))

static void
fake_clock_class_init (FakeClockClass *klass)
{
}

static void
fake_clock_init (FakeClock *self)
{
}

static void
convene_accounts_class_init (ConveneAccountsClass *klass)
{
}

static void
convene_accounts_init (ConveneAccounts *self)
{
}

static void
convene_scheduler_class_init (ConveneSchedulerClass *klass)
{
}

static void
convene_scheduler_init (ConveneScheduler *self)
{
}

static void
convene_outbox_class_init (ConveneOutboxClass *klass)
{
}

static void
convene_outbox_init (ConveneOutbox *self)
{
}

static void
convene_inspector_class_init (ConveneInspectorClass *klass)
{
}

static void
convene_inspector_init (ConveneInspector *self)
{
}

static void
convene_engine_finalize (GObject *object)
{
  ConveneEngine *self = CONVENE_ENGINE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->outcomes); i++)
    g_clear_object (&self->outcomes[i]);
  g_clear_object (&self->clock);
  g_clear_object (&self->accounts);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->outbox);
  g_clear_object (&self->inspector);
  g_clear_object (&self->plan);
  g_clear_error (&self->commit_error);
  g_clear_error (&self->look_error);
  g_hash_table_unref (self->preferences);
  g_free (self->asked);
  g_ptr_array_unref (self->interviews);
  g_ptr_array_unref (self->connected);
  g_object_unref (self->openings);
  convene_letter_edits_unref (self->edits);
  g_free (self->applied);
  g_free (self->secret);

  G_OBJECT_CLASS (convene_engine_parent_class)->finalize (object);
}

static void
convene_engine_class_init (ConveneEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_engine_finalize;
}

static void
convene_engine_init (ConveneEngine *self)
{
  self->host_way = CONVENE_HOST_SCHEDULER;
  self->clock = g_object_new (FAKE_TYPE_CLOCK, NULL);
  self->accounts = g_object_new (CONVENE_TYPE_ACCOUNTS, NULL);
  self->accounts->engine = self;
  self->scheduler = g_object_new (CONVENE_TYPE_SCHEDULER, NULL);
  self->scheduler->engine = self;
  self->outbox = g_object_new (CONVENE_TYPE_OUTBOX, NULL);
  self->outbox->engine = self;
  self->inspector = g_object_new (CONVENE_TYPE_INSPECTOR, NULL);
  self->inspector->engine = self;
  self->preferences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->interviews = g_ptr_array_new_with_free_func (g_object_unref);
  self->connected = g_ptr_array_new_with_free_func (g_object_unref);
  self->openings = g_list_store_new (CONVENE_TYPE_OPENING);
  self->applied = g_strdup ("");
  self->edits = convene_letter_edits_new ();
}

ConveneEngine *
fake_engine_new (void)
{
  return g_object_new (CONVENE_TYPE_ENGINE, NULL);
}

void
fake_engine_set_platform (ConveneEngine  *self,
                          ConvenePlatform platform)
{
  self->platform = platform;
}

void
fake_engine_set_outcome (ConveneEngine        *self,
                         ConveneOperationKind  kind,
                         ConveneOperationState state,
                         const char           *code,
                         const char           *message)
{
  ConveneOperation *operation = convene_operation_new ();

  convene_operation_set_kind (operation, kind);
  convene_operation_set_state (operation, state);
  convene_operation_set_attempts (operation, 1);
  convene_operation_set_error_code (operation, code);
  convene_operation_set_error_message (operation, message);
  convene_operation_set_due (operation, FAKE_NOW);
  g_clear_object (&self->outcomes[kind]);
  self->outcomes[kind] = operation;
}

void
fake_engine_set_commit_error (ConveneEngine *self,
                              const GError  *error)
{
  self->commit_error = g_error_copy (error);
}

void
fake_engine_set_endless (ConveneEngine *self,
                         gboolean       endless)
{
  self->endless = endless;
}

void
fake_engine_add_outcome (ConveneEngine    *self,
                         ConveneOperation *operation)
{
  self->old = operation;
}

void
fake_engine_set_endless_plan (ConveneEngine *self,
                              gboolean       endless)
{
  self->endless_plan = endless;
}

void
fake_engine_set_stale (ConveneEngine *self,
                       guint          commits)
{
  self->stale = commits;
}

void
fake_engine_set_look_error (ConveneEngine *self,
                            const GError  *error)
{
  self->look_error = g_error_copy (error);
}

ConvenePlan *
fake_engine_get_plan (ConveneEngine *self)
{
  return self->plan;
}

const char *
fake_engine_get_asked (ConveneEngine *self)
{
  return self->asked;
}

guint
fake_engine_get_adjustments (ConveneEngine *self)
{
  return self->adjustments;
}

guint
fake_engine_get_looks (ConveneEngine *self)
{
  return self->looks;
}

void
fake_engine_add_interview (ConveneEngine    *self,
                           ConveneInterview *interview)
{
  g_ptr_array_add (self->interviews, g_object_ref (interview));
}

void
fake_engine_add_account (ConveneEngine  *self,
                         ConveneAccount *account)
{
  g_ptr_array_add (self->connected, g_object_ref (account));
}

void
fake_engine_set_revocation (ConveneEngine    *self,
                            ConveneRevocation revocation)
{
  self->revocation = revocation;
}

void
fake_engine_set_no_app (ConveneEngine *self)
{
  self->no_app = TRUE;
}

void
fake_engine_set_host_way (ConveneEngine *self,
                          ConveneHostWay way)
{
  self->host_way = way;
}

gboolean
convene_accounts_has_app (ConveneAccounts *self)
{
  return !self->engine->no_app;
}

const char *
convene_accounts_get_redirect_uri (void)
{
  return "http://127.0.0.1/oauth/callback";
}

GPtrArray *
fake_accounts_get_connected (ConveneAccounts *self)
{
  return self->engine->connected;
}

gboolean
fake_accounts_is_endless (ConveneAccounts *self)
{
  return self->engine->endless;
}

void
fake_accounts_count_check (ConveneAccounts *self)
{
  self->engine->checks++;
}

guint
fake_engine_get_checks (ConveneEngine *self)
{
  return self->checks;
}

guint
fake_engine_get_commits (ConveneEngine *self)
{
  return self->commits;
}

gboolean
fake_engine_get_started (ConveneEngine *self)
{
  return self->started;
}

gboolean
fake_engine_get_mail (ConveneEngine *self)
{
  return self->mail;
}

const ConveneInterviewFilter *
fake_engine_get_filter (ConveneEngine *self)
{
  return &self->filter;
}

gint64
fake_engine_get_wait (ConveneEngine *self)
{
  return self->wait;
}

const char *
fake_engine_get_secret (ConveneEngine *self)
{
  return self->secret;
}

ConveneClock *
convene_engine_get_clock (ConveneEngine *self)
{
  return self->clock;
}

ConveneAccounts *
convene_engine_get_accounts (ConveneEngine *self)
{
  return self->accounts;
}

ConveneScheduler *
convene_engine_get_scheduler (ConveneEngine *self)
{
  return self->scheduler;
}

ConveneOutbox *
convene_engine_get_outbox (ConveneEngine *self)
{
  return self->outbox;
}

GTask *
fake_task_new (gpointer            source,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  return g_task_new (source, NULL, callback, user_data);
}

void
convene_engine_find_interview_async (ConveneEngine      *self,
                                     const char         *uid,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  for (guint i = 0; i < self->interviews->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (self->interviews, i);

      if (g_str_has_prefix (convene_interview_get_uid (interview), uid))
        {
          g_task_return_pointer (task, g_object_ref (interview), g_object_unref);
          return;
        }
    }

  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, "No interview %s", uid);
}

ConveneInterview *
convene_engine_find_interview_finish (ConveneEngine *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_engine_list_interviews_async (ConveneEngine                *self,
                                      const ConveneInterviewFilter *filter,
                                      GCancellable                 *cancellable,
                                      GAsyncReadyCallback           callback,
                                      gpointer                      user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  self->filter = *filter;
  g_task_return_pointer (task, g_ptr_array_ref (self->interviews), (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
convene_engine_list_interviews_finish (ConveneEngine *self,
                                       GAsyncResult  *result,
                                       guint         *total,
                                       GError       **error)
{
  *total = self->interviews->len;
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
return_calendar (gpointer            source,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (source, callback, user_data);

  g_task_return_pointer (task, g_bytes_new_static ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", 32), (GDestroyNotify) g_bytes_unref);
}

void
convene_engine_invite_async (ConveneEngine      *self,
                             ConveneInterview   *interview,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  return_calendar (self, callback, user_data);
}

GBytes *
convene_engine_invite_finish (ConveneEngine *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_engine_export_async (ConveneEngine                *self,
                             const ConveneInterviewFilter *filter,
                             GCancellable                 *cancellable,
                             GAsyncReadyCallback           callback,
                             gpointer                      user_data)
{
  self->filter = *filter;
  return_calendar (self, callback, user_data);
}

GBytes *
convene_engine_export_finish (ConveneEngine *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

ConveneInspector *
convene_engine_get_inspector (ConveneEngine *self)
{
  return self->inspector;
}

void
convene_engine_get_preference_async (ConveneEngine      *self,
                                     const char         *key,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_task_return_pointer (task, g_strdup (g_hash_table_lookup (self->preferences, key)), g_free);
}

char *
convene_engine_get_preference_finish (ConveneEngine *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_engine_set_preference_async (ConveneEngine      *self,
                                     const char         *key,
                                     const char         *value,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_hash_table_insert (self->preferences, g_strdup (key), g_strdup (value));
  g_task_return_boolean (task, TRUE);
}

gboolean
convene_engine_set_preference_finish (ConveneEngine *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
convene_accounts_list_async (ConveneAccounts    *self,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_task_return_pointer (task, g_ptr_array_ref (self->engine->connected), (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
convene_accounts_list_finish (ConveneAccounts *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_accounts_connect_server_to_server_async (ConveneAccounts    *self,
                                                 const char         *account_number,
                                                 const char         *client_id,
                                                 ConveneSecret      *client_secret,
                                                 const char         *host,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);
  ConveneAccount *account = convene_account_new ();

  self->engine->secret = g_strdup (convene_secret_peek (client_secret));
  convene_account_set_id (account, account_number);
  convene_account_set_client_id (account, client_id);
  convene_account_set_address (account, host);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
  g_task_return_pointer (task, account, g_object_unref);
}

ConveneAccount *
convene_accounts_connect_server_to_server_finish (ConveneAccounts *self,
                                                  GAsyncResult    *result,
                                                  GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_accounts_connect_mail_async (ConveneAccounts    *self,
                                     ConveneAccount     *settings,
                                     ConveneSecret      *password,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  self->engine->secret = password != NULL ? g_strdup (convene_secret_peek (password)) : NULL;
  g_ptr_array_add (self->engine->connected, g_object_ref (settings));
  g_task_return_pointer (task, g_object_ref (settings), g_object_unref);
}

ConveneAccount *
convene_accounts_connect_mail_finish (ConveneAccounts *self,
                                      GAsyncResult    *result,
                                      GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_accounts_disconnect_async (ConveneAccounts    *self,
                                   const char         *name,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_task_return_pointer (task, g_strdup (name), g_free);
}

char *
convene_accounts_disconnect_finish (ConveneAccounts   *self,
                                    GAsyncResult      *result,
                                    ConveneRevocation *revocation,
                                    GError           **error)
{
  *revocation = self->engine->revocation;
  return g_task_propagate_pointer (G_TASK (result), error);
}
