/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-facts.h"

#include "convene-letter-style.h"
#include "convene-plan-difference.h"
#include "convene-slot.h"
#include "convene-store-directory.h"
#include "convene-store-life.h"

/* Reading the facts, one after the other: what is wanted depends on what was found. */
typedef struct
{
  ConveneScheduler         *scheduler; /* the task's */
  const ConvenePlanRequest *request;   /* the caller's */
  ConvenePlanFacts         *facts;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_pointer (&self->facts, convene_plan_facts_free);
  g_free (self);
}

static void
answer (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&self->facts), (GDestroyNotify) convene_plan_facts_free);
}

/* The interview as it shall be, or as it is. */
static ConveneInterview *
get_wanted (const Reading *self)
{
  return self->request->interview != NULL ? self->request->interview : self->facts->before;
}

static void
slot_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Reading *self = g_task_get_task_data (task);

  self->facts->slot = convene_store_find_slot_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    answer (task);
}

static void
hosts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSlot) slot = NULL;
  Reading      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GPtrArray    *accounts;

  self->facts->hosts = convene_host_facts_read_finish (result, &error);
  if (self->facts->hosts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  accounts = convene_host_facts_get_accounts (self->facts->hosts);
  g_set_object (&self->facts->sender, convene_accounts_find_sender (self->scheduler->accounts, accounts));
  self->facts->apart = self->facts->preferences->letters_apart && convene_accounts_can_send_apart (self->scheduler->accounts, accounts);
  self->facts->now = convene_clock_now (self->scheduler->clock);
  slot = convene_slot_new_wanted (self->request, self->facts);
  if (slot != NULL)
    convene_store_find_slot_async (self->scheduler->store, slot->job, slot->host, slot->start, slot->duration, convene_interview_get_uid (get_wanted (self)),
                                   cancellable, slot_cb, g_steal_pointer (&task));
  else
    answer (task);
}

/* Whether another time may bring another meeting. */
static gboolean
may_leave (const Reading *self)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (self->facts->before);

  return convene_plan_find_policy (self->facts, self->request->interview) != CONVENE_LINK_POLICY_KEEP || convene_plan_is_shared (self->facts) ||
         (meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_MISSING);
}

/* Whether a host may have to be chosen. */
static gboolean
may_choose (const Reading *self)
{
  ConveneDifference difference;

  switch (self->request->kind)
    {
    case CONVENE_PLAN_SCHEDULE:
      return TRUE;
    case CONVENE_PLAN_EDIT:
      difference = convene_difference_find (self->facts->before, self->request->interview);
      return (difference & CONVENE_DIFFERENCE_PLATFORM) != 0 || convene_difference_has_other_manager (self->facts->before, self->request->interview) ||
             ((difference & (CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_DURATION)) != 0 && may_leave (self));
    case CONVENE_PLAN_FIX:
      return self->request->fix == CONVENE_FIX_HOST || self->request->fix == CONVENE_FIX_RECREATE;
    case CONVENE_PLAN_CANCEL:
    case CONVENE_PLAN_RESEND:
    default:
      return FALSE;
    }
}

static const char *
get_host (const Reading *self)
{
  ConveneParticipant *manager;

  if (self->request->kind == CONVENE_PLAN_FIX && self->request->fix == CONVENE_FIX_HOST)
    return self->request->value;

  manager = convene_interview_get_hiring_manager (get_wanted (self));
  return manager != NULL ? convene_participant_get_address (manager) : NULL;
}

static void
read_hosts (GTask *task)
{
  Reading         *self = g_task_get_task_data (task);
  ConveneAccounts *accounts = self->scheduler->accounts;
  GCancellable    *cancellable = g_task_get_cancellable (task);
  gboolean         zoom = convene_interview_get_platform (get_wanted (self)) == CONVENE_PLATFORM_ZOOM;

  if (zoom && may_choose (self))
    convene_host_facts_read_async (accounts, get_host (self), cancellable, hosts_cb, g_object_ref (task));
  else
    convene_host_facts_read_known_async (accounts, NULL, cancellable, hosts_cb, g_object_ref (task));
}

static void
job_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneJob) job = convene_store_get_job_finish (CONVENE_STORE (source), result, &error);
  Reading *self = g_task_get_task_data (task);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (job != NULL)
    self->facts->job_policy = convene_job_get_link_policy (job);
  read_hosts (task);
}

static void
read_job (GTask *task)
{
  Reading    *self = g_task_get_task_data (task);
  const char *job = convene_interview_get_job (get_wanted (self));

  if (job != NULL)
    convene_store_get_job_async (self->scheduler->store, job, g_task_get_cancellable (task), job_cb, g_object_ref (task));
  else
    read_hosts (task);
}

static void
users_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Reading *self = g_task_get_task_data (task);

  self->facts->users = convene_store_list_meeting_users_finish (CONVENE_STORE (source), result, &error);
  if (self->facts->users == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    read_job (task);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Reading        *self = g_task_get_task_data (task);
  GCancellable   *cancellable = g_task_get_cancellable (task);
  ConveneMeeting *meeting;

  self->facts->before = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  if (self->facts->before == NULL || !convene_plan_check_open (self->facts->before, convene_clock_now (self->scheduler->clock), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  meeting = convene_interview_get_meeting (self->facts->before);
  if (meeting != NULL)
    convene_store_list_meeting_users_async (self->scheduler->store, convene_meeting_get_id (meeting), cancellable, users_cb, g_steal_pointer (&task));
  else
    read_job (task);
}

static void
style_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetterStyle) style = convene_letter_style_read_finish (CONVENE_STORE (source), result, &error);
  Reading      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char   *uid;

  if (style == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->facts->preferences = g_steal_pointer (&style->preferences);
  self->facts->edits = g_steal_pointer (&style->edits);
  uid = self->request->uid != NULL ? self->request->uid : convene_interview_get_uid (self->request->interview);
  if (self->request->kind == CONVENE_PLAN_SCHEDULE)
    read_job (task);
  else
    convene_store_find_interview_async (self->scheduler->store, uid, cancellable, found_cb, g_steal_pointer (&task));
}

void
convene_plan_facts_read_async (ConveneScheduler         *scheduler,
                               const ConvenePlanRequest *request,
                               GCancellable             *cancellable,
                               GAsyncReadyCallback       callback,
                               gpointer                  user_data)
{
  g_autoptr(GTask) task = g_task_new (scheduler, cancellable, callback, user_data);
  Reading *self = g_new0 (Reading, 1);

  self->scheduler = scheduler;
  self->request = request;
  self->facts = g_new0 (ConvenePlanFacts, 1);
  g_task_set_source_tag (task, convene_plan_facts_read_async);
  g_task_set_task_data (task, self, reading_free);
  convene_letter_style_read_async (scheduler->store, cancellable, style_cb, g_steal_pointer (&task));
}

ConvenePlanFacts *
convene_plan_facts_read_finish (GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_plan_facts_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
