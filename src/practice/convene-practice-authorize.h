/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"
#include "convene-practice-state.h"

G_BEGIN_DECLS

/* The sign-in by a browser (RFC 6749 §4.1, RFC 7636): GET /oauth/authorize, which shows a page or leads back to the app at once; GET
 * /oauth/consent, that page's answer; and the token request that brings the code. */
ConvenePracticeAnswer *convene_practice_authorize (ConvenePracticeState   *state,
                                                   ConvenePracticeRequest *request);
ConvenePracticeAnswer *convene_practice_authorize_consent (ConvenePracticeState   *state,
                                                           ConvenePracticeRequest *request);
ConvenePracticeAnswer *convene_practice_authorize_redeem (ConvenePracticeState   *state,
                                                          ConvenePracticeRequest *request);

G_END_DECLS
