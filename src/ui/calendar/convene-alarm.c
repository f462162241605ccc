/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-alarm.h"

struct _ConveneAlarm
{
  ConveneAlarmRing ring;
  gpointer         user_data;
  GSource         *source; /* NULL: not set */
};

ConveneAlarm *
convene_alarm_new (ConveneAlarmRing ring,
                   gpointer         user_data)
{
  ConveneAlarm *self = g_new0 (ConveneAlarm, 1);

  self->ring = ring;
  self->user_data = user_data;
  return self;
}

void
convene_alarm_stop (ConveneAlarm *self)
{
  g_return_if_fail (self != NULL);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
}

void
convene_alarm_free (ConveneAlarm *self)
{
  convene_alarm_stop (self);
  g_free (self);
}

static gboolean
reached_cb (gpointer user_data)
{
  ConveneAlarm *self = user_data;

  g_clear_pointer (&self->source, g_source_unref);
  self->ring (self->user_data);
  return G_SOURCE_REMOVE;
}

void
convene_alarm_set (ConveneAlarm *self,
                   ConveneClock *clock,
                   gint64        at)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (CONVENE_IS_CLOCK (clock));

  convene_alarm_stop (self);
  self->source = convene_clock_create_source (clock, at);
  g_source_set_callback (self->source, reached_cb, self, NULL);
  g_source_attach (self->source, NULL);
}
