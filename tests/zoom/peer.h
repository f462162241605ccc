/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-clock.h"
#include "convene-token-source.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_STUB_CLOCK (convene_stub_clock_get_type ())

G_DECLARE_FINAL_TYPE (ConveneStubClock, convene_stub_clock, CONVENE, STUB_CLOCK, GObject)

/* A clock that stands still. */
ConveneClock *convene_stub_clock_new (gint64 now);

#define CONVENE_TYPE_STUB_TOKENS (convene_stub_tokens_get_type ())

G_DECLARE_FINAL_TYPE (ConveneStubTokens, convene_stub_tokens, CONVENE, STUB_TOKENS, GObject)

/* A token source that gives "token-1" until that is invalidated, then "token-2", and so on. */
ConveneTokenSource *convene_stub_tokens_new (void);

/* What the peer does with a request. */
typedef struct
{
  const char *expect; /* method, and path as it came over the wire: "GET /v2/users/me"; it must be so */
  guint       status; /* 0: the connection breaks off without an answer */
  const char *body;   /* of the answer; NULL for none */
  const char *header; /* "Name: value" of the answer, several on lines of their own; or NULL */
  gsize       length; /* more than the body has: the connection breaks off after it */
} PeerStep;

/* A Zoom on loopback that does what it is told, one step a request. */
typedef struct _Peer Peer;

Peer *peer_new (const PeerStep *steps,
                guint           n_steps);

/* Checks that every step was asked for. */
void peer_free (Peer *self);

/* "http://127.0.0.1:PORT/v2" */
const char *peer_get_url (Peer *self);

/* What came with the request of a step. */
const char *peer_get_body (Peer *self,
                           guint step);
const char *peer_get_authorization (Peer *self,
                                    guint step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Peer, peer_free)

G_END_DECLS
