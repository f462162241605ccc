/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_COPY_ROW (convene_copy_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCopyRow, convene_copy_row, CONVENE, COPY_ROW, AdwActionRow)

/* A text that is typed or pasted elsewhere, under its title, with a button that copies it. Property "text" (NULL: none, and the row is not there);
 * "wraps": whether all of it is shown, however long. */

G_END_DECLS
