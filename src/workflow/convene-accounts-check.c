/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-oauth-provider.h"
#include "convene-smtp-carrier.h"
#include "convene-zoom-client.h"

/* Everybody who follows the database hears of what is written: a check that found nothing new writes that it was made, but not each moment. */
#define FRESH CONVENE_MINUTE

/* One call of the faces: one account, or all of them side by side. */
typedef struct
{
  char      *name;     /* NULL for all */
  GPtrArray *accounts; /* of ConveneAccount, as they will be answered */
  guint      pending;
  GError    *failure; /* the first that leaves no answer */
} Round;

/* One account of it. */
typedef struct
{
  GTask               *task;
  ConveneAccount      *account; /* as it is being found; of the round */
  ConveneAccountState  before;
  gint64               checked_before;
  ConveneOauthSession *session; /* of a Zoom account */
  gboolean             differs;
} Check;

static void
round_free (gpointer data)
{
  Round *self = data;

  g_free (self->name);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_error (&self->failure);
  g_free (self);
}

static void
check_end (Check *self)
{
  g_autoptr(GTask) task = g_steal_pointer (&self->task);
  Round *round = g_task_get_task_data (task);

  g_clear_object (&self->account);
  g_clear_object (&self->session);
  g_free (self);

  if (--round->pending > 0)
    return;
  if (round->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&round->failure));
  else
    g_task_return_pointer (task, g_ptr_array_ref (round->accounts), (GDestroyNotify) g_ptr_array_unref);
}

static void
check_fail (Check        *self,
            const GError *error)
{
  Round *round = g_task_get_task_data (self->task);

  if (round->failure == NULL)
    round->failure = g_error_copy (error);
  check_end (self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Check *self = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    check_end (self);
  else
    check_fail (self, error);
}

/* What was found is written; what waited for an account that is well again goes on. */
static void
write_down (Check *self)
{
  ConveneAccounts *accounts = g_task_get_source_object (self->task);
  gint64           now = convene_clock_now (accounts->clock);
  g_autoptr(ConveneChange) change = NULL;
  g_autofree char *event = NULL;

  self->differs = self->differs || convene_account_get_state (self->account) != self->before;
  if (!self->differs && now >= self->checked_before && now - self->checked_before < FRESH)
    {
      check_end (self);
      return;
    }

  change = convene_change_new ();
  convene_account_set_checked_at (self->account, now);
  convene_change_set_account_health (change, self->account, self->before);
  if (convene_account_get_state (self->account) == CONVENE_ACCOUNT_STATE_CONNECTED && self->before != CONVENE_ACCOUNT_STATE_CONNECTED)
    {
      event = g_strconcat ("account:", convene_account_get_id (self->account), NULL);
      convene_change_clear_event (change, event, now);
      convene_change_clear_event (change, "account", now);
    }
  convene_store_commit_async (accounts->store, change, NULL, written_cb, self);
}

typedef const char *(*Getter) (ConveneAccount *account);
typedef void (*Setter) (ConveneAccount *account, const char *value);

static void
set (Check      *self,
     Getter      get,
     Setter      write,
     const char *value)
{
  if (g_strcmp0 (get (self->account), value) == 0)
    return;

  self->differs = TRUE;
  write (self->account, value);
}

static void
set_problem (Check      *self,
             const char *problem)
{
  set (self, convene_account_get_problem, convene_account_set_problem, problem);
}

/* Whether the other side said something of the account, and not only that it cannot be asked now. */
static gboolean
is_verdict (const GError *error)
{
  return g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES) ||
         g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE) ||
         g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MAIL_REFUSED);
}

static ConveneAccountState
get_state (Check        *self,
           const GError *error)
{
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES))
    return CONVENE_ACCOUNT_STATE_MISSING_SCOPES;
  if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT))
    return self->before;

  return g_strcmp0 (convene_error_get_field (error), "revoked") == 0 ? CONVENE_ACCOUNT_STATE_REVOKED : CONVENE_ACCOUNT_STATE_EXPIRED;
}

/* A check that brought no answer says nothing of the account; whoever asked for this one alone is told why, and who asked for all sees it as a problem. */
static void
check_without_answer (Check        *self,
                      const GError *error)
{
  Round *round = g_task_get_task_data (self->task);

  if (round->name != NULL || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED))
    {
      check_fail (self, error);
      return;
    }

  convene_account_set_problem (self->account, error->message);
  check_end (self);
}

static void
check_refused (Check        *self,
               const GError *error)
{
  if (!is_verdict (error))
    {
      check_without_answer (self, error);
      return;
    }

  /* A sign-in that has run out or was lost is refused like one that was withdrawn: how it ended is known from the first time. */
  if (self->before != CONVENE_ACCOUNT_STATE_EXPIRED || get_state (self, error) != CONVENE_ACCOUNT_STATE_REVOKED ||
      convene_account_get_problem (self->account) == NULL)
    {
      convene_account_set_state (self->account, get_state (self, error));
      set_problem (self, error->message);
    }
  write_down (self);
}

/* Zoom */

/* What is granted is known from the tokens; what is missing follows from it. */
static void
take_scopes (Check *self)
{
  const char *scopes = convene_oauth_session_get_scopes (self->session);
  const char *tls = convene_oauth_session_get_tls (self->session);
  g_auto (GStrv) missing = NULL;
  g_autofree char *names = NULL;

  if (tls != NULL)
    set (self, convene_account_get_tls, convene_account_set_tls, tls);
  if (scopes == NULL)
    return;

  missing = convene_oauth_provider_list_missing (convene_oauth_provider_get_zoom (), scopes);
  names = missing[0] != NULL ? g_strjoinv (" ", missing) : NULL;
  set (self, convene_account_get_scopes, convene_account_set_scopes, scopes);
  set (self, convene_account_get_missing_scopes, convene_account_set_missing_scopes, names);
}

