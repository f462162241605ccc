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
  gboolean          copy_to_sender;
  char             *origin_uid;
  char             *origin_organizer;
  int               origin_sequence;
  gint64            origin_made_at;

  GListStore *participants;
  GListStore *operations;
  GListStore *answers;
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
  PROP_COPY_TO_SENDER,
  PROP_ORIGIN_UID,
  PROP_ORIGIN_ORGANIZER,
  PROP_ORIGIN_SEQUENCE,
  PROP_ORIGIN_MADE_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where each of them stands. */
static const gsize offsets[N_PROPS] = {
  [PROP_UID] = G_STRUCT_OFFSET (ConveneInterview, uid),
  [PROP_SEQUENCE] = G_STRUCT_OFFSET (ConveneInterview, sequence),
  [PROP_TIME_SEQUENCE] = G_STRUCT_OFFSET (ConveneInterview, time_sequence),
  [PROP_STATUS] = G_STRUCT_OFFSET (ConveneInterview, status),
  [PROP_JOB] = G_STRUCT_OFFSET (ConveneInterview, job),
  [PROP_START] = G_STRUCT_OFFSET (ConveneInterview, start),
  [PROP_DURATION] = G_STRUCT_OFFSET (ConveneInterview, duration),
  [PROP_PLATFORM] = G_STRUCT_OFFSET (ConveneInterview, platform),
  [PROP_AGENDA] = G_STRUCT_OFFSET (ConveneInterview, agenda),
  [PROP_PASSWORD] = G_STRUCT_OFFSET (ConveneInterview, password),
  [PROP_DETAILS] = G_STRUCT_OFFSET (ConveneInterview, details),
  [PROP_NOTES] = G_STRUCT_OFFSET (ConveneInterview, notes),
  [PROP_LINK] = G_STRUCT_OFFSET (ConveneInterview, link),
  [PROP_LOCATION] = G_STRUCT_OFFSET (ConveneInterview, location),
  [PROP_ALTERNATIVE_HOSTS] = G_STRUCT_OFFSET (ConveneInterview, alternative_hosts),
  [PROP_MEETING] = G_STRUCT_OFFSET (ConveneInterview, meeting),
  [PROP_CREATED] = G_STRUCT_OFFSET (ConveneInterview, created),
  [PROP_REVISION] = G_STRUCT_OFFSET (ConveneInterview, revision),
  [PROP_LINK_POLICY] = G_STRUCT_OFFSET (ConveneInterview, link_policy),
  [PROP_CANCEL_REASON] = G_STRUCT_OFFSET (ConveneInterview, cancel_reason),
  [PROP_TOLD] = G_STRUCT_OFFSET (ConveneInterview, told),
  [PROP_TOLD_SEQUENCE] = G_STRUCT_OFFSET (ConveneInterview, told_sequence),
  [PROP_COPY_TO_SENDER] = G_STRUCT_OFFSET (ConveneInterview, copy_to_sender),
  [PROP_ORIGIN_UID] = G_STRUCT_OFFSET (ConveneInterview, origin_uid),
  [PROP_ORIGIN_ORGANIZER] = G_STRUCT_OFFSET (ConveneInterview, origin_organizer),
  [PROP_ORIGIN_SEQUENCE] = G_STRUCT_OFFSET (ConveneInterview, origin_sequence),
  [PROP_ORIGIN_MADE_AT] = G_STRUCT_OFFSET (ConveneInterview, origin_made_at),
};

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
  g_clear_pointer (&self->origin_uid, g_free);
  g_clear_pointer (&self->origin_organizer, g_free);
  g_clear_object (&self->answers);

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
    case PROP_START:
      g_value_set_boxed (value, self->start);
      break;
    case PROP_MEETING:
      g_value_set_object (value, self->meeting);
      break;
    default:
      convene_property_get (G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
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
    case PROP_START:
      convene_interview_set_start (self, g_value_get_boxed (value));
      break;
    case PROP_MEETING:
      convene_interview_set_meeting (self, g_value_get_object (value));
      break;
    default:
      convene_property_set (object, pspec, G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
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
  properties[PROP_COPY_TO_SENDER] = g_param_spec_boolean ("copy-to-sender", NULL, NULL, FALSE, flags);
  properties[PROP_ORIGIN_UID] = g_param_spec_string ("origin-uid", NULL, NULL, NULL, flags);
  properties[PROP_ORIGIN_ORGANIZER] = g_param_spec_string ("origin-organizer", NULL, NULL, NULL, flags);
  properties[PROP_ORIGIN_SEQUENCE] = g_param_spec_int ("origin-sequence", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_ORIGIN_MADE_AT] = g_param_spec_int64 ("origin-made-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_interview_init (ConveneInterview *self)
{
  self->told_sequence = -1;
  self->participants = g_list_store_new (CONVENE_TYPE_PARTICIPANT);
  self->operations = g_list_store_new (CONVENE_TYPE_OPERATION);
  self->answers = g_list_store_new (CONVENE_TYPE_ANSWER);
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

gboolean
convene_interview_get_copy_to_sender (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), FALSE);

  return self->copy_to_sender;
}

void
convene_interview_set_copy_to_sender (ConveneInterview *self,
                                      gboolean          copy_to_sender)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_boolean (G_OBJECT (self), properties[PROP_COPY_TO_SENDER], &self->copy_to_sender, copy_to_sender);
}

const char *
convene_interview_get_origin_uid (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->origin_uid;
}

void
convene_interview_set_origin_uid (ConveneInterview *self,
                                  const char       *origin_uid)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ORIGIN_UID], &self->origin_uid, origin_uid);
}

const char *
convene_interview_get_origin_organizer (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return self->origin_organizer;
}

void
convene_interview_set_origin_organizer (ConveneInterview *self,
                                        const char       *origin_organizer)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ORIGIN_ORGANIZER], &self->origin_organizer, origin_organizer);
}

int
convene_interview_get_origin_sequence (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->origin_sequence;
}

void
convene_interview_set_origin_sequence (ConveneInterview *self,
                                       int               origin_sequence)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_ORIGIN_SEQUENCE], &self->origin_sequence, origin_sequence);
}

gint64
convene_interview_get_origin_made_at (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return self->origin_made_at;
}

void
convene_interview_set_origin_made_at (ConveneInterview *self,
                                      gint64            origin_made_at)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_ORIGIN_MADE_AT], &self->origin_made_at, origin_made_at);
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

GListModel *
convene_interview_get_answers (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return G_LIST_MODEL (self->answers);
}

void
convene_interview_add_answer (ConveneInterview *self,
                              ConveneAnswer    *answer)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW (self));
  g_return_if_fail (CONVENE_IS_ANSWER (answer));

  g_list_store_append (self->answers, answer);
}
