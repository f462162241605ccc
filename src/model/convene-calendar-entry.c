/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar-entry.h"

#include <string.h>

/* Thousands are held at once: what is its own is one block, and what others have as well can be shared with them. */
struct _ConveneCalendarEntry
{
  GObject parent_instance;

  gint64 start;
  gint64 end;

  char       *uid;       /* the block */
  const char *candidate; /* within the block, or NULL */

  GRefString *candidate_timezone;
  GRefString *job;
  GRefString *host;
  GRefString *manager;

  guint platform : 8;
  guint status : 8;
  guint response : 8;
  guint has_link : 1;
  guint attention : 1;
  guint hosted : 1;
  guint foreign : 1;
};

G_DEFINE_FINAL_TYPE (ConveneCalendarEntry, convene_calendar_entry, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UID,
  PROP_START,
  PROP_END,
  PROP_CANDIDATE,
  PROP_CANDIDATE_TIMEZONE,
  PROP_JOB,
  PROP_PLATFORM,
  PROP_STATUS,
  PROP_RESPONSE,
  PROP_HAS_LINK,
  PROP_HOST,
  PROP_MANAGER,
  PROP_ATTENTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GRefString *
copy (const char *text)
{
  return text != NULL ? g_ref_string_new (text) : NULL;
}

static void
convene_calendar_entry_finalize (GObject *object)
{
  ConveneCalendarEntry *self = CONVENE_CALENDAR_ENTRY (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->candidate_timezone, g_ref_string_release);
  g_clear_pointer (&self->job, g_ref_string_release);
  g_clear_pointer (&self->host, g_ref_string_release);
  g_clear_pointer (&self->manager, g_ref_string_release);

  G_OBJECT_CLASS (convene_calendar_entry_parent_class)->finalize (object);
}

static void
convene_calendar_entry_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneCalendarEntry *self = CONVENE_CALENDAR_ENTRY (object);

  switch (prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_START:
      g_value_set_int64 (value, self->start);
      break;
    case PROP_END:
      g_value_set_int64 (value, self->end);
      break;
    case PROP_CANDIDATE:
      g_value_set_string (value, self->candidate);
      break;
    case PROP_CANDIDATE_TIMEZONE:
      g_value_set_string (value, self->candidate_timezone);
      break;
    case PROP_JOB:
      g_value_set_string (value, self->job);
      break;
    case PROP_PLATFORM:
      g_value_set_enum (value, (int) self->platform);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;
    case PROP_RESPONSE:
      g_value_set_enum (value, (int) self->response);
      break;
    case PROP_HAS_LINK:
      g_value_set_boolean (value, self->has_link);
      break;
    case PROP_HOST:
      g_value_set_string (value, self->host);
      break;
    case PROP_MANAGER:
      g_value_set_string (value, self->manager);
      break;
    case PROP_ATTENTION:
      g_value_set_boolean (value, self->attention);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_calendar_entry_class_init (ConveneCalendarEntryClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = convene_calendar_entry_finalize;
  object_class->get_property = convene_calendar_entry_get_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_START] = g_param_spec_int64 ("start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_END] = g_param_spec_int64 ("end", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CANDIDATE] = g_param_spec_string ("candidate", NULL, NULL, NULL, flags);
  properties[PROP_CANDIDATE_TIMEZONE] = g_param_spec_string ("candidate-timezone", NULL, NULL, NULL, flags);
  properties[PROP_JOB] = g_param_spec_string ("job", NULL, NULL, NULL, flags);
  properties[PROP_PLATFORM] = g_param_spec_enum ("platform", NULL, NULL, CONVENE_TYPE_PLATFORM, 0, flags);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, CONVENE_TYPE_STATUS, 0, flags);
  properties[PROP_RESPONSE] = g_param_spec_enum ("response", NULL, NULL, CONVENE_TYPE_RESPONSE, 0, flags);
  properties[PROP_HAS_LINK] = g_param_spec_boolean ("has-link", NULL, NULL, FALSE, flags);
  properties[PROP_HOST] = g_param_spec_string ("host", NULL, NULL, NULL, flags);
  properties[PROP_MANAGER] = g_param_spec_string ("manager", NULL, NULL, NULL, flags);
  properties[PROP_ATTENTION] = g_param_spec_boolean ("attention", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_calendar_entry_init (ConveneCalendarEntry *self)
{
}

ConveneCalendarEntry *
convene_calendar_entry_new (const char     *uid,
                            gint64          start,
                            gint64          end,
                            const char     *candidate,
                            const char     *candidate_timezone,
                            const char     *job,
                            ConvenePlatform platform,
                            ConveneStatus   status,
                            ConveneResponse response,
                            gboolean        has_link,
                            const char     *host,
                            const char     *manager,
                            gboolean        attention)
{
  ConveneCalendarEntry *self;
  gsize                 uid_size, candidate_size;

  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_CALENDAR_ENTRY, NULL);
  uid_size = strlen (uid) + 1;
  candidate_size = candidate != NULL ? strlen (candidate) + 1 : 0;
  self->start = start;
  self->end = end;

  self->uid = g_malloc (uid_size + candidate_size);
  memcpy (self->uid, uid, uid_size);
  if (candidate != NULL)
    self->candidate = memcpy (self->uid + uid_size, candidate, candidate_size);

  self->candidate_timezone = copy (candidate_timezone);
  self->job = copy (job);
  self->host = copy (host);
  self->manager = copy (manager);

  self->platform = platform;
  self->status = status;
  self->response = response;
  self->has_link = !!has_link;
  self->attention = !!attention;
  return self;
}

static void
share (GRefString **text,
       GHashTable  *texts)
{
  gpointer held;

  if (*text == NULL)
    return;

  if (g_hash_table_lookup_extended (texts, *text, &held, NULL))
    {
      g_ref_string_release (*text);
      *text = g_ref_string_acquire (held);
    }
  else
    g_hash_table_add (texts, g_ref_string_acquire (*text));
}

GHashTable *
convene_calendar_entry_create_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release, NULL);
}

