/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-draft.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_HOST_HINT (convene_host_hint_get_type ())

G_DECLARE_FINAL_TYPE (ConveneHostHint, convene_host_hint, CONVENE, HOST_HINT, AdwActionRow)

/* Below the hiring manager: whether they can host, and what to do so that they can (SH-35). There while the interview is held on Zoom and its hiring
 * manager is known. */
void convene_host_hint_follow (ConveneHostHint *self,
                               ConveneEngine   *engine,
                               ConveneDraft    *draft);

G_END_DECLS
