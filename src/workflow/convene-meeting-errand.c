/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand-private.h"

#include "convene-error.h"
#include "convene-letters-owed.h"
#include "convene-meeting-account.h"
#include "convene-store-life.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ConveneMeetingErrand, convene_meeting_errand, CONVENE_TYPE_ERRAND)

ConveneMeetingErrandPrivate *
convene_meeting_errand_get_private (ConveneMeetingErrand *self)
{
  return convene_meeting_errand_get_instance_private (self);
}

static ConveneMeetingErrandPrivate *
get_private (gpointer self)
{
  return convene_meeting_errand_get_instance_private (self);
}

static void
convene_meeting_errand_dispose (GObject *object)
{
  ConveneMeetingErrandPrivate *priv = get_private (object);

  if (priv->deadline != NULL)
    g_source_destroy (priv->deadline);
  g_clear_pointer (&priv->deadline, g_source_unref);
  g_clear_pointer (&priv->preferences, convene_preferences_free);
  g_clear_object (&priv->meeting);
  g_clear_pointer (&priv->users, g_ptr_array_unref);
  g_clear_object (&priv->account);
  g_clear_object (&priv->provider);

  G_OBJECT_CLASS (convene_meeting_errand_parent_class)->dispose (object);
}

static void
requests_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  get_private (self)->requests_today = convene_store_get_requests_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    convene_errand_fail (CONVENE_ERRAND (self), g_steal_pointer (&error));
  else
    CONVENE_MEETING_ERRAND_GET_CLASS (self)->proceed (self);
}

static void
read_requests (ConveneMeetingErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  const char    *host = convene_operation_get_host (convene_errand_get_operation (errand));

  if (host != NULL)
    convene_store_get_requests_async (convene_errand_get_store (errand), host, convene_errand_now (errand), NULL, requests_cb, self);
  else
    CONVENE_MEETING_ERRAND_GET_CLASS (self)->proceed (self);
}

/* Takes the answer; FALSE where there is none, and the errand ended. */
static gboolean
take_users (ConveneMeetingErrand *self,
            GObject              *source,
            GAsyncResult         *result)
{
  ConveneMeetingErrandPrivate *priv = get_private (self);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&priv->users, g_ptr_array_unref);
  priv->users = convene_store_list_meeting_users_finish (CONVENE_STORE (source), result, &error);
  if (priv->users == NULL)
    convene_errand_fail (CONVENE_ERRAND (self), g_steal_pointer (&error));

  return priv->users != NULL;
}

static void
users_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  if (take_users (user_data, source, result))
    read_requests (user_data);
}

static void
list_users (ConveneMeetingErrand *self,
            GAsyncReadyCallback   callback)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  convene_store_list_meeting_users_async (convene_errand_get_store (errand), convene_operation_get_meeting_id (convene_errand_get_operation (errand)),
                                          NULL, callback, self);
}

static void
meeting_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  get_private (self)->meeting = convene_store_get_meeting_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    convene_errand_fail (CONVENE_ERRAND (self), g_steal_pointer (&error));
  else
    list_users (self, users_cb);
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ConveneMeetingErrand        *self = CONVENE_MEETING_ERRAND (user_data);
  ConveneMeetingErrandPrivate *priv = get_private (self);
  const char                  *meeting_id = convene_operation_get_meeting_id (convene_errand_get_operation (CONVENE_ERRAND (self)));
  g_autoptr(GError) error = NULL;

  priv->preferences = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);
  if (priv->preferences == NULL)
    {
      convene_errand_fail (CONVENE_ERRAND (self), g_steal_pointer (&error));
    }
  else if (meeting_id != NULL)
    {
      convene_store_get_meeting_async (CONVENE_STORE (source), meeting_id, NULL, meeting_cb, self);
    }
  else
    {
      priv->users = g_ptr_array_new_with_free_func (g_object_unref);
      read_requests (self);
    }
}

static void
convene_meeting_errand_start (ConveneErrand *errand)
{
  ConveneOperation *operation = convene_errand_get_operation (errand);

  get_private (errand)->looking = convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_DOUBT || convene_operation_get_looks (operation) > 0;
  convene_preferences_read_async (convene_errand_get_store (errand), NULL, preferences_cb, errand);
}

static void
listed_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  if (take_users (user_data, source, result))
    get_private (user_data)->conclude (user_data);
}

static void
convene_meeting_errand_end_again (ConveneErrand *errand)
{
  if (get_private (errand)->conclude != NULL)
    list_users (CONVENE_MEETING_ERRAND (errand), listed_again_cb);
  else
    convene_errand_leave (errand);
}

