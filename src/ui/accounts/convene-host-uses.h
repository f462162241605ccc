/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_HOST_USES (convene_host_uses_get_type ())

G_DECLARE_FINAL_TYPE (ConveneHostUses, convene_host_uses, CONVENE, HOST_USES, GtkWidget)

/* The other hosts that an account has worked for today, with the requests that Zoom counts for each. Properties: "account" (which it follows) and
 * "engine". */

G_END_DECLS
