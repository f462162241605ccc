/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-next-bar.h"

#include "convene-calendar.h"
#include "convene-next-words.h"
#include "convene-tip.h"
#include "convene-words.h"

struct _ConveneNextBar
{
  AdwBin parent_instance;

  ConveneEngine   *engine;
  ConveneCalendar *calendar; /* of the next hours */
  GSource         *minute;   /* until what it says is otherwise */
  gint64           start;    /* of the one that is shown, 0 for none */

  char *message;
  char *uid;
  char *joinable; /* the same while it can be joined, or NULL */

  GtkButton *show;
  GtkButton *join;
};

G_DEFINE_FINAL_TYPE (ConveneNextBar, convene_next_bar, ADW_TYPE_BIN)

enum
{
  PROP_MESSAGE = 1,
  PROP_JOINABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
replace (ConveneNextBar *self,
         char          **text,
         char           *with,
         guint           property)
{
  g_autofree char *old = *text;

  *text = with;
  if (g_strcmp0 (old, with) != 0 && property != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Name and target change together: an action that wants a target is never named without one. */
static void
set_target (GtkButton  *button,
            const char *action,
            const char *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target != NULL ? g_variant_new_string (target) : NULL);
  if (target != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_entry (ConveneNextBar       *self,
            ConveneCalendarEntry *entry,
            gint64                now)
{
  gboolean open = entry != NULL && convene_next_is_open (entry, now) && convene_calendar_entry_get_has_link (entry);

  self->start = entry != NULL ? convene_calendar_entry_get_start (entry) : 0;
  replace (self, &self->uid, entry != NULL ? g_strdup (convene_calendar_entry_get_uid (entry)) : NULL, 0);
  set_target (self->show, "app.show-interview", self->uid);
  replace (self, &self->joinable, open ? g_strdup (self->uid) : NULL, PROP_JOINABLE);
  set_target (self->join, "app.join", self->joinable);
  gtk_widget_set_visible (GTK_WIDGET (self->join), open);
  gtk_button_set_label (self->join, convene_words_join (entry != NULL && convene_calendar_entry_get_hosted (entry)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->join), convene_words_join_tooltip (entry != NULL && convene_calendar_entry_get_hosted (entry)));

  gtk_widget_set_visible (GTK_WIDGET (self), entry != NULL);
  replace (self, &self->message, entry != NULL ? convene_next_words (entry, now) : g_strdup (""), PROP_MESSAGE);
}

static void
follow (ConveneNextBar *self)
{
  gint64 now = convene_clock_now (convene_engine_get_clock (self->engine));
  g_autoptr(ConveneCalendarEntry) entry = convene_next_choose (G_LIST_MODEL (self->calendar), now);

  show_entry (self, entry, now);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  follow (CONVENE_NEXT_BAR (user_data));
}

/* Read anew once a while, so that most minutes cost nothing. */
static void
look_ahead (ConveneNextBar *self,
            gint64          now)
{
  if (now >= convene_calendar_get_from (self->calendar) && now + CONVENE_NEXT_AHEAD + CONVENE_MINUTE < convene_calendar_get_to (self->calendar))
    return;

  convene_calendar_set_range (self->calendar, now, now + 6 * CONVENE_HOUR, 0);
}

static void
clear_minute (ConveneNextBar *self)
{
  if (self->minute != NULL)
    g_source_destroy (self->minute);
  g_clear_pointer (&self->minute, g_source_unref);
}

static void
await_minute (ConveneNextBar *self,
              GSourceFunc     callback)
{
  ConveneClock *clock = convene_engine_get_clock (self->engine);
  gint64        now = convene_clock_now (clock);

  look_ahead (self, now);
  follow (self);
  clear_minute (self);
  self->minute = convene_clock_create_source (clock, convene_next_find_turn (self->start, now));
  g_source_set_callback (self->minute, callback, self, NULL);
  g_source_attach (self->minute, NULL);
}

static gboolean
minute_cb (gpointer user_data)
{
  await_minute (CONVENE_NEXT_BAR (user_data), minute_cb);
  return G_SOURCE_REMOVE;
}

static void
convene_next_bar_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ConveneNextBar *self = CONVENE_NEXT_BAR (object);

  switch (id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_JOINABLE:
      g_value_set_string (value, self->joinable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_next_bar_dispose (GObject *object)
{
  ConveneNextBar *self = CONVENE_NEXT_BAR (object);

  clear_minute (self);
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);
  g_clear_object (&self->engine);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_NEXT_BAR);

  G_OBJECT_CLASS (convene_next_bar_parent_class)->dispose (object);
}

static void
convene_next_bar_finalize (GObject *object)
{
  ConveneNextBar *self = CONVENE_NEXT_BAR (object);

  g_free (self->message);
  g_free (self->joinable);
  g_free (self->uid);

  G_OBJECT_CLASS (convene_next_bar_parent_class)->finalize (object);
}

static void
convene_next_bar_class_init (ConveneNextBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_next_bar_get_property;
  object_class->dispose = convene_next_bar_dispose;
  object_class->finalize = convene_next_bar_finalize;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_JOINABLE] = g_param_spec_string ("joinable", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-next-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneNextBar, show);
  gtk_widget_class_bind_template_child (widget_class, ConveneNextBar, join);
}

static void
convene_next_bar_init (ConveneNextBar *self)
{
  self->message = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_tip_say_rest (GTK_WIDGET (self));
}

GtkWidget *
convene_next_bar_new (void)
{
  return g_object_new (CONVENE_TYPE_NEXT_BAR, NULL);
}

void
convene_next_bar_set_engine (ConveneNextBar *self,
                             ConveneEngine  *engine)
{
  g_return_if_fail (CONVENE_IS_NEXT_BAR (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  if (!g_set_object (&self->engine, engine))
    return;

  clear_minute (self);
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);
  show_entry (self, NULL, 0);
  if (engine == NULL)
    return;

  self->calendar = convene_calendar_new (engine);
  g_signal_connect (self->calendar, "items-changed", G_CALLBACK (items_changed_cb), self);
  await_minute (self, minute_cb);
}

const char *
convene_next_bar_get_message (ConveneNextBar *self)
{
  g_return_val_if_fail (CONVENE_IS_NEXT_BAR (self), NULL);

  return self->message;
}

const char *
convene_next_bar_get_joinable (ConveneNextBar *self)
{
  g_return_val_if_fail (CONVENE_IS_NEXT_BAR (self), NULL);

  return self->joinable;
}
