/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-grid-private.h"

/* The place whose block has the focus; FALSE where it is a half hour that has it. */
static gboolean
find_focused (ConveneTimeGrid *self,
              guint           *place)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && CONVENE_IS_TIME_BLOCK (focus) && g_ptr_array_find (self->blocks, focus, place) && *place < self->places->len;
}

/* The first place of a day at or after `from`, or the last one before it; FALSE where there is none. */
static gboolean
find_of_day (ConveneTimeGrid *self,
             guint            day,
             int              from,
             int              step,
             guint           *place)
{
  int count = (int) MIN (self->places->len, self->blocks->len);

  for (int i = from; i >= 0 && i < count; i += step)
    if (g_array_index (self->places, ConveneTimePlace, i).day == day)
      {
        *place = (guint) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
focus_block (ConveneTimeGrid *self,
             guint            place)
{
  return gtk_widget_grab_focus (g_ptr_array_index (self->blocks, place));
}

static gboolean
focus_slot (ConveneTimeGrid *self)
{
  return gtk_widget_grab_focus (self->slots[self->slot]);
}

/* Tab goes through the chosen half hour and the interviews of its day, and then on. */
gboolean
convene_time_grid_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);
  GtkWidget       *focus = gtk_widget_get_focus_child (widget);
  gboolean         forward = direction == GTK_DIR_TAB_FORWARD;
  guint            place = 0, next;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (focus == NULL)
    return forward || !find_of_day (self, self->chosen, (int) self->places->len - 1, -1, &next) ? focus_slot (self) : focus_block (self, next);
  if (!find_focused (self, &place))
    return forward && find_of_day (self, self->chosen, 0, 1, &next) && focus_block (self, next);
  if (find_of_day (self, g_array_index (self->places, ConveneTimePlace, place).day, (int) place + (forward ? 1 : -1), forward ? 1 : -1, &next))
    return focus_block (self, next);
  return !forward && focus_slot (self);
}

/* From an interview: to where it begins. */
static void
leave_block (ConveneTimeGrid *self,
             guint            place)
{
  const ConveneTimePlace *at = &g_array_index (self->places, ConveneTimePlace, place);

  convene_time_grid_choose (self, at->day, at->top - at->top % CONVENE_TIME_SLOT);
  focus_slot (self);
}

/* Past what the day does not have. */
static gboolean
step_slot (ConveneTimeGrid *self,
           int              step)
{
  for (gint64 position = self->cursor + step * CONVENE_TIME_SLOT; position >= 0 && position < self->scale.length; position += step * CONVENE_TIME_SLOT)
    {
      gint64 instant = convene_time_scale_get_instant (&self->scale, self->chosen, position);

      if (convene_time_scale_get_position (&self->scale, self->chosen, instant, FALSE) == position)
        {
          convene_time_grid_choose (self, self->chosen, position);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
up_down_cb (GtkWidget *widget,
            GVariant  *step,
            gpointer   user_data)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);
  int              further = g_variant_get_int32 (step);
  guint            place = 0, next;

  if (!find_focused (self, &place))
    {
      if (!step_slot (self, further))
        gtk_widget_error_bell (widget);
    }
  else if (find_of_day (self, g_array_index (self->places, ConveneTimePlace, place).day, (int) place + further, further, &next))
    {
      focus_block (self, next);
    }
  else
    {
      leave_block (self, place);
    }
  return TRUE;
}

static gboolean
left_right_cb (GtkWidget *widget,
               GVariant  *step,
               gpointer   user_data)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);
  int              further = g_variant_get_int32 (step);
  guint            place = 0;

  if (find_focused (self, &place))
    leave_block (self, place);
  convene_time_grid_want_day (self, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -further : further);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *last,
        gpointer   user_data)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);
  int              day = g_variant_get_int32 (last) ? (int) self->scale.n_days - 1 : 0;
  guint            place = 0;

  if (find_focused (self, &place))
    leave_block (self, place);
  if (day != (int) self->chosen)
    convene_time_grid_want_day (self, day - (int) self->chosen);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);
  guint            place = 0;

  if (find_focused (self, &place))
    convene_time_grid_activate_entry (self, g_ptr_array_index (self->entries, g_array_index (self->places, ConveneTimePlace, place).span));
  else
    convene_time_grid_activate_slot (self);
  return TRUE;
}

/* Before the scrolled window around it, which would scroll. */
static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *times,
         gpointer   user_data)
{
  convene_time_grid_want_turn (CONVENE_TIME_GRID (widget), g_variant_get_int32 (times));
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return convene_time_grid_drop (CONVENE_TIME_GRID (widget));
}

void
convene_time_grid_add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keys[2];
    gboolean (*callback) (GtkWidget *, GVariant *, gpointer);
    int argument;
  } bindings[] = {
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, up_down_cb, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, up_down_cb, 1 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, left_right_cb, -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, left_right_cb, 1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, end_cb, 0 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, end_cb, 1 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, turn_cb, -1 },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, turn_cb, 1 },
    { { GDK_KEY_Return, GDK_KEY_KP_Enter }, activate_cb, 0 },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, activate_cb, 0 },
    { { GDK_KEY_Escape, GDK_KEY_VoidSymbol }, escape_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding (klass, bindings[i].keys[j], 0, bindings[i].callback, "i", bindings[i].argument);
}
