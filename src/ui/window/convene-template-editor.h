/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_TEMPLATE_EDITOR (convene_template_editor_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTemplateEditor, convene_template_editor, CONVENE, TEMPLATE_EDITOR, AdwPreferencesGroup)

/* The words of the letters: one of them in one language at a time. What is typed is kept as soon as it rests and a letter can be made of it, and when
 * something else is shown or the editor goes; why none can be stands below the field. What another process writes is shown where nothing else was typed.
 *
 * Signal "edited": something else is shown, or typed. */
void convene_template_editor_set_engine (ConveneTemplateEditor *self,
                                         ConveneEngine         *engine);

/* What is shown: "es", "invitation", and the words as they are typed now; the subject is NULL where the letter's cannot be changed. Owned by the editor, until
 * something else is typed. */
const char *convene_template_editor_get_language (ConveneTemplateEditor *self);
const char *convene_template_editor_get_letter (ConveneTemplateEditor *self);
const char *convene_template_editor_get_subject (ConveneTemplateEditor *self);
const char *convene_template_editor_get_text (ConveneTemplateEditor *self);

G_END_DECLS
