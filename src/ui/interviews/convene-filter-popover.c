/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-directory.h"

/* What a row stands for: a ConveneChoice. */
#define CHOICE_KEY "convene-choice"

struct _ConveneFilterPopover
{
  GtkPopover parent_instance;

  ConveneFilterKind kind;
  ConveneEngine    *engine;
  char             *current;
  GCancellable     *reading; /* of the choices, or NULL */

  GtkEditable *search;
  GtkWidget   *place;
  GtkListBox  *list;
  GtkWidget   *nothing;
};

G_DEFINE_FINAL_TYPE (ConveneFilterPopover, convene_filter_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static GtkWidget *
make_row (ConveneFilterPopover *self,
          ConveneChoice        *choice)
{
  const char      *label = convene_choice_get_label (choice);
  gboolean         is_current = g_strcmp0 (convene_choice_get_value (choice), self->current) == 0;
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *words = gtk_label_new (label);
  GtkWidget       *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *name = is_current ? g_strdup_printf (C_("choice", "%s, chosen"), label) : g_strdup (label);

  g_object_set (words, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 32, "tooltip-text", label, NULL);
  gtk_widget_set_visible (mark, is_current);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), CHOICE_KEY, g_object_ref (choice), g_object_unref);
  return row;
}

static void
show_choices (ConveneFilterPopover *self,
              GPtrArray            *choices)
{
  guint      count = choices != NULL ? choices->len : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < count; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (choices, i)));

  gtk_widget_set_visible (self->place, count > 0);
  gtk_widget_set_visible (self->nothing, count == 0);
}

static void
choices_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneFilterPopover) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) choices = convene_engine_list_choices_finish (CONVENE_ENGINE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error != NULL)
    g_warning ("Choices cannot be read: %s", error->message);
  show_choices (self, choices);
}

static void
stop_reading (ConveneFilterPopover *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_choices (ConveneFilterPopover *self)
{
  g_autoptr(GPtrArray) fixed = convene_filter_words_list (self->kind);

  stop_reading (self);
  if (fixed != NULL || self->engine == NULL)
    {
      show_choices (self, fixed);
      return;
    }

  self->reading = g_cancellable_new ();
  convene_engine_list_choices_async (self->engine, convene_filter_kind_get_property (self->kind), gtk_editable_get_text (self->search), self->reading, choices_cb,
                                     g_object_ref (self));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  gpointer       user_data)
{
  ConveneFilterPopover *self = user_data;
  g_autoptr(ConveneChoice) choice = g_object_ref (g_object_get_data (G_OBJECT (row), CHOICE_KEY));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, convene_choice_get_value (choice), convene_choice_get_label (choice));
}

/* Enter in the entry takes what stands first. */
static void
activate_first_cb (ConveneFilterPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self->list, row, self);
}

static void
convene_filter_popover_dispose (GObject *object)
{
  ConveneFilterPopover *self = CONVENE_FILTER_POPOVER (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_FILTER_POPOVER);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_filter_popover_parent_class)->dispose (object);
}

static void
convene_filter_popover_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_FILTER_POPOVER (object)->current, g_free);

  G_OBJECT_CLASS (convene_filter_popover_parent_class)->finalize (object);
}

static void
convene_filter_popover_class_init (ConveneFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_filter_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_filter_popover_finalize;
  chosen_signal = g_signal_new ("chosen", CONVENE_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interviews/convene-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneFilterPopover, search);
  gtk_widget_class_bind_template_child (widget_class, ConveneFilterPopover, place);
  gtk_widget_class_bind_template_child (widget_class, ConveneFilterPopover, list);
  gtk_widget_class_bind_template_child (widget_class, ConveneFilterPopover, nothing);
  gtk_widget_class_bind_template_callback (widget_class, read_choices);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  /* By name, GtkBuilder would look for it in the program, which knows nothing of GTK: this here is a module. */
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
convene_filter_popover_init (ConveneFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_filter_popover_new (ConveneFilterKind kind)
{
  ConveneFilterPopover *self = g_object_new (CONVENE_TYPE_FILTER_POPOVER, NULL);
  const char           *name = convene_filter_words_kind (kind);

  self->kind = kind;
  gtk_widget_set_visible (GTK_WIDGET (self->search), convene_filter_kind_is_read (kind));
  if (convene_filter_kind_is_read (kind))
    {
      g_object_set (self->search, "placeholder-text", convene_filter_words_search (kind), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, convene_filter_words_search (kind), -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
convene_filter_popover_prepare (ConveneFilterPopover *self,
                                ConveneEngine        *engine,
                                const char           *current)
{
  g_return_if_fail (CONVENE_IS_FILTER_POPOVER (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  g_set_object (&self->engine, engine);
  g_free (self->current);
  self->current = g_strdup (current);
  gtk_editable_set_text (self->search, "");
  read_choices (self);
}
