/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-agenda-view.h"

#include "convene-agenda-model.h"
#include "convene-agenda-row.h"
#include "convene-alarm.h"
#include "convene-entry-keys.h"
#include "convene-filter.h"
#include "convene-focus.h"
#include "convene-month.h"
#include "convene-range-reader.h"
#include "convene-words.h"

#define DAYS (30)       /* that are read at once */
#define MOST_DAYS (366) /* that are looked through where nothing is found, and that are shown */

struct _ConveneAgendaView
{
  GtkWidget parent_instance;

  GtkStack          *stack;
  GtkWidget         *waiting;
  GtkScrolledWindow *filled;
  GtkWidget         *empty;
  GtkListView       *list;

  ConveneEngine      *engine;
  ConveneClock       *clock;
  ConveneRangeReader *reader; /* NULL without an engine */
  ConveneFilter      *filter;
  ConveneAgendaModel *model;
  ConveneAlarm       *alarm; /* for the next Join of a row, and for midnight */
  gint64              rings;

  GDate         day; /* the first one */
  GDate         today;
  guint         n_days;
  char         *date; /* `day` in words */
  char         *title;
  ConveneColors colors;
  gboolean      narrow;
};

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_DATE,
  PROP_NARROW,
  PROP_FILTER,
  PROP_COLORS,
  PROP_CALENDAR,
  PROP_TITLE,
  PROP_ENTRY,
  N_PROPS,
};

enum
{
  ENTRY_ACTIVATED,
  SLOT_ACTIVATED,
  ENTRY_MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ConveneAgendaView, convene_agenda_view, GTK_TYPE_WIDGET)

static ConveneCalendar *
get_calendar (ConveneAgendaView *self)
{
  return self->reader != NULL ? convene_range_reader_get_calendar (self->reader) : NULL;
}

static void
read_days (ConveneAgendaView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate  last = self->day, after;
  gint64 from = convene_month_day_start (&self->day, zone), to;

  if (self->reader == NULL)
    return;

  g_date_add_days (&last, self->n_days);
  to = convene_month_day_start (&last, zone);
  after = last;
  g_date_add_days (&after, DAYS);
  convene_range_reader_look (self->reader, from, to, from, convene_month_day_start (&after, zone));
}

/* Whether the days shown are in the calendar. */
static gboolean
is_known (ConveneAgendaView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  ConveneCalendar *calendar = get_calendar (self);
  GDate            last = self->day;

  g_date_add_days (&last, self->n_days);
  return calendar != NULL && convene_calendar_get_loaded (calendar) && convene_calendar_get_from (calendar) <= convene_month_day_start (&self->day, zone) && convene_month_day_start (&last, zone) <= convene_calendar_get_to (calendar);
}

static void
fill (ConveneAgendaView *self)
{
  guint count;

  convene_agenda_model_show (self->model, get_calendar (self), &self->day, self->n_days);
  count = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (count == 0 && is_known (self) && self->n_days < MOST_DAYS)
    {
      self->n_days = MOST_DAYS;
      read_days (self);
      return;
    }

  gtk_stack_set_visible_child (self->stack, count > 0 ? GTK_WIDGET (self->filled) : is_known (self) ? self->empty
                                                                                                    : self->waiting);
}

static void
changed_cb (gpointer user_data)
{
  fill (user_data);
}

/* Where nothing changed by the reading, nobody else says that it is over. */
static void
loaded_cb (ConveneAgendaView *self)
{
  if (is_known (self))
    fill (self);
}

/* The last rows come into sight. */
static void
scrolled_cb (ConveneAgendaView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->filled);
  double         page = gtk_adjustment_get_page_size (adjustment);

  if (page <= 0 || self->n_days >= MOST_DAYS || !is_known (self) || gtk_adjustment_get_value (adjustment) + 2 * page < gtk_adjustment_get_upper (adjustment))
    return;

  self->n_days = MIN (self->n_days + DAYS, MOST_DAYS);
  read_days (self);
  fill (self);
}

