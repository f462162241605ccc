/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stubs.h"

#include "convene-error.h"

struct _StubClock
{
  GObject parent_instance;

  gint64 now;
  GList *timers; /* of StubTimer */
};

typedef struct
{
  GSource    source;
  StubClock *clock; /* not a reference; NULL once that is gone */
  gint64     at;
} StubTimer;

static gint64
stub_clock_now (ConveneClock *clock)
{
  return STUB_CLOCK (clock)->now;
}

static gboolean
timer_check (GSource *source)
{
  StubTimer *timer = (StubTimer *) source;

  return timer->clock != NULL && timer->clock->now >= timer->at;
}

static gboolean
timer_prepare (GSource *source,
               int     *timeout)
{
  *timeout = -1;
  return timer_check (source);
}

static gboolean
timer_dispatch (GSource    *source,
                GSourceFunc callback,
                gpointer    user_data)
{
  return callback (user_data);
}

static void
timer_finalize (GSource *source)
{
  StubTimer *timer = (StubTimer *) source;

  if (timer->clock != NULL)
    timer->clock->timers = g_list_remove (timer->clock->timers, timer);
}

static GSourceFuncs timer_funcs = { .prepare = timer_prepare, .check = timer_check, .dispatch = timer_dispatch, .finalize = timer_finalize };

static GSource *
stub_clock_create_source (ConveneClock *clock,
                          gint64        at)
{
  StubClock *self = STUB_CLOCK (clock);
  GSource   *source = g_source_new (&timer_funcs, sizeof (StubTimer));
  StubTimer *timer = (StubTimer *) source;

  timer->clock = self;
  timer->at = at;
  self->timers = g_list_prepend (self->timers, timer);
  return source;
}

static void
clock_iface_init (ConveneClockInterface *iface)
{
  iface->now = stub_clock_now;
  iface->create_source = stub_clock_create_source;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StubClock, stub_clock, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CLOCK, clock_iface_init))

static void
stub_clock_finalize (GObject *object)
{
  StubClock *self = STUB_CLOCK (object);

  for (GList *link = self->timers; link != NULL; link = link->next)
    ((StubTimer *) link->data)->clock = NULL;
  g_clear_pointer (&self->timers, g_list_free);

  G_OBJECT_CLASS (stub_clock_parent_class)->finalize (object);
}

static void
stub_clock_class_init (StubClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stub_clock_finalize;
}

static void
stub_clock_init (StubClock *self)
{
  self->now = G_GINT64_CONSTANT (1796119200) * CONVENE_SECOND;
}

StubClock *
stub_clock_new (void)
{
  return g_object_new (STUB_TYPE_CLOCK, NULL);
}

void
stub_clock_advance (StubClock *self,
                    gint64     interval)
{
  self->now += interval;
  g_main_context_wakeup (NULL);
}

gint64
stub_clock_get_next (StubClock *self)
{
  gint64 next = 0;

  for (GList *link = self->timers; link != NULL; link = link->next)
    {
      StubTimer *timer = link->data;

      if (!g_source_is_destroyed (&timer->source) && (next == 0 || timer->at < next))
        next = timer->at;
    }

  return next;
}

struct _StubVault
{
  GObject parent_instance;

  GHashTable *texts; /* "ACCOUNT KIND" -> text */
  const char *get_fails;
  const char *put_fails;
  const char *later_kind;
  const char *later_text;
  int         later_after;
};

static void
return_refusal (GTask *task)
{
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_KEYRING_LOCKED, "The keyring is locked.");
}

static void
stub_vault_put_async (ConveneVault       *vault,
                      const char         *account_id,
                      const char         *kind,
                      ConveneSecret      *secret,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  StubVault *self = STUB_VAULT (vault);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (g_strcmp0 (kind, self->put_fails) == 0)
    {
      return_refusal (task);
      return;
    }

  stub_vault_set (self, account_id, kind, convene_secret_peek (secret));
  g_task_return_boolean (task, TRUE);
}

static void
stub_vault_get_async (ConveneVault       *vault,
                      const char         *account_id,
                      const char         *kind,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  StubVault *self = STUB_VAULT (vault);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *text;

  if (g_strcmp0 (kind, self->get_fails) == 0)
    {
      return_refusal (task);
      return;
    }
  if (g_strcmp0 (kind, self->later_kind) == 0 && self->later_after-- == 0)
    stub_vault_set (self, account_id, kind, self->later_text);

  text = stub_vault_get (self, account_id, kind);
  if (text == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, convene_secret_new (text), (GDestroyNotify) convene_secret_unref);
}

static gboolean
stub_vault_finish (ConveneVault *vault,
                   GAsyncResult *result,
                   GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static ConveneSecret *
stub_vault_get_finish (ConveneVault *vault,
                       GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
vault_iface_init (ConveneVaultInterface *iface)
{
  iface->put_async = stub_vault_put_async;
  iface->put_finish = stub_vault_finish;
  iface->get_async = stub_vault_get_async;
  iface->get_finish = stub_vault_get_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StubVault, stub_vault, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_VAULT, vault_iface_init))

static void
stub_vault_finalize (GObject *object)
{
  g_clear_pointer (&STUB_VAULT (object)->texts, g_hash_table_unref);

  G_OBJECT_CLASS (stub_vault_parent_class)->finalize (object);
}

static void
stub_vault_class_init (StubVaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stub_vault_finalize;
}

static void
stub_vault_init (StubVault *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

StubVault *
stub_vault_new (void)
{
  return g_object_new (STUB_TYPE_VAULT, NULL);
}

void
stub_vault_set (StubVault  *self,
                const char *account_id,
                const char *kind,
                const char *text)
{
  g_hash_table_replace (self->texts, g_strdup_printf ("%s %s", account_id, kind), g_strdup (text));
}

const char *
stub_vault_get (StubVault  *self,
                const char *account_id,
                const char *kind)
{
  g_autofree char *key = g_strdup_printf ("%s %s", account_id, kind);

  return g_hash_table_lookup (self->texts, key);
}

void
stub_vault_fail (StubVault  *self,
                 const char *get_kind,
                 const char *put_kind)
{
  self->get_fails = get_kind;
  self->put_fails = put_kind;
}

void
stub_vault_replace_later (StubVault  *self,
                          const char *kind,
                          int         after,
                          const char *text)
{
  self->later_kind = kind;
  self->later_after = after;
  self->later_text = text;
}
