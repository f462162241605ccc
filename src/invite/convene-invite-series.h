/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-invite.h"

G_BEGIN_DECLS

/* Interviews in one PUBLISH object, one after the other, each zone once; without any, an object without events. What was added is needed no longer, so
 * that of many thousands only the text is held. Not for two threads at a time. */
typedef struct _ConveneInviteSeries ConveneInviteSeries;

/* Of the options, the organizer, `made_at` and the password count. Errors: INVALID. */
ConveneInviteSeries *convene_invite_series_new (const ConveneInviteOptions *options,
                                                GError                    **error);
void                 convene_invite_series_free (ConveneInviteSeries *self);

/* Errors: INVALID for an interview that cannot be written, as convene_invite_write (). Nothing was added then. */
gboolean convene_invite_series_add (ConveneInviteSeries *self,
                                    ConveneInterview    *interview,
                                    GError             **error);

/* The object. Nothing can be added any more. */
GBytes *convene_invite_series_finish (ConveneInviteSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneInviteSeries, convene_invite_series_free)

G_END_DECLS
