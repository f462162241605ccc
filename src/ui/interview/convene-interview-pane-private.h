/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview-pane.h"
#include "convene-interview-reader.h"

G_BEGIN_DECLS

ConveneInterviewReader *convene_interview_pane_get_reader (ConveneInterviewPane *self);

/* Cancelled when the pane goes. */
GCancellable *convene_interview_pane_get_cancellable (ConveneInterviewPane *self);

G_END_DECLS
