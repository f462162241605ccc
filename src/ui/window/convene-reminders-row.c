/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-reminders-row.h"

#include <glib/gi18n-lib.h>

#include "convene-names.h"
#include "convene-preferences.h"

#define HOUR 60
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)

struct _ConveneRemindersRow
{
  AdwExpanderRow parent_instance;

  GPtrArray *rows;    /* of AdwActionRow, unowned, longest before first */
  gboolean   syncing; /* the database speaks, not the person */
};

G_DEFINE_FINAL_TYPE (ConveneRemindersRow, convene_reminders_row, ADW_TYPE_EXPANDER_ROW)

static guint chosen_signal;

static const int usual[] = { WEEK, 2 * DAY, DAY, 4 * HOUR, 2 * HOUR, HOUR, 15 };

char *
convene_reminders_row_word_time (int minutes)
{
  if (minutes % WEEK == 0)
    return g_strdup_printf (ngettext ("%d week", "%d weeks", minutes / WEEK), minutes / WEEK);
  if (minutes % DAY == 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", minutes / DAY), minutes / DAY);
  if (minutes % HOUR == 0)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", minutes / HOUR), minutes / HOUR);

  return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
}

static GtkCheckButton *
get_check (gpointer row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (row));
}

static int
get_minutes (gpointer row)
{
  return GPOINTER_TO_INT (g_object_get_data (row, "minutes"));
}

static GPtrArray *
list_chosen (ConveneRemindersRow *self)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_check_button_get_active (get_check (g_ptr_array_index (self->rows, i))))
      g_ptr_array_add (chosen, g_ptr_array_index (self->rows, i));

  return chosen;
}

/* "1 day, 1 hour before": no more can be ticked than are sent. */
static void
sum_up (ConveneRemindersRow *self)
{
  g_autoptr(GPtrArray) chosen = list_chosen (self);
  g_autoptr(GString) times = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < chosen->len; i++)
    {
      g_autofree char *time = convene_reminders_row_word_time (get_minutes (g_ptr_array_index (chosen, i)));

      g_string_append_printf (times, "%s%s", i > 0 ? ", " : "", time);
    }
  /* Translators: %s is a list of times: "1 day, 1 hour before" */
  words = chosen->len > 0 ? g_strdup_printf (_("%s before"), times->str) : g_strdup (_("Nobody is reminded."));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkCheckButton *check = get_check (g_ptr_array_index (self->rows, i));

      gtk_widget_set_sensitive (GTK_WIDGET (check), gtk_check_button_get_active (check) || chosen->len < CONVENE_REMINDERS_MAX);
    }
}

static void
toggled_cb (ConveneRemindersRow *self)
{
  if (self->syncing)
    return;

  sum_up (self);
  g_signal_emit (self, chosen_signal, 0);
}

static void
add_row (ConveneRemindersRow *self,
         int                  minutes)
{
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkWidget       *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *time = convene_reminders_row_word_time (minutes);
  g_autofree char *title = NULL;

  /* Translators: %s is how long: "1 day before" */
  title = g_strdup_printf (_("%s before"), time);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  convene_name_checked_row (row, GTK_CHECK_BUTTON (check));
  g_object_set_data (G_OBJECT (row), "minutes", GINT_TO_POINTER (minutes));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
has_row (ConveneRemindersRow *self,
         int                  minutes)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_minutes (g_ptr_array_index (self->rows, i)) == minutes)
      return TRUE;

  return FALSE;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* Those that are kept and not usual were set in the terminal. */
static void
add_rows (ConveneRemindersRow *self,
          GArray              *kept)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_append_vals (all, usual, G_N_ELEMENTS (usual));
  if (kept != NULL)
    g_array_append_vals (all, kept->data, kept->len);
  g_array_sort (all, compare_ints);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < all->len; i++)
    if (!has_row (self, g_array_index (all, int, i)))
      add_row (self, g_array_index (all, int, i));
}

static gboolean
contains (GArray *minutes,
          int     wanted)
{
  for (guint i = 0; i < minutes->len; i++)
    if (g_array_index (minutes, int, i) == wanted)
      return TRUE;

  return FALSE;
}

static void
convene_reminders_row_finalize (GObject *object)
{
  g_ptr_array_unref (CONVENE_REMINDERS_ROW (object)->rows);

  G_OBJECT_CLASS (convene_reminders_row_parent_class)->finalize (object);
}

static void
convene_reminders_row_class_init (ConveneRemindersRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_reminders_row_finalize;

  chosen_signal = g_signal_new ("chosen", CONVENE_TYPE_REMINDERS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* An expander row does not say its own title. */
static void
name_row (ConveneRemindersRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Candidates are reminded"), -1);
}

static void
convene_reminders_row_init (ConveneRemindersRow *self)
{
  self->rows = g_ptr_array_new ();
  name_row (self);
  add_rows (self, NULL);
}

void
convene_reminders_row_show (ConveneRemindersRow *self,
                            GArray              *minutes)
{
  g_return_if_fail (CONVENE_IS_REMINDERS_ROW (self));
  g_return_if_fail (minutes != NULL);

  self->syncing = TRUE;
  for (guint i = 0; i < minutes->len; i++)
    if (!has_row (self, g_array_index (minutes, int, i)))
      {
        add_rows (self, minutes);
        convene_name_parts (GTK_WIDGET (self));
      }
  for (guint i = 0; i < self->rows->len; i++)
    gtk_check_button_set_active (get_check (g_ptr_array_index (self->rows, i)), contains (minutes, get_minutes (g_ptr_array_index (self->rows, i))));
  sum_up (self);
  self->syncing = FALSE;
}

char *
convene_reminders_row_dup_value (ConveneRemindersRow *self)
{
  g_autoptr(GPtrArray) chosen = NULL;
  GString *value = g_string_new (NULL);

  g_return_val_if_fail (CONVENE_IS_REMINDERS_ROW (self), g_string_free (value, FALSE));

  chosen = list_chosen (self);
  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (value, "%s%d", i > 0 ? "," : "", get_minutes (g_ptr_array_index (chosen, i)));
  return g_string_free (value, FALSE);
}
