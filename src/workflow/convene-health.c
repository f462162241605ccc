/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-health.h"

#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-health-due.h"
#include "convene-health-words.h"
#include "convene-reload.h"
#include "convene-store-directory.h"

/* Somebody else runs the outbox, and may leave. */
#define LOOK_AGAIN CONVENE_MINUTE

struct _ConveneHealth
{
  GObject parent_instance;

  ConveneEngine   *engine;
  ConveneNotifier *notifier;

  ConveneReload *reload;      /* while it is started */
  GCancellable  *cancellable; /* likewise */
  gboolean       checking;
  gint64         started;
  gint64         tried;
  GHashTable    *told; /* id -> gint64 *: of which connection it was told that it wants its person; 0 for none */
};

G_DEFINE_FINAL_TYPE (ConveneHealth, convene_health, G_TYPE_OBJECT)

/* One reading: needs → the day's first interview → the next one. */
typedef struct
{
  ConveneReloadTicket *ticket;
  ConveneStore        *store;
  GCancellable        *cancellable;
  gint64               now;

  /* what was read */
  ConveneNeeds *needs;
  gint64        first;
  gint64        next;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->needs, convene_needs_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gint64
now (ConveneHealth *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

static char *
make_id (const char *account_id)
{
  return g_strconcat ("account:", account_id, NULL);
}

static void
withdraw (ConveneHealth *self,
          const char    *account_id)
{
  g_autofree char *id = make_id (account_id);

  convene_notifier_withdraw (self->notifier, id);
}

static void
notify (ConveneHealth  *self,
        ConveneAccount *account,
        const Reading  *reading)
{
  g_autofree char *id = make_id (convene_account_get_id (account));
  guint            waiting = GPOINTER_TO_UINT (g_hash_table_lookup (reading->needs->waits, id));
  g_autofree char *body = convene_health_word_body (account, waiting, reading->next);

  convene_notifier_notify (self->notifier, id, convene_health_word_title (account), body, "app.reconnect", convene_account_get_id (account));
}

/* An account that is met for the first time may have been told of by a process before this one. */
static void
tell (ConveneHealth  *self,
      ConveneAccount *account,
      const Reading  *reading)
{
  const char   *id = convene_account_get_id (account);
  const gint64 *told = g_hash_table_lookup (self->told, id);
  gint64        connection = convene_account_get_state (account) != CONVENE_ACCOUNT_STATE_CONNECTED ? MAX (convene_account_get_connected_at (account), 1) : 0;

  if (told != NULL && *told == connection)
    return;

  g_hash_table_replace (self->told, g_strdup (id), g_memdup2 (&connection, sizeof connection));
  if (connection != 0)
    notify (self, account, reading);
  else
    withdraw (self, id);
}

static gboolean
is_kept (GPtrArray  *accounts,
         const char *id)
{
  for (guint i = 0; i < accounts->len; i++)
    if (g_str_equal (convene_account_get_id (g_ptr_array_index (accounts, i)), id))
      return TRUE;

  return FALSE;
}

static void
tell_all (ConveneHealth *self,
          const Reading *reading)
{
  GHashTableIter iter;
  gpointer       id;

  if (self->notifier == NULL)
    return;

  for (guint i = 0; i < reading->needs->accounts->len; i++)
    tell (self, g_ptr_array_index (reading->needs->accounts, i), reading);

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_kept (reading->needs->accounts, id))
      {
        withdraw (self, id);
        g_hash_table_iter_remove (&iter);
      }
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneHealth) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_check_finish (CONVENE_ACCOUNTS (source), result, &error);

  if (accounts == NULL)
    g_info ("The accounts could not be checked: %s", error->message);
  self->checking = FALSE;
  if (self->reload != NULL)
    convene_reload_ask (self->reload);
}

static void
check (ConveneHealth *self)
{
  self->checking = TRUE;
  self->tried = now (self);
  convene_accounts_check_async (convene_engine_get_accounts (self->engine), NULL, self->cancellable, checked_cb, g_object_ref (self));
}

