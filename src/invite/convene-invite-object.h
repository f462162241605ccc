/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-invite-output.h"
#include "convene-invite-zone.h"
#include "convene-invite.h"

G_BEGIN_DECLS

/* What stands around the events of an object. */
void convene_invite_object_begin (ConveneInviteOutput *output,
                                  ConveneInviteMethod  method);
void convene_invite_object_end (ConveneInviteOutput *output);

/* Seconds since 1970 UTC. */
gint64 convene_invite_object_get_start (ConveneInterview *interview);
gint64 convene_invite_object_get_end (ConveneInterview *interview);

/* The zone that an interview's times are told in; NULL for UTC. A wall-clock time that comes twice is told in UTC, which alone says which of the two is
 * meant. */
ConveneInviteZone *convene_invite_object_find_zone (ConveneInterview *interview);

G_END_DECLS
