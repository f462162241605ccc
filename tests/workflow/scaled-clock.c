/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scaled-clock.h"

struct _ConveneScaledClock
{
  GObject parent_instance;

  gint64 epoch;
  gint64 origin;
  int    scale;
};

static gint64
convene_scaled_clock_now (ConveneClock *clock)
{
  ConveneScaledClock *self = CONVENE_SCALED_CLOCK (clock);

  return self->origin + (g_get_real_time () - self->epoch) * self->scale;
}

/* Looks again every two milliseconds, so that a clock that is put forward is noticed. */
typedef struct
{
  GSource       source;
  ConveneClock *clock;
  gint64        at;
} ScaledSource;

static gboolean
scaled_dispatch (GSource    *source,
                 GSourceFunc callback,
                 gpointer    user_data)
{
  ScaledSource *self = (ScaledSource *) source;

  if (convene_scaled_clock_now (self->clock) >= self->at)
    return callback != NULL ? callback (user_data) : G_SOURCE_REMOVE;

  g_source_set_ready_time (source, g_get_monotonic_time () + 2000);
  return G_SOURCE_CONTINUE;
}

static void
scaled_finalize (GSource *source)
{
  g_clear_object (&((ScaledSource *) source)->clock);
}

static GSourceFuncs scaled_funcs = {
  .dispatch = scaled_dispatch,
  .finalize = scaled_finalize,
};

static GSource *
convene_scaled_clock_create_source (ConveneClock *clock,
                                    gint64        at)
{
  GSource      *source = g_source_new (&scaled_funcs, sizeof (ScaledSource));
  ScaledSource *self = (ScaledSource *) source;

  self->clock = g_object_ref (clock);
  self->at = at;
  g_source_set_ready_time (source, 0);
  return source;
}

static void
clock_iface_init (ConveneClockInterface *iface)
{
  iface->now = convene_scaled_clock_now;
  iface->create_source = convene_scaled_clock_create_source;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneScaledClock, convene_scaled_clock, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CLOCK, clock_iface_init))

static void
convene_scaled_clock_class_init (ConveneScaledClockClass *klass)
{
}

static void
convene_scaled_clock_init (ConveneScaledClock *self)
{
}

ConveneClock *
convene_scaled_clock_new (gint64 epoch,
                          gint64 origin,
                          int    scale)
{
  ConveneScaledClock *self = g_object_new (CONVENE_TYPE_SCALED_CLOCK, NULL);

  self->epoch = epoch;
  self->origin = origin;
  self->scale = scale;
  return CONVENE_CLOCK (self);
}

void
convene_scaled_clock_set_scale (ConveneScaledClock *self,
                                int                 scale)
{
  gint64 machine = g_get_real_time ();

  self->origin += (machine - self->epoch) * self->scale;
  self->epoch = machine;
  self->scale = scale;
}

void
convene_scaled_clock_advance (ConveneScaledClock *self,
                              gint64              microseconds)
{
  self->origin += microseconds;
}
