/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A server on loopback that behaves badly in one way. It counts what reaches it. */
typedef enum
{
  PEER_CLOSES_AT_ONCE,     /* takes the connection, and closes it without reading */
  PEER_CLOSES_UNANSWERED,  /* reads a request, then closes */
  PEER_CLOSES_SECOND,      /* answers a connection's first request and keeps it open; reads the second, then closes */
  PEER_IS_SILENT,          /* reads a request and says nothing */
  PEER_DRIPS,              /* a byte of its answer now and then, for ever */
  PEER_IS_ENDLESS,         /* an answer without an end, as fast as it goes */
  PEER_BREAKS_OFF_HEADERS, /* closes in the middle of the headers */
  PEER_BREAKS_OFF_BODY,    /* closes in the middle of the body */
  PEER_CLOSES_TOO_SOON,    /* says that it will close, and does so before all that was promised has come */
  PEER_TALKS_NONSENSE,     /* answers with something that is no HTTP */
} PeerManner;

typedef struct _Peer Peer;

Peer *peer_new (PeerManner manner);
void  peer_free (Peer *self);

const char *peer_get_uri (Peer *self);
int         peer_count_requests (Peer *self, const char *method);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Peer, peer_free)
