/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-ui"

#include "convene-window.h"

#include <glib/gi18n-lib.h>

#include "convene-adaptive.h"
#include "convene-attention.h"
#include "convene-banner.h"
#include "convene-calendar-page.h"
#include "convene-later.h"
#include "convene-names.h"
#include "convene-next-bar.h"
#include "convene-toast.h"
#include "convene-window-day.h"
#include "convene-window-state.h"
#include "convene-window-title.h"

/* Opening mostly takes less than it takes to notice. Where it takes longer, the month is shown without its interviews meanwhile. */
#define PATIENCE_MS 600

/* A first frame without the interviews costs as much as one with them, and delays that. */
#define WAIT_MS 150

struct _ConveneWindow
{
  AdwApplicationWindow parent_instance;

  ConveneEngine    *engine;
  gboolean          practice;
  ConveneAttention *attention; /* NULL until there is an engine */
  guint             patience;
  guint             waiting; /* to be presented, until there is something to be seen */

  ConveneAdaptive     *adaptive;
  ConveneBanner       *banner;
  GtkStack            *pages;
  GtkWidget           *opening;
  ConveneLater        *failed;
  GtkWidget           *empty;
  ConveneCalendarPage *calendar;
  GtkWidget           *schedule;
  GtkWidget           *schedule_icon;
  GMenu               *menu;
  ConveneNextBar      *next_bar;
};

G_DEFINE_FINAL_TYPE (ConveneWindow, convene_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_ENGINE = 1,
  PROP_PRACTICE,
  PROP_MONTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
stop_waiting (ConveneWindow *self)
{
  if (self->waiting == 0)
    return;

  g_clear_handle_id (&self->waiting, g_source_remove);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static gboolean
waited_cb (gpointer user_data)
{
  stop_waiting (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
is_ready (ConveneWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != self->opening && (page != GTK_WIDGET (self->calendar) || convene_calendar_page_get_read (self->calendar));
}

static const char *const calendar_actions[] = { "win.today", "win.previous", "win.next" };

/* What can be done with an interview whose details are in front. */
static const struct
{
  const char *action;
  const char *asked; /* of the application, with the interview's uid */
} life_actions[] = {
  { "win.reschedule", "app.reschedule" },
  { "win.edit", "app.edit" },
  { "win.cancel-interview", "app.cancel-interview" },
};

static void
update_life_actions (ConveneWindow *self)
{
  gboolean in_front = gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->calendar);
  gboolean changeable;

  g_object_get (self->calendar, "changeable", &changeable, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (life_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), life_actions[i].action, in_front && changeable);
}

/* What can be done while the calendar is in front, and one suggestion at a time. */
static void
show_page (ConveneWindow *self,
           GtkWidget     *page)
{
  gboolean calendar = page == GTK_WIDGET (self->calendar);
  gboolean showing = calendar && convene_calendar_page_get_showing (self->calendar) != NULL;

  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_stack_set_visible_child (self->pages, page);
  for (guint i = 0; i < G_N_ELEMENTS (calendar_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), calendar_actions[i], calendar);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", showing);
  update_life_actions (self);
  if (page == self->empty || page == GTK_WIDGET (self->failed))
    {
      gtk_widget_remove_css_class (self->schedule, "suggested-action");
      gtk_widget_remove_css_class (self->schedule_icon, "suggested-action");
    }
  else
    {
      gtk_widget_add_css_class (self->schedule, "suggested-action");
      gtk_widget_add_css_class (self->schedule_icon, "suggested-action");
    }
  if (is_ready (self))
    stop_waiting (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
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
  GtkWidget     *page = is_beginning (self) ? self->empty : GTK_WIDGET (self->calendar);

  /* Only now it is known what is to be seen first. */
  if (!convene_attention_get_loaded (attention) || page == gtk_stack_get_visible_child (self->pages))
    return;

  show_page (self, page);
}

static void
showing_cb (ConveneCalendarPage *page,
            GParamSpec          *pspec,
            gpointer             user_data)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (user_data), "win.back", convene_calendar_page_get_showing (page) != NULL);
}

static void
month_cb (ConveneCalendarPage *page,
          GParamSpec          *pspec,
          gpointer             user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_MONTH]);
}

static void
read_cb (ConveneCalendarPage *page,
         GParamSpec          *pspec,
         gpointer             user_data)
{
  if (is_ready (user_data))
    stop_waiting (user_data);
}

static gboolean
patience_cb (gpointer user_data)
{
  ConveneWindow *self = user_data;

  self->patience = 0;
  show_page (self, GTK_WIDGET (self->calendar));
  return G_SOURCE_REMOVE;
}

static void
show_opening (ConveneWindow *self)
{
  if (self->patience != 0)
    return;

  show_page (self, self->opening);
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
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
  if (narrow)
    g_menu_insert_section (self->menu, 0, NULL, G_MENU_MODEL (section));
  else if (pspec != NULL)
    g_menu_remove (self->menu, 0);
}