/* What a check writes brings the next reading, which finds that nothing is due. */
static void
look_ahead (ConveneHealth *self,
            const Reading *reading)
{
  ConveneClock      *clock = convene_engine_get_clock (self->engine);
  ConveneHealthFacts facts = {
    .oldest = convene_health_find_oldest (reading->needs->accounts),
    .first = reading->first,
    .started = self->started,
    .tried = self->tried,
  };
  gint64 due = convene_health_find_due (&facts);

  if (self->checking)
    return;

  if (due > reading->now)
    /* Another day has another first interview. */
    convene_reload_ask_at (self->reload, clock, MIN (due, convene_health_find_day (reading->now + CONVENE_DAY)));
  else if (!convene_outbox_is_runner (convene_engine_get_outbox (self->engine)))
    convene_reload_ask_at (self->reload, clock, reading->now + LOOK_AGAIN);
  else
    check (self);
}

static void
end_reading (Reading *reading)
{
  g_autoptr(ConveneHealth) self = convene_reload_finish (g_steal_pointer (&reading->ticket));

  if (self != NULL && reading->needs != NULL)
    {
      tell_all (self, reading);
      look_ahead (self, reading);
    }
  reading_free (reading);
}

/* Without it nothing is known of this round: the next change brings another. */
static void
fail_reading (Reading      *reading,
              const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED))
    g_info ("What the accounts need could not be read: %s", error->message);
  g_clear_pointer (&reading->needs, convene_needs_free);
  end_reading (reading);
}

static void
next_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr(GError) error = NULL;

  reading->next = convene_store_find_next_zoom_start_finish (reading->store, result, &error);
  if (error != NULL)
    fail_reading (reading, error);
  else
    end_reading (reading);
}

static void
first_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr(GError) error = NULL;

  reading->first = convene_store_find_next_zoom_start_finish (reading->store, result, &error);
  reading->next = reading->first;
  if (error != NULL)
    fail_reading (reading, error);
  else if (reading->first < reading->now)
    convene_store_find_next_zoom_start_async (reading->store, reading->now, reading->cancellable, next_read_cb, reading);
  else
    end_reading (reading);
}

static void
needs_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr(GError) error = NULL;

  reading->needs = convene_store_get_needs_finish (reading->store, result, &error);
  if (reading->needs == NULL)
    fail_reading (reading, error);
  else
    convene_store_find_next_zoom_start_async (reading->store, convene_health_find_day (reading->now), reading->cancellable, first_read_cb, reading);
}

static void
read_accounts (gpointer      owner,
               GCancellable *cancellable)
{
  ConveneHealth *self = CONVENE_HEALTH (owner);
  Reading       *reading = g_new0 (Reading, 1);

  reading->ticket = convene_reload_get_ticket (self->reload);
  reading->store = g_object_ref (convene_engine_get_store (self->engine));
  reading->cancellable = g_object_ref (cancellable);
  reading->now = now (self);
  convene_store_get_needs_async (reading->store, reading->now, cancellable, needs_read_cb, reading);
}

static void
changed_cb (ConveneHealth *self)
{
  if (self->reload != NULL)
    convene_reload_ask (self->reload);
}

static void
convene_health_dispose (GObject *object)
{
  ConveneHealth *self = CONVENE_HEALTH (object);

  convene_health_stop (self);
  g_clear_object (&self->engine);
  g_clear_object (&self->notifier);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (convene_health_parent_class)->dispose (object);
}

static void
convene_health_class_init (ConveneHealthClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_health_dispose;
}

static void
convene_health_init (ConveneHealth *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

ConveneHealth *
convene_health_new (ConveneEngine   *engine,
                    ConveneNotifier *notifier)
{
  ConveneHealth *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (notifier == NULL || CONVENE_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (CONVENE_TYPE_HEALTH, NULL);
  self->engine = g_object_ref (engine);
  g_set_object (&self->notifier, notifier);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
convene_health_start (ConveneHealth *self)
{
  g_return_if_fail (CONVENE_IS_HEALTH (self));

  if (self->reload != NULL)
    return;

  self->started = now (self);
  self->cancellable = g_cancellable_new ();
  self->reload = convene_reload_new (self, read_accounts);
  convene_reload_ask (self->reload);
}

void
convene_health_stop (ConveneHealth *self)
{
  g_return_if_fail (CONVENE_IS_HEALTH (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reload, convene_reload_free);
}
