/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-reload.h"

struct _ConveneReload
{
  GObject *owner;
  void (*read) (gpointer      owner,
                GCancellable *cancellable);

  GSource             *source;
  ConveneReloadTicket *ticket; /* of the reading under way, or NULL */
  gboolean             asked;
  GSource             *later; /* or NULL */
};

struct _ConveneReloadTicket
{
  ConveneReload *reload; /* NULL once its answer no longer counts */
  GCancellable  *cancellable;
};

static gboolean
dispatch (GSource    *source,
          GSourceFunc callback,
          gpointer    user_data)
{
  g_source_set_ready_time (source, -1);
  return callback (user_data);
}

static GSourceFuncs funcs = { .dispatch = dispatch };

static gboolean
read_cb (gpointer user_data)
{
  ConveneReload *self = user_data;

  if (!self->asked || self->ticket != NULL)
    return G_SOURCE_CONTINUE;

  self->asked = FALSE;
  self->ticket = g_new0 (ConveneReloadTicket, 1);
  self->ticket->reload = self;
  self->ticket->cancellable = g_cancellable_new ();
  self->read (self->owner, self->ticket->cancellable);
  return G_SOURCE_CONTINUE;
}

ConveneReload *
convene_reload_new (gpointer owner,
                    void (*read) (gpointer      owner,
                                  GCancellable *cancellable))
{
  ConveneReload *self;

  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);
  g_return_val_if_fail (read != NULL, NULL);

  self = g_new0 (ConveneReload, 1);
  self->owner = owner;
  self->read = read;
  self->source = g_source_new (&funcs, sizeof (GSource));
  g_source_set_static_name (self->source, "[convene] reload");
  g_source_set_callback (self->source, read_cb, self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  return self;
}

void
convene_reload_drop (ConveneReload *self)
{
  ConveneReloadTicket *ticket = g_steal_pointer (&self->ticket);

  if (ticket == NULL)
    return;

  /* The reading's callback frees it. */
  ticket->reload = NULL;
  g_cancellable_cancel (ticket->cancellable);
}

static void
drop_later (ConveneReload *self)
{
  if (self->later != NULL)
    g_source_destroy (self->later);
  g_clear_pointer (&self->later, g_source_unref);
}

void
convene_reload_free (ConveneReload *self)
{
  convene_reload_drop (self);
  drop_later (self);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_free (self);
}

void
convene_reload_ask (ConveneReload *self)
{
  self->asked = TRUE;
  if (self->ticket == NULL)
    g_source_set_ready_time (self->source, 0);
}

static gboolean
later_cb (gpointer user_data)
{
  ConveneReload *self = user_data;

  convene_reload_ask (self);
  return G_SOURCE_REMOVE;
}

void
convene_reload_ask_at (ConveneReload *self,
                       ConveneClock  *clock,
                       gint64         at)
{
  drop_later (self);
  if (at == G_MAXINT64)
    return;

  self->later = convene_clock_create_source (clock, at);
  g_source_set_callback (self->later, later_cb, self, NULL);
  g_source_attach (self->later, g_main_context_get_thread_default ());
}

gboolean
convene_reload_is_pending (ConveneReload *self)
{
  return self->asked || self->ticket != NULL;
}

ConveneReloadTicket *
convene_reload_get_ticket (ConveneReload *self)
{
  return self->ticket;
}

gpointer
convene_reload_finish (ConveneReloadTicket *ticket)
{
  ConveneReload *self = ticket->reload;

  g_object_unref (ticket->cancellable);
  g_free (ticket);
  if (self == NULL)
    return NULL;

  self->ticket = NULL;
  if (self->asked)
    g_source_set_ready_time (self->source, 0);
  return g_object_ref (self->owner);
}
