/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"

G_BEGIN_DECLS

/* Puts another account, or none, in the place where a widget keeps the one that it shows; `changed` is called with the widget, as a swapped callback, for each
 * `signal` ("notify", "notify::name") of it, until another takes its place or the widget is gone. FALSE: it is there already, and goes on being followed. */
gboolean convene_account_follow (ConveneAccount **followed,
                                 ConveneAccount  *account,
                                 const char      *signal,
                                 GCallback        changed,
                                 gpointer         widget);

G_END_DECLS
