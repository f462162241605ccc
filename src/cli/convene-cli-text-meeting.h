/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* How an interview's meeting differs from what the interview says, as sentences, and what can be done: owned by the caller, empty where it does not. Times are in
 * the interview's zone. */
GStrv convene_cli_text_meeting_differences (ConveneInterview *interview);

G_END_DECLS
