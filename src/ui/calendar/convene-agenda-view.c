/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-agenda-view.h"

#include "convene-agenda-model.h"
#include "convene-agenda-row.h"
#include "convene-entry-keys.h"
#include "convene-focus.h"
#include "convene-month.h"
#include "convene-words.h"

#define DAYS (30)       /* that are read at once */
#define MOST_DAYS (366) /* that are looked through where nothing is found, and that are shown */

struct _ConveneAgendaView
{
  ConveneCalendarView parent_instance;

  GtkStack          *stack;
  GtkWidget         *waiting;
  GtkScrolledWindow *filled;
  GtkWidget         *empty;
  GtkListView       *list;

  ConveneAgendaModel *model;
  GSignalGroup       *calendar;
  guint               n_days; /* from the chosen one on */
  guint               grow_source;
};

enum
{
  PROP_ENTRY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ConveneAgendaView, convene_agenda_view, CONVENE_TYPE_CALENDAR_VIEW)

static void
convene_agenda_view_get_days (ConveneCalendarView *view,
                              GDate               *first,
                              GDate               *after)
{
  *first = *after = *convene_calendar_view_get_day (view);
  g_date_add_days (after, CONVENE_AGENDA_VIEW (view)->n_days);
}

static void
get_instants (ConveneCalendarView *view,
              gint64              *from,
              gint64              *to)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate first, after;

  convene_agenda_view_get_days (view, &first, &after);
  *from = convene_month_day_start (&first, zone);
  *to = convene_month_day_start (&after, zone);
}

static void
convene_agenda_view_read (ConveneCalendarView *view,
                          ConveneRangeReader  *reader)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate  first, after;
  gint64 from, to;

  get_instants (view, &from, &to);
  convene_agenda_view_get_days (view, &first, &after);
  g_date_add_days (&after, DAYS);
  convene_range_reader_look (reader, from, to, from, convene_month_day_start (&after, zone));
}

/* Whether the days shown are in the calendar. */
static gboolean
is_known (ConveneAgendaView *self)
{
  ConveneCalendar *calendar = convene_calendar_view_get_calendar (CONVENE_CALENDAR_VIEW (self));
  gint64           from, to;

  get_instants (CONVENE_CALENDAR_VIEW (self), &from, &to);
  return calendar != NULL && convene_calendar_get_loaded (calendar) && convene_calendar_get_from (calendar) <= from && to <= convene_calendar_get_to (calendar);
}

/* Whether the last rows come into sight. */
static gboolean
is_near_end (ConveneAgendaView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->filled);
  double         page = gtk_adjustment_get_page_size (adjustment);

  return page > 0 && gtk_adjustment_get_value (adjustment) + 2 * page >= gtk_adjustment_get_upper (adjustment);
}

static void grow_cb (gpointer user_data);

/* The list tells of its height while it lays out its rows, and rows that came meanwhile would have no size. */
static void
scrolled_cb (ConveneAgendaView *self)
{
  if (self->grow_source == 0 && self->n_days < MOST_DAYS && is_near_end (self))
    self->grow_source = g_idle_add_once (grow_cb, self);
}

static void
convene_agenda_view_fill (ConveneCalendarView *view)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (view);
  guint              before = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint              count;

  convene_agenda_model_show (self->model, convene_calendar_view_get_calendar (view), convene_calendar_view_get_day (view), self->n_days);
  count = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (count == 0 && is_known (self) && self->n_days < MOST_DAYS)
    {
      self->n_days = MOST_DAYS;
      convene_calendar_view_read (view);
      return;
    }

  gtk_stack_set_visible_child (self->stack, count > 0 ? GTK_WIDGET (self->filled) : is_known (self) ? self->empty
                                                                                                    : self->waiting);

  /* Where further days brought nothing, the list has nothing to tell, and what comes after them is not yet looked for. */
  if (count == before)
    scrolled_cb (self);
}

static void
grow_cb (gpointer user_data)
{
  ConveneAgendaView *self = user_data;

  self->grow_source = 0;
  if (self->n_days >= MOST_DAYS || !is_known (self) || !is_near_end (self))
    return;

  self->n_days = MIN (self->n_days + DAYS, MOST_DAYS);
  convene_calendar_view_read (CONVENE_CALENDAR_VIEW (self));
  convene_agenda_view_fill (CONVENE_CALENDAR_VIEW (self));
}

/* Where nothing changed by the reading, nobody else says that it is over. */
static void
loaded_cb (ConveneAgendaView *self)
{
  if (is_known (self))
    convene_agenda_view_fill (CONVENE_CALENDAR_VIEW (self));
}

