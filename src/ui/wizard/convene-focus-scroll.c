/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-focus-scroll.h"

#include "convene-rows.h"

#define ANY_BUTTON (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)

#define CONVENE_TYPE_FOCUS_SCROLL (convene_focus_scroll_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFocusScroll, convene_focus_scroll, CONVENE, FOCUS_SCROLL, GObject)

struct _ConveneFocusScroll
{
  GObject parent_instance;

  GtkScrolledWindow *scrolled;   /* unowned: it owns us */
  GtkAdjustment     *adjustment; /* unowned: likewise */
  gboolean           asked;      /* for the next frame */
  gboolean           follows;    /* nobody scrolled away from the row */
};

G_DEFINE_FINAL_TYPE (ConveneFocusScroll, convene_focus_scroll, G_TYPE_OBJECT)

typedef struct
{
  double top;
  double bottom;
} Span;

/* What is in a popover is nothing that this scrolls. */
static GtkWidget *
find_row (ConveneFocusScroll *self)
{
  GtkWidget *scrolled = GTK_WIDGET (self->scrolled);
  GtkRoot   *root = gtk_widget_get_root (scrolled);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, scrolled) || gtk_widget_get_native (focus) != gtk_widget_get_native (scrolled))
    return NULL;

  row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return row != NULL ? row : focus;
}

/* The error that is said of a row, or right below it of both of two. */
static GtkWidget *
find_error_row (GtkWidget *row)
{
  gboolean is_next = TRUE;

  for (GtkWidget *other = gtk_widget_get_next_sibling (row); other != NULL; other = gtk_widget_get_next_sibling (other))
    {
      g_autoptr(GtkWidget) field = NULL;

      if (!gtk_widget_get_visible (other))
        continue;
      if (CONVENE_IS_ERROR_ROW (other))
        g_object_get (other, "field", &field, NULL);
      if (CONVENE_IS_ERROR_ROW (other) && (is_next || field == row))
        return other;
      is_next = FALSE;
    }

  return NULL;
}

/* Where it is in all that can be scrolled, as the adjustment counts. */
static gboolean
find_span (ConveneFocusScroll *self,
           GtkWidget          *widget,
           Span               *span)
{
  GtkWidget      *content = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scrolled)));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, content, &bounds))
    return FALSE;

  span->top = gtk_widget_get_margin_top (content) + bounds.origin.y;
  span->bottom = span->top + bounds.size.height;
  return TRUE;
}

static void
show_row (ConveneFocusScroll *self)
{
  double     page = gtk_adjustment_get_page_size (self->adjustment);
  double     value = gtk_adjustment_get_value (self->adjustment);
  GtkWidget *row = find_row (self);
  GtkWidget *error_row;
  Span       span, error_span;

  if (row == NULL || !find_span (self, row, &span))
    return;

  error_row = find_error_row (row);
  if (error_row != NULL && find_span (self, error_row, &error_span) && error_span.bottom - span.top <= page)
    span.bottom = error_span.bottom;

  /* Where it does not fit, as much of it is in sight as there can be. */
  if (span.bottom - span.top <= page)
    gtk_adjustment_set_value (self->adjustment, MIN (MAX (value, span.bottom - page), span.top));
}

/* What is pressed stays under the pointer. */
static gboolean
is_pressed (GtkWidget *widget)
{
  GdkSeat   *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;

  return pointer != NULL && (gdk_device_get_modifier_state (pointer) & ANY_BUTTON) != 0;
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *frame_clock,
          gpointer       user_data)
{
  ConveneFocusScroll *self = user_data;

  if (is_pressed (widget))
    return G_SOURCE_CONTINUE;

  self->asked = FALSE;
  show_row (self);
  return G_SOURCE_REMOVE;
}

/* The adjustment changes while the page is laid out: where everything is then, is known at the next frame. */
static void
changed_cb (ConveneFocusScroll *self)
{
  if (self->asked || !self->follows || find_row (self) == NULL)
    return;

  self->asked = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->scrolled), frame_cb, self, NULL);
}

static void
focus_cb (ConveneFocusScroll *self)
{
  self->follows = TRUE;
  changed_cb (self);
}

static void
scrolled_cb (ConveneFocusScroll *self)
{
  double     value = gtk_adjustment_get_value (self->adjustment);
  GtkWidget *row = find_row (self);
  Span       span;

  if (row != NULL && find_span (self, row, &span))
    self->follows = span.bottom > value && span.top < value + gtk_adjustment_get_page_size (self->adjustment);
}

static void
convene_focus_scroll_class_init (ConveneFocusScrollClass *klass)
{
}

static void
convene_focus_scroll_init (ConveneFocusScroll *self)
{
  self->follows = TRUE;
}

void
convene_focus_scroll_keep (GtkScrolledWindow *scrolled,
                           GtkWindow         *window)
{
  ConveneFocusScroll *self;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled));
  g_return_if_fail (GTK_IS_VIEWPORT (gtk_scrolled_window_get_child (scrolled)));
  g_return_if_fail (GTK_IS_WINDOW (window));

  self = g_object_new (CONVENE_TYPE_FOCUS_SCROLL, NULL);
  self->scrolled = scrolled;
  self->adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  g_object_set_data_full (G_OBJECT (scrolled), "convene-focus-scroll", self, g_object_unref);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
}
