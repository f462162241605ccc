/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-ui"

#include "convene-window-private.h"

#include <glib/gi18n-lib.h>

#include "convene-calendar-layout.h"
#include "convene-names.h"
#include "convene-toast.h"
#include "convene-window-day.h"
#include "convene-window-fit.h"
#include "convene-window-state.h"

G_DEFINE_FINAL_TYPE (ConveneWindow, convene_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_ENGINE = 1,
  PROP_PRACTICE,
  PROP_PAGE,
  PROP_FRONT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

GtkWidget *
convene_window_get_front (ConveneWindow *self)
{
  GtkWidget *page = self->pages != NULL ? gtk_stack_get_visible_child (self->pages) : NULL;

  if (page == GTK_WIDGET (self->interviews_place))
    return GTK_WIDGET (self->interviews);

  return page == GTK_WIDGET (self->calendar) ? page : NULL;
}

char *
convene_window_dup_showing (ConveneWindow *self)
{
  GtkWidget *front = convene_window_get_front (self);
  char      *showing = NULL;

  if (front != NULL)
    g_object_get (front, "showing", &showing, NULL);
  return showing;
}

gboolean
convene_window_get_changeable (ConveneWindow *self)
{
  GtkWidget *front = convene_window_get_front (self);
  gboolean   changeable = FALSE;

  if (front != NULL)
    g_object_get (front, "changeable", &changeable, NULL);
  return changeable;
}

/* Nobody pays for them who only looks at the calendar. */
static void
make_interviews (ConveneWindow *self)
{
  if (self->interviews != NULL)
    return;

  self->interviews = CONVENE_INTERVIEWS_PAGE (convene_interviews_page_new ());
  g_object_set (self->interviews, "filter", self->filter, NULL);
  g_object_bind_property (self, "engine", self->interviews, "engine", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->adaptive, "narrow", self->interviews, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->interviews, "notify::showing", G_CALLBACK (convene_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interviews, "notify::changeable", G_CALLBACK (convene_window_update_actions), self, G_CONNECT_SWAPPED);
  convene_window_state_bind_interviews (G_OBJECT (self->interviews));
  adw_bin_set_child (self->interviews_place, GTK_WIDGET (self->interviews));
}

static GtkWidget *
get_wanted (ConveneWindow *self)
{
  return g_str_equal (self->page, "interviews") ? GTK_WIDGET (self->interviews_place) : GTK_WIDGET (self->calendar);
}

/* Whoever had the keyboard in the page that goes has it in the one that comes. */
static void
bring_to_front (ConveneWindow *self,
                GtkWidget     *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean   focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages));

  gtk_stack_set_visible_child (self->pages, page);
  if (focused && !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* One suggestion at a time. */
void
convene_window_show_page (ConveneWindow *self,
                          GtkWidget     *page)
{
  if (page == NULL)
    page = get_wanted (self);
  if (page == GTK_WIDGET (self->interviews_place))
    make_interviews (self);

  g_clear_handle_id (&self->patience, g_source_remove);
  bring_to_front (self, page);
  convene_window_update_actions (self);
  g_object_set (self->header, "suggests", page != self->empty && page != GTK_WIDGET (self->failed), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRONT]);
  if (convene_window_is_ready (self))
    convene_window_stop_waiting (self);
}

/* What stands in front because nothing else can be shown stays there. */
void
convene_window_set_page (ConveneWindow *self,
                         const char    *page)
{
  const char *known = g_strcmp0 (page, "interviews") == 0 ? "interviews" : "calendar";

  if (g_str_equal (known, self->page))
    return;

  self->page = known;
  if (convene_window_get_front (self) != NULL)
    convene_window_show_page (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* Somebody who has neither accounts nor interviews is shown how to begin. */
static gboolean
is_beginning (ConveneWindow *self)
{
  return convene_attention_get_loaded (self->attention) && convene_attention_get_empty (self->attention) && !convene_attention_get_has_zoom (self->attention) &&
         !convene_attention_get_has_mail (self->attention);
}

static void
attention_cb (ConveneAttention *attention,
              GParamSpec       *pspec,
              gpointer          user_data)
{
  ConveneWindow *self = user_data;
  GtkWidget     *page = is_beginning (self) ? self->empty : get_wanted (self);

  /* Only now it is known what is to be seen first. */
  if (!convene_attention_get_loaded (attention))
    return;

  g_object_set (self->calendar, "empty", convene_attention_get_empty (attention), NULL);
  if (page != gtk_stack_get_visible_child (self->pages))
    convene_window_show_page (self, page);
}

static void
read_cb (ConveneWindow *self)
{
  if (convene_window_is_ready (self))
    convene_window_stop_waiting (self);
}

static void
drop_attention (ConveneWindow *self)
{
  convene_banner_set_attention (self->banner, NULL);
  if (self->attention != NULL)
    g_signal_handlers_disconnect_by_data (self->attention, self);
  g_clear_object (&self->attention);
}

static void
take_attention (ConveneWindow *self)
{
  self->attention = convene_attention_new (self->engine);
  g_signal_connect (self->attention, "notify", G_CALLBACK (attention_cb), self);
  convene_banner_set_attention (self->banner, self->attention);
  attention_cb (self->attention, NULL, self);
}

/* Where there is no room for the button, the menu has it. */
static void
narrow_cb (ConveneAdaptive *adaptive,
           GParamSpec      *pspec,
           gpointer         user_data)
{
  ConveneWindow *self = user_data;
  g_autoptr(GMenu) section = g_menu_new ();
  gboolean narrow = convene_adaptive_get_narrow (adaptive);

  g_menu_append (section, _("_Today"), "win.today");
  g_menu_append (section, _("_Search"), "win.search");
  if (narrow)
    g_menu_insert_section (self->menu, 0, NULL, G_MENU_MODEL (section));
  else if (pspec != NULL)
    g_menu_remove (self->menu, 0);
}

static const char *
get_front_nick (ConveneWindow *self)
{
  return convene_window_get_front (self) != NULL ? self->page : "";
}

static void
convene_window_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ConveneWindow *self = CONVENE_WINDOW (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_PRACTICE:
      g_value_set_boolean (value, self->practice);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_FRONT:
      g_value_set_string (value, get_front_nick (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_window_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ConveneWindow *self = CONVENE_WINDOW (object);

  switch (id)
    {
    case PROP_ENGINE:
      convene_window_set_engine (self, g_value_get_object (value));
      break;
    case PROP_PRACTICE:
      self->practice = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PAGE:
      convene_window_set_page (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Not sooner: GTK 4.8 does not tell a screen reader that something is a window where the focus comes before it. */
static void
take_focus (ConveneWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages)))
    gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

/* Whoever measures how long a start takes waits for this line. */
static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  ConveneWindow *self = user_data;
  gboolean       shown = gtk_widget_get_mapped (GTK_WIDGET (self->calendar)) && convene_calendar_page_get_read (self->calendar);

  if (shown)
    g_debug ("The month is on the screen");
  convene_window_finish_start (self);
  if (!shown)
    return;

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  take_focus (self);
}

static void
convene_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (convene_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), widget, 0);
}

static void
convene_window_constructed (GObject *object)
{
  ConveneWindow *self = CONVENE_WINDOW (object);

  G_OBJECT_CLASS (convene_window_parent_class)->constructed (object);

  gtk_window_set_title (GTK_WINDOW (self), self->practice ? _("Convene (Practice)") : _("Convene"));
  narrow_cb (self->adaptive, NULL, self);
  g_signal_connect (self->adaptive, "notify::narrow", G_CALLBACK (narrow_cb), self);
  g_signal_connect_swapped (self->calendar, "notify::showing", G_CALLBACK (convene_window_update_actions), self);
  g_signal_connect_swapped (self->calendar, "notify::changeable", G_CALLBACK (convene_window_update_actions), self);
  g_signal_connect_swapped (self->calendar, "notify::read", G_CALLBACK (read_cb), self);
  g_object_set (self->calendar, "filter", self->filter, NULL);
  convene_window_state_bind (GTK_WINDOW (self), G_OBJECT (self->calendar), G_OBJECT (self->filter));
  convene_calendar_page_make (self->calendar);
  convene_window_add_actions (self);
  convene_window_day_add_actions (GTK_APPLICATION_WINDOW (self), self->calendar);
  convene_name_parts (GTK_WIDGET (self));
  convene_window_show_opening (self);
}

static void
convene_window_dispose (GObject *object)
{
  ConveneWindow *self = CONVENE_WINDOW (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->adaptive != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->adaptive, self);
      g_signal_handlers_disconnect_by_data (self->calendar, self);
      drop_attention (self);
    }
  g_clear_object (&self->engine);
  self->interviews = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WINDOW);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (convene_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | flags);
  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "calendar", G_PARAM_READWRITE | flags);
  properties[PROP_FRONT] = g_param_spec_string ("front", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

/* Where there is no room for it in the header. */
static gboolean
is_switcher_shown (GObject    *object,
                   gboolean    narrow,
                   const char *front)
{
  return narrow && front != NULL && *front != '\0';
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/conveneapp/Convene/ui/window/convene-window.ui");
  gtk_widget_class_bind_template_child (klass, ConveneWindow, adaptive);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, header);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, header_fit);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, header_room);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, banner);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, pages);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, opening);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, failed);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, empty);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, calendar);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, interviews_place);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, switcher);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, menu);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, next_bar);
  gtk_widget_class_bind_template_callback (klass, is_switcher_shown);
}

