/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_CLOCK (convene_clock_get_type ())

G_DECLARE_INTERFACE (ConveneClock, convene_clock, CONVENE, CLOCK, GObject)

/* Where the workflow gets the time from, so that tests can bring their own. Instants are microseconds since 1970 UTC. */
struct _ConveneClockInterface
{
  GTypeInterface parent_iface;

  gint64 (*now) (ConveneClock *self);
  GSource *(*create_source) (ConveneClock *self,
                             gint64        at);
};

gint64 convene_clock_now (ConveneClock *self);

/* A source that becomes ready once the clock has reached `at`, also when the machine slept meanwhile. Its callback is a GSourceFunc;
 * the caller attaches it and owns it. */
GSource *convene_clock_create_source (ConveneClock *self,
                                      gint64        at);

#define CONVENE_SECOND (G_GINT64_CONSTANT (1000000))
#define CONVENE_MINUTE (60 * CONVENE_SECOND)
#define CONVENE_HOUR (60 * CONVENE_MINUTE)
#define CONVENE_DAY (24 * CONVENE_HOUR)

#define CONVENE_TYPE_SYSTEM_CLOCK (convene_system_clock_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSystemClock, convene_system_clock, CONVENE, SYSTEM_CLOCK, GObject)

/* The machine's clock. */
ConveneClock *convene_system_clock_new (void);

G_END_DECLS
