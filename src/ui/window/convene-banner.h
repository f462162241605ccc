/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-attention.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_BANNER (convene_banner_get_type ())

G_DECLARE_FINAL_TYPE (ConveneBanner, convene_banner, CONVENE, BANNER, AdwBin)

/* The one thing that most needs a person now: its sentence, the one button that helps, and a button that closes it until it is another sentence.
 * It uses the actions app.reconnect (s), app.connect (s) and app.show-interview (s), and has one of its own, banner.close. Properties: "attention" (or NULL), "narrow" (the button stands
 * below the sentence). */
GtkWidget *convene_banner_new (void);

void convene_banner_set_attention (ConveneBanner    *self,
                                   ConveneAttention *attention);

G_END_DECLS
