/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"
#include "convene-practice-state.h"

G_BEGIN_DECLS

/* Zoom's token endpoint: POST /oauth/token and /oauth/revoke. `request` has the form's fields in its query. */
ConvenePracticeAnswer *convene_practice_oauth_grant (ConvenePracticeState   *state,
                                                     ConvenePracticeRequest *request);
ConvenePracticeAnswer *convene_practice_oauth_revoke (ConvenePracticeState   *state,
                                                      ConvenePracticeRequest *request);

/* What a token request is counted as: "refresh_token", "device_code" … "other". */
const char *convene_practice_oauth_get_grant (ConvenePracticeRequest *request);

/* A user's sign-in without its browser: the answer that the code would have been exchanged for. NULL scopes are all that the app has, a NULL
 * client is practice's own. */
ConvenePracticeAnswer *convene_practice_oauth_login (ConvenePracticeState *state,
                                                     const char           *user,
                                                     const char           *scopes,
                                                     const char           *client);

G_END_DECLS
