/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-words-private.h"
#include "convene-zone.h"

/* Formats of g_date_time_format (), by locale: clock of 24 or 12 hours, day or month first. A translation sets all four as its language has them. */
/* clang-format off */
static const char *const formats[][4] = {
  [CONVENE_WORDS_TIME] = {
    /* Translators: formats of g_date_time_format (), see strftime (3): a time of day, on a clock of 24 and of 12 hours. */
    NC_("time of day", "%H:%M"),
    NC_("time of day", "%-I:%M %p"),
    NC_("time of day", "%H:%M"),
    NC_("time of day", "%-I:%M %p"),
  },
  [CONVENE_WORDS_DAY] = {
    /* Translators: "Tuesday 1 December", and the same where the locale writes the month before the day. */
    NC_("date", "%A %-d %B"),
    NC_("date", "%A %-d %B"),
    NC_("date", "%A, %B %-d"),
    NC_("date", "%A, %B %-d"),
  },
  [CONVENE_WORDS_DAY_YEAR] = {
    NC_("date", "%A %-d %B %Y"),
    NC_("date", "%A %-d %B %Y"),
    NC_("date", "%A, %B %-d, %Y"),
    NC_("date", "%A, %B %-d, %Y"),
  },
  [CONVENE_WORDS_DAY_TIME] = {
    NC_("date", "%A %-d %B, %H:%M"),
    NC_("date", "%A %-d %B, %-I:%M %p"),
    NC_("date", "%A, %B %-d, %H:%M"),
    NC_("date", "%A, %B %-d, %-I:%M %p"),
  },
  [CONVENE_WORDS_YEAR_TIME] = {
    NC_("date", "%A %-d %B %Y, %H:%M"),
    NC_("date", "%A %-d %B %Y, %-I:%M %p"),
    NC_("date", "%A, %B %-d, %Y, %H:%M"),
    NC_("date", "%A, %B %-d, %Y, %-I:%M %p"),
  },
  [CONVENE_WORDS_SHORT] = {
    NC_("date", "%a %-d %b, %H:%M"),
    NC_("date", "%a %-d %b, %-I:%M %p"),
    NC_("date", "%a, %b %-d, %H:%M"),
    NC_("date", "%a, %b %-d, %-I:%M %p"),
  },
  [CONVENE_WORDS_SHORT_YEAR] = {
    NC_("date", "%a %-d %b %Y, %H:%M"),
    NC_("date", "%a %-d %b %Y, %-I:%M %p"),
    NC_("date", "%a, %b %-d, %Y, %H:%M"),
    NC_("date", "%a, %b %-d, %Y, %-I:%M %p"),
  },
};
/* clang-format on */

GDateTime *
convene_words_to_wall (gint64      instant,
                       const char *zone)
{
  g_autoptr(GTimeZone) named = zone != NULL ? convene_zone_new (zone, NULL, NULL) : g_time_zone_new_local ();
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / CONVENE_SECOND);

  if (utc == NULL)
    return NULL;

  return named != NULL ? g_date_time_to_timezone (utc, named) : g_steal_pointer (&utc);
}

char *
convene_words_format (GDateTime        *wall,
                      ConveneWordsShape shape)
{
  int   locale = (convene_words_has_month_first () ? 2 : 0) + (convene_words_has_twelve_hours () ? 1 : 0);
  char *text = wall != NULL ? g_date_time_format (wall, g_dpgettext2 (GETTEXT_PACKAGE, shape == CONVENE_WORDS_TIME ? "time of day" : "date", formats[shape][locale])) : NULL;

  return text != NULL ? text : g_strdup ("");
}

static char *
format_instant (gint64            instant,
                const char       *zone,
                ConveneWordsShape shape)
{
  g_autoptr(GDateTime) wall = convene_words_to_wall (instant, zone);

  return convene_words_format (wall, shape);
}

char *
convene_words_time (gint64      instant,
                    const char *zone)
{
  return format_instant (instant, zone, CONVENE_WORDS_TIME);
}

char *
convene_words_time_range (gint64      start,
                          gint64      end,
                          const char *zone)
{
  g_autofree char *from = convene_words_time (start, zone);
  g_autofree char *to = convene_words_time (end, zone);

  /* Translators: from one time of day to another: 10:00 – 10:45. */
  return g_strdup_printf (C_("time of day", "%s – %s"), from, to);
}

/* With the year where it is not that of `now`. */
static char *
format_near (gint64            instant,
             const char       *zone,
             gint64            now,
             ConveneWordsShape shape,
             ConveneWordsShape with_year)
{
  g_autoptr(GDateTime) wall = convene_words_to_wall (instant, zone);
  g_autoptr(GDateTime) today = convene_words_to_wall (now, zone);
  gboolean same_year = wall != NULL && today != NULL && g_date_time_get_year (wall) == g_date_time_get_year (today);

  return convene_words_format (wall, same_year ? shape : with_year);
}

char *
convene_words_day (gint64      instant,
                   const char *zone,
                   gint64      now)
{
  return format_near (instant, zone, now, CONVENE_WORDS_DAY, CONVENE_WORDS_DAY_YEAR);
}

char *
convene_words_month (int year,
                     int month)
{
  g_autoptr(GDateTime) first = g_date_time_new_utc (year, month, 1, 0, 0, 0);

  g_return_val_if_fail (first != NULL, g_strdup (""));

  /* Translators: a format of g_date_time_format (): the name of a month that stands alone, with its year: December 2026. */
  return g_date_time_format (first, C_("month", "%OB %Y"));
}

char *
convene_words_short (gint64      instant,
                     const char *zone)
{
  return format_instant (instant, zone, CONVENE_WORDS_SHORT);
}

char *
convene_words_short_dated (gint64      instant,
                           const char *zone,
                           gint64      now)
{
  return format_near (instant, zone, now, CONVENE_WORDS_SHORT, CONVENE_WORDS_SHORT_YEAR);
}

char *
convene_words_duration (int minutes)
{
  if (minutes < 60)
    /* Translators: how long something lasts: minutes. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d min", "%d min", minutes), minutes);
  if (minutes % 60 == 0)
    /* Translators: how long something lasts: hours. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d h", "%d h", minutes / 60), minutes / 60);

  /* Translators: how long something lasts: hours and minutes. */
  return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);
}

/* Rounded down, before 1970 too. */
static gint64
get_minute (gint64 instant)
{
  return instant >= 0 ? instant / CONVENE_MINUTE : (instant + 1) / CONVENE_MINUTE - 1;
}

static char *
format_future (gint64 minutes,
               gint64 hours,
               gint64 days)
{
  if (minutes < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d minute", "in %d minutes", minutes), (int) minutes);
  if (hours < 24)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d hour", "in %d hours", hours), (int) hours);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", days), (int) days);
}

static char *
format_past (gint64 minutes,
             gint64 hours,
             gint64 days)
{
  if (minutes < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute ago", "%d minutes ago", minutes), (int) minutes);
  if (hours < 24)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour ago", "%d hours ago", hours), (int) hours);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", days), (int) days);
}

/* Whole minutes as a clock on the wall shows them: at 9:52:40, ten is eight minutes away. */
char *
convene_words_relative (gint64 instant,
                        gint64 now)
{
  gint64 minutes = get_minute (instant) - get_minute (now);
  gint64 distance = ABS (minutes);
  gint64 hours = (distance + 30) / 60;
  gint64 days = MAX ((distance + 12 * 60) / (24 * 60), 1);

  if (minutes == 0)
    return g_strdup (C_("how soon", "now"));

  return minutes > 0 ? format_future (distance, hours, days) : format_past (distance, hours, days);
}
