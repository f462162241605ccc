/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview.h"

#include "convene-property.h"
#include "convene-text.h"

struct _ConveneInterview
{
  GObject parent_instance;

  char           *uid;
  int             sequence;
  int             time_sequence;
  ConveneStatus   status;
  char           *job;
  ConveneMoment  *start;
  int             duration;
  ConvenePlatform platform;
  char           *agenda;
  char           *password;
  char           *details;
  char           *notes;
  char           *link;
  char           *location;
  GStrv           alternative_hosts;
  ConveneMeeting *meeting;
  gint64          created;

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

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_interview_init (ConveneInterview *self)
{
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

  if (self->alternative_hosts != NULL && alternative_hosts != NULL && g_strv_equal ((const char *const *) self->alternative_hosts, alternative_hosts))
    return;

  g_strfreev (self->alternative_hosts);
  self->alternative_hosts = g_strdupv ((GStrv) alternative_hosts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALTERNATIVE_HOSTS]);
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

GListModel *
convene_interview_get_participants (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return G_LIST_MODEL (self->participants);
}

static ConveneParticipant *
find_role (ConveneInterview *self,
           ConveneRole       role)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->participants)); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (G_LIST_MODEL (self->participants), i);

      /* The list keeps the reference. */
      if (convene_participant_get_role (participant) == role)
        return participant;
    }

  return NULL;
}

ConveneParticipant *
convene_interview_get_candidate (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return find_role (self, CONVENE_ROLE_CANDIDATE);
}

ConveneParticipant *
convene_interview_get_hiring_manager (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return find_role (self, CONVENE_ROLE_HIRING_MANAGER);
}

static int
compare_roles (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return (int) MIN (convene_participant_get_role ((gpointer) a), CONVENE_ROLE_REQUIRED) -
         (int) MIN (convene_participant_get_role ((gpointer) b), CONVENE_ROLE_REQUIRED);
}

gboolean
convene_interview_add_participant (ConveneInterview   *self,
                                   ConveneParticipant *participant)
{
  GListModel *list;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (participant), FALSE);

  list = G_LIST_MODEL (self->participants);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ConveneParticipant) other = g_list_model_get_item (list, i);

      if (!convene_address_equal (convene_participant_get_address (other), convene_participant_get_address (participant)))
        continue;
      if (convene_participant_get_role (other) <= convene_participant_get_role (participant))
        return FALSE;

      g_list_store_remove (self->participants, i);
      break;
    }

  g_list_store_insert_sorted (self->participants, participant, compare_roles, NULL);
  return TRUE;
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

const char *
convene_interview_get_join_link (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  if (self->platform == CONVENE_PLATFORM_LINK)
    return self->link;
  if (self->meeting != NULL && convene_meeting_get_state (self->meeting) == CONVENE_MEETING_STATE_LIVE)
    return convene_meeting_get_join_url (self->meeting);

  return NULL;
}

gint64
convene_interview_get_end (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  return (self->start != NULL ? convene_moment_get_instant (self->start) : 0) + self->duration * G_TIME_SPAN_MINUTE;
}
