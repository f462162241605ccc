/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"

G_BEGIN_DECLS

/* What helps, most urgent first. */
typedef enum
{
  CONVENE_REMEDY_NONE,
  CONVENE_REMEDY_RECONNECT, /* an account wants its person; target: its id */
  CONVENE_REMEDY_CONNECT,   /* work waits for an account that there is none of; target: "zoom" or "mail" */
  CONVENE_REMEDY_SHOW,      /* an upcoming interview's operation failed, or its meeting is otherwise at Zoom; target: the interview's uid */
} ConveneRemedy;

#define CONVENE_TYPE_ATTENTION (convene_attention_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAttention, convene_attention, CONVENE, ATTENTION, GObject)

/* The one thing that most needs a person now, in words: what a banner says. It follows the database.
 * Properties: "remedy" (int of ConveneRemedy), "message" (one sentence, "" for nothing), "target" (or NULL),
 * "has-zoom" and "has-mail" (an account of that kind is kept), "empty" (no interview is kept), "loaded". */
ConveneAttention *convene_attention_new (ConveneEngine *engine);

ConveneRemedy convene_attention_get_remedy (ConveneAttention *self);
const char   *convene_attention_get_message (ConveneAttention *self);
const char   *convene_attention_get_target (ConveneAttention *self);
gboolean      convene_attention_get_has_zoom (ConveneAttention *self);
gboolean      convene_attention_get_has_mail (ConveneAttention *self);
gboolean      convene_attention_get_empty (ConveneAttention *self);
gboolean      convene_attention_get_loaded (ConveneAttention *self);

G_END_DECLS
