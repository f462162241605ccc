/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-moment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-zone.h"

struct _ConveneMoment
{
  char  *wall;
  char  *zone;
  gint64 instant;
  char  *tzdata;
};

G_DEFINE_BOXED_TYPE (ConveneMoment, convene_moment, convene_moment_copy, convene_moment_free)

#define DAY_SECONDS (24 * 60 * 60)

/* What a text says, before any zone is asked. */
typedef struct
{
  gint64   wall; /* seconds since 1970, as if the wall clock were UTC */
  gboolean has_offset;
  int      offset; /* seconds east of UTC */
} Reading;

static gboolean
scan_number (const char **cursor,
             guint        digits,
             int         *value)
{
  *value = 0;
  for (guint i = 0; i < digits; i++, (*cursor)++)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *value = *value * 10 + (**cursor - '0');
    }
  return TRUE;
}

static gboolean
scan_char (const char **cursor,
           const char  *accepted)
{
  if (**cursor == '\0' || strchr (accepted, **cursor) == NULL)
    return FALSE;

  (*cursor)++;
  return TRUE;
}

static gboolean
scan_offset (const char **cursor,
             Reading     *reading)
{
  gboolean negative = **cursor == '-';
  int      hours = 0, minutes = 0;

  if (**cursor == '\0')
    return TRUE;

  reading->has_offset = TRUE;
  if (scan_char (cursor, "Zz"))
    return TRUE;
  if (!scan_char (cursor, "+-") || !scan_number (cursor, 2, &hours) || !scan_char (cursor, ":") || !scan_number (cursor, 2, &minutes))
    return FALSE;
  if (hours > 15 || minutes > 59)
    return FALSE;

  reading->offset = (hours * 60 + minutes) * 60 * (negative ? -1 : 1);
  return TRUE;
}

static gboolean
scan (const char *text,
      Reading    *reading)
{
  const char *cursor = text;
  int         year, month, day, hour, minute, second;
  g_autoptr(GDateTime) as_utc = NULL;

  if (!scan_number (&cursor, 4, &year) || !scan_char (&cursor, "-") || !scan_number (&cursor, 2, &month) || !scan_char (&cursor, "-") ||
      !scan_number (&cursor, 2, &day) || !scan_char (&cursor, "Tt ") || !scan_number (&cursor, 2, &hour) || !scan_char (&cursor, ":") ||
      !scan_number (&cursor, 2, &minute))
    return FALSE;
  if (scan_char (&cursor, ":") && (!scan_number (&cursor, 2, &second) || second != 0))
    return FALSE;
  if (!scan_offset (&cursor, reading) || *cursor != '\0')
    return FALSE;
  if (year < 1970 || year > 2100)
    return FALSE;

  as_utc = g_date_time_new_utc (year, month, day, hour, minute, 0);
  if (as_utc == NULL)
    return FALSE;

  reading->wall = g_date_time_to_unix (as_utc);
  return TRUE;
}

static int
offset_at (GTimeZone *zone,
           gint64     instant)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant));
}

/* The offset before and after any change of clock near a wall-clock time. No zone changes twice within two days. */
static void
offsets_around (GTimeZone *zone,
                gint64     wall,
                int       *before,
                int       *after)
{
  *before = offset_at (zone, wall - DAY_SECONDS);
  *after = offset_at (zone, wall + DAY_SECONDS);
}

static char *
format_wall (gint64 wall)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (wall);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M") : NULL;
}

static char *
format_reading (gint64 wall,
                int    offset)
{
  g_autofree char *text = format_wall (wall);

  return g_strdup_printf ("%s%c%02d:%02d", text, offset < 0 ? '-' : '+', ABS (offset) / 3600, ABS (offset) / 60 % 60);
}

static ConveneMoment *
moment_new (GTimeZone *zone,
            gint64     seconds)
{
  ConveneMoment *self = g_new0 (ConveneMoment, 1);

  self->wall = format_wall (seconds + offset_at (zone, seconds));
  self->zone = g_strdup (g_time_zone_get_identifier (zone));
  self->instant = seconds * G_USEC_PER_SEC;
  self->tzdata = g_strdup (convene_zone_get_version ());
  return self;
}

