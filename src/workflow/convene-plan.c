/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

G_DEFINE_FINAL_TYPE (ConvenePlan, convene_plan, G_TYPE_OBJECT)

static void
letter_free (gpointer data)
{
  ConvenePlanLetter *letter = data;

  g_strfreev (letter->to);
  g_strfreev (letter->cc);
  g_free (letter->subject);
  g_free (letter);
}

static void
step_free (gpointer data)
{
  ConvenePlanStep *step = data;

  g_clear_object (&step->before);
  g_clear_object (&step->after);
  g_free (step);
}

static void
meeting_free (gpointer data)
{
  ConvenePlanMeeting *meeting = data;

  g_clear_object (&meeting->before);
  g_clear_object (&meeting->after);
  g_free (meeting);
}

static void
convene_plan_dispose (GObject *object)
{
  ConvenePlan *self = CONVENE_PLAN (object);

  g_clear_object (&self->interview);
  g_clear_object (&self->operations);
  g_clear_object (&self->before);

  G_OBJECT_CLASS (convene_plan_parent_class)->dispose (object);
}

static void
convene_plan_finalize (GObject *object)
{
  ConvenePlan *self = CONVENE_PLAN (object);

  g_clear_pointer (&self->letters, g_ptr_array_unref);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->host_reason, g_free);
  g_clear_pointer (&self->made_by, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->request, convene_plan_request_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->attach, g_free);
  g_clear_pointer (&self->joins, g_free);
  g_clear_pointer (&self->slot_host, g_free);
  g_clear_pointer (&self->sole, g_free);
  g_clear_pointer (&self->witnesses, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->activity, g_ptr_array_unref);
  g_clear_object (&self->answer);
  g_clear_pointer (&self->answer_text, g_free);
  g_clear_pointer (&self->clause, g_free);

  G_OBJECT_CLASS (convene_plan_parent_class)->finalize (object);
}

static void
convene_plan_class_init (ConvenePlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_plan_dispose;
  object_class->finalize = convene_plan_finalize;
}

static void
convene_plan_init (ConvenePlan *self)
{
  self->operations = g_list_store_new (CONVENE_TYPE_OPERATION);
  self->letters = g_ptr_array_new_with_free_func (letter_free);
  self->host_way = CONVENE_HOST_NOBODY;
  self->quota_left = -1;
  self->quota_room = -1;
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->meetings = g_ptr_array_new_with_free_func (meeting_free);
  self->witnesses = g_ptr_array_new_with_free_func (g_object_unref);
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->activity = g_ptr_array_new_with_free_func (g_free);
}

ConvenePlan *
convene_plan_new (ConveneInterview *interview)
{
  ConvenePlan *self;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  self = g_object_new (CONVENE_TYPE_PLAN, NULL);
  self->interview = g_object_ref (interview);
  return self;
}

ConveneInterview *
convene_plan_get_interview (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->interview;
}

GListModel *
convene_plan_get_operations (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->operations);
}

void
convene_plan_add_operation (ConvenePlan      *self,
                            ConveneOperation *operation)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));
  g_return_if_fail (CONVENE_IS_OPERATION (operation));

  g_list_store_append (self->operations, operation);
}

GPtrArray *
convene_plan_get_letters (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->letters;
}

void
convene_plan_add_letter (ConvenePlan       *self,
                         ConvenePlanLetter *letter)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));
  g_return_if_fail (letter != NULL);

  g_ptr_array_add (self->letters, letter);
}

void
convene_plan_set_ways (ConvenePlan *self,
                       gboolean     mail,
                       gboolean     hand_over)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  for (guint i = 0; i < self->letters->len; i++)
    {
      ConvenePlanLetter *letter = g_ptr_array_index (self->letters, i);

      letter->way = convene_letter_way_find (letter->kind, mail, hand_over);
    }
}

const char *
convene_plan_get_host (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->host;
}

const char *
convene_plan_get_host_reason (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->host_reason;
}

