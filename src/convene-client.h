/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-secret.h"

G_BEGIN_DECLS

/* The app with which one signs in at Zoom unless another is named: its id, and its secret where it has one. Both NULL: none. */
typedef struct
{
  char          *id;
  ConveneSecret *secret;
} ConveneClient;

/* The environment's (CONVENE_ZOOM_CLIENT_ID and _SECRET, else ZOOM_API_CLIENT_ID and _SECRET: a pair, never one of each), else the one that this build
 * brings. All four are overwritten where the kernel shows them (/proc/PID/environ) and taken away, so that no child gets them: before any thread or child
 * starts. */
ConveneClient *convene_client_take (const char *built_in);
void           convene_client_free (ConveneClient *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneClient, convene_client_free)

G_END_DECLS
