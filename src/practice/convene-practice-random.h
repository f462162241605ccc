/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From the kernel's randomness. */
void convene_practice_random_bytes (guint8 *bytes,
                                    gsize   length);

/* Letters and digits. */
char *convene_practice_random_text (gsize length);

/* Zoom's number of a meeting: 11 digits, the first an 8. */
gint64 convene_practice_random_number (void);

/* 16 bytes in base64. One in four begins with a slash, as Zoom's may: who puts it in a path must encode it twice. */
char *convene_practice_random_uuid (void);

G_END_DECLS
