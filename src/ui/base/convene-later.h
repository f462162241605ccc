/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_LATER (convene_later_get_type ())

/* A place for a page that is mostly never seen: it is made when it is first shown, so that a start pays for nothing but what is in front.
 *
 * Properties: "resource" (string, construct only), the path of a .ui file as a resource, whose object with the id "page" is what will be shown. */
G_DECLARE_FINAL_TYPE (ConveneLater, convene_later, CONVENE, LATER, AdwBin)

/* Makes the page if it is not there yet. Returns: (transfer none): it. */
GtkWidget *convene_later_make (ConveneLater *self);

G_END_DECLS
