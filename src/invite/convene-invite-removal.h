/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-told.h"

G_BEGIN_DECLS

/* The interview as people who were removed from it knew it: nobody but them, their time and title as `told` has them (NULL: the interview's own), and
 * nothing of what became of it without them. `people` is "Name <address>" each. Owned by the caller. Errors: INVALID about "recipients". */
ConveneInterview *convene_invite_removal_new (ConveneInterview  *interview,
                                              const ConveneTold *told,
                                              const char *const *people,
                                              GError           **error);

G_END_DECLS
