/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-notifier.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_BELL (convene_bell_get_type ())

G_DECLARE_FINAL_TYPE (ConveneBell, convene_bell, CONVENE, BELL, GObject)

/* Tells a person that an interview is about to begin (SH-5), as many minutes before it as the preference "notify-before" says: "bell:UID", who and when,
 * action "app.join" ("app.start" for whoever hosts it) with the interview's uid. Ten minutes after the start the same notification quietly offers
 * "app.no-show", too (O-14): it is not shown anew, and one that was dismissed stays away until then. Being late is nobody's to tell here: a letter that says
 * so would have to be written first. Once for each start, whichever process of the profile is there to tell it; an interview that
 * began while the machine slept is told of until it is over. Taken back when the interview ends, moves or is cancelled. It follows the database. */
ConveneBell *convene_bell_new (ConveneEngine   *engine,
                               ConveneNotifier *notifier);

/* Over an engine that is open. After stopping, which comes before the engine is closed, nobody is told. */
void convene_bell_start (ConveneBell *self);
void convene_bell_stop (ConveneBell *self);

G_END_DECLS