static void
convene_window_class_init (ConveneWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_window_get_property;
  object_class->set_property = convene_window_set_property;
  object_class->constructed = convene_window_constructed;
  object_class->dispose = convene_window_dispose;
  GTK_WIDGET_CLASS (klass)->realize = convene_window_realize;
  install_properties (object_class);
  convene_window_install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_window_init (ConveneWindow *self)
{
  g_type_ensure (CONVENE_TYPE_ADAPTIVE);
  g_type_ensure (CONVENE_TYPE_BANNER);
  g_type_ensure (CONVENE_TYPE_CALENDAR_PAGE);
  g_type_ensure (CONVENE_TYPE_LATER);
  g_type_ensure (CONVENE_TYPE_NEXT_BAR);
  g_type_ensure (CONVENE_TYPE_WINDOW_HEADER);
  self->filter = convene_filter_new ();
  self->page = "calendar";
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_calendar_layout_make_choice (self->switcher);
  convene_window_fit (self->header_room, self->header_fit, self->header);
}

GtkWidget *
convene_window_new (GtkApplication *application,
                    ConveneEngine  *engine,
                    gboolean        practice)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine), NULL);

  return g_object_new (CONVENE_TYPE_WINDOW, "application", application, "practice", practice, "engine", engine, NULL);
}

