/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* What things are called for people, in the language of the program. */
const char *convene_cli_word_platform (ConvenePlatform platform);
const char *convene_cli_word_status (ConveneStatus status);
const char *convene_cli_word_response (ConveneResponse response);
const char *convene_cli_word_meeting_state (ConveneMeetingState state);
const char *convene_cli_word_account_state (ConveneAccountState state);

/* What becomes of the link when the time changes; NULL where nothing is said for this interview. */
const char *convene_cli_word_link_policy (ConveneLinkPolicy policy);

/* What became of an operation, as a clause without a full stop. */
const char *convene_cli_word_operation (ConveneOperationKind  kind,
                                        ConveneOperationState state);

/* What an operation will do, as an order. */
const char *convene_cli_word_plan (ConveneOperationKind kind);

/* A day and time in a zone (IANA name; UTC where it is unknown), in the person's locale, with the zone's name. Owned by the caller. */
char *convene_cli_word_time (gint64      instant,
                             const char *zone);

/* What went wrong, as a person is told it: GLib has words of its own for what was cancelled, which say nothing to anybody. Owned by the error or static. */
const char *convene_cli_word_error (const GError *error);

/* A length in minutes. Owned by the caller. */
char *convene_cli_word_duration (int minutes);

G_END_DECLS
