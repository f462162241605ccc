/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-zones.h"

#include <glib/gi18n-lib.h>

#include "convene-invite-clock.h"
#include "convene-invite-text.h"
#include "convene-invite-vtimezone.h"
#include "convene-invite-zone-name.h"
#include "convene-zone.h"

/* What a TZID means. */
typedef struct
{
  char                         *tzid;
  char                         *name;       /* IANA's, or NULL */
  GTimeZone                    *zone;       /* that, or NULL */
  gboolean                      is_certain; /* whether everybody takes the TZID for that */
  const ConveneInviteVtimezone *vtimezone;  /* the file's, if usable, or NULL */
} Meaning;

struct _ConveneInviteZones
{
  const GPtrArray *vtimezones;
  GPtrArray       *meanings;
};

static void
free_meaning (Meaning *meaning)
{
  g_free (meaning->tzid);
  g_free (meaning->name);
  g_clear_pointer (&meaning->zone, g_time_zone_unref);
  g_free (meaning);
}

ConveneInviteZones *
convene_invite_zones_new (const GPtrArray *vtimezones)
{
  ConveneInviteZones *self = g_new0 (ConveneInviteZones, 1);

  self->vtimezones = vtimezones;
  self->meanings = g_ptr_array_new_with_free_func ((GDestroyNotify) free_meaning);
  return self;
}

void
convene_invite_zones_free (ConveneInviteZones *self)
{
  g_ptr_array_unref (self->meanings);
  g_free (self);
}

void
convene_invite_doubt (GPtrArray *doubts,
                      char      *doubt)
{
  if (doubts != NULL && !g_ptr_array_find_with_equal_func (doubts, doubt, g_str_equal, NULL))
    g_ptr_array_add (doubts, doubt);
  else
    g_free (doubt);
}

/* Programs add quotation marks and blanks to one and not to the other. */
static char *
clean_tzid (const char *tzid)
{
  g_autofree char *cleaned = convene_invite_text_clean_line (tzid);
  gsize            length = strlen (cleaned);

  if (length >= 2 && cleaned[0] == '"' && cleaned[length - 1] == '"')
    {
      cleaned[length - 1] = '\0';
      return g_strstrip (g_strdup (cleaned + 1));
    }

  return g_steal_pointer (&cleaned);
}

static const ConveneInviteVtimezone *
find_vtimezone (const GPtrArray *vtimezones,
                const char      *tzid)
{
  for (guint i = 0; i < vtimezones->len; i++)
    {
      const ConveneInviteVtimezone *vtimezone = g_ptr_array_index (vtimezones, i);
      const char                   *name = convene_invite_vtimezone_get_name (vtimezone);
      g_autofree char              *cleaned = name != NULL ? clean_tzid (name) : NULL;

      if (g_strcmp0 (cleaned, tzid) == 0)
        return convene_invite_vtimezone_is_usable (vtimezone) ? vtimezone : NULL;
    }

  return NULL;
}

static Meaning *
find_meaning (ConveneInviteZones *self,
              const char         *raw)
{
  g_autofree char *tzid = clean_tzid (raw);
  Meaning         *meaning;

  for (guint i = 0; i < self->meanings->len; i++)
    {
      meaning = g_ptr_array_index (self->meanings, i);
      if (g_str_equal (meaning->tzid, tzid))
        return meaning;
    }

  meaning = g_new0 (Meaning, 1);
  meaning->vtimezone = find_vtimezone (self->vtimezones, tzid);
  meaning->is_certain = convene_invite_zone_name_is_certain (tzid);
  meaning->name = convene_invite_zone_name_find (tzid);
  if (meaning->name != NULL)
    meaning->zone = convene_zone_new (meaning->name, "file", NULL);
  meaning->tzid = g_steal_pointer (&tzid);
  g_ptr_array_add (self->meanings, meaning);
  return meaning;
}

static int
offset_at (GTimeZone *zone,
           gint64     instant)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant));
}