void
convene_window_set_engine (ConveneWindow *self,
                           ConveneEngine *engine)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  if (self->engine == engine)
    return;

  drop_attention (self);
  g_set_object (&self->engine, engine);
  convene_next_bar_set_engine (self->next_bar, engine);
  convene_window_show_opening (self);
  if (engine != NULL)
    take_attention (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
}

void
convene_window_set_error (ConveneWindow *self,
                          const GError  *error)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (CONVENE_IS_WINDOW (self));

  if (self->engine != NULL)
    return;

  if (error == NULL)
    {
      convene_window_show_opening (self);
      return;
    }

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (convene_later_make (self->failed)), escaped);
  convene_window_show_page (self, GTK_WIDGET (self->failed));
}

void
convene_window_show_interview (ConveneWindow *self,
                               const char    *uid)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));
  g_return_if_fail (uid != NULL);

  if (self->engine == NULL)
    return;

  convene_window_show_page (self, NULL);
  if (self->interviews != NULL && convene_window_get_front (self) == GTK_WIDGET (self->interviews))
    convene_interviews_page_show_interview (self->interviews, uid);
  else
    convene_calendar_page_show_interview (self->calendar, uid);
}

void
convene_window_search (ConveneWindow *self,
                       const char    *text)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));

  if (self->engine == NULL)
    return;

  convene_window_set_page (self, "interviews");
  convene_window_show_page (self, NULL);
  convene_interviews_page_search (self->interviews, text);
}

void
convene_window_toast (ConveneWindow *self,
                      const char    *text)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));

  convene_toast (GTK_WIDGET (self->pages), text);
}

void
convene_window_toast_undo (ConveneWindow *self,
                           const char    *text,
                           ConveneUndo    undo,
                           gpointer       user_data,
                           GDestroyNotify free)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));

  convene_toast_undo (GTK_WIDGET (self->pages), text, undo, NULL, user_data, free);
}
