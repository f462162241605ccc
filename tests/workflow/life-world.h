/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "life-model.h"

G_BEGIN_DECLS

/* The program with practice's Zoom and mail server, and the model beside it. */
typedef struct _LifeWorld LifeWorld;

/* `talks`: each step is written into the test's log. */
LifeWorld *life_world_new (gboolean talks);
void       life_world_free (LifeWorld *self);

/* Does a step in both, lets it come to its end unless something is wrong just now, and compares. */
void life_world_do (LifeWorld *self, const LifeStep *step);

/* What was not as it must be, NULL while all is well: nothing more is to be done then. */
const char *life_world_get_failure (LifeWorld *self);

G_END_DECLS
