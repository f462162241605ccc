/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting.h"

#include "convene-property.h"

struct _ConveneMeeting
{
  GObject parent_instance;

  char               *id;
  char               *provider;
  char               *account_id;
  char               *made_by;
  gint64              number;
  char               *uuid;
  char               *join_url;
  char               *password;
  char               *host;
  char               *host_id;
  char               *topic;
  char               *agenda;
  gint64              start;
  int                 duration;
  char               *timezone;
  ConveneMeetingState state;
  char               *reference;
  gint64              created_at;
  GStrv               alternative_hosts;
  gint64              checked_at;
  gint64              seen_at;
  gint64              seen_start;
  int                 seen_duration;
  char               *seen_timezone;
  char               *seen_join_url;
  char               *seen_password;
  gboolean            started;
  ConveneEntry        entry;
  gboolean            hosted; /* no property: a copy of it is another's */
};

G_DEFINE_FINAL_TYPE (ConveneMeeting, convene_meeting, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_PROVIDER,
  PROP_ACCOUNT_ID,
  PROP_MADE_BY,
  PROP_NUMBER,
  PROP_UUID,
  PROP_JOIN_URL,
  PROP_PASSWORD,
  PROP_HOST,
  PROP_HOST_ID,
  PROP_TOPIC,
  PROP_AGENDA,
  PROP_START,
  PROP_DURATION,
  PROP_TIMEZONE,
  PROP_STATE,
  PROP_REFERENCE,
  PROP_CREATED_AT,
  PROP_ALTERNATIVE_HOSTS,
  PROP_CHECKED_AT,
  PROP_SEEN_AT,
  PROP_SEEN_START,
  PROP_SEEN_DURATION,
  PROP_SEEN_TIMEZONE,
  PROP_SEEN_JOIN_URL,
  PROP_SEEN_PASSWORD,
  PROP_STARTED,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where each of them stands. */
static const gsize offsets[N_PROPS] = {
  [PROP_ID] = G_STRUCT_OFFSET (ConveneMeeting, id),
  [PROP_PROVIDER] = G_STRUCT_OFFSET (ConveneMeeting, provider),
  [PROP_ACCOUNT_ID] = G_STRUCT_OFFSET (ConveneMeeting, account_id),
  [PROP_MADE_BY] = G_STRUCT_OFFSET (ConveneMeeting, made_by),
  [PROP_NUMBER] = G_STRUCT_OFFSET (ConveneMeeting, number),
  [PROP_UUID] = G_STRUCT_OFFSET (ConveneMeeting, uuid),
  [PROP_JOIN_URL] = G_STRUCT_OFFSET (ConveneMeeting, join_url),
  [PROP_PASSWORD] = G_STRUCT_OFFSET (ConveneMeeting, password),
  [PROP_HOST] = G_STRUCT_OFFSET (ConveneMeeting, host),
  [PROP_HOST_ID] = G_STRUCT_OFFSET (ConveneMeeting, host_id),
  [PROP_TOPIC] = G_STRUCT_OFFSET (ConveneMeeting, topic),
  [PROP_AGENDA] = G_STRUCT_OFFSET (ConveneMeeting, agenda),
  [PROP_START] = G_STRUCT_OFFSET (ConveneMeeting, start),
  [PROP_DURATION] = G_STRUCT_OFFSET (ConveneMeeting, duration),
  [PROP_TIMEZONE] = G_STRUCT_OFFSET (ConveneMeeting, timezone),
  [PROP_STATE] = G_STRUCT_OFFSET (ConveneMeeting, state),
  [PROP_REFERENCE] = G_STRUCT_OFFSET (ConveneMeeting, reference),
  [PROP_CREATED_AT] = G_STRUCT_OFFSET (ConveneMeeting, created_at),
  [PROP_ALTERNATIVE_HOSTS] = G_STRUCT_OFFSET (ConveneMeeting, alternative_hosts),
  [PROP_CHECKED_AT] = G_STRUCT_OFFSET (ConveneMeeting, checked_at),
  [PROP_SEEN_AT] = G_STRUCT_OFFSET (ConveneMeeting, seen_at),
  [PROP_SEEN_START] = G_STRUCT_OFFSET (ConveneMeeting, seen_start),
  [PROP_SEEN_DURATION] = G_STRUCT_OFFSET (ConveneMeeting, seen_duration),
  [PROP_SEEN_TIMEZONE] = G_STRUCT_OFFSET (ConveneMeeting, seen_timezone),
  [PROP_SEEN_JOIN_URL] = G_STRUCT_OFFSET (ConveneMeeting, seen_join_url),
  [PROP_SEEN_PASSWORD] = G_STRUCT_OFFSET (ConveneMeeting, seen_password),
  [PROP_STARTED] = G_STRUCT_OFFSET (ConveneMeeting, started),
  [PROP_ENTRY] = G_STRUCT_OFFSET (ConveneMeeting, entry),
};

static void
convene_meeting_finalize (GObject *object)
{
  ConveneMeeting *self = CONVENE_MEETING (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->provider, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->join_url, g_free);
  g_clear_pointer (&self->password, g_free);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->host_id, g_free);
  g_clear_pointer (&self->topic, g_free);
  g_clear_pointer (&self->agenda, g_free);
  g_clear_pointer (&self->timezone, g_free);
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->made_by, g_free);
  g_clear_pointer (&self->alternative_hosts, g_strfreev);
  g_clear_pointer (&self->seen_timezone, g_free);
  g_clear_pointer (&self->seen_join_url, g_free);
  g_clear_pointer (&self->seen_password, g_free);

  G_OBJECT_CLASS (convene_meeting_parent_class)->finalize (object);
}

