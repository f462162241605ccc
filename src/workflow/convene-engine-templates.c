/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-templates.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-letter-edit.h"
#include "convene-letter-sample.h"
#include "convene-store-answers.h"
#include "convene-text.h"

static gboolean
check_known (const char *language,
             const char *name,
             GError    **error)
{
  g_autofree char *initial = convene_letter_dup_default (language, name);

  if (initial != NULL)
    return TRUE;

  /* Translators: the first %s is a name such as "invitation.subject", the second a language such as "en" */
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, _ ("There is no part of a letter that is called “%s” in the language “%s”"), name, language);
  return FALSE;
}

static void
edits_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError             *error = NULL;
  ConveneLetterEdits *edits = convene_store_read_letter_edits_finish (CONVENE_STORE (source), result, &error);

  if (edits != NULL)
    g_task_return_pointer (task, edits, (GDestroyNotify) convene_letter_edits_unref);
  else
    g_task_return_error (task, error);
}

void
convene_engine_read_letter_edits_async (ConveneEngine      *self,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_read_letter_edits_async);
  convene_store_read_letter_edits_async (convene_engine_get_store (self), cancellable, edits_cb, g_steal_pointer (&task));
}

ConveneLetterEdits *
convene_engine_read_letter_edits_finish (ConveneEngine *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_read_letter_edits_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The text as it is kept: its line ends are line feeds. NULL where the letter says so by itself. Owned by the caller. */
static char *
dup_kept (const char *language,
          const char *name,
          const char *text)
{
  g_autofree char *kept = text != NULL ? convene_text_normalize (text) : NULL;
  g_autofree char *given = convene_letter_dup_default (language, name);
  g_autofree char *initial = given != NULL ? convene_text_normalize (given) : NULL;

  return g_strcmp0 (kept, initial) != 0 ? g_steal_pointer (&kept) : NULL;
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;
  g_autofree char *kept = NULL;
  GError          *error = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (language != NULL);
  g_return_if_fail (name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_set_letter_edit_async);
  g_task_set_check_cancellable (task, FALSE);
  kept = dup_kept (language, name, text);
  if (!check_known (language, name, &error) || (kept != NULL && !convene_letter_check_edit (name, kept, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  change = convene_change_new ();
  convene_change_set_letter_edit (change, language, name, kept);
  convene_store_commit_async (convene_engine_get_store (self), change, cancellable, set_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_set_letter_edit_finish (ConveneEngine *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_set_letter_edit_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A part of a letter, if it was given and there is one. */
static gboolean
add_edit (ConveneLetterEdits *edits,
          const char         *language,
          const char         *name,
          const char         *text,
          GError            **error)
{
  g_autofree char *kept = text != NULL ? convene_text_normalize (text) : NULL;

  if (kept == NULL || !g_strv_contains (convene_letter_list_names (), name))
    return TRUE;
  if (!convene_letter_check_edit (name, kept, error))
    return FALSE;

  convene_letter_edits_set (edits, language, name, kept);
  return TRUE;
}

/* The answer of a preview. */
typedef struct
{
  char *subject;
  char *text;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *self = data;

  g_free (self->subject);
  g_free (self->text);
  g_free (self);
}

static Preview *
preview_new (const char *language,
             const char *letter,
             const char *subject,
             const char *text,
             gint64      now,
             GError    **error)
{
  g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
  g_autofree char *subject_name = g_strconcat (letter, ".subject", NULL);
  g_autofree char *text_name = g_strconcat (letter, ".text", NULL);
  g_autofree char *written = NULL;
  char            *header = NULL;
  Preview         *self;

  if (!check_known (language, text_name, error) || !add_edit (edits, language, subject_name, subject, error) ||
      !add_edit (edits, language, text_name, text, error))
    return NULL;

  written = convene_letter_sample_write (language, letter, edits, now, &header, error);
  if (written == NULL)
    return NULL;

  self = g_new0 (Preview, 1);
  self->subject = header;
  self->text = g_steal_pointer (&written);
  return self;
}

void
convene_engine_preview_template_async (ConveneEngine      *self,
                                       const char         *language,
                                       const char         *letter,
                                       const char         *subject,
                                       const char         *text,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  GError  *error = NULL;
  Preview *preview;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (language != NULL);
  g_return_if_fail (letter != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_preview_template_async);
  preview = preview_new (language, letter, subject, text, convene_clock_now (convene_engine_get_clock (self)), &error);
  if (preview != NULL)
    g_task_return_pointer (task, preview, preview_free);
  else
    g_task_return_error (task, error);
}

char *
convene_engine_preview_template_finish (ConveneEngine *self,
                                        GAsyncResult  *result,
                                        char         **subject,
                                        GError       **error)
{
  Preview *preview;
  char    *text;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_preview_template_async), NULL);

  preview = g_task_propagate_pointer (G_TASK (result), error);
  if (preview == NULL)
    return NULL;

  if (subject != NULL)
    *subject = g_steal_pointer (&preview->subject);
  text = g_steal_pointer (&preview->text);
  preview_free (preview);
  return text;
}
