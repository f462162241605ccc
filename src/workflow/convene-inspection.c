/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-inspection.h"

#include "convene-accounts-private.h"
#include "convene-error.h"
#include "convene-meeting-account.h"
#include "convene-meeting-look.h"
#include "convene-meeting-sight.h"
#include "convene-text.h"

#define LOOKS_AT_ONCE 3    /* for each account; Zoom's staff advises two to four */
#define WRITTEN_AT_ONCE 25 /* everybody who follows the database hears of each commit */

/* One round: what is to be looked at, then what was seen. */
typedef struct
{
  ConveneAccounts *accounts;
  GPtrArray       *interviews;
  GCancellable    *cancellable; /* or NULL */
  GHashTable      *lanes;       /* ConveneAccount → Lane */
  GPtrArray       *listed;      /* owns the accounts */

  ConveneChange *change; /* what was seen and is not written yet */
  guint          seen;   /* how many meetings are in it */
  guint          open;   /* looks and commits under way */

  ConveneInspectionReport *report;
  GError                  *error; /* ends the round */
} Round;

/* The meetings of one account. */
typedef struct
{
  ConveneMeetingProvider *provider;
  gboolean                everywhere; /* it may change the meetings of others */
  GQueue                  waiting;    /* of ConveneInterview */
  guint                   at_once;
} Lane;

/* One meeting. */
typedef struct
{
  GTask            *task;
  Lane             *lane;
  ConveneInterview *interview;
  ConveneMeeting   *meeting; /* the row, which learns what was seen */
} Look;

void
convene_inspection_report_free (ConveneInspectionReport *self)
{
  g_clear_error (&self->failure);
  g_free (self);
}

static void
lane_free (gpointer data)
{
  Lane *self = data;

  g_object_unref (self->provider);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_free (self);
}

static void
round_free (gpointer data)
{
  Round *self = data;

  g_object_unref (self->accounts);
  g_ptr_array_unref (self->interviews);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->lanes);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_object (&self->change);
  g_clear_pointer (&self->report, convene_inspection_report_free);
  g_clear_error (&self->error);
  g_free (self);
}

static void
write_seen (GTask              *task,
            GAsyncReadyCallback callback)
{
  Round *round = g_task_get_task_data (task);
  g_autoptr(ConveneChange) change = g_steal_pointer (&round->change);

  round->seen = 0;
  round->open++;
  convene_store_commit_async (round->accounts->store, change, round->cancellable, callback, g_object_ref (task));
}

/* Once nothing is under way what was seen last is written, and then the round is over. */
static void
go_on (GTask              *task,
       GAsyncReadyCallback written)
{
  Round *round = g_task_get_task_data (task);

  if (round->open > 0)
    return;

  if (round->error != NULL)
    g_task_return_error (task, g_steal_pointer (&round->error));
  else if (round->change != NULL)
    write_seen (task, written);
  else
    g_task_return_pointer (task, g_steal_pointer (&round->report), (GDestroyNotify) convene_inspection_report_free);
}

/* Nothing more is looked at: what is under way comes to its end. */
static void
fail (Round  *round,
      GError *error)
{
  GHashTableIter iter;
  gpointer       lane;

  if (round->error == NULL)
    round->error = error;
  else
    g_error_free (error);

  g_hash_table_iter_init (&iter, round->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &lane))
    g_queue_clear_full (&((Lane *) lane)->waiting, g_object_unref);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Round  *round = g_task_get_task_data (task);
  GError *error = NULL;

  round->open--;
  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      /* What was changed here while it was looked at is looked at again another time. */
      if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
        g_error_free (error);
      else
        fail (round, error);
    }
  go_on (task, written_cb);
}

