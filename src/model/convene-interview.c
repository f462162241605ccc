/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview.h"

#include "convene-property.h"

struct _ConveneInterview
{
  GObject parent_instance;

  char             *uid;
  int               sequence;
  int               time_sequence;
  ConveneStatus     status;
  char             *job;
  ConveneMoment    *start;
  int               duration;
  ConvenePlatform   platform;
  char             *agenda;
  char             *password;
  char             *details;
  char             *notes;
  char             *link;
  char             *location;
  GStrv             alternative_hosts;
  ConveneMeeting   *meeting;
  gint64            created;
  int               revision;
  ConveneLinkPolicy link_policy;
  char             *cancel_reason;
  char             *told;
  int               told_sequence;

  GListStore *participants;
  GListStore *operations;
};

G_DEFINE_FINAL_TYPE (ConveneInterview, convene_interview, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UID,
  PROP_SEQUENCE,
  PROP_TIME_SEQUENCE,
  PROP_STATUS,
  PROP_JOB,
  PROP_START,
  PROP_DURATION,
  PROP_PLATFORM,
  PROP_AGENDA,
  PROP_PASSWORD,
  PROP_DETAILS,
  PROP_NOTES,
  PROP_LINK,
  PROP_LOCATION,
  PROP_ALTERNATIVE_HOSTS,
  PROP_MEETING,
  PROP_CREATED,
  PROP_REVISION,
  PROP_LINK_POLICY,
  PROP_CANCEL_REASON,
  PROP_TOLD,
  PROP_TOLD_SEQUENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_interview_finalize (GObject *object)
{
  ConveneInterview *self = CONVENE_INTERVIEW (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->job, g_free);
  g_clear_pointer (&self->start, convene_moment_free);
  g_clear_pointer (&self->agenda, g_free);
  g_clear_pointer (&self->password, g_free);
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->alternative_hosts, g_strfreev);
  g_clear_object (&self->meeting);
  g_clear_object (&self->participants);
  g_clear_object (&self->operations);
  g_clear_pointer (&self->cancel_reason, g_free);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (convene_interview_parent_class)->finalize (object);
}

