/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"

G_BEGIN_DECLS

/* Calls once a clock has reached an instant. `ring` may set it again. */
typedef struct _ConveneAlarm ConveneAlarm;

typedef void (*ConveneAlarmRing) (gpointer user_data);

ConveneAlarm *convene_alarm_new (ConveneAlarmRing ring,
                                 gpointer         user_data);
void          convene_alarm_free (ConveneAlarm *self);

/* Microseconds since 1970 UTC; instead of what was set before. */
void convene_alarm_set (ConveneAlarm *self,
                        ConveneClock *clock,
                        gint64        at);
void convene_alarm_stop (ConveneAlarm *self);

G_END_DECLS
