/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-secret.h"

G_BEGIN_DECLS

/* What is typed, without the blanks around it that copying brings. The caller's. */
char *convene_connect_entry_dup_text (GtkEditable *entry);

/* What is typed, as a secret; with `strip` without the blanks around it. */
ConveneSecret *convene_connect_entry_take_secret (GtkEditable *entry,
                                                  gboolean     strip);

/* What is typed without the blanks around it, as a secret; NULL where nothing is. */
ConveneSecret *convene_connect_entry_read_optional (GtkEditable *entry);

/* Forgets what is typed, and that it can be brought back. */
void convene_connect_entry_forget (GtkEditable *entry);

G_END_DECLS
