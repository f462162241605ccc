/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-letters.h"

#include <glib/gi18n-lib.h>

#include "convene-described-rows.h"

struct _ConvenePlanLetters
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* of GtkWidget, unowned */
};

G_DEFINE_FINAL_TYPE (ConvenePlanLetters, convene_plan_letters, ADW_TYPE_PREFERENCES_GROUP)

static char *
join_people (const ConvenePlanLetter *letter)
{
  g_autofree char *to = letter->to != NULL ? g_strjoinv (", ", letter->to) : g_strdup ("");
  g_autofree char *cc = letter->cc != NULL ? g_strjoinv (", ", letter->cc) : g_strdup ("");

  return g_strconcat (to, *to != '\0' && *cc != '\0' ? ", " : "", cc, NULL);
}

static void
add_letter (ConvenePlanLetters      *self,
            const ConvenePlanLetter *letter)
{
  g_autofree char *people = join_people (letter);
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);

  /* Not markup, as its labels learn only then. */
  g_object_set (row, "title", letter->subject, "subtitle", people, NULL);
  convene_described_rows_follow (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
convene_plan_letters_finalize (GObject *object)
{
  g_ptr_array_unref (CONVENE_PLAN_LETTERS (object)->rows);

  G_OBJECT_CLASS (convene_plan_letters_parent_class)->finalize (object);
}

static void
convene_plan_letters_class_init (ConvenePlanLettersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_plan_letters_finalize;
}

static void
convene_plan_letters_init (ConvenePlanLetters *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Letters"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
convene_plan_letters_show (ConvenePlanLetters *self,
                           ConvenePlan        *plan)
{
  GPtrArray *letters = plan != NULL ? convene_plan_get_letters (plan) : NULL;

  g_return_if_fail (CONVENE_IS_PLAN_LETTERS (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; letters != NULL && i < letters->len; i++)
    add_letter (self, g_ptr_array_index (letters, i));
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

gboolean
convene_plan_letters_is_same (ConvenePlan *a,
                              ConvenePlan *b)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (a), FALSE);
  g_return_val_if_fail (CONVENE_IS_PLAN (b), FALSE);

  return convene_plan_get_link_effect (a) == convene_plan_get_link_effect (b) && convene_plan_get_letters (a)->len == convene_plan_get_letters (b)->len &&
         g_strcmp0 (convene_plan_get_summary (a), convene_plan_get_summary (b)) == 0;
}
