/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What came back for one request, as the parsers see it. Nothing in it is owned. */
typedef struct
{
  const char *method; /* of the request: "GET" has no effect that could be in doubt */
  guint       status;
  JsonNode   *json;           /* NULL where there was no body, or no JSON */
  gboolean    is_empty;       /* no body at all */
  const char *limit_type;     /* X-RateLimit-Type, or NULL */
  const char *limit_category; /* X-RateLimit-Category, or NULL */
  const char *limit;          /* X-RateLimit-Limit, or NULL */
  const char *limit_left;     /* X-RateLimit-Remaining, or NULL */
  gint64      retry_at;       /* from Retry-After, microseconds since 1970 UTC, 0 where nothing was said */
  gint64      now;            /* microseconds since 1970 UTC */
} ConveneZoomAnswer;

G_END_DECLS
