/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-hosts-private.h"
#include "convene-meeting-errand.h"

G_BEGIN_DECLS

struct _ConveneMeetingErrand
{
  ConveneErrand parent_instance;

  ConveneAccount         *account;
  ConveneHostFacts       *facts;
  ConveneMeetingProvider *provider;
  int                     requests_today; /* of the host */
  GSource                *deadline_source;
  gint64                  counted_at;        /* when a request was counted to the host's day */
  void (*post) (ConveneMeetingErrand *self); /* makes the meeting, for whoever chose another host */
  gboolean looking;                          /* for a meeting that may be there: until it is known, nothing else is to be concluded */
};

/* Who makes the meeting from now on; another host than before is noted. The choice has an account. */
void convene_meeting_errand_take_choice (ConveneMeetingErrand    *self,
                                         const ConveneHostChoice *choice);

/* Takes what was planned, if that still can be done. Whoever may have made the meeting goes on with it, and nobody else. */
gboolean convene_meeting_errand_take_planned (ConveneMeetingErrand *self);

/* The ends of an errand that made no meeting: each settles the operation, with all that follows for the letters. */

/* Until when the link is tried for while somebody waits for it: microseconds since 1970 UTC. */
gint64 convene_meeting_errand_patience_end (ConveneErrand *errand);

/* Nothing waits for the meeting any more. */
void convene_meeting_errand_release (ConveneErrand *errand);

/* Likewise, and the history says why. */
void convene_meeting_errand_give_up_waiting (ConveneErrand *errand, const GError *error);

/* Whoever waits for something else than the next look remembers that there is one to come. */
void convene_meeting_errand_keep_doubt (ConveneMeetingErrand *self);

void convene_meeting_errand_settle_failed (ConveneErrand *errand, const GError *error);

/* It may work later, though not before `earliest`. While there is patience left nobody is told, and its end is used for a last try; after it, and where
 * nothing can be tried before its end, the letters go. */
void convene_meeting_errand_try_later (ConveneMeetingErrand *self, gint64 earliest, const GError *error);

/* The host's requests of the day are used up; `earliest` is when there are some again, 0 where Zoom did not say. */
void convene_meeting_errand_wait_for_tomorrow (ConveneMeetingErrand *self, gint64 earliest, const GError *error);

/* SH-34: nobody can host. An account that is connected later is the event that it waits for. */
void convene_meeting_errand_wait_for_account (ConveneMeetingErrand *self, const char *reason);

/* As an error says: later, after something, or never. */
void convene_meeting_errand_end_with_error (ConveneMeetingErrand *self, const GError *error);

G_END_DECLS