static void
settings_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Check           *self = user_data;
  ConveneEntry     entry = convene_account_get_entry (self->account);
  g_autofree char *rules = g_strdup (convene_account_get_password_rules (self->account));

  /* That Zoom does not say how the account is set is no fault of the account's. */
  convene_accounts_take_settings (self->account, source, result, NULL);
  self->differs = self->differs || convene_account_get_entry (self->account) != entry ||
                  g_strcmp0 (convene_account_get_password_rules (self->account), rules) != 0;
  write_down (self);
}

static void
user_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Check *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneZoomUser) user = convene_zoom_client_get_user_finish (CONVENE_ZOOM_CLIENT (source), result, &error);
  gboolean is_missing;

  take_scopes (self);
  if (user == NULL)
    {
      check_refused (self, error);
      return;
    }

  set (self, convene_account_get_plan, convene_account_set_plan, user->type == 1 ? "basic" : "licensed");
  set (self, convene_account_get_name, convene_account_set_name, user->name);
  set_problem (self, NULL);
  is_missing = convene_account_get_missing_scopes (self->account) != NULL;
  convene_account_set_state (self->account, is_missing ? CONVENE_ACCOUNT_STATE_MISSING_SCOPES : CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_zoom_client_get_settings_async (CONVENE_ZOOM_CLIENT (source), convene_account_get_address (self->account), g_task_get_cancellable (self->task),
                                          settings_cb, self);
}

static void
check_zoom (Check *self)
{
  ConveneAccounts        *accounts = g_task_get_source_object (self->task);
  Round                  *round = g_task_get_task_data (self->task);
  ConveneMeetingProvider *provider = convene_accounts_get_provider (accounts, self->account);

  self->session = g_object_ref (convene_accounts_get_session (accounts, self->account));
  /* A person who asks may have changed something at Zoom. */
  if (round->name != NULL)
    convene_oauth_session_retry (self->session);
  convene_zoom_client_get_user_async (CONVENE_ZOOM_CLIENT (provider), convene_account_get_address (self->account), g_task_get_cancellable (self->task), user_cb,
                                      self);
}

/* An account of another Zoom, as a sandbox is, is not used here and not asked: that nothing is known of it must not look like health. */
static void
check_elsewhere (Check *self)
{
  /* Translators: %s is a web address */
  g_autofree char *problem = g_strdup_printf (_ ("This account belongs to another Zoom (%s), so it is not used here and was not checked"),
                                                 convene_account_get_oauth_url (self->account));

  convene_account_set_problem (self->account, problem);
  check_end (self);
}

/* Mail */

static void
mail_checked_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Check *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_smtp_carrier_check_finish (CONVENE_SMTP_CARRIER (source), result, &error))
    {
      check_refused (self, error);
      return;
    }

  convene_account_set_state (self->account, CONVENE_ACCOUNT_STATE_CONNECTED);
  set_problem (self, NULL);
  write_down (self);
}

static void
carrier_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Check *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetterCarrier) carrier = convene_accounts_open_carrier_finish (CONVENE_ACCOUNTS (source), result, &error);

  if (carrier == NULL)
    check_refused (self, error);
  else
    convene_smtp_carrier_check_async (CONVENE_SMTP_CARRIER (carrier), g_task_get_cancellable (self->task), mail_checked_cb, self);
}

/* All of them */

static void
check_start (GTask          *task,
             ConveneAccount *account)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Check           *self = g_new0 (Check, 1);

  self->task = g_object_ref (task);
  self->account = g_object_ref (account);
  self->before = convene_account_get_state (account);
  self->checked_before = convene_account_get_checked_at (account);
  if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM)
    convene_accounts_open_carrier_async (accounts, account, g_task_get_cancellable (task), carrier_cb, self);
  else if (g_strcmp0 (convene_account_get_oauth_url (account), accounts->oauth_url) == 0)
    check_zoom (self);
  else
    check_elsewhere (self);
}

static GPtrArray *
choose (GPtrArray  *accounts,
        const char *name,
        GError    **error)
{
  ConveneAccount *named;
  GPtrArray      *chosen;

  if (name == NULL)
    return g_ptr_array_ref (accounts);

  named = convene_accounts_find_named (accounts, name, error);
  if (named == NULL)
    return NULL;

  chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (chosen, g_object_ref (named));
  return chosen;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  Round *round = g_task_get_task_data (task);

  round->accounts = accounts != NULL ? choose (accounts, round->name, &error) : NULL;
  if (round->accounts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (round->accounts->len == 0)
    {
      g_task_return_pointer (task, g_ptr_array_ref (round->accounts), (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  round->pending = round->accounts->len;
  for (guint i = 0; i < round->accounts->len; i++)
    check_start (task, g_ptr_array_index (round->accounts, i));
}

void
convene_accounts_check_async (ConveneAccounts    *self,
                              const char         *name,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Round *round;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));

  round = g_new0 (Round, 1);
  round->name = g_strdup (name);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_check_async);
  g_task_set_task_data (task, round, round_free);
  convene_accounts_list_async (self, cancellable, listed_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_accounts_check_finish (ConveneAccounts *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
