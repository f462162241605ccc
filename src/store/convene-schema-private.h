/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Version 5, what an interview needs once it was scheduled: changing, cancelling and looking after it. */
extern const char convene_schema_life[];

/* Version 6: what people answer, what a person writes in place of the letters, a letter for each of them. */
extern const char convene_schema_answers[];

/* Version 7: filtered and sorted lists of interviews, and the views that a person saves. */
extern const char convene_schema_views[];

G_END_DECLS
