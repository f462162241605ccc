/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-practice-answer.h"
#include "convene-practice-faults.h"
#include "convene-practice-limits.h"
#include "convene-practice-tokens.h"

G_BEGIN_DECLS

/* A request to practice's Zoom, taken off the wire. */
typedef struct
{
  char       *method;
  GStrv       path;         /* the segments after the prefix, decoded once */
  GHashTable *query;        /* of the address, and for the token endpoint of the form too */
  gboolean    is_ambiguous; /* a name came twice in the query */
  char       *authorization;
  char       *content_type; /* without parameters */
  GBytes     *body;

  /* filled in on the way */
  GPtrArray                  *faults; /* those that change the answer are looked up by the handlers */
  const ConvenePracticeToken *token;  /* valid until the next commit */
} ConvenePracticeRequest;

/* `path` is percent-encoded; the caller fills in the rest. */
ConvenePracticeRequest *convene_practice_request_new (const char *method,
                                                      const char *path);
void                    convene_practice_request_free (ConvenePracticeRequest *self);

const char *convene_practice_request_get_query (ConvenePracticeRequest *self,
                                                const char             *name);

/* The body; never NULL, though not ended by a NUL. */
const char *convene_practice_request_get_text (ConvenePracticeRequest *self,
                                               gsize                  *length);

/* The first fault of a kind that this request got, or NULL. */
const ConvenePracticeFault *convene_practice_request_find_fault (ConvenePracticeRequest  *self,
                                                                 ConvenePracticeFaultKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeRequest, convene_practice_request_free)

G_END_DECLS
