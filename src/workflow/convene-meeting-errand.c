/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-error.h"
#include "convene-text.h"

#define SHORTEST_CALL (10 * CONVENE_SECOND)

G_DEFINE_FINAL_TYPE (ConveneMeetingErrand, convene_meeting_errand, CONVENE_TYPE_ERRAND)

static void
clear_deadline (ConveneMeetingErrand *self)
{
  if (self->deadline_source != NULL)
    g_source_destroy (self->deadline_source);
  g_clear_pointer (&self->deadline_source, g_source_unref);
}

static gboolean
deadline_cb (gpointer user_data)
{
  convene_errand_cancel (CONVENE_ERRAND (user_data));
  return G_SOURCE_REMOVE;
}

/* While somebody waits for the link a call is given no longer than their patience lasts; one that begins late still gets a fair chance. */
static GCancellable *
set_deadline (ConveneMeetingErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  clear_deadline (self);
  if (!convene_operation_get_released (convene_errand_get_operation (errand)))
    {
      self->deadline_source = convene_clock_create_source (convene_errand_get_accounts (errand)->clock,
                                                           MAX (convene_meeting_errand_patience_end (errand), convene_errand_now (errand) + SHORTEST_CALL));
      g_source_set_callback (self->deadline_source, deadline_cb, self, NULL);
      g_source_attach (self->deadline_source, g_main_context_get_thread_default ());
    }

  return convene_errand_get_cancellable (errand);
}

/* A call that the deadline ended is one without an answer, if it had left. */
static GError *
without_answer (GError *error)
{
  GError  *unreachable;
  gboolean doubtful = error->domain != CONVENE_ERROR || convene_error_is_doubtful (error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED))
    return error;

  g_error_free (error);
  unreachable = g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("Zoom did not answer in time"));
  convene_error_set_doubtful (unreachable, doubtful);
  return unreachable;
}

static void
convene_meeting_errand_dispose (GObject *object)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (object);

  clear_deadline (self);
  g_clear_object (&self->account);
  g_clear_object (&self->provider);
  g_clear_pointer (&self->facts, convene_host_facts_free);

  G_OBJECT_CLASS (convene_meeting_errand_parent_class)->dispose (object);
}

/* What Zoom understood must be what was meant (api: start_time without Z and timezone). */
static GError *
compare_start (ConveneInterview *interview,
               ConveneMeeting   *meeting)
{
  gint64           intended = convene_moment_get_instant (convene_interview_get_start (interview));
  gint64           actual = convene_meeting_get_start (meeting);
  g_autofree char *intended_text = convene_instant_to_string (intended);
  g_autofree char *actual_text = convene_instant_to_string (actual);

  if (actual == intended)
    return NULL;

  /* Translators: two instants in UTC */
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _ ("Zoom made the meeting for %s instead of %s: correct it at Zoom, its link is right"), actual_text, intended_text);
}

static void
keep_meeting (ConveneMeetingErrand *self,
              ConveneMeeting       *meeting)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  ConveneInterview *interview = convene_errand_get_interview (errand);
  ConveneChange    *change = convene_errand_get_change (errand);
  g_autoptr(GError) error = compare_start (interview, meeting);
  g_autofree char *maker = convene_account_dup_identity (self->account);

  convene_meeting_set_id (meeting, convene_operation_get_meeting_id (operation));
  convene_meeting_set_account_id (meeting, convene_operation_get_account_id (operation));
  convene_meeting_set_made_by (meeting, maker);
  convene_meeting_set_reference (meeting, convene_operation_get_reference (operation));
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  if (convene_meeting_get_host (meeting) == NULL)
    convene_meeting_set_host (meeting, convene_operation_get_host (operation));

  convene_errand_mark_connected (errand, self->account);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, convene_interview_get_uid (interview), convene_meeting_get_id (meeting));
  convene_meeting_announce (change, interview, operation, convene_errand_now (errand));
  /* Who tries again after a correction at Zoom looks at the meeting, and makes no other one. */
  convene_operation_set_looks (operation, error == NULL ? 0 : 1);
  convene_errand_settle (errand, error == NULL ? CONVENE_OPERATION_STATE_DONE : CONVENE_OPERATION_STATE_FAILED, error);
}

