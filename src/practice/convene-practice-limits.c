/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-limits.h"

#include <string.h>

#include "convene-clock.h"
#include "convene-moment.h"
#include "convene-practice-json.h"

struct _ConvenePracticeLimits
{
  GHashTable *used; /* "address 2026-12-01" → count */
  GArray     *calls[CONVENE_PRACTICE_N_CATEGORIES];
  GHashTable *writing; /* addresses */
};

ConvenePracticeLimits *
convene_practice_limits_new (void)
{
  ConvenePracticeLimits *self = g_new0 (ConvenePracticeLimits, 1);

  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->writing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < CONVENE_PRACTICE_N_CATEGORIES; i++)
    self->calls[i] = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
convene_practice_limits_free (ConvenePracticeLimits *self)
{
  for (guint i = 0; i < CONVENE_PRACTICE_N_CATEGORIES; i++)
    g_array_unref (self->calls[i]);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->writing);
  g_free (self);
}

static char *
format_key (const char *host,
            gint64      now)
{
  g_autofree char *instant = convene_instant_to_string (now);

  return g_strdup_printf ("%s %.10s", host, instant);
}

gint64
convene_practice_limits_get_used (ConvenePracticeLimits *self,
                                  const char            *host,
                                  gint64                 now)
{
  g_autofree char *key = format_key (host, now);

  return GPOINTER_TO_SIZE (g_hash_table_lookup (self->used, key));
}

JsonObject *
convene_practice_limits_format_used (const char *host,
                                     gint64      now,
                                     gint64      used)
{
  JsonObject      *change = json_object_new ();
  g_autofree char *key = format_key (host, now);

  json_object_set_string_member (change, "change", "quota");
  json_object_set_string_member (change, "key", key);
  json_object_set_int_member (change, "used", used);
  return change;
}

void
convene_practice_limits_apply (ConvenePracticeLimits *self,
                               JsonObject            *change)
{
  const char *key = convene_practice_json_get_string (change, "key", NULL);
  gint64      used = convene_practice_json_get_int (change, "used", 0);

  if (key != NULL && strchr (key, ' ') != NULL)
    g_hash_table_replace (self->used, g_strdup (key), GSIZE_TO_POINTER (MAX (used, 0)));
}

/* Calls of the future are there after the clock was set back: they are forgotten too. */
static void
forget_calls (GArray *calls,
              gint64  now)
{
  for (guint i = calls->len; i > 0; i--)
    {
      gint64 at = g_array_index (calls, gint64, i - 1);

      if (at > now || at <= now - CONVENE_SECOND)
        g_array_remove_index (calls, i - 1);
    }
}

gboolean
convene_practice_limits_take_pace (ConvenePracticeLimits  *self,
                                   ConvenePracticeCategory category,
                                   gint64                  now,
                                   gint64                  pace)
{
  GArray *calls = self->calls[category];

  forget_calls (calls, now);
  if (calls->len >= pace)
    return FALSE;

  g_array_append_val (calls, now);
  return TRUE;
}

gint64
convene_practice_limits_get_pace_used (ConvenePracticeLimits  *self,
                                       ConvenePracticeCategory category)
{
  return self->calls[category]->len;
}

gboolean
convene_practice_limits_begin_write (ConvenePracticeLimits *self,
                                     const char            *host)
{
  return g_hash_table_add (self->writing, g_strdup (host));
}

void
convene_practice_limits_end_write (ConvenePracticeLimits *self,
                                   const char            *host)
{
  g_hash_table_remove (self->writing, host);
}

JsonObject *
convene_practice_limits_to_json (ConvenePracticeLimits *self)
{
  JsonObject    *object = json_object_new ();
  GHashTableIter iter;
  gpointer       key;
  gpointer       used;

  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, &key, &used))
    {
      const char      *day = strrchr (key, ' ') + 1;
      g_autofree char *host = g_strndup (key, day - 1 - (const char *) key);

      if (!json_object_has_member (object, host))
        json_object_set_object_member (object, host, json_object_new ());
      json_object_set_int_member (json_object_get_object_member (object, host), day, GPOINTER_TO_SIZE (used));
    }

  return object;
}
