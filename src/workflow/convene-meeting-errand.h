/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-errand.h"
#include "convene-meeting-follow.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MEETING_ERRAND (convene_meeting_errand_get_type ())

G_DECLARE_DERIVABLE_TYPE (ConveneMeetingErrand, convene_meeting_errand, CONVENE, MEETING_ERRAND, ConveneErrand)

/* Something to be done with a meeting at its provider's: what making, changing and deleting one have in common. It reads the meeting, whose it is and what the
 * preferences say, and then the kind proceeds; it bounds each call by the patience of whoever waits for it, keeps the host's account of requests, and turns
 * every kind of failure into what happens next. */
struct _ConveneMeetingErrandClass
{
  ConveneErrandClass parent_class;

  /* Everything is read. */
  void (*proceed) (ConveneMeetingErrand *self);

  /* Nothing waits for the operation any more: adds the letters that follow from that. NULL for none. */
  void (*release) (ConveneMeetingErrand *self);

  /* It failed for good: adds what follows for the meeting. NULL for nothing. */
  void (*fail) (ConveneMeetingErrand *self);

  /* Letters wait until the host's next day, if the preference says so: the link is worth it. */
  gboolean holds_letters;
};

G_END_DECLS
