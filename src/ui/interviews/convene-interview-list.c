/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-list-private.h"

#include <glib/gi18n-lib.h>

#include "convene-focus.h"
#include "convene-interview-card.h"
#include "convene-interview-sort.h"

G_DEFINE_FINAL_TYPE (ConveneInterviewList, convene_interview_list, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  PROP_COMPACT,
  PROP_TIGHT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static guint opened_signal;
static guint selection_changed_signal;

static const struct
{
  ConveneColumn         column;
  gboolean              is_sorted;
  ConveneInterviewOrder order;
  guint                 level; /* 0: always there, 1: not where it is tight, 2: nor where it is compact */
} columns[] = {
  { CONVENE_COLUMN_TIME, TRUE, CONVENE_INTERVIEW_ORDER_START, 0 },
  { CONVENE_COLUMN_CANDIDATE, TRUE, CONVENE_INTERVIEW_ORDER_CANDIDATE, 0 },
  { CONVENE_COLUMN_JOB, TRUE, CONVENE_INTERVIEW_ORDER_JOB, 0 },
  { CONVENE_COLUMN_TYPE, TRUE, CONVENE_INTERVIEW_ORDER_PLATFORM, 1 },
  { CONVENE_COLUMN_STATUS, TRUE, CONVENE_INTERVIEW_ORDER_STATUS, 1 },
  { CONVENE_COLUMN_ANSWER, FALSE, 0, 2 },
  { CONVENE_COLUMN_HOST, TRUE, CONVENE_INTERVIEW_ORDER_HOST, 2 },
  { CONVENE_COLUMN_MANAGER, TRUE, CONVENE_INTERVIEW_ORDER_MANAGER, 2 },
};

gint64
convene_interview_list_get_now (gpointer user_data)
{
  ConveneInterviewList *self = user_data;

  return self->engine != NULL ? convene_clock_now (convene_engine_get_clock (self->engine)) : 0;
}

static ConveneCalendarEntry *
get_entry (ConveneInterviewList *self,
           guint                 position)
{
  g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->query), position);

  return item != NULL ? convene_interview_item_get_entry (item) : NULL;
}

void
convene_interview_list_open_position (ConveneInterviewList *self,
                                      guint                 position)
{
  g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->query), position);
  ConveneCalendarEntry *entry = item != NULL ? convene_interview_item_get_entry (item) : NULL;

  if (entry != NULL)
    g_signal_emit (self, opened_signal, 0, convene_calendar_entry_get_uid (entry));
}

static void
activate_cb (GtkWidget *view,
             guint      position,
             gpointer   user_data)
{
  convene_interview_list_open_position (user_data, position);
}

/* Table */

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               gpointer                  user_data)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "convene-column"));

  gtk_list_item_set_child (list_item, convene_interview_cell_new (column, convene_interview_list_get_now, user_data));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              gpointer                  user_data)
{
  convene_interview_cell_set_item (CONVENE_INTERVIEW_CELL (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                gpointer                  user_data)
{
  convene_interview_cell_set_item (CONVENE_INTERVIEW_CELL (gtk_list_item_get_child (list_item)), NULL);
}

static gboolean
has_room (ConveneInterviewList *self,
          guint                 i)
{
  return columns[i].level <= (self->tight ? 0u : self->compact ? 1u
                                                               : 2u);
}

static void
add_column (ConveneInterviewList *self,
            guint                 i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "convene-column", GUINT_TO_POINTER (columns[i].column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), self);
  column = gtk_column_view_column_new (convene_interview_cell_title (columns[i].column), factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_visible (column, has_room (self, i));
  if (columns[i].is_sorted)
    convene_interview_sort_add (column, columns[i].order);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

/* The list is sorted by one column, whatever else was clicked before: no other header keeps its arrow. */
static void
header_cb (ConveneInterviewList *self)
{
  GtkColumnView        *view = GTK_COLUMN_VIEW (self->view);
  ConveneInterviewOrder order;
  gboolean              descending;

  if (self->query == NULL || !convene_interview_sort_get (view, &order, &descending))
    return;

  g_signal_handlers_block_by_func (gtk_column_view_get_sorter (view), header_cb, self);
  convene_interview_sort_set (view, order, descending);
  g_signal_handlers_unblock_by_func (gtk_column_view_get_sorter (view), header_cb, self);
  convene_interview_query_set_order (self->query, order, descending);
}

/* The titles stand in the first child of the table, one for each column, and all rows in the last. */
static void
name_parts (GtkWidget *view)
{
  GtkWidget *header = gtk_widget_get_first_child (view);
  GtkWidget *rows = gtk_widget_get_last_child (view);
  guint      i = 0;

  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL && i < G_N_ELEMENTS (columns); title = gtk_widget_get_next_sibling (title), i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, convene_interview_cell_title (columns[i].column), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("list", "Interviews"), -1);
}

static void
make_table (ConveneInterviewList *self)
{
  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "interviews");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  name_parts (self->view);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
}

/* Cards */

static void
setup_card_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               gpointer                  user_data)
{
  gtk_list_item_set_child (list_item, convene_interview_card_new (convene_interview_list_get_now, user_data));
}

