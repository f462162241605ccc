/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "clock-changes.h"

#include <string.h>
#include <time.h>

#include "convene-zone.h"

#define FIRST G_GINT64_CONSTANT (1704067200) /* 2024-01-01T00:00:00Z */
#define LAST G_GINT64_CONSTANT (1924991999)  /* 2030-12-31T23:59:59Z */
#define STEP (12 * 60 * 60)

/* "Z Africa/Abidjan …", "L America/Panama America/Atikokan": what tzdata has, in the form it is made of. */
static const char *
find_name (char   **fields,
           gboolean with_links)
{
  if (g_strcmp0 (fields[0], "Z") == 0)
    return fields[1];

  return with_links && g_strcmp0 (fields[0], "L") == 0 && fields[1] != NULL ? fields[2] : NULL;
}

GPtrArray *
clock_changes_list_zones (gboolean with_links)
{
  GPtrArray       *zones = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents ("/usr/share/zoneinfo/tzdata.zi", &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], " ", 4);
      const char *name = find_name (fields, with_links);
      g_autoptr(GTimeZone) zone = name != NULL ? convene_zone_new (name, NULL, NULL) : NULL;

      if (zone != NULL)
        g_ptr_array_add (zones, g_strdup (name));
    }

  return zones;
}

static struct tm
local (gint64 seconds)
{
  time_t    at = seconds;
  struct tm parts;

  g_assert_nonnull (localtime_r (&at, &parts));
  return parts;
}

static long
offset (gint64 seconds)
{
  return local (seconds).tm_gmtoff;
}

static gint64
narrow_down (gint64 before,
             gint64 after)
{
  while (after - before > 1)
    if (offset (before + (after - before) / 2) == offset (before))
      before += (after - before) / 2;
    else
      after = before + (after - before) / 2;

  return after;
}

GArray *
clock_changes_find (const char *zone)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_true (g_setenv ("TZ", zone, TRUE));
  tzset ();
  for (gint64 at = FIRST; at < LAST; at += STEP)
    if (offset (at) != offset (at + STEP))
      {
        gint64 change = narrow_down (at, at + STEP) * G_USEC_PER_SEC;

        g_array_append_val (changes, change);
      }

  return changes;
}

char *
clock_changes_format (gint64 at)
{
  static const char *const months[] = { "January", "February", "March", "April", "May", "June",
                                        "July", "August", "September", "October", "November", "December" };
  struct tm                parts = local (at / G_USEC_PER_SEC);

  return g_strdup_printf ("%d %s %d, %02d:%02d", parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min);
}
