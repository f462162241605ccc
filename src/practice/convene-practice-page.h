/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-answer.h"

G_BEGIN_DECLS

/* The pages that practice shows in a person's browser, in the person's language. They have no scripts and load nothing. */

/* Who is to allow an app that has asked, or to decline it: links to /oauth/consent. */
ConvenePracticeAnswer *convene_practice_page_new_consent (const char *request_id,
                                                          const char *scopes);

/* The same for a code on another device: forms to /oauth/device. */
ConvenePracticeAnswer *convene_practice_page_new_device (const char *user_code,
                                                         const char *scopes);

/* Where a code is typed. */
ConvenePracticeAnswer *convene_practice_page_new_code (void);

/* One heading and one sentence. */
ConvenePracticeAnswer *convene_practice_page_new_message (guint       status,
                                                          const char *title,
                                                          const char *text);

G_END_DECLS