static void
convene_meeting_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  convene_property_get (G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
}

static void
convene_meeting_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  convene_property_set (object, pspec, G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
}

static void
convene_meeting_class_init (ConveneMeetingClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_meeting_finalize;
  object_class->get_property = convene_meeting_get_property;
  object_class->set_property = convene_meeting_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PROVIDER] = g_param_spec_string ("provider", NULL, NULL, NULL, flags);
  properties[PROP_ACCOUNT_ID] = g_param_spec_string ("account-id", NULL, NULL, NULL, flags);
  properties[PROP_MADE_BY] = g_param_spec_string ("made-by", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_int64 ("number", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);
  properties[PROP_JOIN_URL] = g_param_spec_string ("join-url", NULL, NULL, NULL, flags);
  properties[PROP_PASSWORD] = g_param_spec_string ("password", NULL, NULL, NULL, flags);
  properties[PROP_HOST] = g_param_spec_string ("host", NULL, NULL, NULL, flags);
  properties[PROP_HOST_ID] = g_param_spec_string ("host-id", NULL, NULL, NULL, flags);
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, NULL, flags);
  properties[PROP_AGENDA] = g_param_spec_string ("agenda", NULL, NULL, NULL, flags);
  properties[PROP_START] = g_param_spec_int64 ("start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DURATION] = g_param_spec_int ("duration", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_TIMEZONE] = g_param_spec_string ("timezone", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CONVENE_TYPE_MEETING_STATE, 0, flags);
  properties[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] = g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_ALTERNATIVE_HOSTS] = g_param_spec_boxed ("alternative-hosts", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_CHECKED_AT] = g_param_spec_int64 ("checked-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SEEN_AT] = g_param_spec_int64 ("seen-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SEEN_START] = g_param_spec_int64 ("seen-start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SEEN_DURATION] = g_param_spec_int ("seen-duration", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SEEN_TIMEZONE] = g_param_spec_string ("seen-timezone", NULL, NULL, NULL, flags);
  properties[PROP_SEEN_JOIN_URL] = g_param_spec_string ("seen-join-url", NULL, NULL, NULL, flags);
  properties[PROP_SEEN_PASSWORD] = g_param_spec_string ("seen-password", NULL, NULL, NULL, flags);
  properties[PROP_STARTED] = g_param_spec_boolean ("started", NULL, NULL, FALSE, flags);
  properties[PROP_ENTRY] = g_param_spec_enum ("entry", NULL, NULL, CONVENE_TYPE_ENTRY, CONVENE_ENTRY_UNKNOWN, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_meeting_init (ConveneMeeting *self)
{
}

ConveneMeeting *
convene_meeting_new (void)
{
  return g_object_new (CONVENE_TYPE_MEETING, NULL);
}

const char *
convene_meeting_get_id (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->id;
}

void
convene_meeting_set_id (ConveneMeeting *self,
                        const char     *id)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ID], &self->id, id);
}

