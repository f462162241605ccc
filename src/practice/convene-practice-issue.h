/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"
#include "convene-practice-state.h"

G_BEGIN_DECLS

/* The token endpoint's answer that gives out tokens to an owner, after the other changes: an access token, and to a user `kept` again or, where
 * that is NULL, a new refresh token. `request` may be NULL: then no fault changes the answer. */
ConvenePracticeAnswer *convene_practice_issue (ConvenePracticeState       *state,
                                               ConvenePracticeRequest     *request,
                                               const ConvenePracticeOwner *owner,
                                               const char                 *kept,
                                               JsonArray                  *changes);

/* The same for somebody who has just signed in, which may end the tokens that the app had of them before. */
ConvenePracticeAnswer *convene_practice_issue_sign_in (ConvenePracticeState       *state,
                                                       ConvenePracticeRequest     *request,
                                                       const ConvenePracticeOwner *owner,
                                                       JsonArray                  *changes);

/* 4717 where the app is switched off, 4738 where the account's administrator does not let it in; NULL else. */
ConvenePracticeAnswer *convene_practice_check_enabled (ConvenePracticeState *state);
ConvenePracticeAnswer *convene_practice_check_app (ConvenePracticeState *state);

G_END_DECLS