/* What a meeting is now, in its copy of the row, goes into the next commit. */
static void
keep (Look               *look,
      ConveneMeetingState state_before,
      ConveneMeetingDrift drift_before,
      gboolean            other_host)
{
  Round           *round = g_task_get_task_data (look->task);
  gint64           now = convene_clock_now (round->accounts->clock);
  g_autofree char *words = convene_meeting_sight_to_words (look->meeting, state_before, drift_before);

  if (round->change == NULL)
    round->change = convene_change_new ();
  convene_change_set_meeting_seen (round->change, look->meeting);
  if (other_host)
    convene_change_put_meeting (round->change, look->meeting);
  if (words != NULL)
    convene_change_add_activity (round->change, convene_interview_get_uid (look->interview), now, words);

  round->report->looked++;
  if (convene_meeting_get_state (look->meeting) != CONVENE_MEETING_STATE_LIVE || convene_meeting_get_drift (look->meeting) != CONVENE_MEETING_DRIFT_NONE)
    round->report->differs++;
  if (++round->seen >= WRITTEN_AT_ONCE || words != NULL)
    write_seen (look->task, written_cb);
}

/* TA-27: it was given to another host. Whoever may do everything in a Zoom account may go on changing it. */
static gboolean
has_other_host (Look           *look,
                ConveneMeeting *seen)
{
  const char *before = convene_meeting_get_host (look->meeting);
  const char *host = convene_meeting_get_host (seen);

  return before != NULL && host != NULL && !convene_address_equal (before, host) && !look->lane->everywhere;
}

static void
keep_sight (Look           *look,
            ConveneMeeting *seen)
{
  Round              *round = g_task_get_task_data (look->task);
  ConveneMeetingState state = convene_meeting_get_state (look->meeting);
  ConveneMeetingDrift drift = convene_meeting_get_drift (look->meeting);

  convene_meeting_take_sight (look->meeting, seen, look->interview, convene_clock_now (round->accounts->clock));
  keep (look, state, drift, FALSE);
}

/* `host`: whose it is now, NULL where nobody says so. */
static void
keep_loss (Look               *look,
           ConveneMeetingState now_in,
           const char         *host)
{
  Round              *round = g_task_get_task_data (look->task);
  ConveneMeetingState state = convene_meeting_get_state (look->meeting);
  ConveneMeetingDrift drift = convene_meeting_get_drift (look->meeting);

  convene_meeting_take_loss (look->meeting, now_in, convene_clock_now (round->accounts->clock));
  if (host != NULL)
    convene_meeting_set_host (look->meeting, host);
  keep (look, state, drift, host != NULL);
}

/* Nobody says anything of the account's meetings now. */
static void
give_lane_up (Look   *look,
              GError *error)
{
  Round *round = g_task_get_task_data (look->task);

  g_queue_clear_full (&look->lane->waiting, g_object_unref);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED))
    {
      fail (round, error);
      return;
    }

  g_info ("A meeting could not be looked at: %s", error->message);
  if (round->report->failure == NULL)
    round->report->failure = error;
  else
    g_error_free (error);
}

static void
begin_looks (GTask              *task,
             Lane               *lane,
             GAsyncReadyCallback callback)
{
  Round *round = g_task_get_task_data (task);

  while (lane->at_once < LOOKS_AT_ONCE && !g_queue_is_empty (&lane->waiting))
    {
      Look *look = g_new0 (Look, 1);

      look->task = g_object_ref (task);
      look->lane = lane;
      look->interview = g_queue_pop_head (&lane->waiting);
      look->meeting = g_object_ref (convene_interview_get_meeting (look->interview));
      lane->at_once++;
      round->open++;
      convene_meeting_look_async (lane->provider, round->accounts->clock, convene_meeting_get_number (look->meeting), round->cancellable, callback, look);
    }
}

static void
look_free (Look *self)
{
  g_object_unref (self->task);
  g_object_unref (self->interview);
  g_object_unref (self->meeting);
  g_free (self);
}

