/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft-keeper.h"

#define PATIENCE 300 /* milliseconds after the last change */

struct _ConveneDraftKeeper
{
  GObject parent_instance;

  ConveneDraft  *draft;
  ConveneEngine *engine;
  GApplication  *application;
  gboolean       begun;
  guint          timeout; /* there while something is not written */
};

G_DEFINE_FINAL_TYPE (ConveneDraftKeeper, convene_draft_keeper, G_TYPE_OBJECT)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GApplication) application = user_data;
  g_autoptr(GError) error = NULL;

  /* Nobody waits for it: who goes on typing writes again. */
  if (!convene_draft_save_finish (CONVENE_DRAFT (source), result, &error))
    g_message ("The draft could not be kept: %s", error->message);
  if (application != NULL)
    g_application_release (application);
}

static void
save (ConveneDraftKeeper *self,
      ConveneDraft       *draft)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->application != NULL)
    g_application_hold (self->application);
  convene_draft_save_async (draft, self->engine, NULL, saved_cb, self->application != NULL ? g_object_ref (self->application) : NULL);
}

static gboolean
timeout_cb (gpointer user_data)
{
  ConveneDraftKeeper *self = user_data;

  self->timeout = 0;
  save (self, self->draft);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ConveneDraftKeeper *self)
{
  if (!self->begun)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PATIENCE, timeout_cb, self);
}

static void
convene_draft_keeper_finalize (GObject *object)
{
  ConveneDraftKeeper *self = CONVENE_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->draft);
  g_clear_object (&self->engine);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (convene_draft_keeper_parent_class)->finalize (object);
}

static void
convene_draft_keeper_class_init (ConveneDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_draft_keeper_finalize;
}

static void
convene_draft_keeper_init (ConveneDraftKeeper *self)
{
}

ConveneDraftKeeper *
convene_draft_keeper_new (ConveneDraft  *draft,
                          ConveneEngine *engine,
                          GApplication  *application)
{
  ConveneDraftKeeper *self;

  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  self = g_object_new (CONVENE_TYPE_DRAFT_KEEPER, NULL);
  self->draft = g_object_ref (draft);
  self->engine = g_object_ref (engine);
  g_set_object (&self->application, application);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
convene_draft_keeper_begin (ConveneDraftKeeper *self)
{
  g_return_if_fail (CONVENE_IS_DRAFT_KEEPER (self));

  self->begun = TRUE;
}

void
convene_draft_keeper_flush (ConveneDraftKeeper *self)
{
  g_return_if_fail (CONVENE_IS_DRAFT_KEEPER (self));

  if (self->timeout != 0)
    save (self, self->draft);
}

void
convene_draft_keeper_forget (ConveneDraftKeeper *self)
{
  g_autoptr(ConveneDraft) nothing = convene_draft_new ();

  g_return_if_fail (CONVENE_IS_DRAFT_KEEPER (self));

  self->begun = FALSE;
  save (self, nothing);
}