void
convene_calendar_entry_share (ConveneCalendarEntry *self,
                              GHashTable           *texts)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_ENTRY (self));
  g_return_if_fail (texts != NULL);

  share (&self->candidate_timezone, texts);
  share (&self->job, texts);
  share (&self->host, texts);
  share (&self->manager, texts);
}

const char *
convene_calendar_entry_get_uid (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), NULL);

  return self->uid;
}

gint64
convene_calendar_entry_get_start (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), 0);

  return self->start;
}

gint64
convene_calendar_entry_get_end (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), 0);

  return self->end;
}

const char *
convene_calendar_entry_get_candidate (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), NULL);

  return self->candidate;
}

const char *
convene_calendar_entry_get_candidate_timezone (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), NULL);

  return self->candidate_timezone;
}

const char *
convene_calendar_entry_get_job (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), NULL);

  return self->job;
}

ConvenePlatform
convene_calendar_entry_get_platform (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), 0);

  return self->platform;
}

ConveneStatus
convene_calendar_entry_get_status (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), 0);

  return self->status;
}

ConveneResponse
convene_calendar_entry_get_response (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), 0);

  return self->response;
}

gboolean
convene_calendar_entry_get_has_link (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), FALSE);

  return self->has_link;
}

const char *
convene_calendar_entry_get_host (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), NULL);

  return self->host;
}

const char *
convene_calendar_entry_get_manager (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), NULL);

  return self->manager;
}

gboolean
convene_calendar_entry_get_attention (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), FALSE);

  return self->attention;
}

static gboolean
same_text (ConveneCalendarEntry *a,
           ConveneCalendarEntry *b)
{
  return g_strcmp0 (a->uid, b->uid) == 0 &&
         g_strcmp0 (a->candidate, b->candidate) == 0 &&
         g_strcmp0 (a->candidate_timezone, b->candidate_timezone) == 0 &&
         g_strcmp0 (a->job, b->job) == 0 &&
         g_strcmp0 (a->host, b->host) == 0 &&
         g_strcmp0 (a->manager, b->manager) == 0;
}

gboolean
convene_calendar_entry_get_hosted (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), FALSE);

  return self->hosted;
}

void
convene_calendar_entry_set_hosted (ConveneCalendarEntry *self,
                                   gboolean              hosted)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_ENTRY (self));

  self->hosted = !!hosted;
}

gboolean
convene_calendar_entry_get_foreign (ConveneCalendarEntry *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (self), FALSE);

  return self->foreign;
}

void
convene_calendar_entry_set_foreign (ConveneCalendarEntry *self,
                                    gboolean              foreign)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_ENTRY (self));

  self->foreign = !!foreign;
}

gboolean
convene_calendar_entry_equal (ConveneCalendarEntry *a,
                              ConveneCalendarEntry *b)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (a), FALSE);
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (b), FALSE);

  return a == b || (a->start == b->start && a->end == b->end && a->platform == b->platform && a->status == b->status && a->response == b->response && a->has_link == b->has_link && a->attention == b->attention && a->hosted == b->hosted && a->foreign == b->foreign && same_text (a, b));
}