/* The host is nobody any more, or somebody whom the account may not ask about. */
static gboolean
is_strange (const GError *error)
{
  return g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_HOST) ||
         (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) && g_strcmp0 (convene_error_get_field (error), "host") == 0);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Look *look = user_data;
  g_autoptr(GTask) task = g_object_ref (look->task);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMeeting) seen = convene_meeting_look_finish (result, &error);
  Round *round = g_task_get_task_data (task);

  round->open--;
  look->lane->at_once--;
  if (seen != NULL && has_other_host (look, seen))
    keep_loss (look, CONVENE_MEETING_STATE_UNMANAGED, convene_meeting_get_host (seen));
  else if (seen != NULL)
    keep_sight (look, seen);
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE))
    keep_loss (look, CONVENE_MEETING_STATE_MISSING, NULL);
  else if (is_strange (error))
    keep_loss (look, CONVENE_MEETING_STATE_UNMANAGED, NULL);
  else
    give_lane_up (look, g_steal_pointer (&error));

  begin_looks (task, look->lane, looked_cb);
  look_free (look);
  go_on (task, written_cb);
}

static Lane *
get_lane (Round          *round,
          ConveneAccount *account)
{
  Lane *lane = g_hash_table_lookup (round->lanes, account);

  if (lane != NULL)
    return lane;

  lane = g_new0 (Lane, 1);
  lane->provider = g_object_ref (convene_accounts_get_provider (round->accounts, account));
  lane->everywhere = convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
  g_hash_table_insert (round->lanes, account, lane);
  return lane;
}

static gboolean
is_of_meeting (ConveneOperation *operation)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);

  return kind == CONVENE_OPERATION_KIND_MEETING_CREATE || kind == CONVENE_OPERATION_KIND_MEETING_UPDATE || kind == CONVENE_OPERATION_KIND_MEETING_DELETE;
}

/* What is about to be changed from here says nothing by being otherwise there. */
static gboolean
is_in_hand (ConveneInterview *interview)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (is_of_meeting (operation) && !convene_operation_state_is_settled (convene_operation_get_state (operation)))
        return TRUE;
    }

  return FALSE;
}

/* Work for an account that wants its person waits until they signed in; who made the meeting may be in no list any more. */
static void
line_up (Round            *round,
         GPtrArray        *usable,
         ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  ConveneAccount *account = NULL;

  if (convene_meeting_get_number (meeting) != 0 && !is_in_hand (interview))
    account = convene_meeting_find_account (usable, meeting);
  if (account != NULL && convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_CONNECTED)
    g_queue_push_tail (&get_lane (round, account)->waiting, g_object_ref (interview));
}

static void
line_all_up (Round     *round,
             GPtrArray *usable)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < round->interviews->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (round->interviews, i);
      ConveneMeeting   *meeting = convene_interview_get_meeting (interview);

      if (meeting != NULL && g_hash_table_add (ids, (gpointer) convene_meeting_get_id (meeting)))
        line_up (round, usable, interview);
    }
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) usable = NULL;
  Round         *round = g_task_get_task_data (task);
  GError        *error = NULL;
  GHashTableIter iter;
  gpointer       lane;

  round->listed = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  if (round->listed == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  usable = convene_accounts_usable (round->accounts, round->listed);
  line_all_up (round, usable);
  g_hash_table_iter_init (&iter, round->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &lane))
    begin_looks (task, lane, looked_cb);
  go_on (task, written_cb);
}

void
convene_inspection_run_async (ConveneAccounts    *accounts,
                              GPtrArray          *interviews,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Round *round;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (accounts));
  g_return_if_fail (interviews != NULL);

  round = g_new0 (Round, 1);
  round->accounts = g_object_ref (accounts);
  round->interviews = g_ptr_array_ref (interviews);
  g_set_object (&round->cancellable, cancellable);
  round->lanes = g_hash_table_new_full (NULL, NULL, NULL, lane_free);
  round->report = g_new0 (ConveneInspectionReport, 1);
  task = g_task_new (accounts, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_inspection_run_async);
  g_task_set_task_data (task, round, round_free);
  g_task_set_check_cancellable (task, FALSE);
  convene_accounts_list_async (accounts, cancellable, accounts_cb, g_steal_pointer (&task));
}

ConveneInspectionReport *
convene_inspection_run_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_inspection_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