static void
convene_meeting_errand_class_init (ConveneMeetingErrandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_meeting_errand_dispose;
  CONVENE_ERRAND_CLASS (klass)->start = convene_meeting_errand_start;
  CONVENE_ERRAND_CLASS (klass)->end_again = convene_meeting_errand_end_again;
}

static void
convene_meeting_errand_init (ConveneMeetingErrand *self)
{
}

ConveneMeeting *
convene_meeting_errand_get_meeting (ConveneMeetingErrand *self)
{
  return get_private (self)->meeting;
}

GPtrArray *
convene_meeting_errand_get_users (ConveneMeetingErrand *self)
{
  return get_private (self)->users;
}

const ConvenePreferences *
convene_meeting_errand_get_preferences (ConveneMeetingErrand *self)
{
  return get_private (self)->preferences;
}

gboolean
convene_meeting_errand_is_looking (ConveneMeetingErrand *self)
{
  return get_private (self)->looking;
}

int
convene_meeting_errand_get_requests_today (ConveneMeetingErrand *self)
{
  return get_private (self)->requests_today;
}

ConveneAccount *
convene_meeting_errand_get_account (ConveneMeetingErrand *self)
{
  return get_private (self)->account;
}

ConveneMeetingProvider *
convene_meeting_errand_get_provider (ConveneMeetingErrand *self)
{
  return get_private (self)->provider;
}

void
convene_meeting_errand_set_account (ConveneMeetingErrand *self,
                                    ConveneAccount       *account,
                                    int                   requests_today)
{
  ConveneMeetingErrandPrivate *priv = get_private (self);

  g_set_object (&priv->account, account);
  g_set_object (&priv->provider, convene_accounts_get_provider (convene_errand_get_accounts (CONVENE_ERRAND (self)), account));
  priv->requests_today = requests_today;
}

gboolean
convene_meeting_errand_take_maker (ConveneMeetingErrand *self)
{
  ConveneMeetingErrandPrivate *priv = get_private (self);
  ConveneErrand               *errand = CONVENE_ERRAND (self);
  ConveneAccounts             *accounts = convene_errand_get_accounts (errand);
  ConveneAccount              *account;
  g_autoptr(GPtrArray) usable = convene_accounts_usable (accounts, convene_errand_get_known_accounts (errand));

  account = convene_meeting_find_account (usable, priv->meeting);
  if (account == NULL)
    return FALSE;

  convene_operation_set_account_id (convene_errand_get_operation (errand), convene_account_get_id (account));
  convene_meeting_errand_set_account (self, account, priv->requests_today);
  return TRUE;
}

void
convene_meeting_errand_conclude (ConveneMeetingErrand    *self,
                                 ConveneMeetingErrandStep conclude)
{
  get_private (self)->conclude = conclude;
  conclude (self);
}

void
convene_meeting_errand_put_meeting (ConveneMeetingErrand *self,
                                    ConveneMeeting       *read)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  ConveneMeeting   *known = get_private (self)->meeting;
  g_autofree char  *maker = convene_account_dup_identity (get_private (self)->account);

  convene_meeting_set_id (read, convene_operation_get_meeting_id (operation));
  convene_meeting_set_provider (read, "zoom");
  convene_meeting_set_account_id (read, convene_operation_get_account_id (operation));
  convene_meeting_set_made_by (read, maker);
  convene_meeting_set_state (read, CONVENE_MEETING_STATE_LIVE);
  convene_meeting_set_checked_at (read, convene_errand_now (errand));
  if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_CREATE)
    convene_meeting_set_reference (read, convene_operation_get_reference (operation));
  else
    convene_meeting_set_reference (read, convene_meeting_get_reference (known));
  if (convene_meeting_get_host (read) == NULL)
    convene_meeting_set_host (read, convene_operation_get_host (operation));

  convene_errand_mark_connected (errand, get_private (self)->account);
  convene_change_put_meeting (convene_errand_get_change (errand), read);
}

void
convene_meeting_errand_tell (ConveneMeetingErrand *self,
                             ConveneMeeting       *now)
{
  ConveneMeetingErrandPrivate *priv = get_private (self);
  ConveneErrand               *errand = CONVENE_ERRAND (self);

  for (guint i = 0; i < priv->users->len; i++)
    {
      ConveneInterview *user = g_ptr_array_index (priv->users, i);

      convene_interview_set_meeting (user, now);
      convene_letters_owed_add (convene_errand_get_change (errand), user, priv->meeting, convene_errand_now (errand));
    }
}
