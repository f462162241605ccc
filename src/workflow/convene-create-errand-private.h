/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-create-errand.h"
#include "convene-hosts-private.h"
#include "convene-meeting-errand-private.h"

G_BEGIN_DECLS

struct _ConveneCreateErrand
{
  ConveneMeetingErrand parent_instance;

  ConveneHostFacts *facts;
  ConveneMeeting   *made;                   /* what came of it */
  gboolean          posted;                 /* it was made just now, not found */
  void (*post) (ConveneCreateErrand *self); /* makes the meeting, for whoever chose another host */
};

/* Whose topic, time and password the meeting gets; NULL where nobody wants it any more. Owned by the errand. */
ConveneInterview *convene_create_errand_get_wanted (ConveneCreateErrand *self);

/* Who makes the meeting from now on; another host than before is noted. The choice has an account. */
void convene_create_errand_take_choice (ConveneCreateErrand *self, const ConveneHostChoice *choice);

/* Takes what was planned, if that still can be done. Whoever may have made the meeting goes on with it, and nobody else. */
gboolean convene_create_errand_take_planned (ConveneCreateErrand *self);

/* The meeting is expected as it will be asked for, so that it can be looked for. */
void convene_create_errand_put_intent (ConveneCreateErrand *self);

/* The meeting was made, or found: takes `meeting`. */
void convene_create_errand_keep (ConveneCreateErrand *self, ConveneMeeting *meeting);

/* Looks for the meeting that an earlier attempt may have made. */
void convene_create_errand_look (ConveneCreateErrand *self);

/* Nobody wants it, and it is not there. */
void convene_create_errand_drop (ConveneCreateErrand *self);

G_END_DECLS
