/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-length-row.h"

#include "convene-interview-check.h"
#include "convene-words.h"
#include "convene-wrap-box.h"

struct _ConveneLengthRow
{
  AdwPreferencesRow parent_instance;

  int minutes;

  GtkSpinButton *spin;
  GtkWidget     *usual;
};

G_DEFINE_FINAL_TYPE (ConveneLengthRow, convene_length_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_MINUTES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const int usual_lengths[] = { 15, 30, 45, 60, 90, 120 };

static void
value_changed_cb (ConveneLengthRow *self)
{
  convene_length_row_set_minutes (self, gtk_spin_button_get_value_as_int (self->spin));
}

static void
clicked_cb (ConveneLengthRow *self,
            GtkWidget        *button)
{
  int position = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (button); before != NULL; before = gtk_widget_get_prev_sibling (before))
    position++;

  convene_length_row_set_minutes (self, usual_lengths[position]);
}

static void
add_usual (ConveneLengthRow *self,
           int               minutes)
{
  g_autofree char *words = convene_words_duration (minutes);
  GtkWidget       *button = gtk_button_new_with_label (words);

  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, self->usual);
}

static void
convene_length_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_MINUTES:
      g_value_set_int (value, CONVENE_LENGTH_ROW (object)->minutes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_length_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_MINUTES:
      convene_length_row_set_minutes (CONVENE_LENGTH_ROW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The entry's own handler has taken the number by now. */
static void
activate_cb (GtkWidget *text)
{
  gtk_widget_activate_action (text, "wizard.next", NULL);
}

static void
convene_length_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_LENGTH_ROW);

  G_OBJECT_CLASS (convene_length_row_parent_class)->dispose (object);
}

static void
convene_length_row_class_init (ConveneLengthRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_length_row_dispose;
  object_class->get_property = convene_length_row_get_property;
  object_class->set_property = convene_length_row_set_property;

  properties[PROP_MINUTES] = g_param_spec_int ("minutes", NULL, NULL, 0, G_MAXINT, 45, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-length-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneLengthRow, spin);
  gtk_widget_class_bind_template_child (widget_class, ConveneLengthRow, usual);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
convene_length_row_init (ConveneLengthRow *self)
{
  self->minutes = 45;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Enter goes on, as in a row of text. */
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->spin)), "activate", G_CALLBACK (activate_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (usual_lengths); i++)
    add_usual (self, usual_lengths[i]);
}

GtkWidget *
convene_length_row_new (void)
{
  return g_object_new (CONVENE_TYPE_LENGTH_ROW, NULL);
}

void
convene_length_row_set_minutes (ConveneLengthRow *self,
                                int               minutes)
{
  g_return_if_fail (CONVENE_IS_LENGTH_ROW (self));

  minutes = CLAMP (minutes, 1, CONVENE_DURATION_MAX);
  if (self->minutes == minutes)
    return;

  self->minutes = minutes;
  gtk_spin_button_set_value (self->spin, minutes);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES]);
}

int
convene_length_row_get_minutes (ConveneLengthRow *self)
{
  g_return_val_if_fail (CONVENE_IS_LENGTH_ROW (self), 0);

  return self->minutes;
}