static void
convene_interview_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ConveneInterview *self = CONVENE_INTERVIEW (object);

  switch (prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_SEQUENCE:
      g_value_set_int (value, self->sequence);
      break;
    case PROP_TIME_SEQUENCE:
      g_value_set_int (value, self->time_sequence);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_JOB:
      g_value_set_string (value, self->job);
      break;
    case PROP_START:
      g_value_set_boxed (value, self->start);
      break;
    case PROP_DURATION:
      g_value_set_int (value, self->duration);
      break;
    case PROP_PLATFORM:
      g_value_set_enum (value, self->platform);
      break;
    case PROP_AGENDA:
      g_value_set_string (value, self->agenda);
      break;
    case PROP_PASSWORD:
      g_value_set_string (value, self->password);
      break;
    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;
    case PROP_NOTES:
      g_value_set_string (value, self->notes);
      break;
    case PROP_LINK:
      g_value_set_string (value, self->link);
      break;
    case PROP_LOCATION:
      g_value_set_string (value, self->location);
      break;
    case PROP_ALTERNATIVE_HOSTS:
      g_value_set_boxed (value, self->alternative_hosts);
      break;
    case PROP_MEETING:
      g_value_set_object (value, self->meeting);
      break;
    case PROP_CREATED:
      g_value_set_int64 (value, self->created);
      break;
    case PROP_REVISION:
      g_value_set_int (value, self->revision);
      break;
    case PROP_LINK_POLICY:
      g_value_set_enum (value, self->link_policy);
      break;
    case PROP_CANCEL_REASON:
      g_value_set_string (value, self->cancel_reason);
      break;
    case PROP_TOLD:
      g_value_set_string (value, self->told);
      break;
    case PROP_TOLD_SEQUENCE:
      g_value_set_int (value, self->told_sequence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ConveneInterview *self = CONVENE_INTERVIEW (object);

  switch (prop_id)
    {
    case PROP_UID:
      convene_interview_set_uid (self, g_value_get_string (value));
      break;
    case PROP_SEQUENCE:
      convene_interview_set_sequence (self, g_value_get_int (value));
      break;
    case PROP_TIME_SEQUENCE:
      convene_interview_set_time_sequence (self, g_value_get_int (value));
      break;
    case PROP_STATUS:
      convene_interview_set_status (self, g_value_get_enum (value));
      break;
    case PROP_JOB:
      convene_interview_set_job (self, g_value_get_string (value));
      break;
    case PROP_START:
      convene_interview_set_start (self, g_value_get_boxed (value));
      break;
    case PROP_DURATION:
      convene_interview_set_duration (self, g_value_get_int (value));
      break;
    case PROP_PLATFORM:
      convene_interview_set_platform (self, g_value_get_enum (value));
      break;
    case PROP_AGENDA:
      convene_interview_set_agenda (self, g_value_get_string (value));
      break;
    case PROP_PASSWORD:
      convene_interview_set_password (self, g_value_get_string (value));
      break;
    case PROP_DETAILS:
      convene_interview_set_details (self, g_value_get_string (value));
      break;
    case PROP_NOTES:
      convene_interview_set_notes (self, g_value_get_string (value));
      break;
    case PROP_LINK:
      convene_interview_set_link (self, g_value_get_string (value));
      break;
    case PROP_LOCATION:
      convene_interview_set_location (self, g_value_get_string (value));
      break;
    case PROP_ALTERNATIVE_HOSTS:
      convene_interview_set_alternative_hosts (self, g_value_get_boxed (value));
      break;
    case PROP_MEETING:
      convene_interview_set_meeting (self, g_value_get_object (value));
      break;
    case PROP_CREATED:
      convene_interview_set_created (self, g_value_get_int64 (value));
      break;
    case PROP_REVISION:
      convene_interview_set_revision (self, g_value_get_int (value));
      break;
    case PROP_LINK_POLICY:
      convene_interview_set_link_policy (self, g_value_get_enum (value));
      break;
    case PROP_CANCEL_REASON:
      convene_interview_set_cancel_reason (self, g_value_get_string (value));
      break;
    case PROP_TOLD:
      convene_interview_set_told (self, g_value_get_string (value));
      break;
    case PROP_TOLD_SEQUENCE:
      convene_interview_set_told_sequence (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_class_init (ConveneInterviewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_interview_finalize;
  object_class->get_property = convene_interview_get_property;
  object_class->set_property = convene_interview_set_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_SEQUENCE] = g_param_spec_int ("sequence", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_TIME_SEQUENCE] = g_param_spec_int ("time-sequence", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, CONVENE_TYPE_STATUS, 0, flags);
  properties[PROP_JOB] = g_param_spec_string ("job", NULL, NULL, NULL, flags);
  properties[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, CONVENE_TYPE_MOMENT, flags);
  properties[PROP_DURATION] = g_param_spec_int ("duration", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_PLATFORM] = g_param_spec_enum ("platform", NULL, NULL, CONVENE_TYPE_PLATFORM, 0, flags);
  properties[PROP_AGENDA] = g_param_spec_string ("agenda", NULL, NULL, NULL, flags);
  properties[PROP_PASSWORD] = g_param_spec_string ("password", NULL, NULL, NULL, flags);
  properties[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  properties[PROP_NOTES] = g_param_spec_string ("notes", NULL, NULL, NULL, flags);
  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL, flags);
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, flags);
  properties[PROP_ALTERNATIVE_HOSTS] = g_param_spec_boxed ("alternative-hosts", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, CONVENE_TYPE_MEETING, flags);
  properties[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_REVISION] = g_param_spec_int ("revision", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_LINK_POLICY] = g_param_spec_enum ("link-policy", NULL, NULL, CONVENE_TYPE_LINK_POLICY, 0, flags);
  properties[PROP_CANCEL_REASON] = g_param_spec_string ("cancel-reason", NULL, NULL, NULL, flags);
  properties[PROP_TOLD] = g_param_spec_string ("told", NULL, NULL, NULL, flags);
  properties[PROP_TOLD_SEQUENCE] = g_param_spec_int ("told-sequence", NULL, NULL, -1, G_MAXINT, -1, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_interview_init (ConveneInterview *self)
{
  self->told_sequence = -1;
  self->participants = g_list_store_new (CONVENE_TYPE_PARTICIPANT);
  self->operations = g_list_store_new (CONVENE_TYPE_OPERATION);
}

ConveneInterview *
convene_interview_new (void)
{
  return g_object_new (CONVENE_TYPE_INTERVIEW, NULL);
}

const char *
convene_interview_get_uid (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->uid;
}

void
convene_interview_set_uid (ConveneInterview *self,
                           const char       *uid)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_UID], &self->uid, uid);
}

int
convene_interview_get_sequence (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->sequence;
}

void
convene_interview_set_sequence (ConveneInterview *self,
                                int               sequence)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_SEQUENCE], &self->sequence, sequence);
}

int
convene_interview_get_time_sequence (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->time_sequence;
}

void
convene_interview_set_time_sequence (ConveneInterview *self,
                                     int               time_sequence)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_TIME_SEQUENCE], &self->time_sequence, time_sequence);
}

