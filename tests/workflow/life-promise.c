/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "life-model.h"

void
life_promise_free (LifePromise *self)
{
  g_ptr_array_unref (self->letters);
  g_free (self);
}

/* what the interview itself says, then the preference. */
static ConveneLinkPolicy
find_policy (LifeModel      *self,
             const LifeItem *item)
{
  return item->policy != CONVENE_LINK_POLICY_DEFAULT ? item->policy : self->preference;
}

/* HL-13, HL-15: another interview of the slot at the host, whose meeting can be joined. */
static gboolean
can_join (const LifeItem *other,
          const LifeItem *item,
          const char     *host)
{
  return other->number != item->number && other->meeting != NULL && other->meeting->alive && other->slot == item->slot && other->length == item->length &&
         other->job == item->job && g_str_equal (other->meeting->host, host);
}

static gboolean
finds_slot (LifeModel      *self,
            const LifeItem *item,
            const char     *host)
{
  for (guint i = 0; i < self->items->len; i++)
    if (can_join (g_ptr_array_index (self->items, i), item, host))
      return TRUE;

  return FALSE;
}

static void
add_letter (LifePromise    *promise,
            const LifeItem *item,
            const char     *kind)
{
  g_ptr_array_add (promise->letters, life_item_format_letter (item, kind));
}

/* HL-12: who used a shared meeting first takes their words along: Zoom is told those of the next. */
static int
count_words (LifeModel      *self,
             const LifeItem *leaving)
{
  g_autoptr(GPtrArray) users = life_model_list_users (self, leaving->meeting);

  return users->len > 1 && g_ptr_array_index (users, 0) == leaving && ((LifeItem *) g_ptr_array_index (users, 1))->job != leaving->meeting->job;
}

/* A new meeting, or that of others; `old` goes unless somebody else uses it. */
static void
promise_another (LifeModel      *self,
                 LifePromise    *promise,
                 const LifeItem *before,
                 gboolean        joins)
{
  LifeMeeting *old = before != NULL ? before->meeting : NULL;
  g_autoptr(GPtrArray) users = life_model_list_users (self, old);

  promise->effect = joins ? CONVENE_LINK_EFFECT_JOINS : CONVENE_LINK_EFFECT_NEW;
  promise->host = joins && old != NULL ? old->host : LIFE_HOST;
  promise->cost = !joins;
  if (old != NULL && users->len == 1 && g_str_equal (old->host, promise->host))
    promise->cost++;
  else if (old != NULL && g_str_equal (old->host, promise->host))
    promise->cost += count_words (self, before);
}

static void
promise_time (LifeModel      *self,
              LifePromise    *promise,
              const LifeItem *before,
              const LifeItem *after)
{
  g_autoptr(GPtrArray) users = life_model_list_users (self, before->meeting);
  ConveneLinkPolicy policy = find_policy (self, after);
  gboolean          joins = policy == CONVENE_LINK_POLICY_SHARE && finds_slot (self, after, before->meeting->host);

  if (joins || users->len > 1 || (policy == CONVENE_LINK_POLICY_NEW && after->slot != before->slot))
    {
      promise_another (self, promise, before, joins);
      return;
    }

  promise->effect = CONVENE_LINK_EFFECT_STAYS;
  promise->cost = 1;
}

static void
promise_leaving (LifeModel        *self,
                 LifePromise      *promise,
                 const LifeItem   *before,
                 ConveneLinkEffect alone,
                 ConveneLinkEffect shared)
{
  g_autoptr(GPtrArray) users = life_model_list_users (self, before->meeting);

  promise->effect = users->len > 1 ? shared : alone;
  promise->cost = users->len == 1 ? 1 : count_words (self, before);
}

/* Who takes part no more is told first. */
static void
promise_people (LifePromise    *promise,
                const LifeItem *before,
                const LifeItem *after)
{
  guint gone = before->others & ~after->others;

  for (guint i = 0; i < LIFE_OTHERS; i++)
    if ((gone & 1u << i) != 0)
      {
        g_autofree char *address = life_dup_other (i);

        g_ptr_array_add (promise->letters, g_strdup_printf ("mail-cancellation %s", address));
      }
}