static void
bind_card_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              gpointer                  user_data)
{
  convene_interview_card_set_item (CONVENE_INTERVIEW_CARD (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_card_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                gpointer                  user_data)
{
  convene_interview_card_set_item (CONVENE_INTERVIEW_CARD (gtk_list_item_get_child (list_item)), NULL);
}

static void
make_cards (ConveneInterviewList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_card_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_card_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_card_cb), self);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->view, "interview-cards");
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
}

/* Only one of both is there: each holds hundreds of widgets. */

static void
show_order (ConveneInterviewList *self)
{
  ConveneInterviewOrder order;
  gboolean              descending;

  if (!GTK_IS_COLUMN_VIEW (self->view))
    return;

  g_object_get (self->query, "order", &order, "descending", &descending, NULL);
  g_signal_handlers_block_by_func (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), header_cb, self);
  convene_interview_sort_set (GTK_COLUMN_VIEW (self->view), order, descending);
  g_signal_handlers_unblock_by_func (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), header_cb, self);
}

static void
drop_view (ConveneInterviewList *self)
{
  if (self->view == NULL)
    return;

  if (GTK_IS_COLUMN_VIEW (self->view))
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), header_cb, self);
  self->view = NULL;
  gtk_scrolled_window_set_child (self->scrolled, NULL);
}

static void
make_view (ConveneInterviewList *self)
{
  drop_view (self);
  if (self->query == NULL)
    return;

  if (self->narrow)
    make_cards (self);
  else
    make_table (self);
  g_object_set (self->view, "model", self->selection, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("list", "Interviews"), -1);
  gtk_scrolled_window_set_child (self->scrolled, self->view);
  show_order (self);
  if (!self->narrow)
    g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), "changed", G_CALLBACK (header_cb), self, G_CONNECT_SWAPPED);
}

static void
chosen_cb (ConveneInterviewList *self)
{
  if (convene_interview_selection_count (self->selection) == 0)
    self->choosing = FALSE;
  g_signal_emit (self, selection_changed_signal, 0);
}

static void
show_columns (ConveneInterviewList *self)
{
  for (guint i = 0; GTK_IS_COLUMN_VIEW (self->view) && i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)), i);

      gtk_column_view_column_set_visible (column, has_room (self, i));
    }
}

