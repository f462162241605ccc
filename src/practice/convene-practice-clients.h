/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"

G_BEGIN_DECLS

/* The apps that practice's Zoom knows. Each is a public client, which has no secret and says its id in the form, and a confidential one, which
 * proves itself in the Authorization (RFC 6749 §2.3.1). */

gboolean convene_practice_clients_has (const char *id);

/* The client that a request to the token endpoint comes from, of either kind; NULL for nobody: an unknown one, a wrong secret, a secret in the
 * form, or an id in the form that is not the one in the Authorization. */
const char *convene_practice_clients_find (ConvenePracticeRequest *request);

/* The same where the client has proven itself by its secret. */
const char *convene_practice_clients_find_confidential (ConvenePracticeRequest *request);

/* 401 invalid_client. */
ConvenePracticeAnswer *convene_practice_answer_new_invalid_client (void);

G_END_DECLS
