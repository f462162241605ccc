/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "convene-error.h"

#define ZONEINFO "/usr/share/zoneinfo"

/* How many zones are kept: those that are in use have as good as always room. */
#define MAX_KEPT 32
#define MAX_NAME 64

static gboolean
is_name (const char *name)
{
  if (name == NULL || !g_ascii_isalpha (*name) || strlen (name) > MAX_NAME)
    return FALSE;

  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("/_+-", *p) == NULL)
      return FALSE;

  return !g_str_has_prefix (name, "posix/") && !g_str_has_prefix (name, "right/") && !g_str_equal (name, "localtime") &&
         !g_str_equal (name, "posixrules");
}

static GTimeZone *
load (const char *name)
{
  g_autofree char *path = g_build_filename (ZONEINFO, name, NULL);

  /* GLib takes "EST5EDT"-like rules without a file: only what tzdata holds is a name. */
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_time_zone_new_identifier (name) : NULL;
}

/* GLib reads a zone's file again whenever nobody holds it any more, which takes longer than all else that is done with a calendar file. */
static GTimeZone *
look_up (const char *name)
{
  static GMutex      lock;
  static GHashTable *kept = NULL;
  GTimeZone         *zone;

  g_mutex_lock (&lock);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);

  zone = g_hash_table_lookup (kept, name);
  if (zone != NULL)
    {
      g_time_zone_ref (zone);
    }
  else
    {
      zone = load (name);
      if (g_hash_table_size (kept) >= MAX_KEPT)
        g_hash_table_remove_all (kept);
      if (zone != NULL)
        g_hash_table_insert (kept, g_strdup (name), g_time_zone_ref (zone));
    }
  g_mutex_unlock (&lock);

  return zone;
}

GTimeZone *
convene_zone_new (const char *name,
                  const char *field,
                  GError    **error)
{
  GTimeZone *zone = is_name (name) ? look_up (name) : NULL;

  if (zone == NULL)
    convene_error_set_field (error, field,
                             /* Translators: %s is what was given as the name of a time zone */
                             _ ("There is no time zone “%s”: give an IANA name such as Europe/Berlin"),
                                name != NULL ? name : "");

  return zone;
}

/* The name in what the machine calls its zone, which may be a file (POSIX: TZ with a colon before it). */
static const char *
skip_folder (const char *identifier)
{
  static const char *const folders[] = { ZONEINFO "/", "posix/", "right/" };

  if (*identifier == ':')
    identifier++;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      if (g_str_has_prefix (identifier, folders[i]))
        identifier += strlen (folders[i]);
    }

  return identifier;
}

char *
convene_zone_find_system (const char *field,
                          GError    **error)
{
  static const char *const utc[] = { "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu", NULL };
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  const char *name = skip_folder (g_time_zone_get_identifier (local));
  g_autoptr(GTimeZone) named = convene_zone_new (name, NULL, NULL);

  if (named == NULL)
    {
      convene_error_set_field (error, field, _("This computer’s time zone has no name: give one, such as Europe/Berlin"));
      return NULL;
    }

  /* Machines without a place are set to Etc/UTC, as Debian's are at first; Zoom knows it by its plain name alone. */
  return g_strdup (g_strv_contains (utc, name) ? "UTC" : name);
}

char *
convene_zone_dup_system (void)
{
  char *name = convene_zone_find_system (NULL, NULL);

  return name != NULL ? name : g_strdup ("UTC");
}

static GBytes *
read_rules (const char *name)
{
  g_autofree char *path = NULL;
  char            *contents;
  gsize            length;

  if (!is_name (name))
    return NULL;

  path = g_build_filename (ZONEINFO, name, NULL);
  return g_file_get_contents (path, &contents, &length, NULL) ? g_bytes_new_take (contents, length) : NULL;
}

gboolean
convene_zone_equal (const char *a,
                    const char *b)
{
  g_autoptr(GBytes) rules = NULL, others = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;

  rules = read_rules (a);
  others = read_rules (b);
  return rules != NULL && others != NULL && g_bytes_equal (rules, others);
}

guint64
convene_zone_get_stamp (const char *name)
{
  char        path[sizeof ZONEINFO + 1 + MAX_NAME];
  struct stat facts;

  if (!is_name (name))
    return 0;

  g_snprintf (path, sizeof path, "%s/%s", ZONEINFO, name);
  if (stat (path, &facts) != 0 || !S_ISREG (facts.st_mode))
    return 0;

  return MAX (((guint64) facts.st_mtim.tv_sec * G_USEC_PER_SEC + facts.st_mtim.tv_nsec / 1000) ^ ((guint64) facts.st_ino << 32), 1);
}

static char *
read_version (void)
{
  g_autofree char *text = NULL;

  if (g_file_get_contents (ZONEINFO "/tzdata.zi", &text, NULL, NULL) && g_str_has_prefix (text, "# version "))
    {
      char *start = text + strlen ("# version ");

      start[strcspn (start, " \r\n")] = '\0';
      return g_strdup (start);
    }

  g_clear_pointer (&text, g_free);
  if (g_file_get_contents (ZONEINFO "/+VERSION", &text, NULL, NULL))
    return g_strdup (g_strstrip (text));

  return g_strdup ("");
}

const char *
convene_zone_get_version (void)
{
  static gsize version = 0;

  if (g_once_init_enter (&version))
    g_once_init_leave (&version, (gsize) read_version ());

  return (const char *) version;
}
