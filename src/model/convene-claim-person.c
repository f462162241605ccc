/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-claim.h"

G_DEFINE_BOXED_TYPE (ConveneClaimPerson, convene_claim_person, convene_claim_person_copy, convene_claim_person_free)

ConveneClaimPerson *
convene_claim_person_copy (const ConveneClaimPerson *self)
{
  ConveneClaimPerson *copy;

  if (self == NULL)
    return NULL;

  copy = g_new (ConveneClaimPerson, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->address = g_strdup (self->address);
  copy->sent_by = g_strdup (self->sent_by);
  copy->delegated_to = g_strdup (self->delegated_to);
  copy->delegated_from = g_strdup (self->delegated_from);
  return copy;
}

void
convene_claim_person_free (ConveneClaimPerson *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->address);
  g_free (self->sent_by);
  g_free (self->delegated_to);
  g_free (self->delegated_from);
  g_free (self);
}
