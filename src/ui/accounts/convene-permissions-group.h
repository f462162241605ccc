/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_PERMISSIONS_GROUP (convene_permissions_group_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePermissionsGroup, convene_permissions_group, CONVENE, PERMISSIONS_GROUP, AdwPreferencesGroup)

/* What Convene asks of Zoom, in three sentences, before anybody is sent there (TA-6), and what it never does (TA-7). */

G_END_DECLS
