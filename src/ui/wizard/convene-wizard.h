/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_WIZARD (convene_wizard_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizard, convene_wizard, CONVENE, WIZARD, AdwWindow)

/* Schedule Interview: six steps (SH-23). Closing it keeps what was typed; the next one begins with it, says so, and offers to begin anew
 * (which can be undone). `when` is where it begins: a day ("2026-12-01"), a time of it on the machine's clock ("2026-12-01T10:00"), or NULL. It uses
 * the actions app.connected-apps and app.show-interview (s) of its application. */
ConveneWizard *convene_wizard_new (GtkApplication *application,
                                   ConveneEngine  *engine,
                                   const char     *when);

/* The same for one that is open; nothing where an interview is changed or was scheduled meanwhile. */
void convene_wizard_begin_on (ConveneWizard *self,
                              const char    *when);

/* The same six steps for an interview that exists: "Reschedule" where `step` is CONVENE_WIZARD_RESCHEDULE, "Edit Interview" where it is
 * CONVENE_WIZARD_EDIT. Nothing is kept of what is not saved. Signal "saved" (ConvenePlan, s): the change is written, can be taken back for
 * CONVENE_UNDO_TIME, and was that, in a few words; the window closes after it. */
#define CONVENE_WIZARD_EDIT 0
#define CONVENE_WIZARD_RESCHEDULE 1

ConveneWizard *convene_wizard_new_edit (GtkApplication *application,
                                        ConveneEngine  *engine,
                                        const char     *uid,
                                        int             step);

/* Puts a time that somebody proposed into the wizard of an interview, once that is read: start and end in microseconds since 1970 UTC (an end of 0 keeps the length), in
 * the interview's zone. */
void convene_wizard_propose (ConveneWizard *self,
                             gint64         start,
                             gint64         end);

/* Of the interview that it changes; NULL for a new one. */
const char *convene_wizard_get_uid (ConveneWizard *self);

G_END_DECLS
