/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-http-retry.h"

#include "convene-clock.h"

#include <libsoup/soup.h>
#include <string.h>

/* The longest wait that makes sense: a day's limit ends at the next midnight UTC. The rest allows for clocks that differ. */
#define MAX_WAIT (26 * CONVENE_HOUR)

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static GDateTime *
parse_date (const char *text)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  GDateTime *date = g_date_time_new_from_iso8601 (text, utc);

  return date != NULL ? date : soup_date_time_new_from_http_string (text);
}

gint64
convene_http_parse_retry_after (const char *value,
                                gint64      received,
                                gint64      now)
{
  g_autofree char *text = g_strstrip (g_strdup (value != NULL ? value : ""));
  g_autoptr(GDateTime) date = NULL;
  gint64 at;

  if (is_digits (text))
    {
      guint64 seconds = g_ascii_strtoull (text, NULL, 10);

      at = received + (gint64) MIN (seconds, MAX_WAIT / CONVENE_SECOND) * CONVENE_SECOND;
      return CLAMP (at, now, now + MAX_WAIT);
    }

  date = parse_date (text);
  if (date == NULL)
    return 0;

  at = g_date_time_to_unix (date) * CONVENE_SECOND + g_date_time_get_microsecond (date);
  return CLAMP (at, now, now + MAX_WAIT);
}