ConveneStatus
convene_interview_get_status (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->status;
}

void
convene_interview_set_status (ConveneInterview *self,
                              ConveneStatus     status)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_STATUS], (int *) &self->status, (int) status);
}

const char *
convene_interview_get_job (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->job;
}

void
convene_interview_set_job (ConveneInterview *self,
                           const char       *job)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_JOB], &self->job, job);
}

const ConveneMoment *
convene_interview_get_start (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->start;
}

void
convene_interview_set_start (ConveneInterview    *self,
                             const ConveneMoment *start)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  if (self->start == start)
    return;

  g_clear_pointer (&self->start, convene_moment_free);
  self->start = start != NULL ? convene_moment_copy (start) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
}

int
convene_interview_get_duration (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->duration;
}

void
convene_interview_set_duration (ConveneInterview *self,
                                int               duration)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_DURATION], &self->duration, duration);
}

ConvenePlatform
convene_interview_get_platform (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->platform;
}

void
convene_interview_set_platform (ConveneInterview *self,
                                ConvenePlatform   platform)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_PLATFORM], (int *) &self->platform, (int) platform);
}

const char *
convene_interview_get_agenda (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->agenda;
}

void
convene_interview_set_agenda (ConveneInterview *self,
                              const char       *agenda)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_AGENDA], &self->agenda, agenda);
}

const char *
convene_interview_get_password (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->password;
}

void
convene_interview_set_password (ConveneInterview *self,
                                const char       *password)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_PASSWORD], &self->password, password);
}

const char *
convene_interview_get_details (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->details;
}

void
convene_interview_set_details (ConveneInterview *self,
                               const char       *details)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_DETAILS], &self->details, details);
}

const char *
convene_interview_get_notes (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->notes;
}

void
convene_interview_set_notes (ConveneInterview *self,
                             const char       *notes)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_NOTES], &self->notes, notes);
}

const char *
convene_interview_get_link (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->link;
}

void
convene_interview_set_link (ConveneInterview *self,
                            const char       *link)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_LINK], &self->link, link);
}

const char *
convene_interview_get_location (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->location;
}

void
convene_interview_set_location (ConveneInterview *self,
                                const char       *location)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_LOCATION], &self->location, location);
}

const char *const *
convene_interview_get_alternative_hosts (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return (const char *const *) self->alternative_hosts;
}

void
convene_interview_set_alternative_hosts (ConveneInterview  *self,
                                         const char *const *alternative_hosts)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_list (G_OBJECT (self), properties[PROP_ALTERNATIVE_HOSTS], &self->alternative_hosts, alternative_hosts);
}

ConveneMeeting *
convene_interview_get_meeting (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->meeting;
}

void
convene_interview_set_meeting (ConveneInterview *self,
                               ConveneMeeting   *meeting)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  if (g_set_object (&self->meeting, meeting))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEETING]);
}

gint64
convene_interview_get_created (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->created;
}

void
convene_interview_set_created (ConveneInterview *self,
                               gint64            created)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_CREATED], &self->created, created);
}

int
convene_interview_get_revision (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->revision;
}

void
convene_interview_set_revision (ConveneInterview *self,
                                int               revision)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_REVISION], &self->revision, revision);
}

ConveneLinkPolicy
convene_interview_get_link_policy (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->link_policy;
}

void
convene_interview_set_link_policy (ConveneInterview *self,
                                   ConveneLinkPolicy link_policy)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_LINK_POLICY], (int *) &self->link_policy, (int) link_policy);
}

const char *
convene_interview_get_cancel_reason (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->cancel_reason;
}

void
convene_interview_set_cancel_reason (ConveneInterview *self,
                                     const char       *cancel_reason)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_CANCEL_REASON], &self->cancel_reason, cancel_reason);
}

const char *
convene_interview_get_told (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->told;
}

void
convene_interview_set_told (ConveneInterview *self,
                            const char       *told)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_TOLD], &self->told, told);
}

int
convene_interview_get_told_sequence (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->told_sequence;
}

void
convene_interview_set_told_sequence (ConveneInterview *self,
                                     int               told_sequence)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_TOLD_SEQUENCE], &self->told_sequence, told_sequence);
}

GListModel *
convene_interview_get_participants (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return G_LIST_MODEL (self->participants);
}

GListModel *
convene_interview_get_operations (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return G_LIST_MODEL (self->operations);
}

void
convene_interview_add_operation (ConveneInterview *self,
                                 ConveneOperation *operation)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));
  g_return_if_fail (CONVENE_IS_OPERATION (operation));

  g_list_store_append (self->operations, operation);
}
