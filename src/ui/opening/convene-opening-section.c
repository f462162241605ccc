/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-section.h"

#include <glib/gi18n-lib.h>

#include "convene-opening-card.h"
#include "convene-rows.h"

struct _ConveneOpeningSection
{
  GtkBox parent_instance;

  ConveneEngine *engine;
  GFile         *file;
  GBytes        *bytes;
  GCancellable  *cancellable; /* of the reading under way, NULL while there is none */
  gboolean       with_title;

  GtkLabel        *title;
  GtkWidget       *loading;
  GtkWidget       *notice_list;
  ConveneErrorRow *notice;
  GtkBox          *cards;
};

G_DEFINE_FINAL_TYPE (ConveneOpeningSection, convene_opening_section, GTK_TYPE_BOX)

enum
{
  PROP_WITH_TITLE = 1,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
say (ConveneOpeningSection *self,
     const char            *tone,
     const char            *message)
{
  g_object_set (self->notice, "tone", tone, "message", message, NULL);
  gtk_widget_set_visible (self->notice_list, message != NULL);
}

static void
changed_cb (ConveneOpeningSection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is on the screen is no longer so. */
static void
stale_cb (ConveneOpeningSection *self)
{
  convene_opening_section_read (self);
  say (self, "plain", _("The interview changed meanwhile. This is what the file means now."));
}

static void
remove_cards (ConveneOpeningSection *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
}

static void
show_cards (ConveneOpeningSection *self,
            GListModel            *openings)
{
  remove_cards (self);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (openings); i++)
    {
      g_autoptr(ConveneOpening) opening = g_list_model_get_item (openings, i);
      GtkWidget *card = convene_opening_card_new (self->engine, opening);

      g_signal_connect_object (card, "applied", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "stale", G_CALLBACK (stale_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
    }
}

static void
end_reading (ConveneOpeningSection *self,
             GListModel            *openings,
             const GError          *error)
{
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->loading, FALSE);
  if (openings != NULL)
    show_cards (self, openings);
  else
    {
      remove_cards (self);
      gtk_widget_set_visible (GTK_WIDGET (self->cards), FALSE);
      say (self, "error", error->message);
    }
  changed_cb (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ConveneOpeningSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) openings = NULL;

  if (self->file != NULL)
    openings = convene_engine_open_file_finish (CONVENE_ENGINE (source), result, &error);
  else
    openings = convene_engine_open_bytes_finish (CONVENE_ENGINE (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_reading (self, openings, error);
}

static void
stop (ConveneOpeningSection *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
set_with_title (ConveneOpeningSection *self,
                gboolean               with_title)
{
  if (self->with_title == with_title)
    return;

  self->with_title = with_title;
  gtk_widget_set_visible (GTK_WIDGET (self->title), with_title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_TITLE]);
}

static void
convene_opening_section_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WITH_TITLE:
      g_value_set_boolean (value, CONVENE_OPENING_SECTION (object)->with_title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_opening_section_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_WITH_TITLE:
      set_with_title (CONVENE_OPENING_SECTION (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_opening_section_dispose (GObject *object)
{
  ConveneOpeningSection *self = CONVENE_OPENING_SECTION (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_OPENING_SECTION);
  g_clear_object (&self->engine);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (convene_opening_section_parent_class)->dispose (object);
}

static void
convene_opening_section_class_init (ConveneOpeningSectionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_opening_section_dispose;
  object_class->get_property = convene_opening_section_get_property;
  object_class->set_property = convene_opening_section_set_property;

  properties[PROP_WITH_TITLE] = g_param_spec_boolean ("with-title", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/opening/convene-opening-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningSection, title);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningSection, loading);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningSection, notice_list);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningSection, notice);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningSection, cards);
}

static void
convene_opening_section_init (ConveneOpeningSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* As much of its name as can be read aloud: it may be anything. */
static char *
format_title (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL ? g_filename_display_name (name) : g_strdup (_("Dropped text"));
}

GtkWidget *
convene_opening_section_new (ConveneEngine *engine,
                             GFile         *file,
                             GBytes        *bytes)
{
  ConveneOpeningSection *self;
  g_autofree char       *title = NULL;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (G_IS_FILE (file) || bytes != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_OPENING_SECTION, NULL);
  self->engine = g_object_ref (engine);
  g_set_object (&self->file, file);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  title = format_title (file);
  gtk_label_set_label (self->title, title);
  convene_opening_section_read (self);
  return GTK_WIDGET (self);
}

gboolean
convene_opening_section_is_of (ConveneOpeningSection *self,
                               GFile                 *file)
{
  g_return_val_if_fail (CONVENE_IS_OPENING_SECTION (self), FALSE);

  return self->file != NULL && file != NULL && g_file_equal (self->file, file);
}

void
convene_opening_section_read (ConveneOpeningSection *self)
{
  g_return_if_fail (CONVENE_IS_OPENING_SECTION (self));

  stop (self);
  say (self, "plain", NULL);
  gtk_widget_set_visible (self->loading, gtk_widget_get_first_child (GTK_WIDGET (self->cards)) == NULL);
  self->cancellable = g_cancellable_new ();
  if (self->file != NULL)
    convene_engine_open_file_async (self->engine, self->file, self->cancellable, read_cb, g_object_ref (self));
  else
    convene_engine_open_bytes_async (self->engine, self->bytes, self->cancellable, read_cb, g_object_ref (self));
}

GPtrArray *
convene_opening_section_list_buttons (ConveneOpeningSection *self)
{
  GPtrArray *buttons = g_ptr_array_new ();

  g_return_val_if_fail (CONVENE_IS_OPENING_SECTION (self), buttons);

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (convene_opening_card_get_button (CONVENE_OPENING_CARD (card)) != NULL)
      g_ptr_array_add (buttons, convene_opening_card_get_button (CONVENE_OPENING_CARD (card)));

  return buttons;
}

gboolean
convene_opening_section_is_reading (ConveneOpeningSection *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING_SECTION (self), FALSE);

  return self->cancellable != NULL;
}