static void
convene_agenda_view_show (ConveneCalendarView *view)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (view);
  gint64             from, to;

  self->n_days = DAYS;
  convene_calendar_view_read (view);
  convene_agenda_view_fill (view);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->filled), 0);

  /* Of no year that is now: with its year. */
  get_instants (view, &from, &to);
  convene_calendar_view_take_title (view, convene_words_day (from, NULL, 0));
}

/* The rows are made anew. */
static void
show_again (ConveneCalendarView *view)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (view);

  convene_agenda_model_show (self->model, NULL, convene_calendar_view_get_day (view), self->n_days);
  convene_agenda_view_fill (view);
}

/* The rows that are in sight, or near. */
static void
tell_rows (ConveneCalendarView *view)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (view);
  gint64             now = convene_calendar_view_get_now (view);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (CONVENE_IS_AGENDA_ROW (row))
        convene_calendar_view_ring_by (view, convene_agenda_row_set_now (CONVENE_AGENDA_ROW (row), now));
    }
}

static void
convene_agenda_view_tick (ConveneCalendarView *view,
                          gboolean             another_day)
{
  if (another_day)
    show_again (view);
  else
    tell_rows (view);
}

static gboolean
convene_agenda_view_advance (ConveneCalendarView *view,
                             GDate               *day,
                             int                  n)
{
  return convene_month_add_days (day, n * DAYS);
}

static void
convene_agenda_view_set_colors (ConveneCalendarView *view,
                                ConveneColors        colors)
{
  show_again (view);
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
  ConveneCalendarView *view = CONVENE_CALENDAR_VIEW (self);
  ConveneAgendaItem   *item = gtk_list_item_get_item (list_item);
  ConveneAgendaRow    *row = CONVENE_AGENDA_ROW (gtk_list_item_get_child (list_item));

  gtk_list_item_set_activatable (list_item, convene_agenda_item_get_entry (item) != NULL);
  convene_calendar_view_ring_by (view, convene_agenda_row_set_item (row, item, convene_calendar_view_get_colors (view), convene_calendar_view_get_now (view)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           ConveneAgendaView        *self)
{
  convene_agenda_row_set_item (CONVENE_AGENDA_ROW (gtk_list_item_get_child (list_item)), NULL, CONVENE_COLORS_JOB, 0);
}

static void
activate_cb (GtkListView       *list,
             guint              position,
             ConveneAgendaView *self)
{
  g_autoptr(ConveneAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  ConveneCalendarEntry *entry = item != NULL ? convene_agenda_item_get_entry (item) : NULL;

  if (entry != NULL)
    convene_calendar_view_activate_entry (CONVENE_CALENDAR_VIEW (self), convene_calendar_entry_get_uid (entry));
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
    case PROP_ENTRY:
      g_value_set_object (value, get_entry (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_agenda_view_dispose (GObject *object)
{
  ConveneAgendaView *self = CONVENE_AGENDA_VIEW (object);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_object (&self->calendar);
  if (self->filled != NULL)
    g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->filled), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_AGENDA_VIEW);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (convene_agenda_view_parent_class)->dispose (object);
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
  GtkWidgetClass           *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass             *object_class = G_OBJECT_CLASS (klass);
  ConveneCalendarViewClass *view_class = CONVENE_CALENDAR_VIEW_CLASS (klass);

  object_class->dispose = convene_agenda_view_dispose;
  object_class->get_property = convene_agenda_view_get_property;
  widget_class->grab_focus = convene_agenda_view_grab_focus;
  widget_class->focus = convene_focus_child;
  view_class->show = convene_agenda_view_show;
  view_class->read = convene_agenda_view_read;
  view_class->fill = convene_agenda_view_fill;
  view_class->tick = convene_agenda_view_tick;
  view_class->advance = convene_agenda_view_advance;
  view_class->get_days = convene_agenda_view_get_days;
  view_class->set_colors = convene_agenda_view_set_colors;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, CONVENE_TYPE_CALENDAR_ENTRY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  convene_entry_keys_add (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "agendaview");
}

static void
convene_agenda_view_init (ConveneAgendaView *self)
{
  g_autoptr(GtkSelectionModel) selection = NULL;
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_days = DAYS;
  self->model = convene_agenda_model_new ();
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (self->list, selection);
  adjustment = gtk_scrolled_window_get_vadjustment (self->filled);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (scrolled_cb), self);
  self->calendar = g_signal_group_new (CONVENE_TYPE_CALENDAR);
  g_signal_group_connect_swapped (self->calendar, "notify::loaded", G_CALLBACK (loaded_cb), self);
  g_object_bind_property (self, "calendar", self->calendar, "target", G_BINDING_DEFAULT);
}

GtkWidget *
convene_agenda_view_new (void)
{
  return g_object_new (CONVENE_TYPE_AGENDA_VIEW, NULL);
}
