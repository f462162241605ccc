/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-job-filler.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-directory.h"
#include "convene-manager-place.h"
#include "convene-places.h"

struct _ConveneJobFiller
{
  GObject parent_instance;

  ConveneEngine *engine;
  ConveneDraft  *draft;
  GHashTable    *texts;        /* property → what was brought into it */
  char          *interviewers; /* those that were brought, as signature () writes them */
  int            platform;     /* what was brought, or stood there at first; -1: a person chose it */
  int            duration;
  char          *filled; /* title of the job that was filled in */
  char          *brought;
  GPtrArray     *names; /* what came, translated */
  GCancellable  *asking;
};

G_DEFINE_FINAL_TYPE (ConveneJobFiller, convene_job_filler, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BROUGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_free (ConveneJobFiller *self,
         const char       *property)
{
  g_autofree char *text = NULL;

  g_object_get (self->draft, property, &text, NULL);
  return *text == '\0' || g_strcmp0 (text, g_hash_table_lookup (self->texts, property)) == 0;
}

/* What this job has not is taken away where another job brought it. */
static gboolean
bring (ConveneJobFiller *self,
       const char       *property,
       const char       *value)
{
  g_object_set (self->draft, property, value, NULL);
  g_hash_table_insert (self->texts, g_strdup (property), g_strdup (value != NULL ? value : ""));
  return value != NULL && *value != '\0';
}

static void
bring_text (ConveneJobFiller *self,
            const char       *property,
            const char       *value,
            const char       *name)
{
  if (is_free (self, property) && bring (self, property, value))
    g_ptr_array_add (self->names, g_strdup (name));
}

static void
bring_hiring_manager (ConveneJobFiller *self,
                      ConveneJob       *job)
{
  gboolean has_address;

  if (!is_free (self, "hiring-manager-name") || !is_free (self, "hiring-manager-address"))
    return;

  bring (self, "hiring-manager-name", convene_job_get_hiring_manager_name (job));
  has_address = bring (self, "hiring-manager-address", convene_job_get_hiring_manager_address (job));
  if (has_address)
    g_ptr_array_add (self->names, g_strdup (_("hiring manager")));
}

static void
bring_number (ConveneJobFiller *self,
              const char       *property,
              int              *known,
              int               value,
              const char       *name)
{
  int number;

  g_object_get (self->draft, property, &number, NULL);
  if (number != *known)
    return;

  if (value != number && name != NULL)
    g_ptr_array_add (self->names, g_strdup (name));
  *known = value;
  g_object_set (self->draft, property, value, NULL);
}

static char *
signature (ConveneDraft *draft)
{
  GListModel *interviewers = convene_draft_get_interviewers (draft);
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (interviewers); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (interviewers, i);

      g_string_append_printf (text, "%s %d\n", convene_participant_get_address (person), convene_participant_get_role (person));
    }

  return g_string_free (text, FALSE);
}

static guint
add_interviewers (ConveneJobFiller *self,
                  ConveneInterview *last)
{
  GListModel *people = convene_interview_get_participants (last);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      ConveneRole role = convene_participant_get_role (person);

      if (role == CONVENE_ROLE_REQUIRED || role == CONVENE_ROLE_OPTIONAL)
        convene_draft_add_interviewer (self->draft, convene_participant_get_name (person), convene_participant_get_address (person), role);
    }

  return g_list_model_get_n_items (convene_draft_get_interviewers (self->draft));
}

/* `last` may be NULL: those of another job go all the same. */
static void
bring_interviewers (ConveneJobFiller *self,
                    ConveneInterview *last)
{
  g_autofree char *there = signature (self->draft);
  guint            n;

  if (*there != '\0' && g_strcmp0 (there, self->interviewers) != 0)
    return;

  while (g_list_model_get_n_items (convene_draft_get_interviewers (self->draft)) > 0)
    convene_draft_remove_interviewer (self->draft, 0);
  n = last != NULL ? add_interviewers (self, last) : 0;
  g_free (self->interviewers);
  self->interviewers = signature (self->draft);
  if (n > 0)
    /* Translators: one of several things that are listed after a colon */
    g_ptr_array_add (self->names, g_strdup_printf (ngettext ("%u interviewer", "%u interviewers", n), n));
}

static void
tell_brought (ConveneJobFiller *self)
{
  g_autofree char *list = NULL;

  g_clear_pointer (&self->brought, g_free);
  if (self->names->len > 0)
    {
      g_ptr_array_add (self->names, NULL);
      list = g_strjoinv (_(", "), (char **) self->names->pdata);
      /* Translators: %s is a list such as “hiring manager, agenda, 2 interviewers” */
      self->brought = g_strdup_printf (_("Filled in from this job: %s. Change what you like."), list);
    }

  g_ptr_array_set_size (self->names, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BROUGHT]);
}

static void
last_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ConveneJobFiller) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) last = convene_engine_find_last_interview_finish (CONVENE_ENGINE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  bring_text (self, "agenda", last != NULL ? convene_interview_get_agenda (last) : NULL, _("agenda"));
  if (last != NULL)
    bring_number (self, "duration", &self->duration, convene_interview_get_duration (last), _("length"));
  bring_interviewers (self, last);
  tell_brought (self);
}

static GCancellable *
renew_question (ConveneJobFiller *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);

  self->asking = g_cancellable_new ();
  return self->asking;
}

