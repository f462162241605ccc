/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-hosts.h"

G_BEGIN_DECLS

/* Who hosts and why, in sentences. `manager` is the hiring manager's address, or NULL. Strings are the caller's. */

/* Whether its account is there and works. */
gboolean convene_host_words_is_connected (const ConveneHostChoice *choice);

/* "Connected · recruiter@example.com", "Zoom wants you to sign in again", "Zoom not connected". */
char *convene_host_words_summary (const ConveneHostChoice *choice);

/* "hal@example.com hosts. The hiring manager’s own Zoom account is connected."; what follows where no account works. */
char *convene_host_words_describe (const ConveneHostChoice *choice,
                                   const char              *manager);

/* SH-35: "Host ready", or what to do so that the hiring manager hosts; the same is said below it by convene_host_words_advice (). */
gboolean    convene_host_words_is_ready (const ConveneHostChoice *choice);
const char *convene_host_words_title (const ConveneHostChoice *choice);
char       *convene_host_words_advice (const ConveneHostChoice *choice,
                                       const char              *manager);

/* Makes a button do what helps: connect Zoom, sign in again; hidden where nothing is to be done. `another`: also where the hiring manager's own account
 * would be better than the one that hosts. */
void convene_host_words_set_remedy (GtkButton               *button,
                                    const ConveneHostChoice *choice,
                                    gboolean                 another);

G_END_DECLS
