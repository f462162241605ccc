/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fake-face.h"

#include "convene-error.h"
#include "convene-vault.h"
#include "scaled-clock.h"

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_engine_open_finish (CONVENE_ENGINE (source), result, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
open_async (GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data,
            gpointer            open_data)
{
  FakeFace *self = open_data;
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(ConveneClock) clock = NULL;
  g_autoptr(ConveneVault) vault = NULL;
  g_autoptr(ConveneEngine) engine = NULL;

  self->opened++;
  if (self->broken)
    {
      g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_DATABASE, "%s", FAKE_FACE_ERROR);
      return;
    }

  clock = convene_scaled_clock_new (0, G_GINT64_CONSTANT (1796116800000000), 0);
  vault = convene_memory_vault_new ();
  engine = convene_engine_new (self->folder, vault, clock, NULL, NULL);
  convene_engine_open_async (engine, cancellable, opened_cb, g_steal_pointer (&task));
}

static ConveneEngine *
open_finish (GAsyncResult *result,
             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

FakeFace *
fake_face_new (gboolean broken)
{
  FakeFace   *self = g_new0 (FakeFace, 1);
  ConveneFace face = {
    .application_id = "io.github.conveneapp.Convene.Test",
    .version = "1.2.3",
    .open = open_async,
    .open_finish = open_finish,
    .open_data = self,
  };

  self->face = face;
  self->folder = g_dir_make_tmp ("convene-face-XXXXXX", NULL);
  self->broken = broken;
  return self;
}

void
fake_face_free (FakeFace *self)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self);
}
