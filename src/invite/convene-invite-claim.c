/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-claim.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-invite-clock.h"
#include "convene-invite-link.h"
#include "convene-invite-person.h"
#include "convene-invite-property.h"

/* In characters: more than any invitation shows. */
#define MAX_UID 1000
#define MAX_LINE 1000
#define MAX_LINES 20000
#define MAX_COMMENT 5000

#define MAX_LENGTH (31 * CONVENE_INVITE_CLOCK_DAY)

/* What becomes a claim, as it is read. */
typedef struct
{
  ConveneInviteZones *zones;
  icalcomponent      *event;
  ConveneClaimFacts   facts;
  ConveneInviteTime   start;
  icalproperty       *end; /* DTEND or DURATION */
  GPtrArray          *doubts;
  char               *uid;
  char               *summary;
  char               *description;
  char               *location;
  GString            *comment;
  char               *conference; /* the link that stands in a property made for it */
  char               *url;
  char               *link;
  char               *password;
  ConveneClaimPerson *organizer;
} Reading;

static void
clear_reading (Reading *self)
{
  g_clear_pointer (&self->event, icalcomponent_free);
  g_clear_pointer (&self->facts.people, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_free ((char *) self->facts.wall);
  g_free (self->uid);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->location);
  g_free (self->conference);
  g_free (self->url);
  g_free (self->link);
  g_free (self->password);
  g_clear_pointer (&self->organizer, convene_claim_person_free);
  if (self->comment != NULL)
    g_string_free (self->comment, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static ConveneClaimKind
judge_method (const char *method)
{
  static const char *const methods[] = { "REPLY", "REQUEST", "CANCEL", "COUNTER" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (method, methods[i]) == 0)
      return (ConveneClaimKind) i;

  return CONVENE_CLAIM_KIND_OTHER;
}

static void
set_once (char **member,
          char  *value)
{
  if (*member == NULL)
    *member = value;
  else
    g_free (value);
}

static void
add_person (Reading      *self,
            icalproperty *property)
{
  g_autofree char *comment = convene_invite_person_dup_comment (property);

  g_ptr_array_add (self->facts.people, convene_invite_person_read (property));
  if (comment != NULL && self->comment == NULL)
    self->comment = g_string_new (comment);
}

/* RFC 5546 allows several. */
static void
add_comment (Reading      *self,
             icalproperty *property)
{
  g_autofree char *comment = convene_invite_property_dup_lines (property, MAX_COMMENT);

  if (comment == NULL)
    return;
  if (self->comment == NULL)
    self->comment = g_string_new (comment);
  else if (self->comment->len + strlen (comment) < MAX_COMMENT)
    g_string_append_printf (self->comment, "\n%s", comment);
}

static void
set_organizer (Reading      *self,
               icalproperty *property)
{
  if (self->organizer == NULL)
    self->organizer = convene_invite_person_read (property);
}

static gint64
read_instant (Reading      *self,
              icalproperty *property)
{
  ConveneInviteTime time = convene_invite_zones_read (self->zones, property, NULL);

  return (time.kind == CONVENE_CLAIM_TIME_KNOWN ? time.instant : time.wall) * G_USEC_PER_SEC;
}

static void
read_start (Reading      *self,
            icalproperty *property)
{
  g_autoptr(GDateTime) wall = NULL;

  if (self->facts.wall != NULL)
    return;

  self->start = convene_invite_zones_read (self->zones, property, self->doubts);
  self->facts.time_kind = self->start.kind;
  if (self->start.kind == CONVENE_CLAIM_TIME_NONE)
    return;

  wall = g_date_time_new_from_unix_utc (self->start.wall);
  self->facts.wall = g_date_time_format (wall, self->start.kind == CONVENE_CLAIM_TIME_DATE ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M");
  self->facts.zone = self->start.zone;
  self->facts.zone_name = self->start.zone_name;
}

static void
read_status (Reading      *self,
             icalproperty *property)
{
  const icalvalue *value = icalproperty_get_value (property);

  if (value != NULL && icalvalue_isa (value) == ICAL_STATUS_VALUE)
    self->facts.is_cancelled = icalvalue_get_status (value) == ICAL_STATUS_CANCELLED;
}

/* Properties that libical knows by no name. */
static void
read_other (Reading      *self,
            icalproperty *property)
{
  const char *name = icalproperty_get_x_name (property);

  if (name != NULL && (g_str_equal (name, "X-GOOGLE-CONFERENCE") || g_str_equal (name, "X-MICROSOFT-SKYPETEAMSMEETINGURL")))
    set_once (&self->conference, convene_invite_link_find_any (convene_invite_property_get_text (property)));
}

static void
read_text (Reading      *self,
           icalproperty *property)
{
  switch (icalproperty_isa (property))
    {
    case ICAL_UID_PROPERTY:
      set_once (&self->uid, convene_invite_property_dup_line (property, MAX_UID));
      break;
    case ICAL_SUMMARY_PROPERTY:
      set_once (&self->summary, convene_invite_property_dup_line (property, MAX_LINE));
      break;
    case ICAL_DESCRIPTION_PROPERTY:
      set_once (&self->description, convene_invite_property_dup_lines (property, MAX_LINES));
      break;
    case ICAL_LOCATION_PROPERTY:
      set_once (&self->location, convene_invite_property_dup_line (property, MAX_LINE));
      break;
    case ICAL_CONFERENCE_PROPERTY:
      set_once (&self->conference, convene_invite_link_find_any (convene_invite_property_get_text (property)));
      break;
    case ICAL_URL_PROPERTY:
      set_once (&self->url, convene_invite_property_dup_line (property, MAX_LINES));
      break;
    case ICAL_COMMENT_PROPERTY:
      add_comment (self, property);
      break;
    case ICAL_X_PROPERTY:
      read_other (self, property);
      break;
    default:
      break;
    }
}

static void
read_property (Reading      *self,
               icalproperty *property)
{
  switch (icalproperty_isa (property))
    {
    case ICAL_ATTENDEE_PROPERTY:
      add_person (self, property);
      break;
    case ICAL_ORGANIZER_PROPERTY:
      set_organizer (self, property);
      break;
    case ICAL_DTSTART_PROPERTY:
      read_start (self, property);
      break;
    case ICAL_DTEND_PROPERTY:
    case ICAL_DURATION_PROPERTY:
      self->end = property;
      break;
    case ICAL_DTSTAMP_PROPERTY:
      self->facts.made_at = read_instant (self, property);
      break;
    case ICAL_RECURRENCEID_PROPERTY:
      self->facts.recurrence_id = read_instant (self, property);
      break;
    case ICAL_XLICERROR_PROPERTY:
      convene_invite_doubt (self->doubts, g_strdup (_ ("A part of it cannot be read")));
      break;
    case ICAL_STATUS_PROPERTY:
      read_status (self, property);
      break;
    default:
      read_text (self, property);
    }
}

/* Seconds; 0 where the file says no duration. */
static gint64
read_duration (icalproperty *property)
{
  const icalvalue        *value = icalproperty_get_value (property);
  struct icaldurationtype duration;
  gint64                  seconds;

  if (value == NULL || icalvalue_isa (value) != ICAL_DURATION_VALUE)
    return 0;

  duration = icalvalue_get_duration (value);
  seconds = (((gint64) duration.weeks * 7 + duration.days) * 24 + duration.hours) * 3600 + (gint64) duration.minutes * 60 + duration.seconds;
  return duration.is_neg ? -seconds : seconds;
}

/* Seconds after the start, by whichever of the two says it; 0 without. */
static gint64
read_length (Reading *self)
{
  ConveneInviteTime end;

  if (icalproperty_isa (self->end) == ICAL_DURATION_PROPERTY)
    return read_duration (self->end);

  end = convene_invite_zones_read (self->zones, self->end, self->doubts);
  return end.kind == CONVENE_CLAIM_TIME_KNOWN ? end.instant - self->start.instant : 0;
}

static void
read_times (Reading *self)
{
  gint64 length;

  if (self->start.kind != CONVENE_CLAIM_TIME_KNOWN)
    return;

  self->facts.start = self->start.instant * G_USEC_PER_SEC;
  if (self->end == NULL)
    return;

  length = read_length (self);
  if (length > 0 && length <= MAX_LENGTH)
    self->facts.end = (self->start.instant + length) * G_USEC_PER_SEC;
  else
    convene_invite_doubt (self->doubts, g_strdup (_ ("Its end makes no sense")));
}

/* What is made for the link before what may have one, and there one that looks like it before any other. */
static void
read_link (Reading *self)
{
  self->link = g_steal_pointer (&self->conference);
  if (self->link == NULL)
    self->link = convene_invite_link_find (self->url);
  if (self->link == NULL)
    self->link = convene_invite_link_find (self->location);
  if (self->link == NULL)
    self->link = convene_invite_link_find (self->description);
  if (self->link == NULL)
    self->link = convene_invite_link_find_any (self->url);
  if (self->link == NULL)
    self->link = convene_invite_link_find_any (self->location);
  if (self->link == NULL)
    return;

  self->facts.meeting_number = convene_invite_link_find_number (self->link, self->description);
  self->password = convene_invite_link_find_password (self->description);
}

static ConveneClaim *
make_claim (Reading *self)
{
  self->facts.kind = judge_method (self->facts.method);
  self->facts.uid = self->uid;
  self->facts.summary = self->summary;
  self->facts.description = self->description;
  self->facts.location = self->location;
  self->facts.comment = self->comment != NULL ? self->comment->str : NULL;
  self->facts.link = self->link;
  self->facts.password = self->password;
  self->facts.organizer = self->organizer;
  g_ptr_array_add (self->doubts, NULL);
  self->facts.doubts = (const char *const *) self->doubts->pdata;
  return convene_claim_new (&self->facts);
}

ConveneClaim *
convene_invite_claim_read (const ConveneInviteFound *found,
                           ConveneInviteZones       *zones,
                           const char               *doubt)
{
  g_auto (Reading) self = { .zones = zones };

  self.event = icalparser_parse_string (found->lines->str);
  if (self.event == NULL || icalcomponent_isa (self.event) != ICAL_VEVENT_COMPONENT)
    return NULL;

  self.facts.method = found->method;
  self.facts.sequence = found->sequence;
  self.facts.is_recurring = found->is_recurring;
  self.facts.people = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_claim_person_free);
  self.doubts = g_ptr_array_new_with_free_func (g_free);
  if (doubt != NULL)
    convene_invite_doubt (self.doubts, g_strdup (doubt));

  for (icalproperty *property = icalcomponent_get_first_property (self.event, ICAL_ANY_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (self.event, ICAL_ANY_PROPERTY))
    read_property (&self, property);
  read_times (&self);
  read_link (&self);
  return make_claim (&self);
}
