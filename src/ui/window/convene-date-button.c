/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-date-button.h"

#include "convene-date-popover.h"
#include "convene-tip.h"

struct _ConveneDateButton
{
  AdwBin parent_instance;

  char    *strings[3]; /* by property */
  gboolean narrow;

  GtkWidget *subtitle;
};

G_DEFINE_FINAL_TYPE (ConveneDateButton, convene_date_button, ADW_TYPE_BIN)

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_DATE,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Not bound: what a template unparents, a bin would unparent once more. */
static GtkMenuButton *
get_button (ConveneDateButton *self)
{
  return GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}

/* Made anew each time: the date is another one. */
static void
popover_cb (GtkMenuButton *button,
            gpointer       user_data)
{
  ConveneDateButton *self = user_data;

  gtk_menu_button_set_popover (button, convene_date_popover_new (self->strings[PROP_DATE - 1]));
}

static void
set_string (ConveneDateButton *self,
            guint              id,
            const char        *string)
{
  if (g_strcmp0 (self->strings[id - 1], string) == 0)
    return;

  g_free (self->strings[id - 1]);
  self->strings[id - 1] = g_strdup (string);
  if (id == PROP_TITLE)
    gtk_accessible_update_property (GTK_ACCESSIBLE (get_button (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, string != NULL ? string : "", -1);
  else if (id == PROP_SUBTITLE)
    gtk_widget_set_visible (self->subtitle, string != NULL && *string != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
convene_date_button_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, CONVENE_DATE_BUTTON (object)->narrow);
  else
    g_value_set_string (value, CONVENE_DATE_BUTTON (object)->strings[id - 1]);
}

static void
convene_date_button_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (id != PROP_NARROW)
    {
      set_string (CONVENE_DATE_BUTTON (object), id, g_value_get_string (value));
      return;
    }

  CONVENE_DATE_BUTTON (object)->narrow = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
convene_date_button_dispose (GObject *object)
{
  ConveneDateButton *self = CONVENE_DATE_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_DATE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (self->strings); i++)
    g_clear_pointer (&self->strings[i], g_free);

  G_OBJECT_CLASS (convene_date_button_parent_class)->dispose (object);
}

static void
convene_date_button_class_init (ConveneDateButtonClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_date_button_get_property;
  object_class->set_property = convene_date_button_set_property;
  object_class->dispose = convene_date_button_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneDateButton, subtitle);
}

static void
convene_date_button_init (ConveneDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_tip_say_rest (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (get_button (self), popover_cb, self, NULL);
}

void
convene_date_button_popup (ConveneDateButton *self)
{
  g_return_if_fail (CONVENE_IS_DATE_BUTTON (self));

  gtk_menu_button_popup (get_button (self));
}
