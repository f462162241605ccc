/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-limit.h"

struct _ConveneCliLimit
{
  GCancellable *cancellable;
  GCancellable *interrupt; /* the command's */
  gulong        interrupt_id;
  GSource      *late;
};

static void
interrupted_cb (GCancellable *cancellable,
                gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static gboolean
late_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

ConveneCliLimit *
convene_cli_limit_new (ConveneCommandRun *run,
                       int                seconds)
{
  ConveneCliLimit *self = g_new0 (ConveneCliLimit, 1);

  self->cancellable = g_cancellable_new ();
  self->interrupt = g_object_ref (convene_cli_wait_get_cancellable (run->wait));
  self->interrupt_id = g_cancellable_connect (self->interrupt, G_CALLBACK (interrupted_cb), self->cancellable, NULL);
  self->late = g_timeout_source_new_seconds ((guint) seconds);
  g_source_set_callback (self->late, late_cb, self->cancellable, NULL);
  g_source_attach (self->late, g_main_context_get_thread_default ());
  return self;
}

void
convene_cli_limit_free (ConveneCliLimit *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_disconnect (self->interrupt, self->interrupt_id);
  g_source_destroy (self->late);
  g_source_unref (self->late);
  g_object_unref (self->interrupt);
  g_object_unref (self->cancellable);
  g_free (self);
}

GCancellable *
convene_cli_limit_get_cancellable (ConveneCliLimit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}
