/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zone-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-clock.h"
#include "convene-words.h"
#include "convene-zone.h"

#define TABLE "/usr/share/zoneinfo/zone.tab"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
convene_zone_list_parse (const char *table)
{
  g_auto(GStrv) lines = NULL;
  GPtrArray *names = g_ptr_array_new ();

  g_return_val_if_fail (table != NULL, NULL);

  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 4);

      if (*lines[i] != '#' && g_strv_length (columns) >= 3)
        g_ptr_array_add (names, g_strdup (g_strstrip (columns[2])));
    }

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, g_strdup ("UTC"));
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *table = NULL;

  if (!g_file_load_contents_finish (G_FILE (source), result, &table, NULL, NULL, &error) && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, convene_zone_list_parse (table != NULL ? table : ""), (GDestroyNotify) g_strfreev);
}

void
convene_zone_list_load_async (GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GFile) file = g_file_new_for_path (TABLE);
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, convene_zone_list_load_async);
  g_file_load_contents_async (file, cancellable, loaded_cb, g_steal_pointer (&task));
}

GStrv
convene_zone_list_load_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Names of zones are ASCII; what is typed need not be. */
static char *
fold (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, NULL);

  return g_strdelimit (g_ascii_strdown (ascii, -1), "/_-", ' ');
}

static gboolean
has_word (const char *folded,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *p = folded; p != NULL && *p != '\0'; p = strchr (p, ' '))
    {
      while (*p == ' ')
        p++;
      if (strncmp (p, word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches (const char        *folded,
         const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_word (folded, words[i]))
      return FALSE;

  return TRUE;
}

static const char *
find_city (const char *folded,
           const char *name)
{
  const char *slash = strrchr (name, '/');

  return slash != NULL ? folded + (slash + 1 - name) : folded;
}

GStrv
convene_zone_list_find (const char *const *names,
                        const char        *text,
                        guint              most)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *wanted = NULL;
  g_auto(GStrv) words = NULL;
  guint count = 0;

  g_return_val_if_fail (names != NULL && text != NULL, NULL);

  wanted = g_strstrip (fold (text));
  words = g_strsplit (wanted, " ", -1);
  for (int by_city = 1; by_city >= 0; by_city--)
    for (guint i = 0; names[i] != NULL && count < most && *wanted != '\0'; i++)
      {
        g_autofree char *folded = fold (names[i]);
        gboolean         is_city = g_str_has_prefix (find_city (folded, names[i]), wanted);

        if (is_city == by_city && (is_city || matches (folded, (const char *const *) words)))
          {
            g_strv_builder_add (builder, names[i]);
            count++;
          }
      }

  return g_strv_builder_end (builder);
}

char *
convene_zone_list_describe (const char *name,
                            gint64      instant)
{
  g_autoptr(GTimeZone) zone = name != NULL ? convene_zone_new (name, NULL, NULL) : NULL;
  g_autofree char *city = NULL;
  int              minutes;

  if (zone == NULL)
    return g_strdup ("");

  city = convene_words_city (name);
  minutes = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant / CONVENE_SECOND)) / 60;
  if (minutes == 0)
    /* Translators: %s is a city whose clocks show universal time */
    return g_strdup_printf (_ ("%s, UTC"), city);

  /* Translators: a city, then how far its clocks are from universal time: sign, hours and minutes */
  return g_strdup_printf (_ ("%s, UTC%s%02d:%02d"), city, minutes < 0 ? "−" : "+", ABS (minutes) / 60, ABS (minutes) % 60);
}
