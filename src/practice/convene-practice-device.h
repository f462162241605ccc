/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"
#include "convene-practice-state.h"
#include "convene-practice-user.h"

G_BEGIN_DECLS

/* The sign-in with a code on another device (RFC 8628): POST /oauth/devicecode; GET and POST /oauth/device, where the code is typed; and the
 * token request that polls. */
ConvenePracticeAnswer *convene_practice_device_begin (ConvenePracticeState   *state,
                                                      ConvenePracticeRequest *request);
ConvenePracticeAnswer *convene_practice_device_show (ConvenePracticeState   *state,
                                                     ConvenePracticeRequest *request);
ConvenePracticeAnswer *convene_practice_device_answer (ConvenePracticeState   *state,
                                                       ConvenePracticeRequest *request);
ConvenePracticeAnswer *convene_practice_device_poll (ConvenePracticeState   *state,
                                                     ConvenePracticeRequest *request);

/* The change that is a person's answer; NULL where no such code waits. */
JsonObject *convene_practice_device_format_answer (ConvenePracticeState      *state,
                                                   const char                *user_code,
                                                   const ConvenePracticeUser *user,
                                                   gboolean                   allow);

G_END_DECLS
