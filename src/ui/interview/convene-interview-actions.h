/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview-reader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person can ask the details for, as actions of the pane's class: interview.retry, interview.open-link, interview.test-link,
 * interview.copy-link, -password, -number, -location, -invitation, -diagnostics, interview.copy-address (s), interview.export, interview.read,
 * and by the application's actions app.reschedule (s: uid), app.edit (s), app.cancel-interview (s) and app.fix (s): interview.reschedule,
 * interview.edit, interview.cancel, interview.fix; by app.resend (s) and app.mark ((ss)) interview.resend and interview.mark (s: a status). */
void convene_interview_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
