/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-host-finder.h"

#include "convene-draft-private.h"
#include "convene-reload.h"
#include "convene-text.h"

#define CALM 300 /* milliseconds without a letter typed before Zoom is asked about an address */

struct _ConveneHostFinder
{
  GObject parent_instance;

  ConveneEngine *engine;
  ConveneDraft  *draft;
  GtkWidget     *widget; /* weak */

  ConveneReload    *reload;
  ConveneHostFacts *facts;  /* NULL before they were read */
  char             *asking; /* the hiring manager whom is asked about now, or NULL */
  char             *known;  /* whom the facts are about, or NULL */
  gboolean          stale;  /* something changed while nobody looked */
  guint             timeout;

  char              *manager;
  ConveneHostChoice *choice;
};

G_DEFINE_FINAL_TYPE (ConveneHostFinder, convene_host_finder, G_TYPE_OBJECT)

static guint found_signal;

/* The rule needs no more of an interview than its hiring manager; one who is half typed is none yet. */
static ConveneInterview *
make_probe (ConveneHostFinder *self)
{
  ConveneInterview *interview = convene_interview_new ();

  convene_draft_apply_hiring_manager (self->draft, interview, NULL);
  return interview;
}

static gboolean
is_same_person (const char *a,
                const char *b)
{
  return a == b || (a != NULL && b != NULL && convene_address_equal (a, b));
}

/* Facts about somebody hold for nobody as well, but not for somebody else. */
static void
choose (ConveneHostFinder *self)
{
  g_autoptr(ConveneInterview) probe = make_probe (self);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (probe);
  const char         *address = manager != NULL ? convene_participant_get_address (manager) : NULL;

  g_free (self->manager);
  self->manager = g_strdup (address);
  g_clear_pointer (&self->choice, convene_host_choice_free);
  if (self->facts != NULL && (address == NULL || is_same_person (address, self->known)))
    self->choice = convene_host_choice_new (probe, self->facts);
  g_signal_emit (self, found_signal, 0);
}

static void
facts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneHostFacts) facts = convene_host_facts_read_finish (result, NULL);
  g_autoptr(ConveneHostFinder) self = convene_reload_finish (user_data);

  if (self == NULL || facts == NULL)
    return;

  g_clear_pointer (&self->facts, convene_host_facts_free);
  self->facts = g_steal_pointer (&facts);
  g_free (self->known);
  self->known = g_steal_pointer (&self->asking);
  choose (self);
}

static void
read_facts (gpointer      owner,
            GCancellable *cancellable)
{
  ConveneHostFinder *self = owner;

  g_free (self->asking);
  self->asking = g_strdup (self->manager);
  self->stale = FALSE;
  convene_host_facts_read_async (convene_engine_get_accounts (self->engine), self->asking, cancellable, facts_cb, convene_reload_get_ticket (self->reload));
}

/* A newer question makes the older one's answer needless. */
static void
ask (ConveneHostFinder *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->stale = TRUE;
  if (self->widget == NULL || !gtk_widget_get_mapped (self->widget))
    return;

  convene_reload_drop (self->reload);
  convene_reload_ask (self->reload);
}

static gboolean
calm_cb (gpointer user_data)
{
  ConveneHostFinder *self = user_data;

  self->timeout = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
manager_cb (ConveneHostFinder *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  choose (self);
  if (self->choice == NULL)
    self->timeout = g_timeout_add (CALM, calm_cb, self);
}

static void
map_cb (ConveneHostFinder *self)
{
  if (self->stale)
    ask (self);
}

static void
convene_host_finder_dispose (GObject *object)
{
  ConveneHostFinder *self = CONVENE_HOST_FINDER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_object (&self->engine);
  g_clear_object (&self->draft);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (convene_host_finder_parent_class)->dispose (object);
}

static void
convene_host_finder_finalize (GObject *object)
{
  ConveneHostFinder *self = CONVENE_HOST_FINDER (object);

  g_clear_pointer (&self->facts, convene_host_facts_free);
  g_clear_pointer (&self->choice, convene_host_choice_free);
  g_free (self->asking);
  g_free (self->known);
  g_free (self->manager);

  G_OBJECT_CLASS (convene_host_finder_parent_class)->finalize (object);
}

static void
convene_host_finder_class_init (ConveneHostFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_host_finder_dispose;
  object_class->finalize = convene_host_finder_finalize;

  found_signal = g_signal_new ("found", CONVENE_TYPE_HOST_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_host_finder_init (ConveneHostFinder *self)
{
  self->reload = convene_reload_new (self, read_facts);
}

ConveneHostFinder *
convene_host_finder_new (ConveneEngine *engine,
                         ConveneDraft  *draft,
                         GtkWidget     *widget)
{
  ConveneHostFinder *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (CONVENE_TYPE_HOST_FINDER, NULL);
  self->engine = g_object_ref (engine);
  self->draft = g_object_ref (draft);
  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (engine, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::hiring-manager-address", G_CALLBACK (manager_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  choose (self);
  ask (self);
  return self;
}

const ConveneHostChoice *
convene_host_finder_get_choice (ConveneHostFinder *self)
{
  g_return_val_if_fail (CONVENE_IS_HOST_FINDER (self), NULL);

  return self->choice;
}

const char *
convene_host_finder_get_manager (ConveneHostFinder *self)
{
  g_return_val_if_fail (CONVENE_IS_HOST_FINDER (self), NULL);

  return self->manager;
}
