/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-listing.h"

G_BEGIN_DECLS

/* Interviews out of the database, whole: with participants, meeting and operations. In one transaction each, so that they fit together. */

/* As convene_store_find_interview_async (). */
ConveneInterview *convene_reader_find_interview (ConveneConnection *connection,
                                                 const char        *uid,
                                                 GError           **error);

/* As convene_store_find_last_interview_async (). */
ConveneInterview *convene_reader_find_last_interview (ConveneConnection *connection,
                                                      const char        *job,
                                                      GError           **error);

/* As convene_store_list_interviews_async (). */
GPtrArray *convene_reader_list_interviews (ConveneConnection *connection,
                                           ConveneListing    *listing,
                                           guint             *total,
                                           GError           **error);

G_END_DECLS