void
convene_job_filler_fill (ConveneJobFiller *self,
                         ConveneJob       *job)
{
  const char *title;

  g_return_if_fail (CONVENE_IS_JOB_FILLER (self));
  g_return_if_fail (CONVENE_IS_JOB (job));

  title = convene_job_get_title (job);
  g_free (self->filled);
  self->filled = g_strdup (title);

  g_ptr_array_set_size (self->names, 0);
  g_object_set (self->draft, "job", title, NULL);
  bring_hiring_manager (self, job);
  bring_number (self, "platform", &self->platform, convene_job_get_platform (job), NULL);
  bring_text (self, "location", convene_job_get_location (job), _("location"));
  convene_engine_find_last_interview_async (self->engine, title, renew_question (self), last_found_cb, g_object_ref (self));
}

/* Titles are the same whatever their case: nobody means another job. */
static ConveneJob *
find_titled (GPtrArray  *jobs,
             const char *title)
{
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  for (guint i = 0; i < jobs->len; i++)
    {
      g_autofree char *folded = g_utf8_casefold (convene_job_get_title (g_ptr_array_index (jobs, i)), -1);

      if (g_str_equal (folded, wanted))
        return g_ptr_array_index (jobs, i);
    }

  return NULL;
}

static char *
dup_typed (ConveneJobFiller *self)
{
  char *title = NULL;

  g_object_get (self->draft, "job", &title, NULL);
  return g_strstrip (title);
}

/* Once Setup is left, nothing changes there by itself. */
static void
place_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ConveneJobFiller) self = user_data;
  g_autoptr(GError) error = NULL;
  ConvenePlatform platform = convene_manager_place_find_finish (result, &error);
  int             step;

  g_object_get (self->draft, "step", &step, NULL);
  if (error == NULL && platform != CONVENE_PLACE_NONE && step == 0)
    bring_number (self, "platform", &self->platform, platform, NULL);
}

/* A job that nobody knows says nothing of where it takes place: its hiring manager does, who was brought by another one (HL-10). Who was typed is asked
 * about where they are typed. */
static void
bring_managers_place (ConveneJobFiller *self,
                      const char       *title)
{
  const char      *brought = g_hash_table_lookup (self->texts, "hiring-manager-address");
  g_autofree char *address = NULL;

  g_object_get (self->draft, "hiring-manager-address", &address, NULL);
  if (*address == '\0' || g_strcmp0 (address, brought) != 0)
    return;

  g_clear_pointer (&self->filled, g_free);
  convene_manager_place_find_async (self->engine, title, address, renew_question (self), place_found_cb, g_object_ref (self));
}

static void
jobs_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ConveneJobFiller) self = user_data;
  g_autoptr(GPtrArray) jobs = convene_engine_find_jobs_finish (CONVENE_ENGINE (source), result, NULL);
  g_autofree char *title = dup_typed (self);
  ConveneJob      *job = jobs != NULL ? find_titled (jobs, title) : NULL;

  if (job != NULL)
    convene_job_filler_fill (self, job);
  else if (jobs != NULL)
    bring_managers_place (self, title);
}

static void
convene_job_filler_dispose (GObject *object)
{
  ConveneJobFiller *self = CONVENE_JOB_FILLER (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);

  G_OBJECT_CLASS (convene_job_filler_parent_class)->dispose (object);
}

static void
convene_job_filler_finalize (GObject *object)
{
  ConveneJobFiller *self = CONVENE_JOB_FILLER (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->draft);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->interviewers, g_free);
  g_clear_pointer (&self->filled, g_free);
  g_clear_pointer (&self->brought, g_free);

  G_OBJECT_CLASS (convene_job_filler_parent_class)->finalize (object);
}

static void
convene_job_filler_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_BROUGHT)
    g_value_set_string (value, CONVENE_JOB_FILLER (object)->brought);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
convene_job_filler_class_init (ConveneJobFillerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_job_filler_dispose;
  object_class->finalize = convene_job_filler_finalize;
  object_class->get_property = convene_job_filler_get_property;

  properties[PROP_BROUGHT] = g_param_spec_string ("brought", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_job_filler_init (ConveneJobFiller *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

ConveneJobFiller *
convene_job_filler_new (ConveneEngine *engine,
                        ConveneDraft  *draft)
{
  ConveneJobFiller *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);

  self = g_object_new (CONVENE_TYPE_JOB_FILLER, NULL);
  self->engine = g_object_ref (engine);
  self->draft = g_object_ref (draft);
  convene_job_filler_forget (self);
  return self;
}

void
convene_job_filler_fill_typed (ConveneJobFiller *self)
{
  g_autofree char *title = NULL;

  g_return_if_fail (CONVENE_IS_JOB_FILLER (self));

  title = dup_typed (self);
  if (*title == '\0' || g_strcmp0 (title, self->filled) == 0)
    return;

  convene_engine_find_jobs_async (self->engine, title, renew_question (self), jobs_found_cb, g_object_ref (self));
}

void
convene_job_filler_forget (ConveneJobFiller *self)
{
  g_return_if_fail (CONVENE_IS_JOB_FILLER (self));

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);

  g_hash_table_remove_all (self->texts);
  g_clear_pointer (&self->interviewers, g_free);
  g_clear_pointer (&self->filled, g_free);
  self->filled = dup_typed (self);
  self->platform = self->duration = -1;
  if (convene_draft_is_empty (self->draft))
    g_object_get (self->draft, "platform", &self->platform, "duration", &self->duration, NULL);
  if (self->brought != NULL)
    tell_brought (self);
}

const char *
convene_job_filler_get_brought (ConveneJobFiller *self)
{
  g_return_val_if_fail (CONVENE_IS_JOB_FILLER (self), NULL);

  return self->brought;
}
