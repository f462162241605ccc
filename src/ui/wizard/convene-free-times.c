/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-free-times.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-words.h"
#include "convene-wrap-box.h"

struct _ConveneFreeTimes
{
  GtkBox parent_instance;

  GArray    *starts; /* those of the buttons */
  GtkWidget *title;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (ConveneFreeTimes, convene_free_times, GTK_TYPE_BOX)

static guint picked_signal;

static void
clicked_cb (ConveneFreeTimes *self,
            GtkWidget        *button)
{
  guint position = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (button); before != NULL; before = gtk_widget_get_prev_sibling (before))
    position++;

  g_signal_emit (self, picked_signal, 0, g_array_index (self->starts, gint64, position));
}

static void
add_button (ConveneFreeTimes *self,
            gint64            start,
            const char       *zone)
{
  g_autofree char *time = convene_words_time (start, zone);
  /* Translators: a button that proposes a free time, for screen readers */
  g_autofree char *sentence = g_strdup_printf (_ ("Free at %s"), time);
  GtkWidget       *button = gtk_button_new_with_label (time);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, self->buttons);
}

static void
remove_buttons (ConveneFreeTimes *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->starts, 0);
}

static gboolean
is_shown (ConveneFreeTimes *self,
          GArray           *starts)
{
  return starts->len == self->starts->len && (starts->len == 0 || memcmp (starts->data, self->starts->data, starts->len * sizeof (gint64)) == 0);
}

static void
convene_free_times_finalize (GObject *object)
{
  ConveneFreeTimes *self = CONVENE_FREE_TIMES (object);

  g_clear_pointer (&self->starts, g_array_unref);

  G_OBJECT_CLASS (convene_free_times_parent_class)->finalize (object);
}

static void
convene_free_times_class_init (ConveneFreeTimesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_free_times_finalize;

  picked_signal = g_signal_new ("picked", CONVENE_TYPE_FREE_TIMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
convene_free_times_init (ConveneFreeTimes *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->title = gtk_label_new (NULL);
  self->buttons = convene_wrap_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "caption-heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->buttons);
}

GtkWidget *
convene_free_times_new (void)
{
  return g_object_new (CONVENE_TYPE_FREE_TIMES, NULL);
}

void
convene_free_times_set (ConveneFreeTimes *self,
                        GArray           *starts,
                        const char       *zone,
                        int               minutes)
{
  g_autofree char *length = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (CONVENE_IS_FREE_TIMES (self));
  g_return_if_fail (starts != NULL);

  length = convene_words_duration (minutes);
  /* Translators: %s is a length of time, 45 min */
  title = g_strdup_printf (starts->len > 0 ? _ ("Free for %s") : _ ("Nothing is free for %s in working hours"), length);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (self->buttons, starts->len > 0);
  if (is_shown (self, starts))
    return;

  remove_buttons (self);
  g_array_append_vals (self->starts, starts->data, starts->len);
  for (guint i = 0; i < starts->len; i++)
    add_button (self, g_array_index (starts, gint64, i), zone);
}

void
convene_free_times_clear (ConveneFreeTimes *self)
{
  g_return_if_fail (CONVENE_IS_FREE_TIMES (self));

  remove_buttons (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
