/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-claim.h"

#include "convene-property.h"

struct _ConveneClaim
{
  GObject parent_instance;

  ConveneClaimKind    kind;
  char               *method;
  char               *uid;
  int                 sequence;
  gint64              made_at;
  ConveneClaimTime    time_kind;
  gint64              start;
  gint64              end;
  char               *zone;
  char               *zone_name;
  char               *wall;
  char               *summary;
  char               *description;
  char               *location;
  char               *comment;
  char               *link;
  gint64              meeting_number;
  char               *password;
  ConveneClaimPerson *organizer;
  GPtrArray          *people;
  gboolean            is_recurring;
  gint64              recurrence_id;
  gboolean            is_cancelled;
  GStrv               doubts;
};

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneClaimKind, convene_claim_kind,
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_KIND_REPLY, "reply"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_KIND_REQUEST, "request"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_KIND_CANCEL, "cancel"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_KIND_COUNTER, "counter"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_KIND_OTHER, "other"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneClaimTime, convene_claim_time,
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_TIME_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_TIME_KNOWN, "known"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_TIME_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_TIME_FLOATING, "floating"),
                    G_DEFINE_ENUM_VALUE (CONVENE_CLAIM_TIME_UNKNOWN_ZONE, "unknown-zone"))
/* clang-format on */

G_DEFINE_FINAL_TYPE (ConveneClaim, convene_claim, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_METHOD,
  PROP_UID,
  PROP_SEQUENCE,
  PROP_MADE_AT,
  PROP_TIME_KIND,
  PROP_START,
  PROP_END,
  PROP_ZONE,
  PROP_ZONE_NAME,
  PROP_WALL,
  PROP_SUMMARY,
  PROP_DESCRIPTION,
  PROP_LOCATION,
  PROP_COMMENT,
  PROP_LINK,
  PROP_MEETING_NUMBER,
  PROP_PASSWORD,
  PROP_IS_RECURRING,
  PROP_RECURRENCE_ID,
  PROP_IS_CANCELLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where the value of a property stands. */
static gpointer
find_member (ConveneClaim *self,
             guint         prop_id)
{
  gpointer members[N_PROPS] = {
    [PROP_KIND] = &self->kind,
    [PROP_METHOD] = &self->method,
    [PROP_UID] = &self->uid,
    [PROP_SEQUENCE] = &self->sequence,
    [PROP_MADE_AT] = &self->made_at,
    [PROP_TIME_KIND] = &self->time_kind,
    [PROP_START] = &self->start,
    [PROP_END] = &self->end,
    [PROP_ZONE] = &self->zone,
    [PROP_ZONE_NAME] = &self->zone_name,
    [PROP_WALL] = &self->wall,
    [PROP_SUMMARY] = &self->summary,
    [PROP_DESCRIPTION] = &self->description,
    [PROP_LOCATION] = &self->location,
    [PROP_COMMENT] = &self->comment,
    [PROP_LINK] = &self->link,
    [PROP_MEETING_NUMBER] = &self->meeting_number,
    [PROP_PASSWORD] = &self->password,
    [PROP_IS_RECURRING] = &self->is_recurring,
    [PROP_RECURRENCE_ID] = &self->recurrence_id,
    [PROP_IS_CANCELLED] = &self->is_cancelled,
  };

  return prop_id < N_PROPS ? members[prop_id] : NULL;
}

static void
convene_claim_finalize (GObject *object)
{
  ConveneClaim *self = CONVENE_CLAIM (object);

  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->zone_name, g_free);
  g_clear_pointer (&self->wall, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->comment, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->password, g_free);
  g_clear_pointer (&self->organizer, convene_claim_person_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_strfreev);

  G_OBJECT_CLASS (convene_claim_parent_class)->finalize (object);
}

