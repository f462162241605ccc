/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-title.h"

static char *
format_date (const char *date,
             const char *format)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr(GDateTime) day = g_date_time_new_from_iso8601 (midnight, utc);

  return day != NULL ? g_date_time_format (day, format) : g_strdup ("");
}

char *
convene_window_title_get_heading (GObject    *object,
                                  gboolean    narrow,
                                  const char *month,
                                  const char *date,
                                  const char *title)
{
  if (month == NULL)
    return g_strdup (title);

  return narrow && date != NULL ? format_date (date, "%Ob") : g_strdup (month);
}

char *
convene_window_title_get_subheading (GObject    *object,
                                     gboolean    narrow,
                                     const char *month,
                                     const char *date)
{
  return narrow && month != NULL && date != NULL ? format_date (date, "%Y") : g_strdup ("");
}

gboolean
convene_window_title_is_said (GObject    *object,
                              const char *text)
{
  return text != NULL && *text != '\0';
}
