/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-invite-observance.h"

G_BEGIN_DECLS

/* A VTIMEZONE of a foreign file. */
typedef struct _ConveneInviteVtimezone ConveneInviteVtimezone;

ConveneInviteVtimezone *convene_invite_vtimezone_new (void);
void                    convene_invite_vtimezone_free (ConveneInviteVtimezone *self);

/* Its lines, in their order: STANDARD or DAYLIGHT begins or ends, and properties of whichever is open. The name is in upper case. */
void convene_invite_vtimezone_begin (ConveneInviteVtimezone *self);
void convene_invite_vtimezone_end (ConveneInviteVtimezone *self);
void convene_invite_vtimezone_add_property (ConveneInviteVtimezone *self,
                                            const char             *name,
                                            const char             *value);

/* TZID as it stands there; NULL without. */
const char *convene_invite_vtimezone_get_name (const ConveneInviteVtimezone *self);

/* Whether times can be made of it: its rules are some that a zone has. */
gboolean convene_invite_vtimezone_is_usable (const ConveneInviteVtimezone *self);

/* The instant at which a clock there shows `wall`, both in seconds since 1970, `wall` as if it were UTC. A time that comes twice is the first one;
 * one that is left out is taken by the clock before the change (RFC 5545 §3.3.5). Only for one that is usable. */
gint64 convene_invite_vtimezone_get_instant (const ConveneInviteVtimezone *self,
                                             gint64                        wall);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneInviteVtimezone, convene_invite_vtimezone_free)

G_END_DECLS
