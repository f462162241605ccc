/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-backoff.h"
#include "convene-meeting-errand.h"
#include "convene-preferences.h"

G_BEGIN_DECLS

typedef void (*ConveneMeetingErrandStep) (ConveneMeetingErrand *self);

/* For the files of the base class alone. */
typedef struct
{
  /* read at first */
  ConvenePreferences *preferences;
  ConveneMeeting     *meeting;
  GPtrArray          *users; /* of ConveneInterview */

  /* on the way */
  ConveneAccount          *account;
  ConveneMeetingProvider  *provider;
  int                      requests_today; /* of the host */
  gboolean                 looking;
  GSource                 *deadline; /* of the call that is under way */
  gint64                   spent_at; /* when a request was counted to the host's day; 0 for none */
  ConveneMeetingErrandStep conclude;
} ConveneMeetingErrandPrivate;

ConveneMeetingErrandPrivate *convene_meeting_errand_get_private (ConveneMeetingErrand *self);

/* For the kinds of meeting errands. Everything is owned by the errand. */

/* The operation's meeting as it was read; NULL where there is none, or none yet. */
ConveneMeeting *convene_meeting_errand_get_meeting (ConveneMeetingErrand *self);

/* Of ConveneInterview, read whole: those that use the meeting and are not cancelled, oldest first. */
GPtrArray *convene_meeting_errand_get_users (ConveneMeetingErrand *self);

const ConvenePreferences *convene_meeting_errand_get_preferences (ConveneMeetingErrand *self);

/* With which account it is done, NULL before one was chosen, and what the host has used of the day. */
void                    convene_meeting_errand_set_account (ConveneMeetingErrand *self, ConveneAccount *account, int requests_today);
ConveneAccount         *convene_meeting_errand_get_account (ConveneMeetingErrand *self);
ConveneMeetingProvider *convene_meeting_errand_get_provider (ConveneMeetingErrand *self);

/* What the host has used of the day. */
int convene_meeting_errand_get_requests_today (ConveneMeetingErrand *self);

/* Takes the account that made the meeting; FALSE where it is disconnected. */
gboolean convene_meeting_errand_take_maker (ConveneMeetingErrand *self);

/* Whether it is still to be known what an earlier attempt did: until then nothing else is to be concluded. */
gboolean convene_meeting_errand_is_looking (ConveneMeetingErrand *self);

/* Around each call to the provider: it is given no longer than somebody waits for it, and at least ten seconds. The end takes `error`, which may be NULL, and
 * answers what it means: a call that was given up is one without an answer. */
GCancellable *convene_meeting_errand_begin_call (ConveneMeetingErrand *self);
GError       *convene_meeting_errand_end_call (ConveneMeetingErrand *self, GError *error);

/* Whether the host's day has room for a request that counts; a reserve is kept for interviews of the same UTC day. */
gboolean convene_meeting_errand_has_requests (ConveneMeetingErrand *self);

/* Before a request leaves that must not be repeated blindly; `counts` to the host's day. */
void convene_meeting_errand_spend (ConveneMeetingErrand *self, gboolean counts);

/* After it failed: what certainly had no effect may be repeated, and what did not get as far as Zoom's ledger costs nothing of the day. `free_of_charge` where that is
 * known otherwise. */
void convene_meeting_errand_take_back (ConveneMeetingErrand *self, const GError *error, gboolean free_of_charge);

/* Settles it by `conclude`, which adds all that follows for the users; it is called again with those that are then, where somebody was faster. */
void convene_meeting_errand_conclude (ConveneMeetingErrand *self, ConveneMeetingErrandStep conclude);

/* The meeting is as the provider says in `read` now: fills in what is ours alone, and writes it; nothing differs from it any more. */
void convene_meeting_errand_put_meeting (ConveneMeetingErrand *self, ConveneMeeting *read);

/* People who use the meeting and know it otherwise are told. */
void convene_meeting_errand_tell (ConveneMeetingErrand *self, ConveneMeeting *now);

/* The ends of an errand that did not do it: each settles the operation, or has it wait, with all that follows for the letters. */

/* Until when somebody waits for it patiently: microseconds since 1970 UTC. */
gint64 convene_meeting_errand_patience_end (ConveneMeetingErrand *self);

/* Nothing waits for it any more. */
void convene_meeting_errand_release (ConveneMeetingErrand *self);

/* Likewise, and the history says why. */
void convene_meeting_errand_give_up_waiting (ConveneMeetingErrand *self, const GError *error);

/* Whoever waits for something else than the next look remembers that there is one to come. */
void convene_meeting_errand_keep_doubt (ConveneMeetingErrand *self);

void convene_meeting_errand_settle_failed (ConveneMeetingErrand *self, const GError *error);

/* Nothing waits for it any more, and it failed. */
void convene_meeting_errand_fail_for_good (ConveneMeetingErrand *self, const GError *error);

/* It may work later, though not before `earliest`. While there is patience left nobody is told, and its end is used for a last try; after it, and where
 * nothing can be tried before its end, the letters go. */
void convene_meeting_errand_try_later (ConveneMeetingErrand *self, gint64 earliest, const GError *error);

/* The host's requests of the day are used up, or what is left is reserved; `earliest` is when there are some again, 0 where Zoom did not say. */
void convene_meeting_errand_wait_for_tomorrow (ConveneMeetingErrand *self, gint64 earliest, const GError *error);

/* SH-34: no account can do it. One that is connected later is the event that it waits for. */
void convene_meeting_errand_wait_for_account (ConveneMeetingErrand *self, const char *reason);

/* TA-27: nobody but another host can do anything with it now; its link goes on working. */
void convene_meeting_errand_end_unmanaged (ConveneMeetingErrand *self);

/* As an error says: later, after something, or never. */
void convene_meeting_errand_end_with_error (ConveneMeetingErrand *self, const GError *error);

G_END_DECLS
