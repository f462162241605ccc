/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft.h"

#include "convene-engine-directory.h"

#define INTERVIEWERS "interviewers"

static GVariant *
interviewers_to_variant (ConveneDraft *self)
{
  GListModel     *interviewers = convene_draft_get_interviewers (self);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssi)"));

  for (guint i = 0; i < g_list_model_get_n_items (interviewers); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (interviewers, i);
      const char *name = convene_participant_get_name (person);

      g_variant_builder_add (&builder, "(ssi)", name != NULL ? name : "", convene_participant_get_address (person), convene_participant_get_role (person));
    }

  return g_variant_builder_end (&builder);
}

static void
add_property (ConveneDraft    *self,
              GVariantBuilder *builder,
              GParamSpec      *pspec)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (self), pspec->name, &value);
  if (g_param_value_defaults (pspec, &value))
    return;

  if (G_VALUE_HOLDS_STRING (&value))
    g_variant_builder_add (builder, "{sv}", pspec->name, g_variant_new_string (g_value_get_string (&value)));
  else if (G_VALUE_HOLDS_BOOLEAN (&value))
    g_variant_builder_add (builder, "{sv}", pspec->name, g_variant_new_boolean (g_value_get_boolean (&value)));
  else
    g_variant_builder_add (builder, "{sv}", pspec->name, g_variant_new_int32 (g_value_get_int (&value)));
}

char *
convene_draft_to_string (ConveneDraft *self)
{
  GVariantBuilder         builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree GParamSpec **pspecs = NULL;
  g_autoptr(GVariant) kept = NULL;
  guint n_pspecs;

  g_return_val_if_fail (CONVENE_IS_DRAFT (self), NULL);

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    add_property (self, &builder, pspecs[i]);
  g_variant_builder_add (&builder, "{sv}", INTERVIEWERS, interviewers_to_variant (self));

  kept = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (kept, TRUE);
}

static void
restore_property (ConveneDraft *self,
                  GVariantDict *kept,
                  GParamSpec   *pspec)
{
  g_auto(GValue) value = G_VALUE_INIT;
  const char *text;
  gboolean    flag;
  int         number;

  g_value_init (&value, pspec->value_type);
  g_param_value_set_default (pspec, &value);
  if (pspec->value_type == G_TYPE_STRING && g_variant_dict_lookup (kept, pspec->name, "&s", &text))
    g_value_set_string (&value, text);
  else if (pspec->value_type == G_TYPE_INT && g_variant_dict_lookup (kept, pspec->name, "i", &number))
    g_value_set_int (&value, number);
  else if (pspec->value_type == G_TYPE_BOOLEAN && g_variant_dict_lookup (kept, pspec->name, "b", &flag))
    g_value_set_boolean (&value, flag);

  g_param_value_validate (pspec, &value);
  g_object_set_property (G_OBJECT (self), pspec->name, &value);
}

static void
restore_properties (ConveneDraft *self,
                    GVariantDict *kept)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint                   n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    restore_property (self, kept, pspecs[i]);

  /* Once more: the time and its zone, set after it, forget it. */
  restore_property (self, kept, g_object_class_find_property (G_OBJECT_GET_CLASS (self), "offset"));
}

static void
restore_interviewers (ConveneDraft *self,
                      GVariantDict *kept)
{
  g_autoptr(GVariant) people = g_variant_dict_lookup_value (kept, INTERVIEWERS, G_VARIANT_TYPE ("a(ssi)"));
  GVariantIter iter;
  const char  *name, *address;
  int          role;

  while (g_list_model_get_n_items (convene_draft_get_interviewers (self)) > 0)
    convene_draft_remove_interviewer (self, 0);
  if (people == NULL)
    return;

  g_variant_iter_init (&iter, people);
  while (g_variant_iter_next (&iter, "(&s&si)", &name, &address, &role))
    convene_draft_add_interviewer (self, *name != '\0' ? name : NULL, address, role == CONVENE_ROLE_OPTIONAL ? CONVENE_ROLE_OPTIONAL : CONVENE_ROLE_REQUIRED);
}

gboolean
convene_draft_restore (ConveneDraft *self,
                       const char   *text)
{
  g_autoptr(GVariant) parsed = NULL;
  g_autoptr(GVariantDict) kept = NULL;

  g_return_val_if_fail (CONVENE_IS_DRAFT (self), FALSE);

  if (text != NULL)
    parsed = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  kept = g_variant_dict_new (parsed);

  g_object_freeze_notify (G_OBJECT (self));
  restore_properties (self, kept);
  restore_interviewers (self, kept);
  g_object_thaw_notify (G_OBJECT (self));
  return parsed != NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_engine_set_preference_finish (CONVENE_ENGINE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
convene_draft_save_async (ConveneDraft       *self,
                          ConveneEngine      *engine,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));

  text = convene_draft_is_empty (self) ? NULL : convene_draft_to_string (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_draft_save_async);
  convene_engine_set_preference_async (engine, CONVENE_DRAFT_KEY, text, cancellable, saved_cb, g_steal_pointer (&task));
}

gboolean
convene_draft_save_finish (ConveneDraft *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError          *error = NULL;
  g_autofree char *text = convene_engine_get_preference_finish (CONVENE_ENGINE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (text != NULL)
    convene_draft_restore (g_task_get_source_object (task), text);
  g_task_return_boolean (task, TRUE);
}

void
convene_draft_load_async (ConveneDraft       *self,
                          ConveneEngine      *engine,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_draft_load_async);
  convene_engine_get_preference_async (engine, CONVENE_DRAFT_KEY, cancellable, loaded_cb, g_steal_pointer (&task));
}

gboolean
convene_draft_load_finish (ConveneDraft *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
