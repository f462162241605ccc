/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-completion-row.h"

#include "convene-job.h"
#include "convene-participant.h"
#include "convene-words.h"

/* The second line, or NULL. */
static char *
dup_detail (GObject *item)
{
  const char *name;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  if (CONVENE_IS_JOB (item))
    {
      name = convene_job_get_hiring_manager_name (CONVENE_JOB (item));
      return g_strdup (name != NULL ? name : convene_job_get_hiring_manager_address (CONVENE_JOB (item)));
    }

  name = convene_participant_get_name (CONVENE_PARTICIPANT (item));
  return name != NULL && *name != '\0' ? g_strdup (convene_participant_get_address (CONVENE_PARTICIPANT (item))) : NULL;
}

static char *
dup_title (GObject *item)
{
  const char *name;

  if (GTK_IS_STRING_OBJECT (item))
    return convene_words_city (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  if (CONVENE_IS_JOB (item))
    return g_strdup (convene_job_get_title (CONVENE_JOB (item)));

  name = convene_participant_get_name (CONVENE_PARTICIPANT (item));
  return g_strdup (name != NULL && *name != '\0' ? name : convene_participant_get_address (CONVENE_PARTICIPANT (item)));
}

static GtkWidget *
make_label (const char *text,
            gboolean    is_detail)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_detail)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

GtkWidget *
convene_completion_row_new (GObject *item)
{
  GtkWidget       *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_OPTION, "focusable", FALSE, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (CONVENE_IS_JOB (item) || CONVENE_IS_PARTICIPANT (item) || GTK_IS_STRING_OBJECT (item), NULL);

  title = dup_title (item);
  detail = dup_detail (item);
  name = detail != NULL ? g_strdup_printf ("%s, %s", title, detail) : g_strdup (title);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), make_label (title, FALSE));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (box), make_label (detail, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

GtkWidget *
convene_completion_list_new (const char *label)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_BOX, "selection-mode", GTK_SELECTION_SINGLE,
                                  "can-focus", FALSE, "focusable", FALSE, NULL);

  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}
