/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-draft.h"
#include "convene-hosts.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_HOST_FINDER (convene_host_finder_get_type ())

G_DECLARE_FINAL_TYPE (ConveneHostFinder, convene_host_finder, CONVENE, HOST_FINDER, GObject)

/* Who would host what a draft describes: it follows the accounts, whoever connects one or lets one go, and the draft's hiring manager (SH-33, SH-55). It
 * reads only while `widget`, to which it belongs, can be seen; a newer question takes the place of an older one. Signal "found": the choice is another one. */
ConveneHostFinder *convene_host_finder_new (ConveneEngine *engine,
                                            ConveneDraft  *draft,
                                            GtkWidget     *widget);

/* NULL before the accounts were read, and while it is being found out about another hiring manager. Owned by the finder, until "found". */
const ConveneHostChoice *convene_host_finder_get_choice (ConveneHostFinder *self);

/* The hiring manager's address where it can be read, or NULL; owned by the finder. */
const char *convene_host_finder_get_manager (ConveneHostFinder *self);

G_END_DECLS
