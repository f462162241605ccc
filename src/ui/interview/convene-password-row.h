/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_PASSWORD_ROW (convene_password_row_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePasswordRow, convene_password_row, CONVENE, PASSWORD_ROW, AdwActionRow)

/* A meeting's password behind dots, until somebody wants to see it. Properties: "password" (NULL or "" for none: then the row is not there), and
 * "revealed", which another password ends. Copying it activates "interview.copy-password". */
GtkWidget *convene_password_row_new (void);

G_END_DECLS