/* Nothing there: after some looks the request is taken for lost, and the meeting is made again. */
static void
found_nothing (ConveneErrand *errand)
{
  ConveneOperation *operation = convene_errand_get_operation (errand);
  gint64            now = convene_errand_now (errand);
  g_autoptr(GError) error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("Zoom did not say whether it made the meeting: looking for it"));

  if (convene_operation_get_looks (operation) >= CONVENE_LOOKS)
    {
      convene_operation_set_looks (operation, 0);
      convene_errand_wait_until (errand, now, error);
      return;
    }

  if (now >= convene_meeting_errand_patience_end (errand))
    convene_meeting_errand_give_up_waiting (errand, error);
  convene_errand_doubt_until (errand, now + CONVENE_LOOK_INTERVAL, error);
}

/* VC-29: whether the host is somebody for whom the account's user schedules. Their list of meetings is not the user's to see, as a rule. */
static gboolean
is_scheduled_for (ConveneMeetingErrand *self)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  return convene_account_get_method (self->account) != CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER &&
         convene_host_is_other (self->account, convene_operation_get_host (operation));
}

/* What Zoom says where one asks for another's list says nothing of the account: neither that it lacks permissions nor that it is signed out. Where
 * the sign-in itself ended, the error has the reason as its field. */
static gboolean
is_hidden (ConveneMeetingErrand *self,
           const GError         *error)
{
  if (!is_scheduled_for (self))
    return FALSE;

  return g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) ||
         g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_HOST) ||
         (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT) && convene_error_get_field (error) == NULL);
}

/* Nobody but the host can see whether the meeting is there, so that it is not made again unless a person says so. */
static void
end_unseen (ConveneMeetingErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  g_autoptr(GError) error = NULL;
  gint64 end = convene_meeting_errand_patience_end (errand);

  /* Translators: %s is the mail address of a Zoom user; Retry is a button */
  error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("Zoom did not say whether it made the meeting, and shows it to the host alone: ask %s to look in Zoom. Retry makes another one"), convene_operation_get_host (operation));
  if (convene_errand_now (errand) < end)
    {
      convene_errand_doubt_until (errand, end, error);
      return;
    }

  convene_operation_set_looks (operation, 0);
  convene_meeting_errand_release (errand);
  convene_meeting_errand_settle_failed (errand, error);
}

/* A look that failed does not count as one, but the next waits longer. */
static void
end_look (ConveneMeetingErrand *self,
          GError               *failure)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));
  g_autoptr(GError) error = without_answer (failure);

  convene_operation_set_looks (operation, convene_operation_get_looks (operation) - 1);
  convene_operation_set_attempts (operation, convene_operation_get_attempts (operation) + 1);

  if (is_hidden (self, error))
    end_unseen (self);
  /* Zoom lists the meeting and says that it is not there: one of both will be right in a while. */
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE))
    convene_meeting_errand_try_later (self, convene_errand_now (CONVENE_ERRAND (self)) + CONVENE_LOOK_INTERVAL, error);
  else
    convene_meeting_errand_end_with_error (self, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (user_data);
  GError               *error = NULL;
  g_autoptr(ConveneMeeting) meeting = convene_meeting_provider_read_finish (CONVENE_MEETING_PROVIDER (source), result, &error);

  clear_deadline (self);
  if (meeting != NULL)
    keep_meeting (self, meeting);
  else
    end_look (self, error);
}

static void
find_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (user_data);
  ConveneErrand        *errand = CONVENE_ERRAND (self);
  GError               *error = NULL;
  g_autoptr(GPtrArray) found = convene_meeting_provider_find_finish (CONVENE_MEETING_PROVIDER (source), result, &error);

  clear_deadline (self);
  if (found == NULL)
    end_look (self, error);
  else if (found->len == 0)
    found_nothing (errand);
  else
    convene_meeting_provider_read_async (self->provider, convene_meeting_get_number (g_ptr_array_index (found, 0)), set_deadline (self), read_cb, self);
}

