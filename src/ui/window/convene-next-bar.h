/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_NEXT_BAR (convene_next_bar_get_type ())

G_DECLARE_FINAL_TYPE (ConveneNextBar, convene_next_bar, CONVENE, NEXT_BAR, AdwBin)

/* The interview that comes next, from an hour before it until its end, with Join from ten minutes before; hidden otherwise. It follows the database and the
 * engine's clock. Properties: "message" (read-only, "" for nothing), "joinable" (read-only: see below). It uses app.join (s) and app.show-interview (s). */
GtkWidget *convene_next_bar_new (void);

void convene_next_bar_set_engine (ConveneNextBar *self,
                                  ConveneEngine  *engine);

const char *convene_next_bar_get_message (ConveneNextBar *self);

/* The uid of the interview that can be joined now, or NULL. */
const char *convene_next_bar_get_joinable (ConveneNextBar *self);

G_END_DECLS
