/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-letter-templates.h"
#include "convene-preferences.h"
#include "fake-engine-private.h"

void
fake_engine_add_opening (ConveneEngine  *self,
                         ConveneOpening *opening)
{
  g_list_store_append (self->openings, opening);
}

void
convene_engine_open_file_async (ConveneEngine      *self,
                                GFile              *file,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);
  g_autofree char *name = g_file_get_basename (file);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->openings)) > 0)
    {
      g_task_return_pointer (task, g_object_ref (self->openings), g_object_unref);
      return;
    }

  g_task_return_error (task, g_error_copy (self->commit_error));
}

GListModel *
convene_engine_open_file_finish (ConveneEngine *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_engine_apply_opening_async (ConveneEngine      *self,
                                    ConveneOpening     *opening,
                                    const char         *as,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_free (self->asked);
  self->asked = g_strdup_printf ("%s apply %s as %s;", self->applied, convene_claim_get_uid (convene_opening_get_claim (opening)), as != NULL ? as : "-");
  g_free (self->applied);
  self->applied = g_strdup (self->asked);
  if (convene_opening_needs_choice (opening) && as == NULL)
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_INVALID, "Say whose answer it is");
  else
    g_task_return_pointer (task, g_object_ref (g_ptr_array_index (self->interviews, 0)), g_object_unref);
}

ConveneInterview *
convene_engine_apply_opening_finish (ConveneEngine *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *const *
convene_letter_templates_list_languages (void)
{
  static const char *const languages[] = { "en", "es", NULL };

  return languages;
}

void
convene_engine_read_preferences_async (ConveneEngine      *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_task_return_boolean (task, TRUE);
}

ConvenePreferences *
convene_engine_read_preferences_finish (ConveneEngine *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  return convene_preferences_parse (self->preferences);
}

const char *const *
convene_letter_templates_list_names (void)
{
  static const char *const names[] = { "invitation.subject", "invitation.text", NULL };

  return names;
}

const char *const *
convene_letter_templates_list_placeholders (const char *name)
{
  static const char *const placeholders[] = { "{{reader}}", NULL };

  return placeholders;
}

char *
convene_letter_templates_dup_default (const char *language,
                                      const char *name)
{
  return g_strdup_printf ("%s of %s\n", name, language);
}

gboolean
convene_letter_templates_check (const char *name,
                                const char *text,
                                GError    **error)
{
  return !g_str_equal (text, "") || convene_error_set_field (error, "template", "It is empty");
}

void
convene_engine_read_letter_edits_async (ConveneEngine      *self,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_task_return_boolean (task, TRUE);
}

ConveneLetterEdits *
convene_engine_read_letter_edits_finish (ConveneEngine *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  return convene_letter_edits_ref (self->edits);
}

void
convene_engine_set_letter_edit_async (ConveneEngine      *self,
                                      const char         *language,
                                      const char         *name,
                                      const char         *text,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  convene_letter_edits_set (self->edits, language, name, text);
  g_task_return_boolean (task, TRUE);
}

gboolean
convene_engine_set_letter_edit_finish (ConveneEngine *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
