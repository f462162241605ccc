/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clash-finder.h"

#include <glib/gi18n-lib.h>

#include "convene-draft-private.h"
#include "convene-engine-directory.h"
#include "convene-text.h"
#include "convene-words.h"

struct _ConveneClashFinder
{
  GObject parent_instance;

  ConveneEngine *engine;
  ConveneDraft  *draft;
  GPtrArray     *clashes; /* ConveneClash, or NULL */
  GCancellable  *asking;
  guint          idle;
};

G_DEFINE_FINAL_TYPE (ConveneClashFinder, convene_clash_finder, G_TYPE_OBJECT)

static guint found_signal;

static void
take_clashes (ConveneClashFinder *self,
              GPtrArray          *clashes)
{
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  self->clashes = clashes;
  g_signal_emit (self, found_signal, 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneClashFinder) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *clashes = convene_engine_find_clashes_finish (CONVENE_ENGINE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_clashes (self, clashes);
}

static GStrv
dup_addresses (ConveneInterview *interview)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      g_strv_builder_add (builder, convene_participant_get_address (person));
    }

  return g_strv_builder_end (builder);
}

/* What cannot be read yet is left out: half a list is better than none. */
static void
ask (ConveneClashFinder *self)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_auto(GStrv) addresses = NULL;
  const ConveneMoment *start;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);

  convene_draft_apply_hiring_manager (self->draft, interview, NULL);
  convene_draft_apply_interviewers (self->draft, interview, NULL);
  convene_draft_apply_time (self->draft, interview, NULL);
  start = convene_interview_get_start (interview);
  addresses = dup_addresses (interview);
  if (start == NULL || addresses[0] == NULL)
    {
      take_clashes (self, NULL);
      return;
    }

  self->asking = g_cancellable_new ();
  convene_engine_find_clashes_async (self->engine, convene_moment_get_instant (start), convene_interview_get_end (interview),
                                     (const char *const *) addresses, convene_draft_get_subject (self->draft), self->asking, found_cb, g_object_ref (self));
}

static gboolean
idle_cb (gpointer user_data)
{
  ConveneClashFinder *self = user_data;

  self->idle = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

/* Several changes at once are one question. */
static void
changed_cb (ConveneClashFinder *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
convene_clash_finder_finalize (GObject *object)
{
  ConveneClashFinder *self = CONVENE_CLASH_FINDER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  g_clear_object (&self->asking);
  g_clear_object (&self->engine);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (convene_clash_finder_parent_class)->finalize (object);
}

static void
convene_clash_finder_class_init (ConveneClashFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = convene_clash_finder_finalize;

  found_signal = g_signal_new ("found", CONVENE_TYPE_CLASH_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_clash_finder_init (ConveneClashFinder *self)
{
}

ConveneClashFinder *
convene_clash_finder_new (ConveneEngine *engine,
                          ConveneDraft  *draft)
{
  ConveneClashFinder *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);

  self = g_object_new (CONVENE_TYPE_CLASH_FINDER, NULL);
  self->engine = g_object_ref (engine);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

static char *
dup_words (ConveneCalendarEntry *entry,
           const char           *zone)
{
  g_autofree char *times = convene_words_time_range (convene_calendar_entry_get_start (entry), convene_calendar_entry_get_end (entry), zone);

  /* Translators: the first %s is a range of times such as “10:00 – 10:45”, the second a job */
  return g_strdup_printf (_("Has another interview %s (%s)"), times, convene_calendar_entry_get_job (entry));
}

char *
convene_clash_finder_dup_words (ConveneClashFinder *self,
                                const char         *address)
{
  g_autofree char *zone = NULL;

  g_return_val_if_fail (CONVENE_IS_CLASH_FINDER (self), NULL);

  g_object_get (self->draft, "timezone", &zone, NULL);
  for (guint i = 0; self->clashes != NULL && i < self->clashes->len; i++)
    {
      ConveneClash *clash = g_ptr_array_index (self->clashes, i);

      if (convene_address_equal (clash->address, address))
        return dup_words (clash->entry, zone);
    }

  return NULL;
}
