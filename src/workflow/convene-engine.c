/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine.h"

#include "convene-accounts-private.h"
#include "convene-engine-private.h"
#include "convene-inspector-private.h"
#include "convene-invite.h"
#include "convene-letter-writer.h"
#include "convene-outbox-private.h"
#include "convene-preferences.h"
#include "convene-scheduler-private.h"

struct _ConveneEngine
{
  GObject parent_instance;

  ConveneClock     *clock;
  ConveneStore     *store;
  ConveneAccounts  *accounts;
  ConveneOutbox    *outbox;
  ConveneScheduler *scheduler;
  ConveneInspector *inspector;
  guint             holds; /* how many wait for something that is not written yet */
};

G_DEFINE_FINAL_TYPE (ConveneEngine, convene_engine, G_TYPE_OBJECT)

enum
{
  PROP_HELD = 1,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
changed_cb (ConveneStore *store,
            gpointer      user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0);
}

static void
convene_engine_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_HELD:
      g_value_set_boolean (value, convene_engine_get_held (CONVENE_ENGINE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_engine_dispose (GObject *object)
{
  ConveneEngine *self = CONVENE_ENGINE (object);

  g_clear_object (&self->inspector);
  g_clear_object (&self->scheduler);
  if (self->accounts != NULL)
    self->accounts->outbox = NULL;
  g_clear_object (&self->outbox);
  g_clear_object (&self->accounts);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (convene_engine_parent_class)->dispose (object);
}

static void
convene_engine_class_init (ConveneEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_engine_get_property;
  object_class->dispose = convene_engine_dispose;

  properties[PROP_HELD] = g_param_spec_boolean ("held", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", CONVENE_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_engine_init (ConveneEngine *self)
{
}

ConveneEngine *
convene_engine_new (const char   *folder,
                    ConveneVault *vault,
                    ConveneClock *clock,
                    const char   *zoom_api_url,
                    const char   *zoom_oauth_url)
{
  ConveneEngine *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_VAULT (vault), NULL);
  g_return_val_if_fail (CONVENE_IS_CLOCK (clock), NULL);

  self = g_object_new (CONVENE_TYPE_ENGINE, NULL);
  self->clock = g_object_ref (clock);
  self->store = convene_store_new (folder);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, 0);
  self->accounts = convene_accounts_new (self->store, vault, clock, zoom_api_url, zoom_oauth_url);
  self->outbox = convene_outbox_new (self->store, clock, self->accounts);
  self->accounts->outbox = self->outbox;
  self->scheduler = convene_scheduler_new (self->store, clock, self->accounts, self->outbox);
  self->inspector = convene_inspector_new (self->store, clock, self->accounts, self->outbox);
  return self;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneEngine *self;

  if (!convene_store_open_finish (CONVENE_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self = g_task_get_source_object (task);
  convene_accounts_sweep (self->accounts);
  g_task_return_boolean (task, TRUE);
}

void
convene_engine_open_async (ConveneEngine      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_open_async);
  convene_store_open_async (self->store, cancellable, opened_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_open_finish (ConveneEngine *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_store_close_finish (CONVENE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
accounts_closed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ConveneEngine *self = g_task_get_source_object (task);

  convene_accounts_close_finish (CONVENE_ACCOUNTS (source), result);
  convene_store_close_async (self->store, NULL, closed_cb, g_steal_pointer (&task));
}

static void
stopped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ConveneEngine *self = g_task_get_source_object (task);

  /* It stops in any case; what could not be written is in doubt at the next start. */
  convene_outbox_stop_finish (CONVENE_OUTBOX (source), result, NULL);
  convene_accounts_close_async (self->accounts, accounts_closed_cb, g_steal_pointer (&task));
}

void
convene_engine_close_async (ConveneEngine      *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_close_async);
  convene_inspector_stop (self->inspector);
  convene_outbox_stop_async (self->outbox, NULL, stopped_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_close_finish (ConveneEngine *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
convene_engine_hold (ConveneEngine *self)
{
  g_return_if_fail (CONVENE_IS_ENGINE (self));

  if (self->holds++ == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD]);
}

void
convene_engine_release (ConveneEngine *self)
{
  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (self->holds > 0);

  if (--self->holds == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD]);
}

gboolean
convene_engine_get_held (ConveneEngine *self)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), FALSE);

  return self->holds > 0;
}

ConveneStore *
convene_engine_get_store (ConveneEngine *self)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);

  return self->store;
}

ConveneClock *
convene_engine_get_clock (ConveneEngine *self)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);

  return self->clock;
}

ConveneAccounts *
convene_engine_get_accounts (ConveneEngine *self)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);

  return self->accounts;
}

ConveneScheduler *
convene_engine_get_scheduler (ConveneEngine *self)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);

  return self->scheduler;
}

