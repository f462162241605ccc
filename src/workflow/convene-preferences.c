/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-preferences.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

#define REMINDER_MIN 5
#define REMINDER_MAX 20160
#define NOTIFY_MAX 1440
#define RESERVE_MAX 50

typedef gboolean (*Reader) (ConvenePreferences *self,
                            const char         *value);

static gboolean
read_number (const char *text,
             guint64     min,
             guint64     max,
             int        *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, min, max, &value, NULL))
    return FALSE;

  *number = (int) value;
  return TRUE;
}

/* One of two words; the first one means TRUE. */
static gboolean
read_word (const char *text,
           const char *yes,
           const char *no,
           gboolean   *value)
{
  if (!g_str_equal (text, yes) && !g_str_equal (text, no))
    return FALSE;

  *value = g_str_equal (text, yes);
  return TRUE;
}

static gboolean
read_link_policy (ConvenePreferences *self,
                  const char         *value)
{
  int policy;

  if (!convene_enum_from_nick (CONVENE_TYPE_LINK_POLICY, value, &policy) || policy == CONVENE_LINK_POLICY_DEFAULT)
    return FALSE;

  self->link_policy = (ConveneLinkPolicy) policy;
  return TRUE;
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static gboolean
has_number (GArray *numbers,
            int     number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, int, i) == number)
      return TRUE;

  return FALSE;
}

static gboolean
read_reminders (ConvenePreferences *self,
                const char         *value)
{
  g_autoptr(GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto(GStrv) parts = g_strsplit (value, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      int number;

      if (!read_number (g_strstrip (parts[i]), REMINDER_MIN, REMINDER_MAX, &number))
        return FALSE;
      if (!has_number (minutes, number))
        g_array_append_val (minutes, number);
    }
  if (minutes->len > CONVENE_REMINDERS_MAX)
    return FALSE;

  g_array_sort (minutes, compare_descending);
  g_clear_pointer (&self->reminders, g_array_unref);
  self->reminders = g_steal_pointer (&minutes);
  return TRUE;
}

static gboolean
read_notify (ConvenePreferences *self,
             const char         *value)
{
  return read_number (value, 0, NOTIFY_MAX, &self->notify_before);
}

static gboolean
read_reserve (ConvenePreferences *self,
              const char         *value)
{
  return read_number (value, 0, RESERVE_MAX, &self->quota_reserve);
}

static gboolean
read_deletes (ConvenePreferences *self,
              const char         *value)
{
  return read_word (value, "count", "ignore", &self->deletes_count);
}

static gboolean
read_hold (ConvenePreferences *self,
           const char         *value)
{
  return read_word (value, "hold", "send", &self->hold_for_quota);
}

static gboolean
read_background (ConvenePreferences *self,
                 const char         *value)
{
  return read_word (value, "on", "off", &self->background);
}

static gboolean
read_password (ConvenePreferences *self,
               const char         *value)
{
  return read_word (value, "unless-in-link", "always", &self->password_unless_in_link);
}

static gboolean
read_letters (ConvenePreferences *self,
              const char         *value)
{
  return read_word (value, "apart", "together", &self->letters_apart);
}

static gboolean
read_copy (ConvenePreferences *self,
           const char         *value)
{
  return read_word (value, "on", "off", &self->copy_to_me);
}

static const struct
{
  const char *key;
  const char *initial;
  Reader      read;
  const char *mend; /* what it may be */
} entries[] = {
  { CONVENE_PREFERENCE_LINK_POLICY, "keep", read_link_policy, N_ ("it is one of keep, new, share") },
    { CONVENE_PREFERENCE_REMINDERS, "1440,60", read_reminders, N_ ("it is up to five numbers of minutes from 5 to 20160, such as 1440,60, or nothing") },
      { CONVENE_PREFERENCE_NOTIFY, "10", read_notify, N_ ("it is a number of minutes from 0 to 1440") },
        { CONVENE_PREFERENCE_QUOTA_RESERVE, "0", read_reserve, N_ ("it is a number of requests from 0 to 50") },
          { CONVENE_PREFERENCE_QUOTA_DELETES, "count", read_deletes, N_ ("it is one of count, ignore") },
            { CONVENE_PREFERENCE_QUOTA_HOLD, "hold", read_hold, N_ ("it is one of hold, send") },
              { CONVENE_PREFERENCE_BACKGROUND, "on", read_background, N_ ("it is one of on, off") },
                { CONVENE_PREFERENCE_PASSWORD, "always", read_password, N_ ("it is one of always, unless-in-link") },
                  { CONVENE_PREFERENCE_LETTERS, "together", read_letters, N_ ("it is one of together, apart") },
                    { CONVENE_PREFERENCE_COPY, "off", read_copy, N_ ("it is one of off, on") },
                  };

ConvenePreferences *
convene_preferences_new (void)
{
  ConvenePreferences *self = g_new0 (ConvenePreferences, 1);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i].read (self, entries[i].initial);

  return self;
}

void
convene_preferences_free (ConvenePreferences *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reminders, g_array_unref);
  g_free (self);
}

ConvenePreferences *
convene_preferences_parse (GHashTable *stored)
{
  ConvenePreferences *self;

  g_return_val_if_fail (stored != NULL, NULL);

  self = convene_preferences_new ();
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *value = g_hash_table_lookup (stored, entries[i].key);

      if (value != NULL)
        entries[i].read (self, value);
    }

  return self;
}

gboolean
convene_preference_check (const char *key,
                          const char *value,
                          GError    **error)
{
  g_autoptr(ConvenePreferences) preferences = NULL;

  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  preferences = convene_preferences_new ();
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (!g_str_equal (entries[i].key, key))
        continue;
      if (entries[i].read (preferences, value))
        return TRUE;
      /* Translators: a preference's name, what was given, and what it may be, such as "it is one of on, off" */
      return convene_error_set_field (error, key, _ ("%s cannot be “%s”: %s"), key, value, _ (entries[i].mend));
    }

  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, _ ("There is no preference “%s”"), key);
  return FALSE;
}

const char *const *
convene_preference_list_keys (void)
{
  static const char *const keys[] = {
    CONVENE_PREFERENCE_LINK_POLICY,
    CONVENE_PREFERENCE_REMINDERS,
    CONVENE_PREFERENCE_NOTIFY,
    CONVENE_PREFERENCE_QUOTA_RESERVE,
    CONVENE_PREFERENCE_QUOTA_DELETES,
    CONVENE_PREFERENCE_QUOTA_HOLD,
    CONVENE_PREFERENCE_BACKGROUND,
    CONVENE_PREFERENCE_PASSWORD,
    CONVENE_PREFERENCE_LETTERS,
    CONVENE_PREFERENCE_COPY,
    NULL,
  };

  return keys;
}

const char *
convene_preference_get_initial (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].key, key))
      return entries[i].initial;

  return NULL;
}