static ConveneMoment *
refuse (gint64      wall,
        int         first,
        int         second,
        const char *zone,
        gboolean    doubled,
        GError    **error)
{
  g_autofree char *text = format_wall (wall);
  g_autofree char *one = format_reading (wall, first);
  g_autofree char *other = format_reading (wall, second);

  if (doubled)
    /* Translators: a wall-clock time, a time zone, and two ways to write the time with its offset */
    convene_error_set_field (error, "start", _ ("%s happens twice in %s, because the clocks go back: give %s or %s"), text, zone, one, other);
  else
    /* Translators: a wall-clock time, a time zone, and two ways to write the time with its offset */
    convene_error_set_field (error, "start", _ ("%s does not exist in %s, because the clocks go forward: give %s or %s"), text, zone, one, other);

  return NULL;
}

static ConveneMoment *
resolve (const Reading *reading,
         GTimeZone     *zone,
         GError       **error)
{
  const char *name = g_time_zone_get_identifier (zone);
  gboolean    fits_before, fits_after;
  int         before, after;

  offsets_around (zone, reading->wall, &before, &after);
  fits_before = offset_at (zone, reading->wall - before) == before;
  fits_after = offset_at (zone, reading->wall - after) == after;
  if (reading->has_offset)
    {
      gboolean skipped = !fits_before && !fits_after && (reading->offset == before || reading->offset == after);

      if (skipped || offset_at (zone, reading->wall - reading->offset) == reading->offset)
        return moment_new (zone, reading->wall - reading->offset);

      convene_error_set_field (error, "start", _ ("%s does not have that offset from UTC then: leave the offset away"), name);
      return NULL;
    }

  if (before != after && fits_before == fits_after)
    return refuse (reading->wall, before, after, name, fits_before, error);
  if (!fits_before && !fits_after)
    {
      convene_error_set_field (error, "start", _ ("That time cannot be told in %s: give it in UTC"), name);
      return NULL;
    }

  return moment_new (zone, reading->wall - (fits_before ? before : after));
}

ConveneMoment *
convene_moment_parse (const char *text,
                      const char *zone,
                      GError    **error)
{
  g_autoptr(GTimeZone) timezone = NULL;
  Reading reading = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  timezone = convene_zone_new (zone, "timezone", error);
  if (timezone == NULL)
    return NULL;

  if (!scan (text, &reading))
    {
      convene_error_set_field (error, "start", _ ("The start is no date and time between 1970 and 2100: write it as 2026-12-01 10:00"));
      return NULL;
    }

  return resolve (&reading, timezone, error);
}

ConveneMoment *
convene_moment_new_at (gint64      instant,
                       const char *zone,
                       GError    **error)
{
  g_autoptr(GTimeZone) timezone = convene_zone_new (zone, "timezone", error);
  gint64 seconds = instant / G_USEC_PER_SEC;

  if (timezone == NULL)
    return NULL;

  return moment_new (timezone, seconds - seconds % 60);
}

ConveneMoment *
convene_moment_restore (const char *wall,
                        const char *zone,
                        gint64      instant,
                        const char *tzdata)
{
  ConveneMoment *self = g_new0 (ConveneMoment, 1);

  self->wall = g_strdup (wall);
  self->zone = g_strdup (zone);
  self->instant = instant;
  self->tzdata = g_strdup (tzdata);
  return self;
}

ConveneMoment *
convene_moment_copy (const ConveneMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return convene_moment_restore (self->wall, self->zone, self->instant, self->tzdata);
}

void
convene_moment_free (ConveneMoment *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->wall);
  g_free (self->zone);
  g_free (self->tzdata);
  g_free (self);
}

const char *
convene_moment_get_wall (const ConveneMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->wall;
}

const char *
convene_moment_get_zone (const ConveneMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->zone;
}

gint64
convene_moment_get_instant (const ConveneMoment *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->instant;
}

const char *
convene_moment_get_tzdata (const ConveneMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tzdata;
}

gboolean
convene_moment_is_doubled (const ConveneMoment *self)
{
  g_autoptr(GTimeZone) zone = NULL;
  Reading reading = { 0 };
  int     before, after;

  g_return_val_if_fail (self != NULL, FALSE);

  zone = convene_zone_new (self->zone, NULL, NULL);
  if (zone == NULL || !scan (self->wall, &reading))
    return FALSE;

  offsets_around (zone, reading.wall, &before, &after);
  return before > after && offset_at (zone, reading.wall - before) == before && offset_at (zone, reading.wall - after) == after;
}

char *
convene_instant_to_string (gint64 instant)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}
