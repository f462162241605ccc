/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of an account's right to host or schedule for somebody. Asked, and no, is an answer too. */
typedef struct
{
  char    *account_id;
  char    *address; /* whom for; compared without case */
  gboolean allowed;
  gint64   seen_at; /* when Zoom said so: microseconds since 1970 UTC */
} ConveneDelegation;

ConveneDelegation *convene_delegation_new (const char *account_id, const char *address, gboolean allowed, gint64 seen_at);
void               convene_delegation_free (ConveneDelegation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneDelegation, convene_delegation_free)

G_END_DECLS
