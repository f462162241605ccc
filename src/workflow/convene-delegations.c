/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-delegations.h"

#include "convene-delegation.h"
#include "convene-error.h"
#include "convene-text.h"
#include "convene-zoom-client.h"

#define PATIENCE (3 * CONVENE_SECOND)
/* How long a no is believed: who reads it asks the hiring manager for the privilege, and looks again. A yes that is none any more shows at Zoom. */
#define REFUSAL (5 * CONVENE_MINUTE)
#define QUIET CONVENE_MINUTE /* after a question that had no answer: whoever types does not wait again and again */

/* Zoom: get a user, "type". Users without the right to hold meetings. */
#define TYPE_UNASSIGNED 4
#define TYPE_NONE 99

typedef struct
{
  char         *address;
  GPtrArray    *answers;     /* of ConveneDelegation */
  guint         n_open;      /* questions without an answer */
  GCancellable *cancellable; /* of the questions */
  GSource      *deadline;
  GSource      *cancelled; /* by the caller; NULL where nobody can */
} Asking;

/* One account that is asked. */
typedef struct
{
  GTask *task; /* of the whole */
  char  *account_id;
} Question;

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
asking_free (gpointer data)
{
  Asking *self = data;

  clear_source (&self->deadline);
  clear_source (&self->cancelled);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->address);
  g_free (self);
}

static void
question_free (Question *self)
{
  g_clear_object (&self->task);
  g_free (self->account_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* Who did not answer, and when: account and address → microseconds since 1970 UTC. It lives as long as the accounts. */
static GHashTable *
get_silences (ConveneAccounts *accounts)
{
  static const char key[] = "convene-delegations-silences";
  GHashTable       *silences = g_object_get_data (G_OBJECT (accounts), key);

  if (silences == NULL)
    {
      silences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (accounts), key, silences, (GDestroyNotify) g_hash_table_unref);
    }

  return silences;
}

static char *
dup_silence_key (const char *account_id,
                 const char *address)
{
  g_autofree char *folded = g_ascii_strdown (address, -1);

  return g_strconcat (account_id, " ", folded, NULL);
}

static gboolean
was_silent (ConveneAccounts *self,
            ConveneAccount  *account,
            const char      *address)
{
  g_autofree char *key = dup_silence_key (convene_account_get_id (account), address);
  const gint64    *at = g_hash_table_lookup (get_silences (self), key);
  gint64           now = convene_clock_now (self->clock);

  return at != NULL && *at <= now && now < *at + QUIET;
}

static void
note_silence (ConveneAccounts *self,
              const char      *account_id,
              const char      *address)
{
  gint64 now = convene_clock_now (self->clock);

  g_hash_table_insert (get_silences (self), dup_silence_key (account_id, address), g_memdup2 (&now, sizeof now));
}

static const ConveneDelegation *
find_known (GPtrArray      *known,
            ConveneAccount *account,
            const char     *address)
{
  for (guint i = 0; i < known->len; i++)
    {
      const ConveneDelegation *delegation = g_ptr_array_index (known, i);

      if (g_strcmp0 (delegation->account_id, convene_account_get_id (account)) == 0 && convene_address_equal (delegation->address, address))
        return delegation;
    }

  return NULL;
}

static gboolean
is_fresh (const ConveneDelegation *delegation,
          ConveneAccount          *account,
          gint64                   now)
{
  return delegation != NULL && delegation->seen_at <= now && now < delegation->seen_at + (delegation->allowed ? CONVENE_DAY : REFUSAL) &&
         delegation->seen_at >= convene_account_get_connected_at (account);
}

static gboolean
is_server (ConveneAccount *account)
{
  return convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
}

/* Whether the choice is made already, whatever the others would say. */
static gboolean
is_settled (ConveneAccounts *self,
            GPtrArray       *accounts,
            GPtrArray       *known,
            const char      *address)
{
  gint64 now = convene_clock_now (self->clock);

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount          *account = g_ptr_array_index (accounts, i);
      const ConveneDelegation *delegation = find_known (known, account, address);

      if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM)
        continue;
      if (convene_address_equal (convene_account_get_address (account), address))
        return TRUE;
      if (is_server (account) && is_fresh (delegation, account, now) && delegation->allowed)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_to_be_asked (ConveneAccounts *self,
                ConveneAccount  *account,
                GPtrArray       *known,
                const char      *address)
{
  return convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_CONNECTED &&
         !is_fresh (find_known (known, account, address), account, convene_clock_now (self->clock)) && !was_silent (self, account, address);
}

static void
answer (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_ptr_array_ref (asking->answers), (GDestroyNotify) g_ptr_array_unref);
}

/* The answers hold also where they could not be kept: then Zoom is asked again. */
static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_debug ("What Zoom said of its hosts was not kept: %s", error->message);
  answer (task);
}

