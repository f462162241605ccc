/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-zoom-client.h"
#include "peer.h"

G_BEGIN_DECLS

#define TEST_NOW (G_GINT64_CONSTANT (1795000000) * CONVENE_SECOND) /* 2026-11-18 11:06:40 UTC */

/* A client with a Zoom of its own, whose user is ann@example.com. */
typedef struct
{
  Peer                   *peer;
  ConveneHttpSession     *http;
  ConveneTokenSource     *tokens;
  ConveneClock           *clock;
  ConveneZoomClient      *client;
  ConveneMeetingProvider *provider; /* the client */
  GAsyncResult           *result;   /* what came last */
} Fixture;

Fixture *fixture_new (ConveneAccountMethod method,
                      const PeerStep      *steps,
                      guint                n_steps);

/* Fails where something still holds on to one of its objects. */
void fixture_free (Fixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* A GAsyncReadyCallback with the fixture as its data, and what waits for it: the result is the fixture's. */
void          fixture_done_cb (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data);
GAsyncResult *fixture_wait (Fixture *self);

/* "Staff Engineer" at 2026-12-01 10:00 in Mexico City, 16:00 UTC, for 45 minutes. */
ConveneInterview *fixture_interview (void);

G_END_DECLS