const char *
convene_meeting_get_provider (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->provider;
}

void
convene_meeting_set_provider (ConveneMeeting *self,
                              const char     *provider)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_PROVIDER], &self->provider, provider);
}

const char *
convene_meeting_get_account_id (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->account_id;
}

void
convene_meeting_set_account_id (ConveneMeeting *self,
                                const char     *account_id)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ACCOUNT_ID], &self->account_id, account_id);
}

const char *
convene_meeting_get_made_by (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->made_by;
}

void
convene_meeting_set_made_by (ConveneMeeting *self,
                             const char     *made_by)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_MADE_BY], &self->made_by, made_by);
}

gint64
convene_meeting_get_number (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->number;
}

void
convene_meeting_set_number (ConveneMeeting *self,
                            gint64          number)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_NUMBER], &self->number, number);
}

const char *
convene_meeting_get_uuid (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->uuid;
}

void
convene_meeting_set_uuid (ConveneMeeting *self,
                          const char     *uuid)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_UUID], &self->uuid, uuid);
}

const char *
convene_meeting_get_join_url (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->join_url;
}

void
convene_meeting_set_join_url (ConveneMeeting *self,
                              const char     *join_url)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_JOIN_URL], &self->join_url, join_url);
}

const char *
convene_meeting_get_password (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->password;
}

void
convene_meeting_set_password (ConveneMeeting *self,
                              const char     *password)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_PASSWORD], &self->password, password);
}

const char *
convene_meeting_get_host (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->host;
}

void
convene_meeting_set_host (ConveneMeeting *self,
                          const char     *host)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_HOST], &self->host, host);
}

const char *
convene_meeting_get_host_id (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->host_id;
}

void
convene_meeting_set_host_id (ConveneMeeting *self,
                             const char     *host_id)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_HOST_ID], &self->host_id, host_id);
}

const char *
convene_meeting_get_topic (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->topic;
}

void
convene_meeting_set_topic (ConveneMeeting *self,
                           const char     *topic)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_TOPIC], &self->topic, topic);
}

const char *
convene_meeting_get_agenda (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->agenda;
}

void
convene_meeting_set_agenda (ConveneMeeting *self,
                            const char     *agenda)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_AGENDA], &self->agenda, agenda);
}

gint64
convene_meeting_get_start (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->start;
}

void
convene_meeting_set_start (ConveneMeeting *self,
                           gint64          start)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_START], &self->start, start);
}

int
convene_meeting_get_duration (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->duration;
}

void
convene_meeting_set_duration (ConveneMeeting *self,
                              int             duration)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_DURATION], &self->duration, duration);
}

const char *
convene_meeting_get_timezone (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->timezone;
}

void
convene_meeting_set_timezone (ConveneMeeting *self,
                              const char     *timezone)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_TIMEZONE], &self->timezone, timezone);
}

ConveneMeetingState
convene_meeting_get_state (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->state;
}

void
convene_meeting_set_state (ConveneMeeting     *self,
                           ConveneMeetingState state)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_STATE], (int *) &self->state, (int) state);
}

const char *
convene_meeting_get_reference (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->reference;
}

void
convene_meeting_set_reference (ConveneMeeting *self,
                               const char     *reference)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_REFERENCE], &self->reference, reference);
}

gint64
convene_meeting_get_created_at (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->created_at;
}

