/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-look.h"

#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-opening-words.h"
#include "convene-store-answers.h"

void
convene_opening_look_free (ConveneOpeningLook *self)
{
  g_clear_pointer (&self->judgement, convene_judgement_free);
  g_clear_object (&self->facts.claim);
  g_clear_object (&self->facts.interview);
  g_clear_object (&self->facts.origin);
  g_strfreev ((GStrv) self->facts.own);
  g_free ((char *) self->facts.sender);
  g_free (self);
}

static void
end (GTask *task)
{
  ConveneOpeningLook **slot = g_task_get_task_data (task);
  ConveneOpeningLook  *self = g_steal_pointer (slot);

  self->judgement = convene_opening_judge (&self->facts);
  g_task_return_pointer (task, self, (GDestroyNotify) convene_opening_look_free);
}

static void
origin_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError              *error = NULL;
  ConveneOpeningLook **self = g_task_get_task_data (task);

  (*self)->facts.origin = convene_store_find_by_origin_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    end (task);
}

/* The UID is a stranger's: the beginning of one is none, and what is no UID here is only that. */
static gboolean
take_interview (ConveneOpeningLook *self,
                ConveneInterview   *found,
                GError             *error,
                GError            **failure)
{
  if (found != NULL && g_ascii_strcasecmp (convene_interview_get_uid (found), convene_claim_get_uid (self->facts.claim)) == 0)
    self->facts.interview = g_object_ref (found);
  if (error == NULL || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_AMBIGUOUS) ||
      g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_INVALID))
    return TRUE;

  g_propagate_error (failure, g_error_copy (error));
  return FALSE;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) found = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  ConveneOpeningLook      **self = g_task_get_task_data (task);
  const ConveneClaimPerson *organizer = convene_claim_get_organizer ((*self)->facts.claim);
  g_autofree char          *origin = convene_opening_dup_origin ((*self)->facts.claim);
  GError                   *failure = NULL;

  if (!take_interview (*self, found, error, &failure))
    g_task_return_error (task, failure);
  else
    convene_store_find_by_origin_async (CONVENE_STORE (source), origin, organizer != NULL ? organizer->address : NULL, g_task_get_cancellable (task), origin_cb,
                                        g_object_ref (task));
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  g_autoptr(GStrvBuilder) own = g_strv_builder_new ();
  ConveneEngine       *engine = g_task_get_source_object (task);
  ConveneOpeningLook **self = g_task_get_task_data (task);
  const char          *uid = convene_claim_get_uid ((*self)->facts.claim);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    if (convene_account_get_address (accounts->pdata[i]) != NULL)
      g_strv_builder_add (own, convene_account_get_address (accounts->pdata[i]));
  (*self)->facts.own = (const char *const *) g_strv_builder_end (own);

  if (accounts == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (uid == NULL)
    end (task);
  else
    convene_store_find_interview_async (convene_engine_get_store (engine), uid, g_task_get_cancellable (task), found_cb, g_object_ref (task));
}

static void
slot_free (gpointer data)
{
  ConveneOpeningLook **slot = data;

  g_clear_pointer (slot, convene_opening_look_free);
  g_free (slot);
}

void
convene_opening_look_async (ConveneEngine      *engine,
                            ConveneClaim       *claim,
                            const char         *sender,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (engine, cancellable, callback, user_data);
  ConveneOpeningLook **slot = g_new0 (ConveneOpeningLook *, 1);

  *slot = g_new0 (ConveneOpeningLook, 1);
  (*slot)->facts.claim = g_object_ref (claim);
  (*slot)->facts.sender = g_strdup (sender);
  (*slot)->facts.now = convene_clock_now (convene_engine_get_clock (engine));
  g_task_set_source_tag (task, convene_opening_look_async);
  g_task_set_task_data (task, slot, slot_free);
  convene_accounts_list_async (convene_engine_get_accounts (engine), cancellable, accounts_cb, g_object_ref (task));
}

ConveneOpeningLook *
convene_opening_look_finish (ConveneEngine *engine,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, engine), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_opening_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

ConveneOpening *
convene_opening_look_tell (const ConveneOpeningLook *self)
{
  const ConveneJudgement *judgement = self->judgement;
  g_autofree char        *claims = convene_opening_word_claims (&self->facts, judgement);
  g_autofree char        *effect = convene_opening_word_effect (&self->facts, judgement);
  g_autofree char        *warning = convene_opening_word_warning (&self->facts, judgement);
  ConveneOpening         *opening;

  opening = convene_opening_new (self->facts.claim, judgement->interview, judgement->person, judgement->verdict, judgement->candidates, claims, effect, warning);
  convene_opening_set_sender (opening, self->facts.sender);
  return opening;
}
