/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-sort.h"

#include <string.h>

/* Which order a probe was compared by. */
#define ORDER_KEY "convene-order"
#define DESCENDING " descending"

/* A table's own sorter says nothing of itself before GTK 4.10, but asks the column's that it goes by first, and turns the answer round where it is descending.
 * So two things are compared of which the first always comes first, and remember who asked. */
static int
compare (gconstpointer first,
         gconstpointer second,
         gpointer      order)
{
  if (g_object_get_data (G_OBJECT (first), ORDER_KEY) == NULL)
    g_object_set_data ((GObject *) first, ORDER_KEY, order);
  return -1;
}

void
convene_interview_sort_add (GtkColumnViewColumn  *column,
                            ConveneInterviewOrder order)
{
  g_autoptr(GtkCustomSorter) sorter = gtk_custom_sorter_new (compare, GUINT_TO_POINTER (order + 1), NULL);

  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

gboolean
convene_interview_sort_get (GtkColumnView         *view,
                            ConveneInterviewOrder *order,
                            gboolean              *descending)
{
  g_autoptr(GObject) first = NULL;
  g_autoptr(GObject) second = NULL;
  GtkOrdering ordering;
  guint       asked;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  first = g_object_new (G_TYPE_OBJECT, NULL);
  second = g_object_new (G_TYPE_OBJECT, NULL);
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), first, second);
  asked = GPOINTER_TO_UINT (g_object_get_data (first, ORDER_KEY));
  if (asked == 0)
    return FALSE;

  *order = asked - 1;
  *descending = ordering == GTK_ORDERING_LARGER;
  return TRUE;
}

/* A column's own sorter, asked alone. */
static gboolean
has_order (GtkColumnViewColumn  *column,
           ConveneInterviewOrder order)
{
  GtkSorter *sorter = gtk_column_view_column_get_sorter (column);
  g_autoptr(GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) second = g_object_new (G_TYPE_OBJECT, NULL);

  if (sorter == NULL)
    return FALSE;

  gtk_sorter_compare (sorter, first, second);
  return GPOINTER_TO_UINT (g_object_get_data (first, ORDER_KEY)) == order + 1;
}

void
convene_interview_sort_set (GtkColumnView        *view,
                            ConveneInterviewOrder order,
                            gboolean              descending)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* Only this takes the arrows away from the others. */
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (has_order (column, order))
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

char *
convene_interview_sort_to_string (ConveneInterviewOrder order,
                                  gboolean              descending)
{
  return g_strconcat (convene_enum_to_nick (CONVENE_TYPE_INTERVIEW_ORDER, order), descending ? DESCENDING : NULL, NULL);
}

gboolean
convene_interview_sort_from_string (const char            *string,
                                    ConveneInterviewOrder *order,
                                    gboolean              *descending)
{
  g_autofree char *nick = NULL;
  gboolean         reversed;
  int              value;

  g_return_val_if_fail (string != NULL, FALSE);

  reversed = g_str_has_suffix (string, DESCENDING);
  nick = reversed ? g_strndup (string, strlen (string) - strlen (DESCENDING)) : g_strdup (string);
  if (!convene_enum_from_nick (CONVENE_TYPE_INTERVIEW_ORDER, nick, &value))
    return FALSE;

  *order = value;
  *descending = reversed;
  return TRUE;
}