static void
keep (GTask *task)
{
  ConveneAccounts *self = g_task_get_source_object (task);
  Asking          *asking = g_task_get_task_data (task);
  g_autoptr(ConveneChange) change = NULL;

  clear_source (&asking->deadline);
  clear_source (&asking->cancelled);
  if (asking->answers->len == 0)
    {
      answer (task);
      return;
    }

  change = convene_change_new ();
  for (guint i = 0; i < asking->answers->len; i++)
    {
      const ConveneDelegation *delegation = g_ptr_array_index (asking->answers, i);

      convene_change_put_delegation (change, delegation->account_id, delegation->address, delegation->allowed, delegation->seen_at);
    }
  convene_store_commit_async (self->store, change, NULL, kept_cb, g_object_ref (task));
}

/* `error` NULL: Zoom said so. What the app may not ask counts as no. */
static void
take_answer (Question     *question,
             gboolean      allowed,
             const GError *error)
{
  ConveneAccounts *self = g_task_get_source_object (question->task);
  Asking          *asking = g_task_get_task_data (question->task);

  if (error == NULL || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES))
    g_ptr_array_add (asking->answers, convene_delegation_new (question->account_id, asking->address, allowed, convene_clock_now (self->clock)));
  else if (!g_cancellable_is_cancelled (g_task_get_cancellable (question->task)))
    note_silence (self, question->account_id, asking->address);

  if (--asking->n_open == 0)
    keep (question->task);
}

static void
user_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneZoomUser) user = convene_zoom_client_find_user_finish (CONVENE_ZOOM_CLIENT (source), result, &error);

  take_answer (question, user != NULL && user->type != TYPE_UNASSIGNED && user->type != TYPE_NONE, error);
}

static gboolean
names (GStrv       addresses,
       const char *address)
{
  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    if (convene_address_equal (addresses[i], address))
      return TRUE;

  return FALSE;
}

static void
schedulers_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) addresses = convene_zoom_client_list_schedulers_finish (CONVENE_ZOOM_CLIENT (source), result, &error);
  const Asking *asking = g_task_get_task_data (question->task);

  take_answer (question, names (addresses, asking->address), error);
}

static void
ask (GTask          *task,
     ConveneAccount *account)
{
  Asking                 *asking = g_task_get_task_data (task);
  ConveneMeetingProvider *provider = convene_accounts_get_provider (g_task_get_source_object (task), account);
  Question               *question = g_new0 (Question, 1);

  question->task = g_object_ref (task);
  question->account_id = g_strdup (convene_account_get_id (account));
  asking->n_open++;
  if (is_server (account))
    convene_zoom_client_find_user_async (CONVENE_ZOOM_CLIENT (provider), asking->address, asking->cancellable, user_found_cb, question);
  else
    convene_zoom_client_list_schedulers_async (CONVENE_ZOOM_CLIENT (provider), asking->cancellable, schedulers_listed_cb, question);
}

static gboolean
deadline_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *caller,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* The caller's cancellable is followed by a source of its own: whoever cancels is not in the middle of our code then. */
static void
set_deadline (GTask *task)
{
  ConveneAccounts *self = g_task_get_source_object (task);
  Asking          *asking = g_task_get_task_data (task);
  GCancellable    *caller = g_task_get_cancellable (task);

  asking->deadline = convene_clock_create_source (self->clock, convene_clock_now (self->clock) + PATIENCE);
  g_source_set_callback (asking->deadline, deadline_cb, asking->cancellable, NULL);
  g_source_attach (asking->deadline, g_main_context_get_thread_default ());
  if (caller == NULL)
    return;

  asking->cancelled = g_cancellable_source_new (caller);
  g_source_set_callback (asking->cancelled, G_SOURCE_FUNC (cancelled_cb), asking->cancellable, NULL);
  g_source_attach (asking->cancelled, g_main_context_get_thread_default ());
}

void
convene_delegations_ask_async (ConveneAccounts    *self,
                               GPtrArray          *accounts,
                               GPtrArray          *known,
                               const char         *address,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Asking  *asking = g_new0 (Asking, 1);
  gboolean settled = !convene_text_check_address (address, "host", NULL) || is_settled (self, accounts, known, address);

  g_task_set_source_tag (task, convene_delegations_ask_async);
  g_task_set_task_data (task, asking, asking_free);
  asking->address = g_strdup (address);
  asking->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_delegation_free);
  asking->cancellable = g_cancellable_new ();

  for (guint i = 0; !settled && i < accounts->len; i++)
    if (is_to_be_asked (self, g_ptr_array_index (accounts, i), known, address))
      ask (task, g_ptr_array_index (accounts, i));

  if (asking->n_open == 0)
    answer (task);
  else
    set_deadline (task);
}

GPtrArray *
convene_delegations_ask_finish (ConveneAccounts *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
