/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_ERROR_ROW (convene_error_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneErrorRow, convene_error_row, CONVENE, ERROR_ROW, AdwPreferencesRow)

/* What is wrong with the row above it, in words: there while its property "message" is neither NULL nor "". Property "tone": "error" (the default),
 * "warning" or "plain". Property "field": the widget that it speaks of, which is then described by it and marked invalid while it is an error. */
GtkWidget *convene_error_row_new (void);

void        convene_error_row_set_message (ConveneErrorRow *self,
                                           const char      *message);
const char *convene_error_row_get_message (ConveneErrorRow *self);

#define CONVENE_TYPE_TEXT_ROW (convene_text_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTextRow, convene_text_row, CONVENE, TEXT_ROW, AdwPreferencesRow)

/* Several lines of text in a list of rows, under a title. Properties: "title" (AdwPreferencesRow's), "text" (never NULL), "placeholder", "maximum" (code points, 0 for none: then
 * there is a counter "12 of 2000", an error once it is over), "editable". Tab leaves it. */
GtkWidget *convene_text_row_new (void);

void        convene_text_row_set_text (ConveneTextRow *self,
                                       const char     *text);
const char *convene_text_row_get_text (ConveneTextRow *self);

/* As if it were typed in place of what is selected; with `apart` it gets a paragraph of its own. */
void convene_text_row_insert (ConveneTextRow *self,
                              const char     *text,
                              gboolean        apart);

#define CONVENE_TYPE_CHIP (convene_chip_get_type ())

G_DECLARE_FINAL_TYPE (ConveneChip, convene_chip, CONVENE, CHIP, GtkWidget)

/* A word in a small frame. Properties: "label", "icon-name" (or NULL), "tone": "plain", "good", "warning" or "bad". */
GtkWidget *convene_chip_new (const char *label,
                             const char *tone);

G_END_DECLS
