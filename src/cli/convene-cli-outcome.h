/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* Starts the outbox, waits until what is due for an interview is done or `seconds` have passed, and answers the interview, with what was not
 * done as its error and exit status 1. What had failed already in `before` (NULL for none) was not to be done. Sets *error, having written nothing, where the
 * interview cannot be read any more: answers -1. */
int convene_cli_outcome_answer (ConveneCommandRun *run,
                                const char        *uid,
                                ConveneInterview  *before,
                                int                seconds,
                                GError           **error);

/* Answers an interview as it is, with `problem` (NULL for none) as its error and exit status 1. */
int convene_cli_outcome_show (ConveneCommandRun *run,
                              ConveneInterview  *interview,
                              const GError      *problem);

/* Waits as convene_cli_outcome_answer (), without an answer: *interview becomes what it is then. Owned by the caller; NULL where all that was due is done. */
GError *convene_cli_outcome_reach (ConveneCommandRun *run,
                                   ConveneInterview **interview,
                                   ConveneInterview  *before,
                                   int                seconds);

/* What matters most of that which was due and is not done; NULL where all is. */
GError *convene_cli_outcome_find_problem (const ConveneOutboxReport *report,
                                          ConveneInterview          *before);

/* The longest that a command may be told to wait: a day, in seconds. */
#define CONVENE_CLI_WAIT_MAX (24 * 60 * 60)
#define CONVENE_CLI_WAIT_DEFAULT 60

G_END_DECLS
