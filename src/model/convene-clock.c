/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _ConveneSystemClock
{
  GObject parent_instance;
};

G_DEFINE_INTERFACE (ConveneClock, convene_clock, G_TYPE_OBJECT)

static void
convene_clock_default_init (ConveneClockInterface *iface)
{
}

static gint64
convene_system_clock_now (ConveneClock *self)
{
  return g_get_real_time ();
}

typedef struct
{
  GSource  source;
  gpointer tag;
  int      fd;
} TimerSource;

static gboolean
timer_dispatch (GSource    *source,
                GSourceFunc callback,
                gpointer    user_data)
{
  return callback != NULL ? callback (user_data) : G_SOURCE_REMOVE;
}

static void
timer_finalize (GSource *source)
{
  TimerSource *timer = (TimerSource *) source;

  if (timer->fd >= 0)
    close (timer->fd);
}

static GSourceFuncs timer_funcs = {
  .dispatch = timer_dispatch,
  .finalize = timer_finalize,
};

/* An absolute timer of the real-time clock: it counts through suspend, and a change of the clock wakes it, so that whoever waits looks again. */
static GSource *
convene_system_clock_create_source (ConveneClock *self,
                                    gint64        at)
{
  GSource          *source = g_source_new (&timer_funcs, sizeof (TimerSource));
  TimerSource      *timer = (TimerSource *) source;
  gint64            when = MAX (at, 1);
  struct itimerspec spec = {
    .it_value = {
        .tv_sec = when / G_USEC_PER_SEC,
        .tv_nsec = (when % G_USEC_PER_SEC) * 1000,
    },
  };

  g_source_set_static_name (source, "ConveneSystemClock");
  timer->fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (timer->fd >= 0 && timerfd_settime (timer->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) == 0)
    timer->tag = g_source_add_unix_fd (source, timer->fd, G_IO_IN);
  else
    g_source_set_ready_time (source, g_get_monotonic_time () + MAX (at - g_get_real_time (), 0));

  return source;
}

static void
clock_iface_init (ConveneClockInterface *iface)
{
  iface->now = convene_system_clock_now;
  iface->create_source = convene_system_clock_create_source;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneSystemClock, convene_system_clock, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CLOCK, clock_iface_init))

static void
convene_system_clock_class_init (ConveneSystemClockClass *klass)
{
}

static void
convene_system_clock_init (ConveneSystemClock *self)
{
}

gint64
convene_clock_now (ConveneClock *self)
{
  g_return_val_if_fail (CONVENE_IS_CLOCK (self), 0);

  return CONVENE_CLOCK_GET_IFACE (self)->now (self);
}

GSource *
convene_clock_create_source (ConveneClock *self,
                             gint64        at)
{
  g_return_val_if_fail (CONVENE_IS_CLOCK (self), NULL);

  return CONVENE_CLOCK_GET_IFACE (self)->create_source (self, at);
}

ConveneClock *
convene_system_clock_new (void)
{
  return g_object_new (CONVENE_TYPE_SYSTEM_CLOCK, NULL);
}
