/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Zoom's scheduling privilege: who may schedule meetings for whom. Nobody may at first. */
typedef struct _ConvenePracticeDelegations ConvenePracticeDelegations;

ConvenePracticeDelegations *convene_practice_delegations_new (void);
void                        convene_practice_delegations_free (ConvenePracticeDelegations *self);

/* Whether `host` lets `scheduler` schedule for them. Addresses as practice's users have them. */
gboolean convene_practice_delegations_has (ConvenePracticeDelegations *self,
                                           const char                 *host,
                                           const char                 *scheduler);

/* The change that says so or takes it back; apply puts it, or one from the journal, into force. */
JsonObject *convene_practice_delegations_format (const char *host,
                                                 const char *scheduler,
                                                 gboolean    is_allowed);
void        convene_practice_delegations_apply (ConvenePracticeDelegations *self,
                                                JsonObject                 *change);

/* [{"host", "to"}] */
JsonArray *convene_practice_delegations_to_json (ConvenePracticeDelegations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeDelegations, convene_practice_delegations_free)

G_END_DECLS
