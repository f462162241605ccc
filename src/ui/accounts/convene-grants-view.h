/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_GRANTS_VIEW (convene_grants_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneGrantsView, convene_grants_view, CONVENE, GRANTS_VIEW, GtkWidget)

/* What a Zoom account was granted, in words: what is missing at once, what is there and what is beyond need when it is asked for. Properties: "account"
 * (which it follows) and "engine". */

G_END_DECLS
