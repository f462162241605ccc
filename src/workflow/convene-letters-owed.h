/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-change.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* Which letters people are still to get, because what they were told is not so any more. */

/* The first operation of a kind that an interview has, the last one, or NULL. Owned by the interview. */
ConveneOperation *convene_find_first_operation (ConveneInterview *interview, ConveneOperationKind kind);
ConveneOperation *convene_find_last_operation (ConveneInterview *interview, ConveneOperationKind kind);

/* Whether an operation is open: not settled. */
gboolean convene_operation_is_open (ConveneOperation *operation);

/* Whether nothing of an operation has left: it waits, and no request or letter of it is anywhere. */
gboolean convene_operation_is_untouched (ConveneOperation *operation);

/* Whether it is a letter that tells everybody how things stand. */
gboolean convene_operation_tells_all (ConveneOperation *operation);

/* Whether letters of this interview are sent at all. */
gboolean convene_is_mailed (ConveneInterview *interview);

/* The kind of letter that tells everybody of a meeting whose link or password is not the one that they know: mail-link-ready where they know none, mail-update
 * else. FALSE where nobody has to be told: nobody was told anything, nothing of it differs, there is no link, or a letter that has not left will tell.
 * `before` is the meeting as it was known until now, for people of whom it is not known what they were told; NULL without one. */
gboolean convene_letters_owed_find (ConveneInterview *interview, ConveneMeeting *before, ConveneOperationKind *kind);

/* Adds that letter, where it is owed, as the next sequence of the invitation. The interview must be as it is in the database: it is written, and expected
 * to have its revision. */
void convene_letters_owed_add (ConveneChange *change, ConveneInterview *interview, ConveneMeeting *before, gint64 now);

G_END_DECLS
