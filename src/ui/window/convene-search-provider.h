/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-session.h"

G_BEGIN_DECLS

/* Where it is, beneath the application's own path, as the .ini file for GNOME Shell says it. */
#define CONVENE_SEARCH_PROVIDER_PATH "/SearchProvider"

#define CONVENE_TYPE_SEARCH_PROVIDER (convene_search_provider_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSearchProvider, convene_search_provider, CONVENE, SEARCH_PROVIDER, GObject)

/* Answers the searches of the desktop (org.gnome.Shell.SearchProvider2) out of a session's engine. The desktop may have started the process for that: who
 * asks before the engine is open waits for it, for some seconds; where it cannot be opened there is nothing to be found. What is chosen becomes one of
 * the actions show-interview, join and search (with a text as target) of `actions`, which is not owned and outlives this.
 *
 * Property "busy": somebody searches, or did so a quarter of a minute ago: opening and closing the profile at every letter would help nobody. */
ConveneSearchProvider *convene_search_provider_new (ConveneSession *session,
                                                    GActionGroup   *actions);

/* Puts it on the bus until it is taken off, or gone. */
gboolean convene_search_provider_export (ConveneSearchProvider *self,
                                         GDBusConnection       *connection,
                                         const char            *path,
                                         GError               **error);
void     convene_search_provider_unexport (ConveneSearchProvider *self);

gboolean convene_search_provider_get_busy (ConveneSearchProvider *self);

G_END_DECLS
