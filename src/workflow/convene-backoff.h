/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a link is tried for before the invitation leaves without it; microseconds from the first attempt. */
#define CONVENE_LINK_PATIENCE (G_GINT64_CONSTANT (30) * G_USEC_PER_SEC)

/* SH-28: no reminder so soon after the invitation. */
#define CONVENE_QUIET_AFTER_INVITATION (G_GINT64_CONSTANT (2 * 60 * 60) * G_USEC_PER_SEC)

/* How long to wait for a keyring to be opened before it is asked again: somebody may be asked to unlock it. */
#define CONVENE_KEYRING_INTERVAL (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

/* How many look-ups find no meeting before it is made again, and the time between them: lists show a new meeting some seconds late. */
#define CONVENE_LOOKS 3
#define CONVENE_LOOK_INTERVAL (G_GINT64_CONSTANT (5) * G_USEC_PER_SEC)

/* How long anything is put off for an attempt that failed. */
#define CONVENE_LONGEST_BACKOFF (G_GINT64_CONSTANT (15 * 60) * G_USEC_PER_SEC)

/* How long to wait after the n-th attempt failed (n from 1): 1, 2, 4, 8 … seconds while somebody may be watching, then up to a quarter of an
 * hour. Microseconds. */
gint64 convene_backoff_delay (int attempts);

/* The next 00:00 UTC after an instant: when Zoom counts anew. */
gint64 convene_next_utc_midnight (gint64 now);

/* Zoom's clock may be behind ours: asked a moment too early, it would send us to another day. So long after its time we ask. */
#define CONVENE_QUOTA_MARGIN (G_GINT64_CONSTANT (2 * 60) * G_USEC_PER_SEC)

G_END_DECLS
