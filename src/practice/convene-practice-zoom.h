/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"
#include "convene-practice-state.h"

G_BEGIN_DECLS

/* Zoom's REST API: which call a request is, and its answer. The network is not here. */
typedef struct _ConvenePracticeCall ConvenePracticeCall;

/* The call that a request below /v2 is; NULL for none, which is what convene_practice_zoom_refuse () answers. */
const ConvenePracticeCall *convene_practice_zoom_find_call (ConvenePracticeRequest *request);
ConvenePracticeAnswer     *convene_practice_zoom_refuse (ConvenePracticeRequest *request);

/* "create", "get", "patch", "delete", "list", "user", "settings", "schedulers". */
const char *convene_practice_call_get_name (const ConvenePracticeCall *self);

/* The address of the host for whom this would write, to be freed; NULL for a read, without a token, or
 * where there is no such host or meeting. */
char *convene_practice_zoom_dup_written_host (ConvenePracticeState      *state,
                                              const ConvenePracticeCall *call,
                                              ConvenePracticeRequest    *request);

/* Does it: what it changed is durable when it returns. */
ConvenePracticeAnswer *convene_practice_zoom_perform (ConvenePracticeState      *state,
                                                      const ConvenePracticeCall *call,
                                                      ConvenePracticeRequest    *request);

G_END_DECLS
