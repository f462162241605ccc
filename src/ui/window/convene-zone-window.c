/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zone-window.h"

#include <glib/gi18n-lib.h>

#include "convene-completion.h"
#include "convene-names.h"
#include "convene-rows.h"
#include "convene-zone-row.h"
#include "convene-zone.h"

struct _ConveneZoneWindow
{
  AdwWindow parent_instance;

  GObject *calendar;

  ConveneZoneRow  *row;
  ConveneErrorRow *error;
};

G_DEFINE_FINAL_TYPE (ConveneZoneWindow, convene_zone_window, ADW_TYPE_WINDOW)

/* Nothing typed is no zone. */
static void
apply_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  ConveneZoneWindow *self = CONVENE_ZONE_WINDOW (widget);
  g_autofree char   *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row))));
  g_autoptr(GTimeZone) zone = *name != '\0' ? convene_zone_new (name, NULL, NULL) : NULL;

  if (*name != '\0' && zone == NULL)
    {
      convene_error_row_set_message (self->error, _("There is no such time zone. Type a city and choose one of those that are offered."));
      gtk_widget_grab_focus (GTK_WIDGET (self->row));
      return;
    }

  g_object_set (self->calendar, "second-zone", name, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
typed_cb (ConveneZoneWindow *self)
{
  convene_error_row_set_message (self->error, NULL);
}

static void
chosen_cb (ConveneZoneWindow *self,
           GtkStringObject   *name)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row), gtk_string_object_get_string (name));
}

static void
entered_cb (ConveneZoneWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "zone.apply", NULL);
}

static void
convene_zone_window_dispose (GObject *object)
{
  ConveneZoneWindow *self = CONVENE_ZONE_WINDOW (object);

  g_clear_object (&self->calendar);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ZONE_WINDOW);

  G_OBJECT_CLASS (convene_zone_window_parent_class)->dispose (object);
}

static void
convene_zone_window_class_init (ConveneZoneWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_zone_window_dispose;

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_ZONE_ROW);
  gtk_widget_class_install_action (widget_class, "zone.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-zone-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneZoneWindow, row);
  gtk_widget_class_bind_template_child (widget_class, ConveneZoneWindow, error);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
convene_zone_window_init (ConveneZoneWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
}

GtkWidget *
convene_zone_window_new (GtkWindow     *parent,
                         ConveneEngine *engine,
                         GObject       *calendar)
{
  ConveneZoneWindow *self;
  ConveneCompletion *completion;
  g_autofree char   *zone = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (G_IS_OBJECT (calendar), NULL);

  self = g_object_new (CONVENE_TYPE_ZONE_WINDOW, "transient-for", parent, NULL);
  self->calendar = g_object_ref (calendar);
  completion = convene_completion_attach (GTK_EDITABLE (self->row), engine, CONVENE_COMPLETION_ZONES);
  g_signal_connect_object (completion, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_object_get (calendar, "second-zone", &zone, NULL);
  convene_zone_row_set_empty_words (self->row, _("None"));
  convene_zone_row_set_instant (self->row, convene_clock_now (convene_engine_get_clock (engine)));
  gtk_editable_set_text (GTK_EDITABLE (self->row), zone);
  return GTK_WIDGET (self);
}
