/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DISCONNECTOR (convene_disconnector_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDisconnector, convene_disconnector, CONVENE, DISCONNECTOR, GObject)

/* Disconnects accounts: asks first, saying what follows. Signals: "begun" (id), it was said yes to; "ended" (id, words, gboolean): what came of it, and
 * whether interviews were planned with Zoom by default and no Zoom account is left (TH-22). It goes on whatever becomes of its window, which is
 * told no more once it let go of this. */
ConveneDisconnector *convene_disconnector_new (ConveneEngine *engine,
                                               GtkWindow     *window);

/* Nothing while a question is open. */
void convene_disconnector_ask (ConveneDisconnector *self,
                               ConveneAccount      *account);

G_END_DECLS
