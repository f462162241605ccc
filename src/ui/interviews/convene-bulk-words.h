/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-bulk.h"

G_BEGIN_DECLS

/* What is said of several at once. Strings that are not `const` are the caller's. */

const char *convene_bulk_words_title (ConveneBulkKind kind);

/* "Looking what follows: 12 of 40", "Cancelling 12 of 40" */
char *convene_bulk_words_looking (ConveneBulk *bulk);
char *convene_bulk_words_doing (ConveneBulk *bulk);

/* "40 interviews are cancelled"; "38 meetings are deleted at Zoom", "2 meetings stay as long as others use them", "57 letters to 43 people": NULL where there are none;
 * "Nothing can be done with 2 interviews" */
char *convene_bulk_words_ready (ConveneBulk *bulk);
char *convene_bulk_words_deleted (ConveneBulk *bulk);
char *convene_bulk_words_left (ConveneBulk *bulk);
char *convene_bulk_words_letters (ConveneBulk *bulk,
                                  guint        people);
char *convene_bulk_words_refused (ConveneBulk *bulk);

/* The button: "_Cancel 40 Interviews" */
char *convene_bulk_words_go (ConveneBulk *bulk);

/* "38 interviews cancelled"; and of those with which it failed, "2 interviews were not cancelled" */
char *convene_bulk_words_done (ConveneBulk *bulk);
char *convene_bulk_words_failed (ConveneBulk *bulk);

/* "3 interviews are as they were before" */
char *convene_bulk_words_undone (ConveneBulk *bulk,
                                 guint        undone);

G_END_DECLS
