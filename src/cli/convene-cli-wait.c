/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-wait.h"

#include <glib-unix.h>
#include <signal.h>

struct _ConveneCliWait
{
  GMainContext *context;
  GCancellable *cancellable;
  GAsyncResult *result;
  gboolean      done;
  GSource      *interrupt;
  GSource      *terminate;
};

/* GLib gives a signal its default meaning back when the last source for it is gone. */
static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
signal_cb (gpointer user_data)
{
  ConveneCliWait *self = user_data;

  drop_source (&self->interrupt);
  drop_source (&self->terminate);
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static GSource *
watch_signal (ConveneCliWait *self,
              int             number)
{
  GSource *source = g_unix_signal_source_new (number);

  g_source_set_callback (source, signal_cb, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

ConveneCliWait *
convene_cli_wait_new (void)
{
  ConveneCliWait *self = g_new0 (ConveneCliWait, 1);

  self->context = g_main_context_ref_thread_default ();
  self->cancellable = g_cancellable_new ();
  self->interrupt = watch_signal (self, SIGINT);
  self->terminate = watch_signal (self, SIGTERM);
  return self;
}

void
convene_cli_wait_free (ConveneCliWait *self)
{
  g_return_if_fail (self != NULL);

  drop_source (&self->interrupt);
  drop_source (&self->terminate);
  g_clear_object (&self->result);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

GCancellable *
convene_cli_wait_get_cancellable (ConveneCliWait *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

void
convene_cli_wait_done_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  ConveneCliWait *self = user_data;

  g_set_object (&self->result, result);
  self->done = TRUE;
}

GAsyncResult *
convene_cli_wait_run (ConveneCliWait *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  while (!self->done)
    g_main_context_iteration (self->context, TRUE);

  self->done = FALSE;
  return self->result;
}
