/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The agenda with its line "Convene ref XXXX-XXXX": at its end if that lies within the first 250 characters, which is what lists show, else (and where
 * it begins with such a line that somebody pasted) at its start. Where the line would make it longer than 2000 characters, or `reference` is NULL, the
 * agenda goes without, and *has_reference is FALSE. Both texts may be NULL; owned by the caller. */
char *convene_agenda_add_reference (const char *agenda,
                                    const char *reference,
                                    gboolean   *has_reference);

/* The reference in an agenda as a list shows it, or NULL. Owned by the caller. */
char *convene_agenda_dup_reference (const char *agenda);

/* The agenda without that line, and without blanks at its ends: what a person wrote. "" where nothing else stands there. Owned by the caller. */
char *convene_agenda_strip_reference (const char *agenda);

/* Whether both say the same to a person: the line, blanks at the ends and how lines end do not count. NULL is as good as "". */
gboolean convene_agenda_equal (const char *a,
                               const char *b);

G_END_DECLS
