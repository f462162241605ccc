/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-state.h"

G_BEGIN_DECLS

/* What is done to meetings at Zoom itself, by its own pages: "create", "patch", "delete", "restore", "start", "end", each an object with "id". Neither
 * quota nor pace nor the host matter. FALSE with G_IO_ERROR_INVALID_ARGUMENT for any other command. */
gboolean convene_practice_control_add_meeting_order (ConvenePracticeState *state,
                                                     JsonObject           *command,
                                                     JsonArray            *changes,
                                                     GError              **error);

G_END_DECLS
