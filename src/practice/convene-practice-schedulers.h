/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-meetings.h"
#include "convene-practice-request.h"
#include "convene-practice-state.h"
#include "convene-practice-user.h"

G_BEGIN_DECLS

/* Zoom's scheduling privilege ("schedule_for"): both are licensed, and the host allows it. */

/* Who hosts what a create makes: `caller`, or whom the body says. NULL with a refusal (which may be NULL) where it may not be. */
const ConvenePracticeUser *convene_practice_schedulers_choose_host (ConvenePracticeState      *state,
                                                                    JsonObject                *body,
                                                                    const ConvenePracticeUser *caller,
                                                                    ConvenePracticeAnswer    **refusal);

/* Whether the request's token may see and change a meeting: the account's any, a user's their own and those that they scheduled for who
 * still lets them. */
gboolean convene_practice_schedulers_may_touch (ConvenePracticeState         *state,
                                                ConvenePracticeRequest       *request,
                                                const ConvenePracticeMeeting *meeting);

/* {"schedulers": […]}: for whom a user may schedule, as Zoom calls them. */
JsonObject *convene_practice_schedulers_to_json (ConvenePracticeState      *state,
                                                 const ConvenePracticeUser *user);

G_END_DECLS
