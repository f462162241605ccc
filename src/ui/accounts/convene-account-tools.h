/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACCOUNT_TOOLS (convene_account_tools_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccountTools, convene_account_tools, CONVENE, ACCOUNT_TOOLS, GtkWidget)

/* What can be done with an account, and what came of it: Check Now, a test letter, Reconnect, Disconnect. Properties: "account", "engine" and
 * "leaving". Actions: tools.check, tools.test-letter; it asks for accounts.reconnect and accounts.disconnect (s: id). */

G_END_DECLS