static void
set_room (ConveneInterviewList *self,
          gboolean             *member,
          gboolean              value,
          GParamSpec           *pspec)
{
  if (*member == value)
    return;

  *member = value;
  show_columns (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static gboolean
convene_interview_list_grab_focus (GtkWidget *widget)
{
  ConveneInterviewList *self = CONVENE_INTERVIEW_LIST (widget);

  return self->view != NULL && (gtk_widget_grab_focus (self->view) || gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD));
}

static void
convene_interview_list_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneInterviewList *self = CONVENE_INTERVIEW_LIST (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_interview_list_set_property (GObject      *object,
                                     guint         id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConveneInterviewList *self = CONVENE_INTERVIEW_LIST (object);

  switch (id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      make_view (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COMPACT:
      set_room (self, &self->compact, g_value_get_boolean (value), pspec);
      break;
    case PROP_TIGHT:
      set_room (self, &self->tight, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
drop_query (ConveneInterviewList *self)
{
  drop_view (self);
  if (self->query != NULL)
    g_signal_handlers_disconnect_by_func (self->query, show_order, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, chosen_cb, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->query);
  g_clear_object (&self->engine);
}

static void
convene_interview_list_dispose (GObject *object)
{
  ConveneInterviewList *self = CONVENE_INTERVIEW_LIST (object);

  if (self->scrolled != NULL)
    drop_query (self);
  self->scrolled = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_interview_list_parent_class)->dispose (object);
}

static void
convene_interview_list_class_init (ConveneInterviewListClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = convene_interview_list_get_property;
  object_class->set_property = convene_interview_list_set_property;
  object_class->dispose = convene_interview_list_dispose;
  widget_class->grab_focus = convene_interview_list_grab_focus;
  widget_class->focus = convene_focus_child;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  opened_signal = g_signal_new ("opened", CONVENE_TYPE_INTERVIEW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  selection_changed_signal = g_signal_new ("selection-changed", CONVENE_TYPE_INTERVIEW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, convene_interview_list_popup_menu, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, convene_interview_list_popup_menu, NULL);
}

static void
convene_interview_list_init (ConveneInterviewList *self)
{
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("list", "Interviews"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  convene_interview_list_add_gestures (self);
}

GtkWidget *
convene_interview_list_new (void)
{
  return g_object_new (CONVENE_TYPE_INTERVIEW_LIST, NULL);
}

void
convene_interview_list_set_query (ConveneInterviewList  *self,
                                  ConveneEngine         *engine,
                                  ConveneInterviewQuery *query)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_LIST (self));
  g_return_if_fail (query == NULL || CONVENE_IS_ENGINE (engine));

  drop_query (self);
  if (query == NULL)
    return;

  self->engine = g_object_ref (engine);
  self->query = g_object_ref (query);
  self->selection = convene_interview_selection_new (query);
  g_signal_connect_object (query, "notify::order", G_CALLBACK (show_order), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (query, "notify::descending", G_CALLBACK (show_order), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  make_view (self);
}

ConveneInterviewQuery *
convene_interview_list_get_query (ConveneInterviewList *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_LIST (self), NULL);

  return self->query;
}

ConveneInterviewSelection *
convene_interview_list_get_selection (ConveneInterviewList *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_LIST (self), NULL);

  return self->selection;
}

const char *
convene_interview_list_get_chosen (ConveneInterviewList *self)
{
  g_autoptr(GArray) positions = NULL;
  ConveneCalendarEntry *entry;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW_LIST (self), NULL);

  if (self->selection == NULL || convene_interview_selection_count (self->selection) != 1)
    return NULL;

  positions = convene_interview_selection_list (self->selection);
  entry = get_entry (self, g_array_index (positions, guint, 0));
  return entry != NULL ? convene_calendar_entry_get_uid (entry) : NULL;
}

void
convene_interview_list_choose (ConveneInterviewList *self,
                               const char           *uid)
{
  guint position;

  g_return_if_fail (CONVENE_IS_INTERVIEW_LIST (self));
  g_return_if_fail (uid != NULL);

  position = self->query != NULL ? convene_interview_query_find (self->query, uid) : G_MAXUINT;
  if (position != G_MAXUINT)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

void
convene_interview_list_unselect (ConveneInterviewList *self)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_LIST (self));

  if (self->selection != NULL)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}
