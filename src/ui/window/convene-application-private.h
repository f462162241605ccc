/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-application.h"

#include "convene-plan.h"

G_BEGIN_DECLS

/* The first of the application's windows that is of a type, or NULL. Owned by the application. */
gpointer convene_application_find_window (ConveneApplication *self,
                                          GType               type);

/* Shows a window; one that belongs to the main one stands before it. */
void convene_application_present (ConveneApplication *self,
                                  GtkWindow          *window);

/* Whether the profile is open. Where it is not, the action (its name without "app.") is asked for again as soon as it is. */
gboolean convene_application_is_open_for (ConveneApplication *self,
                                          const char         *action,
                                          GVariant           *target);

/* What was asked for is written down before the profile, which is open, is closed, whoever leaves meanwhile: between the two. */
void convene_application_hold_profile (ConveneApplication *self);
void convene_application_release_profile (ConveneApplication *self);

/* app.reschedule, app.edit, app.cancel-interview, app.fix, app.join and app.start (the same for the host, VC-24), each with an interview's uid. */
void convene_application_add_life_actions (ConveneApplication *self);

/* app.resend (s: uid), app.mark ((ss): uid, "completed", "no-show" or "scheduled") and app.no-show (s: uid), for a notification. */
void convene_application_add_outcome_actions (ConveneApplication *self);

/* app.open-file, which asks which, and app.reschedule-to ((sxx): uid, start and end of a time that was proposed). */
void convene_application_add_open_actions (ConveneApplication *self);

/* app.search (s: text), app.help (s: a page, or "" for that of the window), app.join-next, app.preferences and app.shortcuts. */
void convene_application_add_desktop_actions (ConveneApplication *self);

/* Files that wait until the profile is open: of GFile, owned by the application. Opening them empties the list; nothing happens before there is an engine. */
GPtrArray *convene_application_get_waiting (ConveneApplication *self);
void       convene_application_open_waiting (ConveneApplication *self);

/* The wizard that changes an interview, whether it was there already or not. It needs an engine. */
GtkWindow *convene_application_show_wizard (ConveneApplication *self,
                                            const char         *uid,
                                            int                 step);

/* Says in the main window what a plan that was committed with CONVENE_UNDO_TIME did, and takes it back where that is asked for. For the signal "saved"
 * of whoever committed it. */
void convene_application_offer_undo (ConveneApplication *self,
                                     ConvenePlan        *plan,
                                     const char         *words);

/* Opens the link of an interview once it was looked whether it leads anywhere (VC-38, VC-39). It needs an engine. */
void convene_application_join (ConveneApplication *self,
                               const char         *uid);

G_END_DECLS