static void
look (ConveneMeetingErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  convene_operation_set_looks (operation, convene_operation_get_looks (operation) + 1);
  convene_errand_begin_patience (errand);
  convene_meeting_provider_find_async (self->provider, convene_errand_get_interview (errand), convene_operation_get_host (operation),
                                       convene_operation_get_reference (operation), convene_operation_get_created (operation),
                                       set_deadline (self), find_cb, self);
}

/* Zoom says that the account cannot make meetings for this host after all. */
static gboolean
is_denied (ConveneMeetingErrand *self,
           const GError         *error)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  return convene_host_is_other (self->account, convene_operation_get_host (operation)) && g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) &&
         !convene_error_is_doubtful (error) && g_strcmp0 (convene_error_get_field (error), "host") == 0;
}

/* What certainly had no effect may be repeated. What did not get as far as Zoom's ledger costs nothing of the day: else a day without a network
 * would use it up. */
static void
uncount (ConveneMeetingErrand *self,
         const GError         *error)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  if (error->domain != CONVENE_ERROR || convene_error_is_doubtful (error))
    return;

  convene_operation_set_posts (operation, convene_operation_get_posts (operation) - 1);
  if (error->code == CONVENE_ERROR_UNREACHABLE || error->code == CONVENE_ERROR_RATE_LIMITED || error->code == CONVENE_ERROR_SIGNED_OUT ||
      error->code == CONVENE_ERROR_BAD_ANSWER || error->code == CONVENE_ERROR_NO_KEYRING || error->code == CONVENE_ERROR_KEYRING_LOCKED ||
      is_denied (self, error))
    convene_change_count_requests (convene_errand_get_change (errand), convene_operation_get_host (operation), self->counted_at, -1);
}

/* Nothing was made: the next in the order of choice is tried, as if the first had never been planned. */
static void
choose_again (ConveneMeetingErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  const char       *account_id = convene_account_get_id (self->account);
  const char       *host = convene_operation_get_host (operation);
  g_autoptr(ConveneHostFacts) known = g_steal_pointer (&self->facts);
  g_autoptr(ConveneHostChoice) choice = NULL;

  convene_change_put_delegation (convene_errand_get_change (errand), account_id, host, FALSE, convene_errand_now (errand));
  self->facts = convene_host_facts_deny (known, account_id, host);
  choice = convene_host_choice_new (convene_errand_get_interview (errand), self->facts);
  convene_operation_set_attempts (operation, convene_operation_get_attempts (operation) - 1);
  if (choice->account == NULL)
    {
      convene_meeting_errand_wait_for_account (self, choice->reason);
      return;
    }

  convene_meeting_errand_take_choice (self, choice);
  self->post (self);
}

static void
create_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (user_data);
  GError               *error = NULL;
  g_autoptr(ConveneMeeting) meeting = convene_meeting_provider_create_finish (CONVENE_MEETING_PROVIDER (source), result, &error);

  clear_deadline (self);
  if (meeting != NULL)
    {
      keep_meeting (self, meeting);
      return;
    }

  error = without_answer (error);
  uncount (self, error);
  /* An earlier request that was given up for lost may have been the host's meeting all the same. */
  if (is_denied (self, error) && convene_operation_get_posts (convene_errand_get_operation (CONVENE_ERRAND (self))) == 0)
    choose_again (self);
  else
    convene_meeting_errand_end_with_error (self, error);
  g_error_free (error);
}

static void
create (ConveneErrand *errand)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (errand);
  ConveneOperation     *operation = convene_errand_get_operation (errand);

  convene_meeting_provider_create_async (self->provider, convene_errand_get_interview (errand), convene_operation_get_host (operation),
                                         convene_operation_get_reference (operation), set_deadline (self), create_cb, self);
}

static void
post (ConveneMeetingErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  if (self->requests_today >= CONVENE_DAILY_REQUESTS)
    {
      g_autoptr(GError) quota = g_error_new (CONVENE_ERROR, CONVENE_ERROR_QUOTA,
                                              _ ("Zoom’s 100 requests of today are used up: the meeting is made after 00:00 UTC"));

      convene_meeting_errand_wait_for_tomorrow (self, 0, quota);
      return;
    }

  self->counted_at = convene_errand_now (errand);
  convene_operation_set_posts (operation, convene_operation_get_posts (operation) + 1);
  convene_change_count_requests (convene_errand_get_change (errand), convene_operation_get_host (operation), self->counted_at, 1);
  convene_errand_begin (errand, create);
}

