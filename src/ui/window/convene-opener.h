/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-uri-opener.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OPENER (convene_opener_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOpener, convene_opener, CONVENE, OPENER, GObject)

/* The desktop's browser, for addresses where a person signs in: https, and http of this computer alone (a Zoom that is played here). What is none of
 * these is REFUSED and starts nothing. */
ConveneUriOpener *convene_opener_new (void);

G_END_DECLS
