/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* "Invitation" of "invitation": the letters of convene_letter_templates_list_letters (). Static. */
const char *convene_template_words_letter (const char *letter);

/* What can be put into the words of a name ("invitation.text"), each said in words, for a menu: its items call `action` with what is put in as target. */
GMenuModel *convene_template_words_menu_new (const char *name,
                                             const char *action);

G_END_DECLS
