/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-window.h"

#include <glib/gi18n-lib.h>

#include "convene-names.h"
#include "convene-opening-section.h"

/* As many as somebody may look through. */
#define MAXIMUM 50

struct _ConveneOpeningWindow
{
  AdwWindow parent_instance;

  ConveneEngine *engine;
  guint          n_sections;

  GtkBox    *sections;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (ConveneOpeningWindow, convene_opening_window, ADW_TYPE_WINDOW)

/* The only button is what the window is for; of several none is. */
static void
update_suggestion (ConveneOpeningWindow *self)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  gboolean reading = FALSE;

  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); section != NULL; section = gtk_widget_get_next_sibling (section))
    {
      GPtrArray *buttons = convene_opening_section_list_buttons (CONVENE_OPENING_SECTION (section));

      reading = reading || convene_opening_section_is_reading (CONVENE_OPENING_SECTION (section));
      g_ptr_array_extend_and_steal (all, buttons);
    }

  for (guint i = 0; i < all->len; i++)
    if (all->len == 1)
      gtk_widget_add_css_class (g_ptr_array_index (all, i), "suggested-action");
    else
      gtk_widget_remove_css_class (g_ptr_array_index (all, i), "suggested-action");
  gtk_window_set_default_widget (GTK_WINDOW (self), all->len == 1 && !reading ? g_ptr_array_index (all, 0) : NULL);
}

static void
convene_opening_window_dispose (GObject *object)
{
  ConveneOpeningWindow *self = CONVENE_OPENING_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_OPENING_WINDOW);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_opening_window_parent_class)->dispose (object);
}

static void
convene_opening_window_class_init (ConveneOpeningWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_opening_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/opening/convene-opening-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningWindow, more);
}

static void
convene_opening_window_init (ConveneOpeningWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
}

ConveneOpeningWindow *
convene_opening_window_new (GtkApplication *application,
                            ConveneEngine  *engine)
{
  ConveneOpeningWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  self = g_object_new (CONVENE_TYPE_OPENING_WINDOW, "application", application, NULL);
  self->engine = g_object_ref (engine);
  return self;
}

/* Which file it is has to be said only of several. */
static void
add (ConveneOpeningWindow *self,
     GtkWidget            *section)
{
  GtkWidget *first;

  self->n_sections++;
  g_signal_connect_object (section, "changed", G_CALLBACK (update_suggestion), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->sections, section);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
  g_object_set (first, "with-title", self->n_sections > 1, NULL);
  g_object_set (section, "with-title", self->n_sections > 1, NULL);
  update_suggestion (self);
}

/* Whether there is room for another one. */
static gboolean
has_room (ConveneOpeningWindow *self)
{
  gtk_widget_set_visible (self->more, self->n_sections >= MAXIMUM);
  return self->n_sections < MAXIMUM;
}

void
convene_opening_window_add_file (ConveneOpeningWindow *self,
                                 GFile                *file)
{
  g_return_if_fail (CONVENE_IS_OPENING_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); section != NULL; section = gtk_widget_get_next_sibling (section))
    if (convene_opening_section_is_of (CONVENE_OPENING_SECTION (section), file))
      {
        convene_opening_section_read (CONVENE_OPENING_SECTION (section));
        return;
      }

  if (has_room (self))
    add (self, convene_opening_section_new (self->engine, file, NULL));
}

void
convene_opening_window_add_bytes (ConveneOpeningWindow *self,
                                  GBytes               *bytes)
{
  g_return_if_fail (CONVENE_IS_OPENING_WINDOW (self));
  g_return_if_fail (bytes != NULL);

  if (has_room (self))
    add (self, convene_opening_section_new (self->engine, NULL, bytes));
}
