/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-step-list.h"

#include <glib/gi18n-lib.h>

struct _ConveneStepList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget  *rows[CONVENE_WIZARD_STEPS];
  GtkWidget  *images[CONVENE_WIZARD_STEPS];
  GtkWidget  *labels[CONVENE_WIZARD_STEPS];
  int         step;
  int         reach;
  gboolean    open;
};

G_DEFINE_FINAL_TYPE (ConveneStepList, convene_step_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_STEP,
  PROP_REACH,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint chosen_signal;

static const char *const titles[CONVENE_WIZARD_STEPS] = {
  N_("Setup"),
      N_("Date & Time"),
          N_("Attendees"),
              N_("Details"),
                  N_("Preview"),
                      N_("Finalize"),
                  };

static gboolean
is_done (ConveneStepList *self,
         int              step)
{
  return step != self->step && step < MAX (self->step, self->reach);
}

static char *
dup_name (ConveneStepList *self,
          int              step)
{
  const char *title = convene_step_list_get_title (step);

  if (is_done (self, step))
    /* Translators: a number, how many there are, and the name of the step */
    return g_strdup_printf (_("Step %d of %d, %s, done"), step + 1, CONVENE_WIZARD_STEPS, title);
  if (step == self->step)
    /* Translators: a number, how many there are, and the name of the step */
    return g_strdup_printf (_("Step %d of %d, %s, current"), step + 1, CONVENE_WIZARD_STEPS, title);
  /* Translators: a number, how many there are, and the name of the step */
  return g_strdup_printf (_("Step %d of %d, %s, to come"), step + 1, CONVENE_WIZARD_STEPS, title);
}

static void
show_step (ConveneStepList *self,
           int              step)
{
  gboolean         done = is_done (self, step);
  const char      *icon = done ? "object-select-symbolic" : step == self->step ? "media-record-symbolic"
                                                                               : "radio-symbolic";
  g_autofree char *name = dup_name (self, step);
  gboolean         can_choose = self->open && done;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->images[step]), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[step]), can_choose);
  gtk_widget_set_focusable (self->rows[step], can_choose);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[step]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (step == self->step)
    gtk_widget_add_css_class (self->labels[step], "heading");
  else
    gtk_widget_remove_css_class (self->labels[step], "heading");
  if (step > self->step && !done)
    gtk_widget_add_css_class (self->rows[step], "dim-label");
  else
    gtk_widget_remove_css_class (self->rows[step], "dim-label");
}

static void
show_steps (ConveneStepList *self)
{
  for (int i = 0; i < CONVENE_WIZARD_STEPS; i++)
    show_step (self, i);
}

static void
row_activated_cb (ConveneStepList *self,
                  GtkListBoxRow   *row)
{
  g_signal_emit (self, chosen_signal, 0, gtk_list_box_row_get_index (row));
}

static void
convene_step_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ConveneStepList *self = CONVENE_STEP_LIST (object);

  switch (prop_id)
    {
    case PROP_STEP:
      g_value_set_int (value, self->step);
      break;
    case PROP_REACH:
      g_value_set_int (value, self->reach);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_step_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ConveneStepList *self = CONVENE_STEP_LIST (object);

  switch (prop_id)
    {
    case PROP_STEP:
      self->step = g_value_get_int (value);
      show_steps (self);
      break;
    case PROP_REACH:
      self->reach = g_value_get_int (value);
      show_steps (self);
      break;
    case PROP_OPEN:
      self->open = g_value_get_boolean (value);
      show_steps (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_step_list_class_init (ConveneStepListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_step_list_get_property;
  object_class->set_property = convene_step_list_set_property;

  properties[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, 0, CONVENE_WIZARD_STEPS - 1, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REACH] = g_param_spec_int ("reach", NULL, NULL, 0, CONVENE_WIZARD_STEPS, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  chosen_signal = g_signal_new ("chosen", CONVENE_TYPE_STEP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
add_row (ConveneStepList *self,
         int              step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->rows[step] = gtk_list_box_row_new ();
  self->images[step] = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->labels[step] = gtk_label_new (convene_step_list_get_title (step));
  gtk_label_set_xalign (GTK_LABEL (self->labels[step]), 0);
  gtk_widget_set_hexpand (self->labels[step], TRUE);
  gtk_box_append (GTK_BOX (box), self->images[step]);
  gtk_box_append (GTK_BOX (box), self->labels[step]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->rows[step]), box);
  gtk_list_box_append (self->list, self->rows[step]);
}

static void
convene_step_list_init (ConveneStepList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  self->open = TRUE;
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  for (int i = 0; i < CONVENE_WIZARD_STEPS; i++)
    add_row (self, i);
  adw_bin_set_child (ADW_BIN (self), list);
  show_steps (self);
}

const char *
convene_step_list_get_title (int step)
{
  g_return_val_if_fail (step >= 0 && step < CONVENE_WIZARD_STEPS, NULL);

  return _(titles[step]);
}

char *
convene_step_list_dup_words (int step)
{
  /* Translators: a number, how many there are, and the name of the step */
  return g_strdup_printf (_("Step %d of %d · %s"), step + 1, CONVENE_WIZARD_STEPS, convene_step_list_get_title (step));
}