static void
today_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  convene_calendar_page_go_to_today (CONVENE_WINDOW (widget)->calendar);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  convene_calendar_page_turn (CONVENE_WINDOW (widget)->calendar, -1);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  convene_calendar_page_turn (CONVENE_WINDOW (widget)->calendar, 1);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  convene_calendar_page_back (CONVENE_WINDOW (widget)->calendar);
}

static void
life_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  const char *uid = convene_calendar_page_get_showing (CONVENE_WINDOW (widget)->calendar);

  for (guint i = 0; uid != NULL && i < G_N_ELEMENTS (life_actions); i++)
    if (g_str_equal (life_actions[i].action, action))
      gtk_widget_activate_action (widget, life_actions[i].asked, "s", uid);
}

static void
join_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  convene_open (GTK_WIDGET (CONVENE_WINDOW (widget)->pages), g_variant_get_string (target, NULL));
}

static void
join_next_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  ConveneWindow *self = CONVENE_WINDOW (widget);
  const char    *uid = convene_next_bar_get_joinable (self->next_bar);

  if (uid != NULL)
    gtk_widget_activate_action (widget, "app.join", "s", uid);
  else
    convene_toast (GTK_WIDGET (self->pages), _("No interview can be joined now"));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  convene_copy (GTK_WIDGET (CONVENE_WINDOW (widget)->pages), g_variant_get_string (target, NULL), _("Copied"));
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
    case PROP_MONTH:
      /* The template asks before it is whole. */
      if (self->pages != NULL && gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->calendar))
        g_value_set_string (value, convene_calendar_page_get_month (self->calendar));
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Whoever measures how long a start takes waits for this line. */
static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  ConveneWindow *self = user_data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->calendar)) || !convene_calendar_page_get_read (self->calendar))
    return;

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  g_debug ("The month is on the screen");
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
  g_signal_connect (self->calendar, "notify::showing", G_CALLBACK (showing_cb), self);
  g_signal_connect_swapped (self->calendar, "notify::changeable", G_CALLBACK (update_life_actions), self);
  g_signal_connect (self->calendar, "notify::month", G_CALLBACK (month_cb), self);
  g_signal_connect (self->calendar, "notify::read", G_CALLBACK (read_cb), self);
  convene_window_day_add_actions (GTK_APPLICATION_WINDOW (self), self->calendar);
  convene_name_parts (GTK_WIDGET (self));
  show_opening (self);
  convene_window_state_bind (GTK_WINDOW (self));
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
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WINDOW);

  G_OBJECT_CLASS (convene_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | flags);
  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags);
  properties[PROP_MONTH] = g_param_spec_string ("month", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.today", NULL, today_cb);
  gtk_widget_class_install_action (klass, "win.previous", NULL, previous_cb);
  gtk_widget_class_install_action (klass, "win.next", NULL, next_cb);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_cb);
  for (guint i = 0; i < G_N_ELEMENTS (life_actions); i++)
    gtk_widget_class_install_action (klass, life_actions[i].action, NULL, life_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "win.cancel-interview", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Delete, 0, "win.cancel-interview", NULL);
  gtk_widget_class_install_action (klass, "win.join", "s", join_cb);
  gtk_widget_class_install_action (klass, "win.join-next", NULL, join_next_cb);
  gtk_widget_class_install_action (klass, "win.copy", "s", copy_cb);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/conveneapp/Convene/ui/window/convene-window.ui");
  gtk_widget_class_bind_template_child (klass, ConveneWindow, adaptive);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, banner);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, pages);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, opening);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, failed);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, empty);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, calendar);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, schedule);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, schedule_icon);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, menu);
  gtk_widget_class_bind_template_child (klass, ConveneWindow, next_bar);
  gtk_widget_class_bind_template_callback_full (klass, "get_heading", G_CALLBACK (convene_window_title_get_heading));
  gtk_widget_class_bind_template_callback_full (klass, "get_subheading", G_CALLBACK (convene_window_title_get_subheading));
  gtk_widget_class_bind_template_callback_full (klass, "is_said", G_CALLBACK (convene_window_title_is_said));
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
  install_actions (GTK_WIDGET_CLASS (klass));
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
  gtk_widget_init_template (GTK_WIDGET (self));
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
  show_opening (self);
  if (engine != NULL)
    take_attention (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
}

void
convene_window_present_soon (ConveneWindow *self)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));

  /* What can be done meanwhile is done; and only what is realized can be closed. */
  gtk_widget_realize (GTK_WIDGET (self));
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || is_ready (self))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->waiting == 0)
    self->waiting = g_timeout_add (WAIT_MS, waited_cb, self);
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
      show_opening (self);
      return;
    }

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (convene_later_make (self->failed)), escaped);
  show_page (self, GTK_WIDGET (self->failed));
}

void
convene_window_show_interview (ConveneWindow *self,
                               const char    *uid)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));
  g_return_if_fail (uid != NULL);

  if (self->engine == NULL)
    return;

  show_page (self, GTK_WIDGET (self->calendar));
  convene_calendar_page_show_interview (self->calendar, uid);
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
