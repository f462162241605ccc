/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft-edit.h"

#include "convene-text.h"

/* Of a draft: the one that says nothing of the interview. */
#define STEP "step"

static gboolean
has_same (GObject    *a,
          GObject    *b,
          GParamSpec *pspec)
{
  g_auto(GValue) first = G_VALUE_INIT;
  g_auto(GValue) second = G_VALUE_INIT;

  g_object_get_property (a, pspec->name, &first);
  g_object_get_property (b, pspec->name, &second);
  if (G_VALUE_HOLDS (&first, G_TYPE_STRV))
    {
      const char *const  none[] = { NULL };
      const char *const *left = g_value_get_boxed (&first);
      const char *const *right = g_value_get_boxed (&second);

      return g_strv_equal (left != NULL ? left : none, right != NULL ? right : none);
    }

  return g_param_values_cmp (pspec, &first, &second) == 0;
}

static gboolean
has_same_interviewers (ConveneDraft *self,
                       ConveneDraft *other)
{
  GListModel *ours = convene_draft_get_interviewers (self);
  GListModel *theirs = convene_draft_get_interviewers (other);
  guint       n = g_list_model_get_n_items (ours);

  if (n != g_list_model_get_n_items (theirs))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ConveneParticipant) a = g_list_model_get_item (ours, i);
      g_autoptr(ConveneParticipant) b = g_list_model_get_item (theirs, i);

      if (g_strcmp0 (convene_participant_get_name (a), convene_participant_get_name (b)) != 0 ||
          g_strcmp0 (convene_participant_get_address (a), convene_participant_get_address (b)) != 0 || convene_participant_get_role (a) != convene_participant_get_role (b))
        return FALSE;
    }

  return TRUE;
}

gboolean
convene_draft_is_same (ConveneDraft *self,
                       ConveneDraft *other)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint                   n_pspecs;

  g_return_val_if_fail (CONVENE_IS_DRAFT (self) && CONVENE_IS_DRAFT (other), FALSE);

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    if (!g_str_equal (pspecs[i]->name, STEP) && !has_same (G_OBJECT (self), G_OBJECT (other), pspecs[i]))
      return FALSE;

  return has_same_interviewers (self, other);
}

static void
copy_property (GObject    *from,
               GObject    *to,
               const char *name)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_object_get_property (from, name, &value);
  g_object_set_property (to, name, &value);
}

/* Not the one that was filled: what was written before is as it is, blanks at its end and all. */
static void
write_values (ConveneInterview *made,
              ConveneInterview *before,
              ConveneInterview *into)
{
  static const char *const names[] = { "job", "duration", "platform", "agenda", "password", "details", "notes", "link", "location", "alternative-hosts", "link-policy", "copy-to-sender" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (made), names[i]);

      if (before == NULL || !has_same (G_OBJECT (made), G_OBJECT (before), pspec))
        copy_property (G_OBJECT (made), G_OBJECT (into), names[i]);
    }
}

static void
write_start (ConveneInterview *made,
             ConveneInterview *into)
{
  const ConveneMoment *start = convene_interview_get_start (made);
  const ConveneMoment *kept = convene_interview_get_start (into);

  if (kept == NULL || convene_moment_get_instant (start) != convene_moment_get_instant (kept) ||
      g_strcmp0 (convene_moment_get_zone (start), convene_moment_get_zone (kept)) != 0)
    convene_interview_set_start (into, start);
}

static ConveneParticipant *
find_person (GPtrArray  *people,
             const char *address)
{
  for (guint i = 0; i < people->len; i++)
    if (convene_address_equal (convene_participant_get_address (g_ptr_array_index (people, i)), address))
      return g_ptr_array_index (people, i);

  return NULL;
}

static GPtrArray *
list_people (ConveneInterview *interview)
{
  GListModel *model = convene_interview_get_participants (interview);
  GPtrArray  *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (people, g_list_model_get_item (model, i));

  return people;
}