static void
proceed (ConveneMeetingErrand *self)
{
  if (self->looking)
    look (self);
  else
    post (self);
}

/* Whether the account that is left wants its person first. Who comes next, with any account, may then have this work done: were it given to that one, it
 * would wait for that one alone. */
static gboolean
is_signed_out (ConveneAccount *account)
{
  ConveneAccountState state = convene_account_get_state (account);

  return state == CONVENE_ACCOUNT_STATE_EXPIRED || state == CONVENE_ACCOUNT_STATE_REVOKED;
}

static void
wait_for_any (ConveneMeetingErrand *self,
              ConveneAccount       *account)
{
  /* Translators: %s is the mail address of a Zoom account */
  g_autofree char *reason = g_strdup_printf (_ ("%s has to sign in to Zoom again before the meeting can be made: reconnect that account, or connect another one"), convene_account_get_address (account));

  convene_meeting_errand_wait_for_account (self, reason);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (user_data);
  ConveneErrand        *errand = CONVENE_ERRAND (self);
  GError               *error = NULL;
  g_autoptr(ConveneHostChoice) choice = NULL;

  g_clear_pointer (&self->facts, convene_host_facts_free);
  self->facts = convene_host_facts_read_finish (result, &error);
  if (self->facts == NULL)
    {
      convene_errand_fail (errand, error);
      return;
    }

  choice = convene_host_choice_new (convene_errand_get_interview (errand), self->facts);
  if (choice->account == NULL)
    {
      convene_meeting_errand_wait_for_account (self, choice->reason);
      return;
    }
  if (is_signed_out (choice->account))
    {
      wait_for_any (self, choice->account);
      return;
    }

  convene_meeting_errand_take_choice (self, choice);
  proceed (self);
}

static const char *
get_manager (ConveneErrand *errand)
{
  ConveneParticipant *manager = convene_interview_get_hiring_manager (convene_errand_get_interview (errand));

  return manager != NULL ? convene_participant_get_address (manager) : NULL;
}

/* An operation without an account takes the one that would be chosen now; so does one whose account is gone, if nothing can be there at Zoom. */
static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (user_data);
  ConveneErrand        *errand = CONVENE_ERRAND (self);
  GError               *error = NULL;

  self->facts = convene_host_facts_read_finish (result, &error);
  if (self->facts == NULL)
    convene_errand_fail (errand, error);
  else if (convene_meeting_errand_take_planned (self))
    proceed (self);
  else if (convene_operation_get_posts (convene_errand_get_operation (errand)) > 0)
    convene_meeting_errand_wait_for_account (self, _ ("The Zoom account that began to make the meeting is disconnected: connect it again"));
  else
    convene_host_facts_read_async (convene_errand_get_accounts (errand), get_manager (errand), NULL, chosen_cb, self);
}

static void
convene_meeting_errand_start (ConveneErrand *errand)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (errand);
  ConveneOperation     *operation = convene_errand_get_operation (errand);

  self->looking = convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_DOUBT || convene_operation_get_looks (operation) > 0;
  self->post = post;
  if (convene_errand_is_over (errand))
    {
      g_autoptr(GError) over = g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview was over before its meeting was made"));

      convene_meeting_errand_keep_doubt (self);
      convene_meeting_errand_settle_failed (errand, over);
      return;
    }

  convene_host_facts_read_known_async (convene_errand_get_accounts (errand), get_manager (errand), NULL, known_cb, self);
}

static void
convene_meeting_errand_class_init (ConveneMeetingErrandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_meeting_errand_dispose;
  CONVENE_ERRAND_CLASS (klass)->start = convene_meeting_errand_start;
}

static void
convene_meeting_errand_init (ConveneMeetingErrand *self)
{
}

ConveneErrand *
convene_meeting_errand_new (ConveneStore     *store,
                            ConveneClock     *clock,
                            ConveneAccounts  *accounts,
                            ConveneOperation *operation)
{
  return g_object_new (CONVENE_TYPE_MEETING_ERRAND, "store", store, "clock", clock, "accounts", accounts, "operation", operation, NULL);
}
