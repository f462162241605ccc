/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* An answer of practice's Zoom before it is on the wire. */
typedef struct
{
  guint      status;
  char      *content_type; /* NULL without a body */
  char      *body;         /* NULL for none */
  GPtrArray *headers;      /* char *: name, value, name, value … */
} ConvenePracticeAnswer;

ConvenePracticeAnswer *convene_practice_answer_new (guint       status,
                                                    const char *content_type,
                                                    const char *body);

/* Takes the object. */
ConvenePracticeAnswer *convene_practice_answer_new_json (guint       status,
                                                         JsonObject *object);

/* Zoom's {"code": …, "message": …}. */
ConvenePracticeAnswer *convene_practice_answer_new_error (guint       status,
                                                          int         code,
                                                          const char *format,
                                                          ...) G_GNUC_PRINTF (3, 4);

/* 400, 300 "Validation Failed." with errors: an array of {"field", "message"}, which is taken. */
ConvenePracticeAnswer *convene_practice_answer_new_invalid (JsonArray *errors);
ConvenePracticeAnswer *convene_practice_answer_new_field (const char *field,
                                                          const char *message);

/* The token endpoint's {"reason": …, "error": …}. */
ConvenePracticeAnswer *convene_practice_answer_new_refusal (guint       status,
                                                            const char *reason,
                                                            const char *error);

/* {"status": false, "errorCode": …, "errorMessage": …, "result": null}, with 400: Zoom's numbered refusals of the OAuth pages. */
ConvenePracticeAnswer *convene_practice_answer_new_numbered (int         code,
                                                             const char *message);

/* Replaces the header where it is there already. */
void        convene_practice_answer_set_header (ConvenePracticeAnswer *self,
                                                const char            *name,
                                                const char            *value);
const char *convene_practice_answer_get_header (ConvenePracticeAnswer *self,
                                                const char            *name);

/* The whole message of HTTP/1.1, of which `missing` octets are announced and not there, after which the connection is closed. */
GBytes *convene_practice_answer_to_wire (ConvenePracticeAnswer *self,
                                         gsize                  missing);

void convene_practice_answer_free (ConvenePracticeAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeAnswer, convene_practice_answer_free)

G_END_DECLS
