/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-turn.h"

#include "convene-secret.h"

struct _ConveneZoomTurn
{
  GObject parent_instance;

  ConveneTokenSource *source;
  ConveneZoomPace    *pace;
  ConveneZoomCategory category;
};

static void
waited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_zoom_pace_wait_finish (CONVENE_ZOOM_PACE (object), result, &error))
    g_task_return_pointer (task, convene_secret_ref (g_task_get_task_data (task)), (GDestroyNotify) convene_secret_unref);
  else
    g_task_return_error (task, error);
}

static void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ConveneZoomTurn *self = g_task_get_source_object (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);
  GError          *error = NULL;
  ConveneSecret   *token = convene_token_source_get_finish (CONVENE_TOKEN_SOURCE (object), result, &error);

  if (token == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, token, (GDestroyNotify) convene_secret_unref);
  convene_zoom_pace_wait_async (self->pace, self->category, cancellable, waited_cb, g_steal_pointer (&task));
}

static void
convene_zoom_turn_get_async (ConveneTokenSource *source,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  ConveneZoomTurn *self = CONVENE_ZOOM_TURN (source);
  GTask           *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, convene_zoom_turn_get_async);
  g_task_set_check_cancellable (task, FALSE);
  convene_token_source_get_async (self->source, cancellable, got_cb, task);
}

static ConveneSecret *
convene_zoom_turn_get_finish (ConveneTokenSource *source,
                              GAsyncResult       *result,
                              GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
convene_zoom_turn_invalidate (ConveneTokenSource *source,
                              ConveneSecret      *token)
{
  convene_token_source_invalidate (CONVENE_ZOOM_TURN (source)->source, token);
}

static void
source_iface_init (ConveneTokenSourceInterface *iface)
{
  iface->get_async = convene_zoom_turn_get_async;
  iface->get_finish = convene_zoom_turn_get_finish;
  iface->invalidate = convene_zoom_turn_invalidate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneZoomTurn, convene_zoom_turn, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_TOKEN_SOURCE, source_iface_init))

static void
convene_zoom_turn_dispose (GObject *object)
{
  ConveneZoomTurn *self = CONVENE_ZOOM_TURN (object);

  g_clear_object (&self->source);
  g_clear_object (&self->pace);

  G_OBJECT_CLASS (convene_zoom_turn_parent_class)->dispose (object);
}

static void
convene_zoom_turn_class_init (ConveneZoomTurnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_zoom_turn_dispose;
}

static void
convene_zoom_turn_init (ConveneZoomTurn *self)
{
}

ConveneTokenSource *
convene_zoom_turn_new (ConveneTokenSource *source,
                       ConveneZoomPace    *pace,
                       ConveneZoomCategory category)
{
  ConveneZoomTurn *self = g_object_new (CONVENE_TYPE_ZOOM_TURN, NULL);

  self->source = g_object_ref (source);
  self->pace = g_object_ref (pace);
  self->category = category;
  return CONVENE_TOKEN_SOURCE (self);
}
