/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEWS_PAGE (convene_interviews_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewsPage, convene_interviews_page, CONVENE, INTERVIEWS_PAGE, AdwBin)

/* All interviews that a filter lets through, in a table, or as cards where it is narrow, with the details of one beside them (SH-31, SH-59). Properties: "engine" (NULL until
 * the profile is open), "narrow" (cards; details take the list's place), "filter" (ConveneFilter, that of the window), "showing" (read-only: the uid of the interview whose details are
 * shown, or NULL), "changeable" (read-only: whether that one can be moved, edited or cancelled), "sort" (the nick of a ConveneInterviewOrder) and "sort-descending", both
 * also changed by the table's headers.
 * Escape and Alt+Left activate win.back while details are shown; F6 goes from the list to the details and back.
 *
 * Several at once: interviews.cancel, interviews.export, interviews.resend, for those that are chosen; interviews.clear-selection. */
GtkWidget *convene_interviews_page_new (void);

/* Details of an interview. It needs an engine. */
void convene_interviews_page_show_interview (ConveneInterviewsPage *self,
                                             const char            *uid);

/* Back to the list; the focus returns to where it was. */
void convene_interviews_page_back (ConveneInterviewsPage *self);

/* Puts the focus into the search entry, with `text` in it; NULL leaves what is there. */
void convene_interviews_page_search (ConveneInterviewsPage *self,
                                     const char            *text);

const char *convene_interviews_page_get_showing (ConveneInterviewsPage *self);

G_END_DECLS