void
convene_plan_set_host (ConvenePlan *self,
                       const char  *host,
                       const char  *reason)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  g_free (self->host);
  self->host = g_strdup (host);
  g_free (self->host_reason);
  self->host_reason = g_strdup (reason);
}

ConveneHostWay
convene_plan_get_host_way (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), CONVENE_HOST_NOBODY);

  return self->host_way;
}

void
convene_plan_set_host_way (ConvenePlan   *self,
                           ConveneHostWay way)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  self->host_way = way;
}

const char *
convene_plan_get_made_by (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->made_by;
}

void
convene_plan_set_made_by (ConvenePlan *self,
                          const char  *made_by)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  g_free (self->made_by);
  self->made_by = g_strdup (made_by);
}

const char *
convene_plan_get_link (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->link;
}

void
convene_plan_set_link (ConvenePlan *self,
                       const char  *link)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  g_free (self->link);
  self->link = g_strdup (link);
}

gboolean
convene_plan_get_expects_link (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), FALSE);

  return self->expects_link;
}

void
convene_plan_set_expects_link (ConvenePlan *self,
                               gboolean     expects_link)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  self->expects_link = expects_link;
}

const char *
convene_plan_get_draft_key (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->draft_key;
}

void
convene_plan_set_draft_key (ConvenePlan *self,
                            const char  *key)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  g_free (self->draft_key);
  self->draft_key = g_strdup (key);
}

int
convene_plan_get_quota_cost (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), 0);

  return self->quota_cost;
}

int
convene_plan_get_quota_left (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), -1);

  return self->quota_left;
}

void
convene_plan_set_quota (ConvenePlan *self,
                        int          cost,
                        int          left)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  self->quota_cost = cost;
  self->quota_left = left;
}

const char *
convene_plan_kind_to_nick (ConvenePlanKind kind)
{
  static const char *const nicks[] = {
    [CONVENE_PLAN_SCHEDULE] = "schedule",
    [CONVENE_PLAN_EDIT] = "edit",
    [CONVENE_PLAN_CANCEL] = "cancel",
    [CONVENE_PLAN_FIX] = "fix",
    [CONVENE_PLAN_RESEND] = "resend",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

const char *
convene_link_effect_to_nick (ConveneLinkEffect effect)
{
  static const char *const nicks[] = {
    [CONVENE_LINK_EFFECT_NONE] = "none",
    [CONVENE_LINK_EFFECT_STAYS] = "stays",
    [CONVENE_LINK_EFFECT_NEW] = "new",
    [CONVENE_LINK_EFFECT_JOINS] = "joins",
    [CONVENE_LINK_EFFECT_DELETED] = "deleted",
    [CONVENE_LINK_EFFECT_LEFT] = "left",
    [CONVENE_LINK_EFFECT_PASTED] = "pasted",
    [CONVENE_LINK_EFFECT_FOLLOWS] = "follows",
  };

  g_return_val_if_fail ((guint) effect < G_N_ELEMENTS (nicks), NULL);

  return nicks[effect];
}

ConvenePlanKind
convene_plan_get_kind (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), CONVENE_PLAN_SCHEDULE);

  return self->kind;
}

void
convene_plan_set_kind (ConvenePlan    *self,
                       ConvenePlanKind kind)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  self->kind = kind;
}

gboolean
convene_plan_is_empty (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), TRUE);

  return self->empty;
}

ConveneLinkEffect
convene_plan_get_link_effect (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), CONVENE_LINK_EFFECT_NONE);

  return self->effect;
}

void
convene_plan_set_link_effect (ConvenePlan      *self,
                              ConveneLinkEffect effect)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  self->effect = effect;
}

const char *
convene_plan_get_summary (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->summary;
}

void
convene_plan_set_summary (ConvenePlan *self,
                          const char  *summary)
{
  g_return_if_fail (CONVENE_IS_PLAN (self));

  g_free (self->summary);
  self->summary = g_strdup (summary);
}
