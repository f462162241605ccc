/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-parse.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the parsers of answers have in common: telling a refusal, and why. */

/* The object of an answer, or NULL: to be read with convene_json_get_string () and its like. */
JsonObject *convene_oauth_answer_get_object (const ConveneOauthAnswer *answer);

/* RFC 6749 §5.2: the "error" */
gboolean convene_oauth_answer_has_error (const ConveneOauthAnswer *answer,
                                         const char               *name);

/* NULL where the answer is no refusal; whether it is what was asked for is yet to be seen. */
GError *convene_oauth_answer_to_error (const ConveneOauthAnswer   *answer,
                                       const ConveneOauthProvider *provider);

/* BAD_ANSWER */
GError *convene_oauth_new_bad_answer (const ConveneOauthProvider *provider);

/* RFC 6749 appendix A: visible characters, and `blanks` between them. */
gboolean convene_oauth_is_visible (const char *text,
                                   gsize       max_length,
                                   gboolean    blanks);

/* Whether an address is the provider's own (https), or this machine's where the OAuth address is this machine too. */
gboolean convene_oauth_is_trusted (const ConveneOauthProvider *provider,
                                   GUri                       *uri,
                                   const char                 *oauth_url);

G_END_DECLS
