/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-delegation.h"

ConveneDelegation *
convene_delegation_new (const char *account_id,
                        const char *address,
                        gboolean    allowed,
                        gint64      seen_at)
{
  ConveneDelegation *self = g_new0 (ConveneDelegation, 1);

  self->account_id = g_strdup (account_id);
  self->address = g_strdup (address);
  self->allowed = allowed;
  self->seen_at = seen_at;
  return self;
}

void
convene_delegation_free (ConveneDelegation *self)
{
  g_free (self->account_id);
  g_free (self->address);
  g_free (self);
}
