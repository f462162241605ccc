/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-copy.h"

gpointer
convene_copy_object (gpointer object)
{
  GObject                *copy;
  guint                   n_properties;
  g_autofree GParamSpec **pspecs = NULL;

  g_return_val_if_fail (G_IS_OBJECT (object), NULL);

  copy = g_object_new (G_OBJECT_TYPE (object), NULL);
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_properties);
  for (guint i = 0; i < n_properties; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (object, pspecs[i]->name, &value);
      g_object_set_property (copy, pspecs[i]->name, &value);
    }

  return copy;
}

static void
copy_people (ConveneInterview *interview,
             ConveneInterview *copy)
{
  GListModel *participants = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);
      g_autoptr(ConveneParticipant) other = convene_copy_object (participant);

      convene_interview_add_participant (copy, other);
    }
}

ConveneInterview *
convene_copy_interview (ConveneInterview *interview)
{
  ConveneInterview *copy;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  copy = convene_copy_object (interview);
  convene_interview_set_meeting (copy, NULL);
  copy_people (interview, copy);
  return copy;
}

ConveneInterview *
convene_interview_copy (ConveneInterview *self)
{
  ConveneInterview *copy;
  GListModel       *operations, *answers;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  copy = convene_copy_object (self);
  copy_people (self, copy);
  operations = convene_interview_get_operations (self);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      convene_interview_add_operation (copy, operation);
    }
  answers = convene_interview_get_answers (self);
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(ConveneAnswer) answer = g_list_model_get_item (answers, i);

      convene_interview_add_answer (copy, answer);
    }

  return copy;
}
