/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-store-answers.h"

G_BEGIN_DECLS

/* The calls of convene-store-answers.h, waited for. */
GPtrArray          *store_list_letters (ConveneStore *store, const char *operation_id, GError **error);
ConveneLetterEdits *store_read_letter_edits (ConveneStore *store, GError **error);
ConveneInterview   *store_find_by_origin (ConveneStore *store, const char *origin_uid, const char *organizer, GError **error);

G_END_DECLS
