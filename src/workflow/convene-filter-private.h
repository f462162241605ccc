/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-filter.h"
#include "convene-interview-filter.h"

G_BEGIN_DECLS

/* What the filter asks of the database at `now`, weeks beginning as they do where this computer is. The texts are the filter's, and good until it changes. */
ConveneInterviewFilter convene_filter_describe (ConveneFilter *self,
                                                gint64         now);

G_END_DECLS
