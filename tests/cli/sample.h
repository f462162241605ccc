/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* An interview with everything set: at 2026-12-01 10:00 in Mexico City, for a candidate in Berlin. */
ConveneInterview *sample_interview_new (void);

/* One with nothing but what cannot be missing. */
ConveneInterview *sample_bare_interview_new (void);

ConveneAccount *sample_zoom_account_new (void);

G_END_DECLS
