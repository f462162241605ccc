/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <curl/curl.h>

#include "convene-smtp-dialogue.h"

G_BEGIN_DECLS

/* What came of it, from libcurl's result and what was said: TRUE if the server has the letter, or, where none was to be sent, if it let us in.
 * `server` is for the message, `detail` libcurl's own words. Pure. Errors as ConveneLetterCarrier says. */
gboolean convene_smtp_verdict (ConveneSmtpDialogue *dialogue,
                               CURLcode             result,
                               gboolean             cancelled,
                               const char          *server,
                               const char          *detail,
                               GError             **error);

G_END_DECLS
