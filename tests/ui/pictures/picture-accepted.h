/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The side of a cell in pixels: a picture is compared by the mean brightness of its cells. */
#define PICTURE_CELL 16

/* Whether a picture looks as the one that was accepted last, accepted/NAME.png in the source folder: NULL, or what is otherwise, owned by the caller. What
 * letters look like at their edges is not seen; what came, went, moved or changed its colour is. With CONVENE_ACCEPT_PICTURES=1 the picture is the accepted
 * one from now on. On other versions of the toolkit than the one they were taken with nothing is compared. */
char *picture_compare_with_accepted (GdkTexture *texture,
                                     const char *name);

G_END_DECLS
