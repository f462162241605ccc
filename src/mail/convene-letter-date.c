/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include "convene-error.h"
#include "convene-zone.h"

#define MAX_UNITS 512

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UDateIntervalFormat, udtitvfmt_close)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (UDateFormat, udat_close, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (UDateTimePatternGenerator, udatpg_close, NULL)

/* Octets of text for ICU, which counts in UTF-16. */
typedef struct
{
  UChar   units[MAX_UNITS];
  int32_t length;
} Units;

static void
to_units (const char *text,
          Units      *units,
          UErrorCode *status)
{
  u_strFromUTF8 (units->units, MAX_UNITS, &units->length, text, -1, status);
}

static char *
from_units (const Units *units,
            UErrorCode   status)
{
  if (U_FAILURE (status) || units->length <= 0 || units->length > MAX_UNITS)
    return NULL;

  return g_utf16_to_utf8 ((const gunichar2 *) units->units, units->length, NULL, NULL, NULL);
}

static char *
checked (char    *text,
         GError **error)
{
  if (text == NULL)
    convene_error_set_field (error, "start", _ ("The date and time could not be written out"));

  return text;
}

static int
offset_at (GTimeZone *zone,
           gint64     at)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at / G_USEC_PER_SEC));
}

/* The wall clock at an instant as if it were UTC, in ICU's milliseconds: formatted with UTC it shows what tzdata says. */
static UDate
wall_of (GTimeZone *zone,
         gint64     at)
{
  return (double) (at / 1000 + (gint64) offset_at (zone, at) * 1000);
}

char *
convene_letter_date_range (const char *locale,
                           const char *zone,
                           gint64      from,
                           gint64      to,
                           GError    **error)
{
  g_autoptr(GTimeZone) known = convene_zone_new (zone, "timezone", error);
  g_autoptr(UDateIntervalFormat) format = NULL;
  UErrorCode status = U_ZERO_ERROR;
  Units      utc, skeleton, text;

  if (known == NULL)
    return NULL;

  to_units ("Etc/UTC", &utc, &status);
  to_units ("yMMMMEEEEdjm", &skeleton, &status);
  format = udtitvfmt_open (locale, skeleton.units, skeleton.length, utc.units, utc.length, &status);
  text.length = udtitvfmt_format (format, wall_of (known, from), wall_of (known, to), text.units, MAX_UNITS, NULL, &status);

  return checked (from_units (&text, status), error);
}

/* `pattern` in ICU's letters, at a time, in a zone that ICU knows. */
static char *
format_pattern (const char  *locale,
                const Units *pattern,
                const char  *zone,
                UDate        at,
                UErrorCode   status)
{
  g_auto (UDateFormat) format = NULL;
  Units zone_units, text;

  to_units (zone, &zone_units, &status);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, zone_units.units, zone_units.length, pattern->units, pattern->length, &status);
  text.length = udat_format (format, at, text.units, MAX_UNITS, NULL, &status);

  return from_units (&text, status);
}

/* What the locale makes of a skeleton, on the wall clock of a zone. */
static char *
format_skeleton (const char *locale,
                 const char *fields,
                 const char *zone,
                 gint64      at,
                 GError    **error)
{
  g_autoptr(GTimeZone) known = convene_zone_new (zone, "timezone", error);
  g_auto (UDateTimePatternGenerator) generator = NULL;
  UErrorCode status = U_ZERO_ERROR;
  Units      skeleton, pattern;

  if (known == NULL)
    return NULL;

  to_units (fields, &skeleton, &status);
  generator = udatpg_open (locale, &status);
  pattern.length = udatpg_getBestPattern (generator, skeleton.units, skeleton.length, pattern.units, MAX_UNITS, &status);

  return checked (format_pattern (locale, &pattern, "Etc/UTC", wall_of (known, at), status), error);
}

char *
convene_letter_date_short (const char *locale,
                           const char *zone,
                           gint64      at,
                           GError    **error)
{
  return format_skeleton (locale, "yMMMEdjm", zone, at, error);
}

char *
convene_letter_date_day (const char *locale,
                         const char *zone,
                         gint64      at,
                         GError    **error)
{
  return format_skeleton (locale, "yMMMMEEEEd", zone, at, error);
}

static char *
format_city (const char *locale,
             const char *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  Units      pattern;

  to_units ("VVV", &pattern, &status);
  return format_pattern (locale, &pattern, zone, 0, status);
}

char *
convene_letter_date_city (const char *locale,
                          const char *zone)
{
  g_autofree char *city = format_city (locale, zone);
  g_autofree char *unknown = format_city (locale, "Etc/Unknown");
  const char      *last = strrchr (zone, '/');

  if (city != NULL && g_strcmp0 (city, unknown) != 0)
    return g_steal_pointer (&city);
  if (last == NULL || g_str_has_prefix (zone, "Etc/"))
    return NULL;

  /* A zone younger than this ICU: its name in tzdata is the city's in English. */
  return g_strdelimit (g_strdup (last + 1), "_", ' ');
}

char *
convene_letter_date_offset (const char *zone,
                            gint64      at)
{
  g_autoptr(GTimeZone) known = convene_zone_new (zone, "timezone", NULL);
  int minutes;

  if (known == NULL)
    return NULL;

  minutes = offset_at (known, at) / 60;
  if (minutes == 0)
    return g_strdup ("UTC");
  if (minutes % 60 == 0)
    return g_strdup_printf ("UTC%s%d", minutes < 0 ? "\u2212" : "+", ABS (minutes) / 60);

  return g_strdup_printf ("UTC%s%d:%02d", minutes < 0 ? "\u2212" : "+", ABS (minutes) / 60, ABS (minutes) % 60);
}
