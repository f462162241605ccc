/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft.h"

#include "convene-text.h"

#define USUAL_DURATION 45
#define LAST_STEP 5

enum
{
  PROP_0,
  PROP_JOB,
  PROP_CANDIDATE_NAME,
  PROP_CANDIDATE_ADDRESS,
  PROP_CANDIDATE_TIMEZONE,
  PROP_CANDIDATE_LANGUAGE,
  PROP_AGENDA,
  PROP_PASSWORD,
  PROP_LINK,
  PROP_LOCATION,
  PROP_DATE,
  PROP_TIME,
  PROP_TIMEZONE,
  PROP_OFFSET,
  PROP_HIRING_MANAGER_NAME,
  PROP_HIRING_MANAGER_ADDRESS,
  PROP_INTERVIEWER,
  PROP_ALTERNATIVE_HOSTS,
  PROP_DETAILS,
  PROP_NOTES,
  PROP_PLATFORM,
  PROP_DURATION,
  PROP_LINK_POLICY,
  PROP_STEP,
  PROP_COPY_TO_SENDER,
  N_PROPS
};

#define N_TEXTS PROP_PLATFORM

struct _ConveneDraft
{
  GObject parent_instance;

  char       *texts[N_TEXTS]; /* by property; the first is unused */
  int         platform;
  int         duration;
  int         link_policy;
  int         step;
  gboolean    copy_to_sender;
  GListStore *interviewers;
  char       *subject; /* the uid of the interview that is changed, or NULL */
  gint64      subject_start;
  char       *password_rules;
};

G_DEFINE_FINAL_TYPE (ConveneDraft, convene_draft, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static guint changed_signal;

static void
emit_changed (ConveneDraft *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* What chose one of two readings of a time says nothing about another time. */
static void
forget_offset (ConveneDraft *self)
{
  if (*self->texts[PROP_OFFSET] == '\0')
    return;

  g_free (self->texts[PROP_OFFSET]);
  self->texts[PROP_OFFSET] = g_strdup ("");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFSET]);
}

static void
set_text (ConveneDraft *self,
          guint         prop_id,
          const char   *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (g_str_equal (self->texts[prop_id], valid))
    return;

  g_free (self->texts[prop_id]);
  self->texts[prop_id] = g_steal_pointer (&valid);
  g_object_freeze_notify (G_OBJECT (self));
  if (prop_id == PROP_DATE || prop_id == PROP_TIME || prop_id == PROP_TIMEZONE)
    forget_offset (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_number (ConveneDraft *self,
            guint         prop_id,
            int          *field,
            int           value)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
convene_draft_dispatch_properties_changed (GObject     *object,
                                           guint        n_pspecs,
                                           GParamSpec **pspecs)
{
  G_OBJECT_CLASS (convene_draft_parent_class)->dispatch_properties_changed (object, n_pspecs, pspecs);
  emit_changed (CONVENE_DRAFT (object));
}

static void
convene_draft_finalize (GObject *object)
{
  ConveneDraft *self = CONVENE_DRAFT (object);

  for (guint i = PROP_JOB; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->interviewers);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->password_rules, g_free);

  G_OBJECT_CLASS (convene_draft_parent_class)->finalize (object);
}

static void
convene_draft_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ConveneDraft *self = CONVENE_DRAFT (object);

  if (prop_id >= PROP_JOB && prop_id < N_TEXTS)
    g_value_set_string (value, self->texts[prop_id]);
  else if (prop_id == PROP_PLATFORM)
    g_value_set_int (value, self->platform);
  else if (prop_id == PROP_DURATION)
    g_value_set_int (value, self->duration);
  else if (prop_id == PROP_LINK_POLICY)
    g_value_set_int (value, self->link_policy);
  else if (prop_id == PROP_STEP)
    g_value_set_int (value, self->step);
  else if (prop_id == PROP_COPY_TO_SENDER)
    g_value_set_boolean (value, self->copy_to_sender);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
convene_draft_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ConveneDraft *self = CONVENE_DRAFT (object);

  if (prop_id >= PROP_JOB && prop_id < N_TEXTS)
    set_text (self, prop_id, g_value_get_string (value));
  else if (prop_id == PROP_PLATFORM)
    set_number (self, prop_id, &self->platform, g_value_get_int (value));
  else if (prop_id == PROP_DURATION)
    set_number (self, prop_id, &self->duration, g_value_get_int (value));
  else if (prop_id == PROP_LINK_POLICY)
    set_number (self, prop_id, &self->link_policy, g_value_get_int (value));
  else if (prop_id == PROP_STEP)
    set_number (self, prop_id, &self->step, g_value_get_int (value));
  else if (prop_id == PROP_COPY_TO_SENDER)
    set_number (self, prop_id, &self->copy_to_sender, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
convene_draft_class_init (ConveneDraftClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const char *const texts[N_TEXTS] = { NULL, "job", "candidate-name", "candidate-address", "candidate-timezone", "candidate-language", "agenda", "password", "link", "location", "date", "time", "timezone", "offset", "hiring-manager-name", "hiring-manager-address", "interviewer", "alternative-hosts", "details", "notes" };

  object_class->dispatch_properties_changed = convene_draft_dispatch_properties_changed;
  object_class->finalize = convene_draft_finalize;
  object_class->get_property = convene_draft_get_property;
  object_class->set_property = convene_draft_set_property;

  for (guint i = PROP_JOB; i < N_TEXTS; i++)
    properties[i] = g_param_spec_string (texts[i], NULL, NULL, "", flags);
  properties[PROP_PLATFORM] = g_param_spec_int ("platform", NULL, NULL, 0, CONVENE_PLATFORM_IN_PERSON, CONVENE_PLATFORM_ZOOM, flags);
  properties[PROP_DURATION] = g_param_spec_int ("duration", NULL, NULL, 0, G_MAXINT, USUAL_DURATION, flags);
  properties[PROP_LINK_POLICY] = g_param_spec_int ("link-policy", NULL, NULL, 0, CONVENE_LINK_POLICY_SHARE, CONVENE_LINK_POLICY_DEFAULT, flags);
  properties[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, 0, LAST_STEP, 0, flags);
  properties[PROP_COPY_TO_SENDER] = g_param_spec_boolean ("copy-to-sender", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", CONVENE_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_draft_init (ConveneDraft *self)
{
  for (guint i = PROP_JOB; i < N_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  self->duration = USUAL_DURATION;
  self->interviewers = g_list_store_new (CONVENE_TYPE_PARTICIPANT);
}

ConveneDraft *
convene_draft_new (void)
{
  return g_object_new (CONVENE_TYPE_DRAFT, NULL);
}

GListModel *
convene_draft_get_interviewers (ConveneDraft *self)
{
  g_return_val_if_fail (CONVENE_IS_DRAFT (self), NULL);

  return G_LIST_MODEL (self->interviewers);
}

static gboolean
has_interviewer (ConveneDraft *self,
                 const char   *address)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->interviewers)); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (G_LIST_MODEL (self->interviewers), i);

      if (convene_address_equal (convene_participant_get_address (person), address))
        return TRUE;
    }

  return FALSE;
}

void
convene_draft_add_interviewer (ConveneDraft *self,
                               const char   *name,
                               const char   *address,
                               ConveneRole   role)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (address != NULL);

  if (has_interviewer (self, address))
    return;

  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_role (person, role);
  g_list_store_append (self->interviewers, person);
  emit_changed (self);
}

