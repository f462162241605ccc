/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-connection.h"

G_BEGIN_DECLS

/* People, jobs and histories out of the database. Everything here belongs to the worker's thread; see convene-store-directory.h. */
GPtrArray *convene_directory_list_people (ConveneConnection *connection,
                                          const char        *text,
                                          guint              limit,
                                          GError           **error);
GPtrArray *convene_directory_list_jobs (ConveneConnection *connection,
                                        const char        *text,
                                        guint              limit,
                                        GError           **error);
GPtrArray *convene_directory_list_other_jobs (ConveneConnection *connection,
                                              const char        *platform,
                                              GError           **error);
GPtrArray *convene_directory_list_activity (ConveneConnection *connection,
                                            const char        *uid,
                                            GError           **error);

/* The words of a name as somebody writes them who does not have all of its letters ("lukasz" for "Łukasz", "strasse" for "Straße"); NULL for plain
 * letters. Owned by the caller. */
char *convene_directory_format_plain (const char *text);

G_END_DECLS
