/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-zone-name.h"

#include <string.h>
#include <unicode/ucal.h>

#include "convene-zone.h"

#define MAX_NAME 255
#define MAX_ID 64

static const char *const utc[] = { "UTC", "GMT", "Z", "Etc/UTC", "Etc/GMT", "tzone://Microsoft/Utc", "Coordinated Universal Time", NULL };

static gboolean
is_zone (const char *name)
{
  g_autoptr(GTimeZone) zone = convene_zone_new (name, "file", NULL);

  return zone != NULL;
}

static gboolean
get_canonical (const char *name,
               UChar       canonical[MAX_ID])
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      wide[MAX_ID];
  gsize      length = strlen (name);

  if (length >= MAX_ID || !g_str_is_ascii (name))
    return FALSE;

  for (gsize i = 0; i <= length; i++)
    wide[i] = (UChar) name[i];
  memset (canonical, 0, MAX_ID * sizeof (UChar));
  ucal_getCanonicalTimeZoneID (wide, (int32_t) length, canonical, MAX_ID, NULL, &status);
  return U_SUCCESS (status);
}

/* Unicode keeps the first name that a zone had (Asia/Calcutta), some systems only today's: of the zone's names one that is known here, or NULL. */
static char *
find_known (const char *name)
{
  UErrorCode    status = U_ZERO_ERROR;
  UChar         wanted[MAX_ID], canonical[MAX_ID];
  UEnumeration *names;
  const char   *other;
  char         *found = NULL;

  if (is_zone (name))
    return g_strdup (name);
  if (!get_canonical (name, wanted))
    return NULL;

  names = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_ANY, NULL, NULL, &status);
  while (found == NULL && U_SUCCESS (status) && (other = uenum_next (names, NULL, &status)) != NULL)
    if (get_canonical (other, canonical) && memcmp (canonical, wanted, sizeof wanted) == 0 && is_zone (other))
      found = g_strdup (other);
  uenum_close (names);

  return found;
}

/* By Unicode's table (CLDR's windowsZones), for the world: of several places with one rule its best known. */
static char *
find_windows_zone (const char *name)
{
  UChar      windows[MAX_ID * 2], id[MAX_ID];
  char       ascii[MAX_ID];
  UErrorCode status = U_ZERO_ERROR;
  gsize      length = strlen (name);
  int32_t    id_length;

  /* ICU's own conversion stops the program at a character that is none of its invariant ones. */
  if (length == 0 || length >= G_N_ELEMENTS (windows) || !g_str_is_ascii (name))
    return NULL;

  for (gsize i = 0; i < length; i++)
    windows[i] = (UChar) name[i];
  id_length = ucal_getTimeZoneIDForWindowsID (windows, (int32_t) length, NULL, id, G_N_ELEMENTS (id), &status);
  if (U_FAILURE (status) || id_length <= 0 || id_length >= MAX_ID)
    return NULL;

  for (int32_t i = 0; i < id_length; i++)
    ascii[i] = (char) id[i];
  ascii[id_length] = '\0';
  return find_known (ascii);
}

static char *
find_plain (const char *name)
{
  if (g_strv_contains (utc, name))
    return g_strdup ("UTC");
  if (is_zone (name))
    return g_strdup (name);

  return find_windows_zone (name);
}

char *
convene_invite_zone_name_find (const char *tzid)
{
  char *name;

  if (tzid == NULL || strlen (tzid) > MAX_NAME)
    return NULL;

  name = find_plain (tzid);
  if (name != NULL || *tzid != '/')
    return name;

  /* RFC 5545 §3.2.19: what begins with a slash is somebody's registry, with a name of theirs after it. */
  for (const char *slash = tzid; name == NULL && slash != NULL; slash = strchr (slash + 1, '/'))
    name = find_plain (slash + 1);

  return name;
}

gboolean
convene_invite_zone_name_is_certain (const char *tzid)
{
  return strchr (tzid, '/') != NULL || g_strv_contains (utc, tzid) || g_str_has_suffix (tzid, " Time");
}