void
convene_meeting_set_created_at (ConveneMeeting *self,
                                gint64          created_at)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_CREATED_AT], &self->created_at, created_at);
}

const char *const *
convene_meeting_get_alternative_hosts (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return (const char *const *) self->alternative_hosts;
}

void
convene_meeting_set_alternative_hosts (ConveneMeeting    *self,
                                       const char *const *alternative_hosts)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_list (G_OBJECT (self), properties[PROP_ALTERNATIVE_HOSTS], &self->alternative_hosts, alternative_hosts);
}

gint64
convene_meeting_get_checked_at (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->checked_at;
}

void
convene_meeting_set_checked_at (ConveneMeeting *self,
                                gint64          checked_at)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_CHECKED_AT], &self->checked_at, checked_at);
}

gint64
convene_meeting_get_seen_at (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->seen_at;
}

void
convene_meeting_set_seen_at (ConveneMeeting *self,
                             gint64          seen_at)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_SEEN_AT], &self->seen_at, seen_at);
}

gint64
convene_meeting_get_seen_start (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->seen_start;
}

void
convene_meeting_set_seen_start (ConveneMeeting *self,
                                gint64          seen_start)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_SEEN_START], &self->seen_start, seen_start);
}

int
convene_meeting_get_seen_duration (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), 0);

  return self->seen_duration;
}

void
convene_meeting_set_seen_duration (ConveneMeeting *self,
                                   int             seen_duration)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_SEEN_DURATION], &self->seen_duration, seen_duration);
}

const char *
convene_meeting_get_seen_timezone (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->seen_timezone;
}

void
convene_meeting_set_seen_timezone (ConveneMeeting *self,
                                   const char     *seen_timezone)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SEEN_TIMEZONE], &self->seen_timezone, seen_timezone);
}

const char *
convene_meeting_get_seen_join_url (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->seen_join_url;
}

void
convene_meeting_set_seen_join_url (ConveneMeeting *self,
                                   const char     *seen_join_url)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SEEN_JOIN_URL], &self->seen_join_url, seen_join_url);
}

const char *
convene_meeting_get_seen_password (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), NULL);

  return self->seen_password;
}

void
convene_meeting_set_seen_password (ConveneMeeting *self,
                                   const char     *seen_password)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SEEN_PASSWORD], &self->seen_password, seen_password);
}

gboolean
convene_meeting_get_started (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), FALSE);

  return self->started;
}

void
convene_meeting_set_started (ConveneMeeting *self,
                             gboolean        started)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_boolean (G_OBJECT (self), properties[PROP_STARTED], &self->started, started);
}

ConveneEntry
convene_meeting_get_entry (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), CONVENE_ENTRY_UNKNOWN);

  return self->entry;
}

void
convene_meeting_set_entry (ConveneMeeting *self,
                           ConveneEntry    entry)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_ENTRY], (int *) &self->entry, (int) entry);
}

ConveneMeetingDrift
convene_meeting_get_drift (ConveneMeeting *self)
{
  ConveneMeetingDrift drift = CONVENE_MEETING_DRIFT_NONE;

  g_return_val_if_fail (CONVENE_IS_MEETING (self), CONVENE_MEETING_DRIFT_NONE);

  if (self->seen_at == 0)
    return CONVENE_MEETING_DRIFT_NONE;

  if (self->seen_start != self->start || self->seen_duration != self->duration)
    drift |= CONVENE_MEETING_DRIFT_MOVED;
  if (g_strcmp0 (self->seen_join_url, self->join_url) != 0 || g_strcmp0 (self->seen_password, self->password) != 0)
    drift |= CONVENE_MEETING_DRIFT_LINK;

  return drift;
}

gboolean
convene_meeting_get_hosted (ConveneMeeting *self)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (self), FALSE);

  return self->hosted;
}

void
convene_meeting_set_hosted (ConveneMeeting *self,
                            gboolean        hosted)
{
  g_return_if_fail (CONVENE_IS_MEETING (self));

  self->hosted = hosted;
}
