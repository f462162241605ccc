/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long the main thread is busy with frames, from before-paint to after-paint: figures, no verdict. */
typedef struct _UiMeasure UiMeasure;

/* Of the frames of a widget that is on the screen; and of no more of them. */
UiMeasure *ui_measure_new (GtkWidget *widget);
void       ui_measure_free (UiMeasure *self);

/* Begins with what follows; reports the first frame since then, as that of the step, and those after it. */
void ui_measure_step (UiMeasure *self);

/* Prints a line for the steps so far, and one for the frames after their first ones; forgets them. */
void ui_measure_report (UiMeasure  *self,
                        const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiMeasure, ui_measure_free)

G_END_DECLS