/* The draft asks only for the candidate's zone and language. */
static ConveneParticipant *
update_person (ConveneParticipant *kept,
               ConveneParticipant *typed)
{
  convene_participant_set_name (kept, convene_participant_get_name (typed));
  convene_participant_set_role (kept, convene_participant_get_role (typed));
  if (convene_participant_get_role (typed) == CONVENE_ROLE_CANDIDATE)
    {
      convene_participant_set_timezone (kept, convene_participant_get_timezone (typed));
      convene_participant_set_language (kept, convene_participant_get_language (typed));
    }

  return kept;
}

/* All are taken out and put in again, because a role has its place among them. */
static void
write_people (ConveneInterview *made,
              ConveneInterview *into)
{
  g_autoptr(GPtrArray) before = list_people (into);
  g_autoptr(GPtrArray) typed = list_people (made);

  for (guint i = 0; i < before->len; i++)
    convene_interview_remove_participant (into, g_ptr_array_index (before, i));

  for (guint i = 0; i < typed->len; i++)
    {
      ConveneParticipant *person = g_ptr_array_index (typed, i);
      ConveneParticipant *kept = find_person (before, convene_participant_get_address (person));

      convene_interview_add_participant (into, kept != NULL ? update_person (kept, person) : person);
    }
}

gboolean
convene_draft_write_changes (ConveneDraft     *self,
                             ConveneDraft     *base,
                             ConveneInterview *interview,
                             GError          **error)
{
  g_autoptr(ConveneInterview) made = NULL;
  g_autoptr(ConveneInterview) before = NULL;

  g_return_val_if_fail (CONVENE_IS_DRAFT (self) && CONVENE_IS_DRAFT (base), FALSE);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  made = convene_draft_to_interview (self, error);
  if (made == NULL)
    return FALSE;

  before = convene_draft_to_interview (base, NULL);
  write_values (made, before, interview);
  write_start (made, interview);
  write_people (made, interview);
  return TRUE;
}

static void
copy_interviewers (ConveneDraft *from,
                   ConveneDraft *to)
{
  GListModel *people = convene_draft_get_interviewers (from);

  while (g_list_model_get_n_items (convene_draft_get_interviewers (to)) > 0)
    convene_draft_remove_interviewer (to, 0);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      convene_draft_add_interviewer (to, convene_participant_get_name (person), convene_participant_get_address (person), convene_participant_get_role (person));
    }
}

/* A time is one thing: half of it from one and half from another would be a time that nobody meant. */
static gboolean
has_same_time (ConveneDraft *self,
               ConveneDraft *other)
{
  static const char *const names[] = { "date", "time", "timezone", "offset" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!has_same (G_OBJECT (self), G_OBJECT (other), g_object_class_find_property (G_OBJECT_GET_CLASS (self), names[i])))
      return FALSE;

  return TRUE;
}

static void
copy_time (ConveneDraft *from,
           ConveneDraft *to)
{
  static const char *const names[] = { "date", "time", "timezone", "offset" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    copy_property (G_OBJECT (from), G_OBJECT (to), names[i]);
}

static gboolean
is_time (const char *name)
{
  static const char *const names[] = { "date", "time", "timezone", "offset", STEP, NULL };

  return g_strv_contains (names, name);
}

void
convene_draft_rebase (ConveneDraft *self,
                      ConveneDraft *before,
                      ConveneDraft *after)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint                   n_pspecs;

  g_return_if_fail (CONVENE_IS_DRAFT (self) && CONVENE_IS_DRAFT (before) && CONVENE_IS_DRAFT (after));

  g_object_freeze_notify (G_OBJECT (self));
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    if (!is_time (pspecs[i]->name) && has_same (G_OBJECT (self), G_OBJECT (before), pspecs[i]) && !has_same (G_OBJECT (before), G_OBJECT (after), pspecs[i]))
      copy_property (G_OBJECT (after), G_OBJECT (self), pspecs[i]->name);
  if (has_same_time (self, before) && !has_same_time (before, after))
    copy_time (after, self);
  if (has_same_interviewers (self, before) && !has_same_interviewers (before, after))
    copy_interviewers (after, self);
  g_object_thaw_notify (G_OBJECT (self));
}
