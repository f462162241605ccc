/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

/* A month of a recruiter's interviews, of people who do not exist, around the fixture's now: past, coming, one that begins in minutes, one that failed,
 * one cancelled, one proposed. Answers the uid of the one that begins in minutes, and has everything that an interview can have. */
char *picture_world_fill (UiFixture *fixture);

/* Zoom and mail, connected. */
void picture_world_connect (UiFixture *fixture);

/* Everything that an interview still waits for is done, as if Zoom and the mail server had answered. */
void picture_world_do_all (UiFixture  *fixture,
                           const char *uid);

G_END_DECLS