static void
show_title (ConveneAgendaView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  g_free (self->title);
  /* Of no year that is now: with its year. */
  self->title = convene_words_day (convene_month_day_start (&self->day, zone), NULL, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_day (ConveneAgendaView *self,
         const GDate       *day)
{
  if (g_date_valid (&self->day) && g_date_compare (&self->day, day) == 0)
    return;

  self->day = *day;
  self->n_days = DAYS;
  g_free (self->date);
  self->date = convene_month_format_day (day);
  read_days (self);
  fill (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->filled), 0);
  show_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

/* The rows are made anew. */
static void
show_again (ConveneAgendaView *self)
{
  convene_agenda_model_show (self->model, NULL, &self->day, self->n_days);
  fill (self);
}

static void
follow_today (ConveneAgendaView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate tomorrow;

  convene_month_day_at (convene_clock_now (self->clock), zone, &self->today);
  tomorrow = self->today;
  g_date_add_days (&tomorrow, 1);
  self->rings = convene_month_day_start (&tomorrow, zone);
  convene_alarm_set (self->alarm, self->clock, self->rings);
}

static void
ring_by (ConveneAgendaView *self,
         gint64             instant)
{
  if (instant >= self->rings)
    return;

  self->rings = instant;
  convene_alarm_set (self->alarm, self->clock, instant);
}

/* The rows that are in sight, or near. */
static void
tell_rows (ConveneAgendaView *self)
{
  gint64 now = convene_clock_now (self->clock);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (CONVENE_IS_AGENDA_ROW (row))
        ring_by (self, convene_agenda_row_set_now (CONVENE_AGENDA_ROW (row), now));
    }
}

static void
ring_cb (gpointer user_data)
{
  ConveneAgendaView *self = user_data;
  GDate              today = self->today;

  follow_today (self);
  if (g_date_compare (&today, &self->today) != 0)
    show_again (self);
  else
    tell_rows (self);
}

/* Who looks at today goes on looking at today. */
static void
set_clock (ConveneAgendaView *self,
           ConveneClock      *clock)
{
  gboolean at_today = !g_date_valid (&self->day) || g_date_compare (&self->day, &self->today) == 0;

  g_set_object (&self->clock, clock);
  follow_today (self);
  if (at_today)
    set_day (self, &self->today);
}

static void
drop_reader (ConveneAgendaView *self)
{
  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (get_calendar (self), self);
  g_clear_pointer (&self->reader, convene_range_reader_free);
}

static void
set_engine (ConveneAgendaView *self,
            ConveneEngine     *engine)
{
  if (!g_set_object (&self->engine, engine))
    return;

  drop_reader (self);
  if (engine != NULL)
    {
      self->reader = convene_range_reader_new (engine, changed_cb, self);
      convene_range_reader_set_filter (self->reader, self->filter);
      set_clock (self, convene_engine_get_clock (engine));
      read_days (self);
      g_signal_connect_swapped (get_calendar (self), "notify::loaded", G_CALLBACK (loaded_cb), self);
    }
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

static void
set_filter (ConveneAgendaView *self,
            ConveneFilter     *filter)
{
  if (!g_set_object (&self->filter, filter))
    return;

  if (self->reader != NULL)
    convene_range_reader_set_filter (self->reader, filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
set_colors (ConveneAgendaView *self,
            ConveneColors      colors)
{
  if (self->colors == colors)
    return;

  self->colors = colors;
  show_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLORS]);
}

static void
set_narrow (ConveneAgendaView *self,
            gboolean           narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
set_date (ConveneAgendaView *self,
          const char        *date)
{
  GDate day;

  if (convene_month_parse_day (date, &day))
    set_day (self, &day);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          ConveneAgendaView        *self)
{
  gtk_list_item_set_child (list_item, convene_agenda_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ConveneAgendaView        *self)
{
  ConveneAgendaItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, convene_agenda_item_get_entry (item) != NULL);
  ring_by (self, convene_agenda_row_set_item (CONVENE_AGENDA_ROW (gtk_list_item_get_child (list_item)), item, self->colors, convene_clock_now (self->clock)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           ConveneAgendaView        *self)
{
  convene_agenda_row_set_item (CONVENE_AGENDA_ROW (gtk_list_item_get_child (list_item)), NULL, self->colors, 0);
}

static void
activate_cb (GtkListView       *list,
             guint              position,
             ConveneAgendaView *self)
{
  g_autoptr(ConveneAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  ConveneCalendarEntry *entry = item != NULL ? convene_agenda_item_get_entry (item) : NULL;

  if (entry != NULL)
    g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, convene_calendar_entry_get_uid (entry));
}

/* The interview of the row that has the focus, or NULL. */
static ConveneCalendarEntry *
get_entry (ConveneAgendaView *self)
{
  GtkWidget         *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget         *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  ConveneAgendaItem *item = row != NULL && CONVENE_IS_AGENDA_ROW (row) ? convene_agenda_row_get_item (CONVENE_AGENDA_ROW (row)) : NULL;

  return item != NULL ? convene_agenda_item_get_entry (item) : NULL;
}

static gboolean
today_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  convene_agenda_view_go_to_today (CONVENE_AGENDA_VIEW (widget));
  return TRUE;
}

static gboolean
convene_agenda_view_grab_focus (GtkWidget *widget)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (widget);

  return gtk_widget_get_mapped (GTK_WIDGET (self->list)) && gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
convene_agenda_view_get_property (GObject    *object,
                                  guint       property,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_COLORS:
      g_value_set_string (value, convene_colors_get_nick (self->colors));
      break;
    case PROP_CALENDAR:
      g_value_set_object (value, get_calendar (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, get_entry (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_agenda_view_set_property (GObject      *object,
                                  guint         property,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      set_engine (self, g_value_get_object (value));
      break;
    case PROP_DATE:
      set_date (self, g_value_get_string (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    case PROP_COLORS:
      set_colors (self, convene_colors_parse (g_value_get_string (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_agenda_view_dispose (GObject *object)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (object);

  drop_reader (self);
  g_clear_pointer (&self->alarm, convene_alarm_free);
  if (self->filled != NULL)
    g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->filled), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_AGENDA_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->clock);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_agenda_view_parent_class)->dispose (object);
}

static void
convene_agenda_view_finalize (GObject *object)
{
  g_free (CONVENE_AGENDA_VIEW (object)->date);
  g_free (CONVENE_AGENDA_VIEW (object)->title);

  G_OBJECT_CLASS (convene_agenda_view_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "job", flags);
  properties[PROP_CALENDAR] = g_param_spec_object ("calendar", NULL, NULL, CONVENE_TYPE_CALENDAR, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, CONVENE_TYPE_CALENDAR_ENTRY, readable);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/conveneapp/Convene/ui/calendar/convene-agenda-view.ui");
  gtk_widget_class_bind_template_child (klass, ConveneAgendaView, stack);
  gtk_widget_class_bind_template_child (klass, ConveneAgendaView, waiting);
  gtk_widget_class_bind_template_child (klass, ConveneAgendaView, filled);
  gtk_widget_class_bind_template_child (klass, ConveneAgendaView, empty);
  gtk_widget_class_bind_template_child (klass, ConveneAgendaView, list);
  gtk_widget_class_bind_template_callback (klass, setup_cb);
  gtk_widget_class_bind_template_callback (klass, bind_cb);
  gtk_widget_class_bind_template_callback (klass, unbind_cb);
  gtk_widget_class_bind_template_callback (klass, activate_cb);
}

static void
convene_agenda_view_class_init (ConveneAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = convene_agenda_view_dispose;
  object_class->finalize = convene_agenda_view_finalize;
  object_class->get_property = convene_agenda_view_get_property;
  object_class->set_property = convene_agenda_view_set_property;
  widget_class->grab_focus = convene_agenda_view_grab_focus;
  widget_class->focus = convene_focus_child;
  add_properties (object_class);

  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SLOT_ACTIVATED] = g_signal_new ("slot-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTRY_MOVED] = g_signal_new ("entry-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);

  convene_entry_keys_add (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, today_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_T, 0, today_cb, NULL);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "agendaview");
}

static void
convene_agenda_view_init (ConveneAgendaView *self)
{
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();
  g_autoptr(GtkSelectionModel) selection = NULL;
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_date_clear (&self->day, 1);
  self->model = convene_agenda_model_new ();
  self->alarm = convene_alarm_new (ring_cb, self);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (self->list, selection);
  adjustment = gtk_scrolled_window_get_vadjustment (self->filled);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (scrolled_cb), self);
  set_clock (self, clock);
}

GtkWidget *
convene_agenda_view_new (void)
{
  return g_object_new (CONVENE_TYPE_AGENDA_VIEW, NULL);
}

void
convene_agenda_view_get_days (ConveneAgendaView *self,
                              GDate             *first,
                              GDate             *after)
{
  g_return_if_fail (CONVENE_IS_AGENDA_VIEW (self));
  g_return_if_fail (first != NULL && after != NULL);

  *first = *after = self->day;
  g_date_add_days (after, self->n_days);
}

void
convene_agenda_view_turn (ConveneAgendaView *self,
                          int                n)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_AGENDA_VIEW (self));

  day = self->day;
  if (convene_month_add_days (&day, n * DAYS))
    set_day (self, &day);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
convene_agenda_view_go_to_today (ConveneAgendaView *self)
{
  g_return_if_fail (CONVENE_IS_AGENDA_VIEW (self));

  follow_today (self);
  set_day (self, &self->today);
}
