/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-secret.h"

G_BEGIN_DECLS

/* A form (application/x-www-form-urlencoded) of names and values in turn, ended by NULL; a value may not be NULL. No copy of a value is left behind. */
ConveneSecret *convene_oauth_form_new (const char *const *fields);

G_END_DECLS
