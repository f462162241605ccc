/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-table.h"
#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-preferences.h"

typedef struct
{
  char *key;   /* NULL for all */
  char *value; /* NULL to read */
} Request;

static gpointer
create (void)
{
  return g_new0 (Request, 1);
}

static void
request_free (gpointer request)
{
  Request *self = request;

  g_free (self->key);
  g_free (self->value);
  g_free (self);
}

static gboolean
check_key (const char *key,
           GError    **error)
{
  g_autofree char *known = NULL;

  if (g_strv_contains (convene_preference_list_keys (), key))
    return TRUE;

  known = g_strjoinv (", ", (char **) convene_preference_list_keys ());
  /* Translators: %s are names of preferences */
  return convene_error_set_field (error, "key", _("There is no such preference: give one of %s"), known);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  if (words[0] == NULL)
    return TRUE;
  if (words[1] != NULL && !convene_cli_positional_take_none (words + 2, error))
    return FALSE;
  if (!check_key (words[0], error) || (words[1] != NULL && !convene_preference_check (words[0], words[1], error)))
    return FALSE;

  self->key = g_strdup (words[0]);
  self->value = g_strdup (words[1]);
  return TRUE;
}

/* Other reminders hold for the interviews that there are, too. */
static gboolean
adjust (ConveneCommandRun *run,
        GError           **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  convene_scheduler_adjust_reminders_async (scheduler, NULL, convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_adjust_reminders_finish (scheduler, convene_cli_wait_run (run->wait), error) >= 0;
}

static gboolean
write_value (Request           *self,
             ConveneCommandRun *run,
             GError           **error)
{
  if (self->value == NULL)
    return TRUE;

  convene_engine_set_preference_async (run->engine, self->key, self->value, NULL, convene_cli_wait_done_cb, run->wait);
  if (!convene_engine_set_preference_finish (run->engine, convene_cli_wait_run (run->wait), error))
    return FALSE;

  return !g_str_equal (self->key, CONVENE_PREFERENCE_REMINDERS) || adjust (run, error);
}

/* What holds: what is not stored, or damaged, is the default. */
static char *
read_value (ConveneCommandRun *run,
            const char        *key,
            GError           **error)
{
  g_autoptr(GError) problem = NULL;
  g_autofree char *value = NULL;

  convene_engine_get_preference_async (run->engine, key, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  value = convene_engine_get_preference_finish (run->engine, convene_cli_wait_run (run->wait), &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  if (value != NULL && convene_preference_check (key, value, NULL))
    return g_steal_pointer (&value);

  return g_strdup (convene_preference_get_initial (key));
}

/* Texts: key, value, key, value, … */
static GPtrArray *
read_all (Request           *self,
          ConveneCommandRun *run,
          GError           **error)
{
  const char *const *keys = convene_preference_list_keys ();
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      char *value;

      if (self->key != NULL && !g_str_equal (self->key, keys[i]))
        continue;

      value = read_value (run, keys[i], error);
      if (value == NULL)
        return NULL;

      g_ptr_array_add (pairs, g_strdup (keys[i]));
      g_ptr_array_add (pairs, value);
    }

  return g_steal_pointer (&pairs);
}

static char *
print (GPtrArray *pairs)
{
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (2);

  for (guint i = 0; i + 1 < pairs->len; i += 2)
    convene_cli_table_add_row (table, g_ptr_array_index (pairs, i), g_ptr_array_index (pairs, i + 1));

  return convene_cli_table_to_string (table);
}

static int
run_preferences (gpointer           request,
                 ConveneCommandRun *run,
                 GError           **error)
{
  Request *self = request;
  g_autoptr(GPtrArray) pairs = NULL;
  g_autofree char *text = NULL;

  if (!write_value (self, run, error))
    return -1;

  pairs = read_all (self, run, error);
  if (pairs == NULL)
    return -1;

  text = run->json ? convene_cli_json_preferences (pairs) : print (pairs);
  return run->json ? convene_cli_output_bytes (text, -1, 0) : convene_cli_output_text (text, 0);
}

/* clang-format off */
const ConveneCommandKind convene_command_preferences = {
  .name = "preferences",
  .arguments = "[KEY [VALUE]]",
  .summary = N_("Show or set what is done where nothing else is said"),
  .description = N_("link-policy keep|new|share              what becomes of a link when the time changes\n"
                    "reminders MINUTES,…                     how long before the start; \"\" for none\n"
                    "notify-before MINUTES                   on the desktop; 0 for never\n"
                    "quota-reserve NUMBER                    requests of a host’s day that are left for that day’s changes\n"
                    "quota-deletes count|ignore              whether deleting counts as one of the day’s requests\n"
                    "quota-hold hold|send                    an invitation whose link has to wait for the next day\n"
                    "background on|off                       reminders leave while no window is open\n"
                    "password-in-letters always|unless-in-link\n"
                    "letters together|apart                  one with everyone else in Cc, or one for each person\n"
                    "copy-to-me on|off                       whether letters of new interviews go to you too"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .check = check,
  .run = run_preferences,
};
/* clang-format on */
