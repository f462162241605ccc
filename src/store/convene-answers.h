/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"
#include "convene-interview.h"
#include "convene-letter-edits.h"

G_BEGIN_DECLS

/* An event of somebody else's: see convene_store_find_by_origin_async (). */
typedef struct
{
  char *uid;
  char *organizer;
} ConveneOrigin;

void convene_origin_free (gpointer data);

/* On the worker's thread. */
GPtrArray          *convene_answers_list_letters (ConveneConnection *connection, const char *operation_id, GError **error);
ConveneLetterEdits *convene_answers_read_letter_edits (ConveneConnection *connection, GError **error);
ConveneInterview   *convene_answers_find_by_origin (ConveneConnection *connection, const ConveneOrigin *origin, GError **error);

/* Whether an interview that is not cancelled was made from it. */
gboolean convene_answers_has_origin (ConveneConnection *connection, const ConveneOrigin *origin, gboolean *known, GError **error);

G_END_DECLS
