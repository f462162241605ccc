/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"
#include "convene-practice-state.h"
#include "convene-practice-user.h"

G_BEGIN_DECLS

/* What each of Zoom's calls does, once its token, its scope and its pace were found good. */
typedef ConvenePracticeAnswer *(ConvenePracticeHandlerFunc) (ConvenePracticeState *state, ConvenePracticeRequest *request);

ConvenePracticeHandlerFunc convene_practice_handle_user;
ConvenePracticeHandlerFunc convene_practice_handle_settings;
ConvenePracticeHandlerFunc convene_practice_handle_schedulers;
ConvenePracticeHandlerFunc convene_practice_handle_create;
ConvenePracticeHandlerFunc convene_practice_handle_get;
ConvenePracticeHandlerFunc convene_practice_handle_patch;
ConvenePracticeHandlerFunc convene_practice_handle_delete;
ConvenePracticeHandlerFunc convene_practice_handle_list; /* convene-practice-list.c */

/* The user that the second segment of the path names: by id, address or "me". NULL for none. */
const ConvenePracticeUser *convene_practice_request_find_user (ConvenePracticeRequest *request);

/* 404, 1001. */
ConvenePracticeAnswer *convene_practice_answer_new_no_user (const char *name);

G_END_DECLS