/* HL-12: the words at Zoom are those of the interview that has used the meeting longest. */
static void
promise_words (LifeModel      *self,
               LifePromise    *promise,
               const LifeItem *before,
               const LifeItem *after)
{
  g_autoptr(GPtrArray) users = life_model_list_users (self, before->meeting);

  promise->cost = users->len > 0 && g_ptr_array_index (users, 0) == before && before->meeting->job != after->job;
}

static void
promise_change (LifeModel      *self,
                LifePromise    *promise,
                LifeAct         act,
                const LifeItem *before,
                const LifeItem *after)
{
  gboolean has = before->meeting != NULL;

  promise->effect = CONVENE_LINK_EFFECT_STAYS;
  promise->host = has ? before->meeting->host : NULL;
  if ((act == LIFE_MOVE || act == LIFE_UNDONE || act == LIFE_LENGTH) && has)
    promise_time (self, promise, before, after);
  else if (act == LIFE_JOB && has)
    promise_words (self, promise, before, after);
  else if (act == LIFE_PEOPLE)
    promise_people (promise, before, after);
  else if (act == LIFE_PASTE)
    promise_leaving (self, promise, before, CONVENE_LINK_EFFECT_PASTED, CONVENE_LINK_EFFECT_PASTED);
  else if (act == LIFE_RECREATE || act == LIFE_GONE)
    promise_another (self, promise, act == LIFE_GONE ? NULL : before, FALSE);
  else if (act == LIFE_TAKE)
    promise->effect = CONVENE_LINK_EFFECT_FOLLOWS;
  else if (act == LIFE_RESTORE)
    promise->cost = 1;

  if (act != LIFE_POLICY && act != LIFE_RESTORE)
    add_letter (promise, after, "mail-update");
}

/* The other of the two hosts; its day pays for the new meeting, and that of the old one for deleting. */
static void
promise_host (LifePromise    *promise,
              const LifeItem *before)
{
  promise->effect = CONVENE_LINK_EFFECT_NEW;
  promise->host = g_str_equal (before->meeting->host, LIFE_HOST) ? LIFE_OTHER_HOST : LIFE_HOST;
  promise->cost = 1;
  add_letter (promise, before, "mail-update");
}

static void
promise_place (LifeModel      *self,
               LifePromise    *promise,
               const LifeItem *after,
               const char     *kind)
{
  promise_another (self, promise, NULL, find_policy (self, after) == CONVENE_LINK_POLICY_SHARE && finds_slot (self, after, LIFE_HOST));
  add_letter (promise, after, kind);
}

LifePromise *
life_model_promise (LifeModel      *self,
                    const LifeStep *step,
                    const LifeItem *before,
                    const LifeItem *after)
{
  LifePromise *promise = g_new0 (LifePromise, 1);

  promise->letters = g_ptr_array_new_with_free_func (g_free);
  if (step->act == LIFE_SCHEDULE)
    {
      promise_place (self, promise, after, "mail-invitation");
    }
  else if (step->act == LIFE_BACK_TO_ZOOM)
    {
      promise_place (self, promise, after, "mail-update");
    }
  else if (step->act == LIFE_HOST_FIX)
    {
      promise_host (promise, before);
    }
  else if (step->act == LIFE_CANCEL)
    {
      promise->host = before->meeting != NULL ? before->meeting->host : NULL;
      promise_leaving (self, promise, before, before->meeting != NULL ? CONVENE_LINK_EFFECT_DELETED : CONVENE_LINK_EFFECT_NONE, CONVENE_LINK_EFFECT_LEFT);
      add_letter (promise, before, "mail-cancellation");
    }
  else
    {
      promise_change (self, promise, step->act, before, after);
    }

  return promise;
}
