/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* Another object with the same properties: the model's types keep their values in these, every one of which can be written. Objects among them are
 * shared. Owned by the caller. */
gpointer convene_copy_object (gpointer object);

/* An interview with people of its own. Without the meeting, which the caller of the first one may go on changing, and without operations: convene_interview_copy ()
 * keeps both. */
ConveneInterview *convene_copy_interview (ConveneInterview *interview);

G_END_DECLS