static void
convene_claim_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  gpointer member = find_member (CONVENE_CLAIM (object), prop_id);

  if (member != NULL)
    convene_property_get (member, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
convene_claim_class_init (ConveneClaimClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = convene_claim_finalize;
  object_class->get_property = convene_claim_get_property;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, CONVENE_TYPE_CLAIM_KIND, CONVENE_CLAIM_KIND_REPLY, flags);
  properties[PROP_METHOD] = g_param_spec_string ("method", NULL, NULL, NULL, flags);
  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_SEQUENCE] = g_param_spec_int ("sequence", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_MADE_AT] = g_param_spec_int64 ("made-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_TIME_KIND] = g_param_spec_enum ("time-kind", NULL, NULL, CONVENE_TYPE_CLAIM_TIME, CONVENE_CLAIM_TIME_NONE, flags);
  properties[PROP_START] = g_param_spec_int64 ("start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_END] = g_param_spec_int64 ("end", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, NULL, flags);
  properties[PROP_ZONE_NAME] = g_param_spec_string ("zone-name", NULL, NULL, NULL, flags);
  properties[PROP_WALL] = g_param_spec_string ("wall", NULL, NULL, NULL, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, flags);
  properties[PROP_COMMENT] = g_param_spec_string ("comment", NULL, NULL, NULL, flags);
  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL, flags);
  properties[PROP_MEETING_NUMBER] = g_param_spec_int64 ("meeting-number", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_PASSWORD] = g_param_spec_string ("password", NULL, NULL, NULL, flags);
  properties[PROP_IS_RECURRING] = g_param_spec_boolean ("is-recurring", NULL, NULL, FALSE, flags);
  properties[PROP_RECURRENCE_ID] = g_param_spec_int64 ("recurrence-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_IS_CANCELLED] = g_param_spec_boolean ("is-cancelled", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_claim_init (ConveneClaim *self)
{
}

static void
copy_texts (ConveneClaim            *self,
            const ConveneClaimFacts *facts)
{
  self->method = g_strdup (facts->method);
  self->uid = g_strdup (facts->uid);
  self->zone = g_strdup (facts->zone);
  self->zone_name = g_strdup (facts->zone_name);
  self->wall = g_strdup (facts->wall);
  self->summary = g_strdup (facts->summary);
  self->description = g_strdup (facts->description);
  self->location = g_strdup (facts->location);
  self->comment = g_strdup (facts->comment);
  self->link = g_strdup (facts->link);
  self->password = g_strdup (facts->password);
}

ConveneClaim *
convene_claim_new (const ConveneClaimFacts *facts)
{
  static const char *const none[] = { NULL };
  ConveneClaim            *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_CLAIM, NULL);
  copy_texts (self, facts);
  self->kind = facts->kind;
  self->sequence = facts->sequence;
  self->made_at = facts->made_at;
  self->time_kind = facts->time_kind;
  self->start = facts->start;
  self->end = facts->end;
  self->meeting_number = facts->meeting_number;
  self->is_recurring = facts->is_recurring;
  self->recurrence_id = facts->recurrence_id;
  self->is_cancelled = facts->is_cancelled;
  self->organizer = convene_claim_person_copy (facts->organizer);
  self->people = facts->people != NULL ? g_ptr_array_ref (facts->people) : g_ptr_array_new ();
  self->doubts = g_strdupv ((GStrv) (facts->doubts != NULL ? facts->doubts : none));
  return self;
}

ConveneClaimKind
convene_claim_get_kind (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), CONVENE_CLAIM_KIND_OTHER);

  return self->kind;
}

const char *
convene_claim_get_method (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->method;
}

const char *
convene_claim_get_uid (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->uid;
}

int
convene_claim_get_sequence (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), 0);

  return self->sequence;
}

gint64
convene_claim_get_made_at (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), 0);

  return self->made_at;
}

ConveneClaimTime
convene_claim_get_time_kind (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), CONVENE_CLAIM_TIME_NONE);

  return self->time_kind;
}

gint64
convene_claim_get_start (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), 0);

  return self->start;
}

gint64
convene_claim_get_end (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), 0);

  return self->end;
}

const char *
convene_claim_get_zone (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->zone;
}

const char *
convene_claim_get_zone_name (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->zone_name;
}

const char *
convene_claim_get_wall (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->wall;
}

const char *
convene_claim_get_summary (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->summary;
}

const char *
convene_claim_get_description (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->description;
}

const char *
convene_claim_get_location (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->location;
}

const char *
convene_claim_get_comment (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->comment;
}

const char *
convene_claim_get_link (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->link;
}

gint64
convene_claim_get_meeting_number (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), 0);

  return self->meeting_number;
}

const char *
convene_claim_get_password (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->password;
}

const ConveneClaimPerson *
convene_claim_get_organizer (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->organizer;
}

GPtrArray *
convene_claim_get_people (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return self->people;
}

gboolean
convene_claim_get_is_recurring (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), FALSE);

  return self->is_recurring;
}

gint64
convene_claim_get_recurrence_id (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), 0);

  return self->recurrence_id;
}

gboolean
convene_claim_get_is_cancelled (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), FALSE);

  return self->is_cancelled;
}

const char *const *
convene_claim_get_doubts (ConveneClaim *self)
{
  g_return_val_if_fail (CONVENE_IS_CLAIM (self), NULL);

  return (const char *const *) self->doubts;
}