ConveneOutbox *
convene_engine_get_outbox (ConveneEngine *self)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);

  return self->outbox;
}

ConveneInspector *
convene_engine_get_inspector (ConveneEngine *self)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);

  return self->inspector;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);

  if (interview != NULL)
    g_task_return_pointer (task, interview, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
convene_engine_find_interview_async (ConveneEngine      *self,
                                     const char         *uid,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_find_interview_async);
  convene_store_find_interview_async (self->store, uid, cancellable, found_cb, g_steal_pointer (&task));
}

ConveneInterview *
convene_engine_find_interview_finish (ConveneEngine *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  guint      total = 0;
  GPtrArray *interviews = convene_store_list_interviews_finish (CONVENE_STORE (source), result, &total, &error);

  g_task_set_task_data (task, GUINT_TO_POINTER (total), NULL);
  if (interviews != NULL)
    g_task_return_pointer (task, interviews, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
convene_engine_list_interviews_async (ConveneEngine                *self,
                                      const ConveneInterviewFilter *filter,
                                      GCancellable                 *cancellable,
                                      GAsyncReadyCallback           callback,
                                      gpointer                      user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (filter != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_list_interviews_async);
  convene_store_list_interviews_async (self->store, filter, cancellable, listed_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_engine_list_interviews_finish (ConveneEngine *self,
                                       GAsyncResult  *result,
                                       guint         *total,
                                       GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (total != NULL)
    *total = GPOINTER_TO_UINT (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Writing an .ics file: what to write and how, then who the organizer is. */
typedef struct
{
  ConveneInterview *interview;
  gboolean          password_unless_in_link; /* */
} Calendar;

static void
calendar_free (gpointer data)
{
  Calendar *self = data;

  g_clear_object (&self->interview);
  g_free (self);
}

/* Without a mail account there is nobody who invites; to somebody else's event we are not the ones. */
static GBytes *
write_calendar (ConveneEngine  *self,
                Calendar       *calendar,
                ConveneAccount *mail,
                GError        **error)
{
  gboolean                 invites = mail != NULL && convene_interview_get_origin_uid (calendar->interview) == NULL;
  const ConveneLetterDraft draft = {
    .kind = CONVENE_OPERATION_KIND_MAIL_INVITATION,
    .interview = calendar->interview,
    .made_at = convene_clock_now (self->clock),
    .password_unless_in_link = calendar->password_unless_in_link,
  };
  g_autofree char           *description = invites ? convene_letter_write_description (&draft, NULL) : NULL;
  const ConveneInviteOptions options = {
    .method = invites ? CONVENE_INVITE_REQUEST : CONVENE_INVITE_PUBLISH,
    .organizer_name = invites ? convene_account_get_name (mail) : NULL,
    .organizer_address = invites ? convene_account_get_address (mail) : NULL,
    .made_at = draft.made_at,
    .description = description,
    .language = description != NULL ? convene_letter_find_language (&draft) : NULL,
    .password_unless_in_link = draft.password_unless_in_link,
  };

  return convene_invite_write (calendar->interview, &options, error);
}

static void
organizer_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  ConveneEngine  *self = g_task_get_source_object (task);
  Calendar       *calendar = g_task_get_task_data (task);
  ConveneAccount *mail = accounts != NULL ? convene_accounts_find_mail (accounts) : NULL;
  GBytes         *bytes = accounts != NULL ? write_calendar (self, calendar, mail, &error) : NULL;

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePreferences) preferences = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);
  ConveneEngine *self = g_task_get_source_object (task);
  Calendar      *calendar = g_task_get_task_data (task);
  GCancellable  *cancellable = g_task_get_cancellable (task);

  if (preferences == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  calendar->password_unless_in_link = preferences->password_unless_in_link;
  convene_accounts_list_async (self->accounts, cancellable, organizer_cb, g_steal_pointer (&task));
}

static void
last_calendar_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetter) letter = convene_store_get_last_calendar_finish (CONVENE_STORE (source), result, &error);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (letter != NULL)
    g_task_return_pointer (task, g_bytes_ref ((GBytes *) convene_letter_get_calendar (letter)), (GDestroyNotify) g_bytes_unref);
  else
    convene_preferences_read_async (CONVENE_STORE (source), cancellable, preferences_cb, g_steal_pointer (&task));
}

void
convene_engine_invite_async (ConveneEngine      *self,
                             ConveneInterview   *interview,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Calendar *calendar;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));

  calendar = g_new0 (Calendar, 1);
  calendar->interview = g_object_ref (interview);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_invite_async);
  g_task_set_task_data (task, calendar, calendar_free);
  convene_store_get_last_calendar_async (self->store, convene_interview_get_uid (interview), cancellable, last_calendar_cb, g_steal_pointer (&task));
}

GBytes *
convene_engine_invite_finish (ConveneEngine *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