/* RFC 5545 §3.3.5: a time that comes twice is the first one, one that is left out is taken by the clock before the change. */
static gint64
find_instant (const Meaning *meaning,
              gint64         wall,
              GPtrArray     *doubts)
{
  int      before = offset_at (meaning->zone, wall - CONVENE_INVITE_CLOCK_DAY);
  int      after = offset_at (meaning->zone, wall + CONVENE_INVITE_CLOCK_DAY);
  gboolean is_before = offset_at (meaning->zone, wall - before) == before;
  gboolean is_after = offset_at (meaning->zone, wall - after) == after;

  if (before != after && is_before && is_after)
    /* Translators: %s is a time zone, such as Europe/Berlin */
    convene_invite_doubt (doubts, g_strdup_printf (_ ("Its time comes twice that day in %s; the first one was taken"), meaning->name));
  else if (!is_before && !is_after)
    /* Translators: %s is a time zone, such as Europe/Berlin */
    convene_invite_doubt (doubts, g_strdup_printf (_ ("The clocks of %s leave its time out that day"), meaning->name));

  return wall - (is_before || !is_after ? before : after);
}

/* tzdata's instant, unless the file has rules for a name that says little: then those are meant. */
static void
resolve (ConveneInviteTime *time,
         const Meaning     *meaning,
         GPtrArray         *doubts)
{
  gint64 theirs = meaning->vtimezone != NULL ? convene_invite_vtimezone_get_instant (meaning->vtimezone, time->wall) : 0;

  time->kind = CONVENE_CLAIM_TIME_KNOWN;
  time->zone = meaning->name;
  time->instant = meaning->zone != NULL ? find_instant (meaning, time->wall, doubts) : theirs;
  if (meaning->zone == NULL || meaning->vtimezone == NULL || time->instant == theirs)
    return;

  if (meaning->is_certain)
    {
      /* Translators: %s is a time zone, such as Europe/Berlin */
      convene_invite_doubt (doubts, g_strdup_printf (_ ("Its rules for the time zone %s are not the ones known here, which were taken"), meaning->tzid));
    }
  else
    {
      time->instant = theirs;
      time->zone = NULL;
    }
}

static void
read_in_zone (ConveneInviteTime *time,
              const Meaning     *meaning,
              GPtrArray         *doubts)
{
  time->zone_name = *meaning->tzid != '\0' ? meaning->tzid : NULL;
  if (meaning->zone != NULL || meaning->vtimezone != NULL)
    resolve (time, meaning, doubts);
  else
    time->kind = CONVENE_CLAIM_TIME_UNKNOWN_ZONE;
}

/* The clock time and whether it is in UTC or of a day; FALSE where it cannot be. */
static gboolean
read_clock (icalproperty        *property,
            struct icaltimetype *clock)
{
  const icalvalue *value = icalproperty_get_value (property);
  icalvalue_kind   kind = value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE;

  if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE && kind != ICAL_DATETIMEDATE_VALUE)
    return FALSE;

  *clock = kind == ICAL_DATE_VALUE ? icalvalue_get_date (value) : icalvalue_get_datetime (value);
  return TRUE;
}

ConveneInviteTime
convene_invite_zones_read (ConveneInviteZones *self,
                           icalproperty       *property,
                           GPtrArray          *doubts)
{
  ConveneInviteTime   time = { .kind = CONVENE_CLAIM_TIME_NONE };
  icalparameter      *tzid = property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;
  struct icaltimetype clock;

  if (property == NULL)
    return time;
  if (!read_clock (property, &clock) ||
      !convene_invite_clock_join (clock.year, clock.month, clock.day, clock.is_date ? 0 : clock.hour, clock.is_date ? 0 : clock.minute,
                                  clock.is_date ? 0 : clock.second, &time.wall))
    {
      convene_invite_doubt (doubts, g_strdup (_ ("A time in it is none that there is")));
      return time;
    }

  if (clock.is_date)
    {
      time.kind = CONVENE_CLAIM_TIME_DATE;
    }
  else if (icaltime_is_utc (clock))
    {
      time.kind = CONVENE_CLAIM_TIME_KNOWN;
      time.instant = time.wall;
      time.zone = "UTC";
    }
  else if (tzid == NULL || icalparameter_get_tzid (tzid) == NULL)
    {
      time.kind = CONVENE_CLAIM_TIME_FLOATING;
    }
  else
    {
      read_in_zone (&time, find_meaning (self, icalparameter_get_tzid (tzid)), doubts);
    }

  return time;
}