void
convene_draft_remove_interviewer (ConveneDraft *self,
                                  guint         position)
{
  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (position < g_list_model_get_n_items (G_LIST_MODEL (self->interviewers)));

  g_list_store_remove (self->interviewers, position);
  emit_changed (self);
}

void
convene_draft_set_interviewer_role (ConveneDraft *self,
                                    guint         position,
                                    ConveneRole   role)
{
  g_autoptr(ConveneParticipant) person = NULL;

  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (position < g_list_model_get_n_items (G_LIST_MODEL (self->interviewers)));

  person = g_list_model_get_item (G_LIST_MODEL (self->interviewers), position);
  if (convene_participant_get_role (person) == role)
    return;

  convene_participant_set_role (person, role);
  emit_changed (self);
}

gboolean
convene_draft_is_empty (ConveneDraft *self)
{
  g_return_val_if_fail (CONVENE_IS_DRAFT (self), TRUE);

  for (guint i = PROP_JOB; i < N_TEXTS; i++)
    if (i != PROP_DATE && i != PROP_TIME && i != PROP_TIMEZONE && i != PROP_OFFSET && *self->texts[i] != '\0')
      return FALSE;

  return g_list_model_get_n_items (G_LIST_MODEL (self->interviewers)) == 0;
}

void
convene_draft_set_subject (ConveneDraft *self,
                           const char   *uid,
                           gint64        start)
{
  g_return_if_fail (CONVENE_IS_DRAFT (self));

  g_free (self->subject);
  self->subject = g_strdup (uid);
  self->subject_start = start;
  emit_changed (self);
}

void
convene_draft_set_password_rules (ConveneDraft *self,
                                  const char   *rules)
{
  g_return_if_fail (CONVENE_IS_DRAFT (self));

  if (g_strcmp0 (self->password_rules, rules) == 0)
    return;

  g_free (self->password_rules);
  self->password_rules = g_strdup (rules);
  emit_changed (self);
}

const char *
convene_draft_get_password_rules (ConveneDraft *self)
{
  g_return_val_if_fail (CONVENE_IS_DRAFT (self), NULL);

  return self->subject == NULL ? self->password_rules : NULL;
}

const char *
convene_draft_get_subject (ConveneDraft *self)
{
  g_return_val_if_fail (CONVENE_IS_DRAFT (self), NULL);

  return self->subject;
}

gint64
convene_draft_get_subject_start (ConveneDraft *self)
{
  g_return_val_if_fail (CONVENE_IS_DRAFT (self), 0);

  return self->subject_start;
}
