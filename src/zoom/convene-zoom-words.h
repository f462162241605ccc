/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-error.h"

G_BEGIN_DECLS

/* How Zoom's error bodies are read: {"code", "message", "errors": [{"field", "message"}]}, or {"errorCode", "errorMessage"}. Every object may be NULL. */

/* 0 where there is none. */
gint64 convene_zoom_words_get_code (JsonObject *body);

/* The message with those of "errors", as one line of at most 300 characters without control characters; "" where there is none. */
char *convene_zoom_words_dup (JsonObject *body);

/* Our name of the field that a refusal is about, from "errors" or from the words; NULL where it does not say. */
char *convene_zoom_words_dup_field (JsonObject *body);

/* "meeting:write:meeting, meeting:read:meeting" out of "… does not contain scopes:[…].", or NULL. */
char *convene_zoom_words_dup_scopes (const char *words);

/* What to tell a person about one of our fields, untranslated, or NULL. */
const char *convene_zoom_words_get_mend (const char *field);

/* What one of Zoom's codes means for the caller. */
typedef struct
{
  gint64       code;
  const char  *words;  /* known by these where the code is unknown, in lower case; or NULL */
  const char  *method; /* holds for this one only; or NULL */
  ConveneError error;
  const char  *field;
  const char  *message; /* untranslated */
} ConveneZoomMeaning;

/* The meaning of a code or, where Zoom's code says nothing, of its words; NULL where there is none. */
const ConveneZoomMeaning *convene_zoom_words_find_meaning (const char *method,
                                                           guint       status,
                                                           gint64      code,
                                                           const char *words);

G_END_DECLS
