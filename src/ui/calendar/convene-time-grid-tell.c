/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-grid-private.h"

#include <glib/gi18n-lib.h>

#include "convene-words.h"

#define TOLD_AT_ONCE (24)

/* What the second ruler says of it: "03:00 Mexico City". */
static void
tell_second_zone (ConveneTimeGrid *self,
                  gint64           instant)
{
  GtkAccessible   *slot = GTK_ACCESSIBLE (self->slots[self->slot]);
  g_autofree char *city = NULL;
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;

  if (self->second == NULL)
    {
      gtk_accessible_reset_property (slot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  city = convene_words_city (g_time_zone_get_identifier (self->second));
  time = convene_words_time (instant, g_time_zone_get_identifier (self->second));
  label = g_strdup_printf (C_("line of the month", "%s %s"), time, city);
  gtk_accessible_update_property (slot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

/* "Tuesday 1 December, 10:00" */
void
convene_time_grid_tell_slot (ConveneTimeGrid *self)
{
  gint64           instant = convene_time_grid_get_slot (self);
  gint64           now = self->clock != NULL ? convene_clock_now (self->clock) : instant;
  g_autofree char *day = convene_words_day (instant, NULL, now);
  g_autofree char *time = convene_words_time (instant, NULL);
  g_autofree char *label = NULL;
  guint            count = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const ConveneTimePlace *place = &g_array_index (self->places, ConveneTimePlace, i);

      count += place->day == self->chosen && place->top < self->cursor + CONVENE_TIME_SLOT && self->cursor < place->bottom;
    }

  if (count == 0)
    /* Translators: a half hour of a day, as it is read aloud: "Tuesday 1 December, 10:00, free". */
    label = g_strdup_printf (_("%s, %s, free"), day, time);
  else
    /* Translators: a half hour of a day, as it is read aloud: "Tuesday 1 December, 10:00, 2 interviews". */
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s, %u interview", "%s, %s, %u interviews", count), day, time, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slots[self->slot]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  tell_second_zone (self, instant);
}

static gboolean
tell_cb (gpointer user_data)
{
  ConveneTimeGrid *self = user_data;

  for (guint i = 0; i < TOLD_AT_ONCE && self->tell_place < self->blocks->len; i++)
    convene_time_block_tell (g_ptr_array_index (self->blocks, self->tell_place++));
  if (self->tell_place < self->blocks->len)
    return G_SOURCE_CONTINUE;

  self->tell_source = 0;
  return G_SOURCE_REMOVE;
}

void
convene_time_grid_tell (ConveneTimeGrid *self)
{
  convene_time_grid_tell_slot (self);
  self->tell_place = 0;
  if (self->tell_source == 0)
    self->tell_source = g_idle_add_full (G_PRIORITY_LOW, tell_cb, self, NULL);
}
