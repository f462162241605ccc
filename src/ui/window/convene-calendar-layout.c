/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar-layout.h"

#include <glib/gi18n-lib.h>

/* Of the side, where it stands beside the calendar. */
#define SIDE_WIDTH (340)

static GtkOrientation
get_orientation (GObject *object,
                 gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static GtkOrientation
get_separation (GObject *object,
                gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
}

static int
get_side_width (GObject *object,
                gboolean narrow)
{
  return narrow ? -1 : SIDE_WIDTH;
}

static gboolean
is_month (const char *view)
{
  return g_strcmp0 (view, "month") == 0;
}

/* The narrow month leaves the rest to the day. */
static gboolean
is_main_tall (GObject    *object,
              gboolean    narrow,
              const char *view)
{
  return !narrow || !is_month (view);
}

static gboolean
is_main_shown (GObject    *object,
               gboolean    narrow,
               const char *showing)
{
  return !narrow || showing == NULL;
}

static gboolean
is_side_shown (GObject    *object,
               const char *view,
               const char *showing)
{
  return is_month (view) || showing != NULL;
}

static gboolean
are_both_shown (GObject *object,
                gboolean one,
                gboolean other)
{
  return one && other;
}

/* Where it is narrow they are asked for, and stay as long as they take something away. */
static gboolean
are_filters_shown (GObject *object,
                   gboolean narrow,
                   gboolean asked,
                   gboolean active)
{
  return !narrow || asked || active;
}

static char *
get_back_text (GObject    *object,
               const char *view)
{
  if (g_strcmp0 (view, "week") == 0)
    return g_strdup (_("Back to the week"));
  if (g_strcmp0 (view, "agenda") == 0)
    return g_strdup (_("Back to the agenda"));

  return g_strdup (_("Back to the day"));
}

void
convene_calendar_layout_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, get_orientation);
  gtk_widget_class_bind_template_callback (klass, get_separation);
  gtk_widget_class_bind_template_callback (klass, get_side_width);
  gtk_widget_class_bind_template_callback (klass, get_back_text);
  gtk_widget_class_bind_template_callback (klass, is_main_tall);
  gtk_widget_class_bind_template_callback (klass, is_main_shown);
  gtk_widget_class_bind_template_callback (klass, is_side_shown);
  gtk_widget_class_bind_template_callback (klass, are_both_shown);
  gtk_widget_class_bind_template_callback (klass, are_filters_shown);
}

static void
active_cb (GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (button) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

void
convene_calendar_layout_make_choice (GtkWidget *box)
{
  g_return_if_fail (GTK_IS_WIDGET (box));

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child))), PANGO_ELLIPSIZE_END);
      g_signal_connect (child, "notify::active", G_CALLBACK (active_cb), NULL);
      active_cb (GTK_TOGGLE_BUTTON (child));
    }
}
