/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* A create that was repeated because its answer was lost, and its meeting was in no list yet, may have made two (O-1). For each of an array of
 * ConveneOperation that may (convene_store_list_doubtful_creates_async ()) those with its reference are looked for at Zoom; all but the one that is
 * ours, whose link people were told, are removed by operations of their own; and all of one that was given up before anybody had seen it. One that cannot be looked after now is left for another time. Errors:
 * DATABASE, CANCELLED. */
void     convene_late_duplicates_async (ConveneAccounts *accounts, GPtrArray *creates, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_late_duplicates_finish (GAsyncResult *result, GError **error);

/* The ones of `found` (of ConveneMeeting, as a list at Zoom shows them) that are to go: they show the reference of `ours`, and are not it. NULL where ours has a
 * number and is not among them. Pure; an array that refers to its items. */
GPtrArray *convene_late_duplicates_choose (GPtrArray      *found,
                                           ConveneMeeting *ours);

G_END_DECLS
