/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-header.h"

#include "convene-calendar-layout.h"
#include "convene-date-button.h"
#include "convene-names.h"
#include "convene-window-title.h"

struct _ConveneWindowHeader
{
  AdwBin parent_instance;

  gboolean    narrow;
  gboolean    tight;
  gboolean    suggests;
  GMenuModel *menu;
  char       *strings[5]; /* from PROP_PAGE on */

  ConveneDateButton *date_button;
  GtkWidget         *switcher;
  GtkWidget         *previous;
  GtkWidget         *next;
  GtkWidget         *schedule;
  GtkWidget         *schedule_icon;
  GtkMenuButton     *menu_button;
};

G_DEFINE_FINAL_TYPE (ConveneWindowHeader, convene_window_header, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  PROP_TIGHT,
  PROP_SUGGESTS,
  PROP_MENU,
  PROP_PAGE,
  PROP_VIEW,
  PROP_TITLE,
  PROP_DATE,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
name_button (GtkWidget  *button,
             const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_turns (ConveneWindowHeader *self)
{
  const char *view = self->strings[PROP_VIEW - PROP_PAGE];

  name_button (self->previous, convene_window_title_get_previous (view, self->narrow));
  name_button (self->next, convene_window_title_get_next (view, self->narrow));
}

static void
set_class (ConveneWindowHeader *self,
           const char          *name,
           gboolean             has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_suggests (ConveneWindowHeader *self,
              gboolean             suggests)
{
  GtkWidget *const buttons[] = { self->schedule, self->schedule_icon };

  self->suggests = suggests;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (suggests)
      gtk_widget_add_css_class (buttons[i], "suggested-action");
    else
      gtk_widget_remove_css_class (buttons[i], "suggested-action");
}

/* The keyboard goes from the one button of scheduling to the other. */
static void
set_tight (ConveneWindowHeader *self,
           gboolean             tight)
{
  GtkWidget *shown = tight ? self->schedule_icon : self->schedule;
  GtkWidget *hidden = tight ? self->schedule : self->schedule_icon;

  self->tight = tight;
  gtk_widget_set_visible (shown, TRUE);
  if (gtk_widget_is_focus (hidden))
    gtk_widget_grab_focus (shown);
  gtk_widget_set_visible (hidden, FALSE);
}

static void
convene_window_header_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneWindowHeader *self = CONVENE_WINDOW_HEADER (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    case PROP_SUGGESTS:
      g_value_set_boolean (value, self->suggests);
      break;
    case PROP_MENU:
      g_value_set_object (value, self->menu);
      break;
    default:
      g_value_set_string (value, self->strings[id - PROP_PAGE]);
    }
}

static void
convene_window_header_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ConveneWindowHeader *self = CONVENE_WINDOW_HEADER (object);

  switch (id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      set_class (self, "narrow", self->narrow);
      break;
    case PROP_TIGHT:
      set_tight (self, g_value_get_boolean (value));
      break;
    case PROP_SUGGESTS:
      set_suggests (self, g_value_get_boolean (value));
      break;
    case PROP_MENU:
      g_set_object (&self->menu, g_value_get_object (value));
      break;
    default:
      g_free (self->strings[id - PROP_PAGE]);
      self->strings[id - PROP_PAGE] = g_value_dup_string (value);
    }

  if (id == PROP_NARROW || id == PROP_VIEW)
    name_turns (self);
}

static void
convene_window_header_dispose (GObject *object)
{
  ConveneWindowHeader *self = CONVENE_WINDOW_HEADER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WINDOW_HEADER);
  g_clear_object (&self->menu);
  for (guint i = 0; i < G_N_ELEMENTS (self->strings); i++)
    g_clear_pointer (&self->strings[i], g_free);

  G_OBJECT_CLASS (convene_window_header_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  static const char *const names[] = { "page", "view", "title", "date", "name" };
  const GParamFlags        flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, flags);
  properties[PROP_SUGGESTS] = g_param_spec_boolean ("suggests", NULL, NULL, FALSE, flags);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    properties[PROP_PAGE + i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
convene_window_header_class_init (ConveneWindowHeaderClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_window_header_get_property;
  object_class->set_property = convene_window_header_set_property;
  object_class->dispose = convene_window_header_dispose;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-window-header.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneWindowHeader, date_button);
  gtk_widget_class_bind_template_child (widget_class, ConveneWindowHeader, switcher);
  gtk_widget_class_bind_template_child (widget_class, ConveneWindowHeader, previous);
  gtk_widget_class_bind_template_child (widget_class, ConveneWindowHeader, next);
  gtk_widget_class_bind_template_child (widget_class, ConveneWindowHeader, schedule);
  gtk_widget_class_bind_template_child (widget_class, ConveneWindowHeader, schedule_icon);
  gtk_widget_class_bind_template_child (widget_class, ConveneWindowHeader, menu_button);
  convene_window_title_bind (widget_class);
}

/* From a menu within the menu GTK 4.8 would leave the focus there, where nobody sees it and keys do nothing. */
static void
menu_closed_cb (GtkPopover *popover,
                gpointer    user_data)
{
  gtk_widget_grab_focus (user_data);
}

/* The widgets of a menu take as long as a day of the month: they are made when somebody opens it. */
static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  gtk_menu_button_set_menu_model (button, CONVENE_WINDOW_HEADER (user_data)->menu);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (menu_closed_cb), button, 0);
  convene_name_parts (GTK_WIDGET (button));
}

static void
convene_window_header_init (ConveneWindowHeader *self)
{
  g_type_ensure (CONVENE_TYPE_DATE_BUTTON);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
  convene_calendar_layout_make_choice (self->switcher);
}

void
convene_window_header_ask_date (ConveneWindowHeader *self)
{
  g_return_if_fail (CONVENE_IS_WINDOW_HEADER (self));

  convene_date_button_popup (self->date_button);
}

static void
arrange (ConveneWindowHeader *self,
         gboolean             narrow,
         gboolean             tight)
{
  if (self->narrow != narrow)
    g_object_set (self, "narrow", narrow, NULL);
  if (self->tight != tight)
    g_object_set (self, "tight", tight, NULL);
}

int
convene_window_header_get_width (ConveneWindowHeader *self,
                                 gboolean             tight)
{
  gboolean was_narrow;
  gboolean was_tight;
  int      width;

  g_return_val_if_fail (CONVENE_IS_WINDOW_HEADER (self), 0);

  was_narrow = self->narrow;
  was_tight = self->tight;
  arrange (self, FALSE, tight);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  arrange (self, was_narrow, was_tight);
  return width;
}
