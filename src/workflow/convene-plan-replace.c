/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include "convene-letter-way.h"

/* Exchanges what two plans have. */
#define SWAP(field)                              \
  G_STMT_START                                   \
  {                                              \
    __typeof__ (self->field) kept = self->field; \
                                                 \
    self->field = other->field;                  \
    other->field = kept;                         \
  }                                              \
  G_STMT_END

static void
replace_operations (ConvenePlan *self,
                    ConvenePlan *other)
{
  GListModel *operations = G_LIST_MODEL (other->operations);
  guint       count = g_list_model_get_n_items (operations);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (items, g_list_model_get_item (operations, i));

  g_list_store_splice (self->operations, 0, g_list_model_get_n_items (G_LIST_MODEL (self->operations)), items->pdata, count);
}

void
convene_plan_replace (ConvenePlan *self,
                      ConvenePlan *other)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));
  g_return_if_fail (CONVENE_IS_PLAN (other));

  /* What the caller said of the draft, and of an answer, stays. */
  SWAP (interview);
  SWAP (effect);
  SWAP (letters);
  SWAP (host);
  SWAP (host_reason);
  SWAP (host_way);
  SWAP (made_by);
  SWAP (link);
  SWAP (entry);
  SWAP (summary);
  SWAP (expects_link);
  SWAP (quota_cost);
  SWAP (quota_left);
  SWAP (request);
  SWAP (before);
  SWAP (empty);
  SWAP (steps);
  SWAP (meetings);
  SWAP (attaches);
  SWAP (attach);
  SWAP (joins);
  SWAP (slot_host);
  SWAP (sole);
  SWAP (witnesses);
  SWAP (others);
  SWAP (activity);
  SWAP (clause);
  SWAP (quota_room);
  SWAP (carried);
  replace_operations (self, other);
}

static gboolean
is_same_letter (const ConvenePlanLetter *a,
                const ConvenePlanLetter *b)
{
  return a->kind == b->kind && g_strv_equal ((const char *const *) a->to, (const char *const *) b->to) &&
         g_strv_equal ((const char *const *) a->cc, (const char *const *) b->cc);
}

gboolean
convene_plan_does_same (ConvenePlan *a,
                        ConvenePlan *b)
{
  if (a->kind != b->kind || a->effect != b->effect || a->quota_cost != b->quota_cost || a->letters->len != b->letters->len || a->carried != b->carried)
    return FALSE;

  for (guint i = 0; i < a->letters->len; i++)
    if (!is_same_letter (g_ptr_array_index (a->letters, i), g_ptr_array_index (b->letters, i)))
      return FALSE;

  return TRUE;
}
