/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* What became of an operation, in a sentence: whom a letter went to, why something failed, when it is due. The interview may be NULL. */
char *convene_cli_text_operation (ConveneOperation *operation,
                                  ConveneInterview *interview,
                                  const char       *zone,
                                  gint64            now);

G_END_DECLS
