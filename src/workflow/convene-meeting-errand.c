/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-error.h"
#include "convene-hosts.h"
#include "convene-text.h"

#define SHORTEST_CALL (10 * CONVENE_SECOND)

struct _ConveneMeetingErrand
{
  ConveneErrand parent_instance;

  ConveneAccount         *account;
  ConveneMeetingProvider *provider;
  GSource                *deadline_source;
  gint64                  counted_at; /* when a request was counted to the host's day */
  gboolean                looking;    /* for a meeting that may be there: until it is known, nothing else is to be concluded */
};

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

static gint64
patience_end (ConveneErrand *errand)
{
  return convene_operation_get_first_attempt (convene_errand_get_operation (errand)) + CONVENE_LINK_PATIENCE;
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
                                                           MAX (patience_end (errand), convene_errand_now (errand) + SHORTEST_CALL));
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

  G_OBJECT_CLASS (convene_meeting_errand_parent_class)->dispose (object);
}

static void
release (ConveneErrand *errand)
{
  convene_meeting_release (convene_errand_get_change (errand), convene_errand_get_interview (errand), convene_errand_get_operation (errand),
                           convene_errand_now (errand));
}

/* SH-39: it goes on being tried, so that this is the moment that is remembered. */
static void
give_up_waiting (ConveneErrand *errand,
                 const GError  *error)
{
  if (!convene_operation_get_released (convene_errand_get_operation (errand)))
    convene_errand_note (errand, error->message);
  release (errand);
}

/* Whoever waits for something else than the next look remembers that there is one to come. */
static void
keep_doubt (ConveneMeetingErrand *self)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  if (self->looking)
    convene_operation_set_looks (operation, MAX (convene_operation_get_looks (operation), 1));
}

/* The account wants its person: it says so itself too, and its work waits for the sign-in. */
static void
wait_for_sign_in (ConveneMeetingErrand *self,
                  ConveneAccountState   state,
                  const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  keep_doubt (self);
  release (errand);
  convene_errand_wait_for_sign_in (errand, self->account, state, error);
}

static void
settle_failed (ConveneErrand *errand,
               const GError  *error)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (convene_errand_get_interview (errand));

  if (meeting != NULL)
    {
      convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_FAILED);
      convene_change_put_meeting (convene_errand_get_change (errand), meeting);
    }
  convene_errand_settle (errand, CONVENE_OPERATION_STATE_FAILED, error);
}

static void
fail_for_good (ConveneMeetingErrand *self,
               const GError         *error)
{
  keep_doubt (self);
  release (CONVENE_ERRAND (self));
  settle_failed (CONVENE_ERRAND (self), error);
}

/* It may work later, though not before `earliest`. While there is patience left nobody is told, and its end is used for a last try; after it, and
 * where nothing can be tried before its end, the letters go. */
static void
try_later (ConveneMeetingErrand *self,
           gint64                earliest,
           const GError         *error)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  gint64            now = convene_errand_now (errand);
  gint64            end = patience_end (errand);
  gint64            due = MAX (earliest, now + convene_backoff_delay (convene_operation_get_attempts (operation)));

  if (!convene_operation_get_released (operation) && now < end && earliest <= end)
    due = MIN (due, end);
  if (now >= end || due > end)
    give_up_waiting (errand, error);

  if (convene_error_is_doubtful (error) || self->looking)
    convene_errand_doubt_until (errand, due, error);
  else
    convene_errand_wait_until (errand, due, error);
}

/* The day's requests are used up: the invitation waits for its link, as the plan said, unless it would come too late. */
static void
wait_for_tomorrow (ConveneMeetingErrand *self,
                   gint64                earliest,
                   const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  gint64         now = convene_errand_now (errand);
  gint64         due = (earliest != 0 ? earliest : convene_next_utc_midnight (now)) + CONVENE_QUOTA_MARGIN;

  convene_change_raise_requests (convene_errand_get_change (errand), convene_operation_get_host (convene_errand_get_operation (errand)), now,
                                 CONVENE_DAILY_REQUESTS);
  keep_doubt (self);
  if (due >= convene_moment_get_instant (convene_interview_get_start (convene_errand_get_interview (errand))))
    give_up_waiting (errand, error);
  /* Patience begins anew with the first attempt of that day. */
  convene_operation_set_first_attempt (convene_errand_get_operation (errand), 0);
  convene_errand_wait_until (errand, due, error);
}

static void
end_with_error (ConveneMeetingErrand *self,
                const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  ConveneError   code = error->domain == CONVENE_ERROR ? (ConveneError) error->code : CONVENE_ERROR_REFUSED;

  switch (code)
    {
    case CONVENE_ERROR_SIGNED_OUT:
      wait_for_sign_in (self, CONVENE_ACCOUNT_STATE_EXPIRED, error);
      break;
    case CONVENE_ERROR_MISSING_SCOPES:
      wait_for_sign_in (self, CONVENE_ACCOUNT_STATE_MISSING_SCOPES, error);
      break;
    case CONVENE_ERROR_QUOTA:
      wait_for_tomorrow (self, convene_error_get_retry_at (error), error);
      break;
    case CONVENE_ERROR_RATE_LIMITED:
    case CONVENE_ERROR_UNREACHABLE:
    case CONVENE_ERROR_BAD_ANSWER: /* of something in between, as a rule: a page that asks a guest of the network to sign in */
      try_later (self, convene_error_get_retry_at (error), error);
      break;
    case CONVENE_ERROR_NO_KEYRING:
    case CONVENE_ERROR_KEYRING_LOCKED:
      release (errand);
      try_later (self, convene_errand_now (errand) + CONVENE_KEYRING_INTERVAL, error);
      break;
    case CONVENE_ERROR_USAGE:
    case CONVENE_ERROR_INVALID:
    case CONVENE_ERROR_NOT_FOUND:
    case CONVENE_ERROR_AMBIGUOUS:
    case CONVENE_ERROR_NO_ACCOUNT:
    case CONVENE_ERROR_REFUSED:
    case CONVENE_ERROR_GONE:
    case CONVENE_ERROR_NOT_HOST:
    case CONVENE_ERROR_MAIL_REFUSED:
    case CONVENE_ERROR_DATABASE:
    case CONVENE_ERROR_STILL_WAITING:
    case CONVENE_ERROR_CANCELLED:
    case CONVENE_ERROR_STALE:
    default:
      fail_for_good (self, error);
      break;
    }
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

  convene_meeting_set_id (meeting, convene_operation_get_meeting_id (operation));
  convene_meeting_set_account_id (meeting, convene_operation_get_account_id (operation));
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

  if (now >= patience_end (errand))
    give_up_waiting (errand, error);
  convene_errand_doubt_until (errand, now + CONVENE_LOOK_INTERVAL, error);
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

  /* Zoom lists the meeting and says that it is not there: one of both will be right in a while. */
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE))
    try_later (self, convene_errand_now (CONVENE_ERRAND (self)) + CONVENE_LOOK_INTERVAL, error);
  else
    end_with_error (self, error);
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
      error->code == CONVENE_ERROR_BAD_ANSWER || error->code == CONVENE_ERROR_NO_KEYRING || error->code == CONVENE_ERROR_KEYRING_LOCKED)
    convene_change_count_requests (convene_errand_get_change (errand), convene_operation_get_host (operation), self->counted_at, -1);
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
  end_with_error (self, error);
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

/* SH-34: nobody can host. An account that is connected later is the event that it waits for. */
static void
wait_for_account (ConveneMeetingErrand *self,
                  const char           *reason)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  g_autoptr(GError) error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT, reason);

  keep_doubt (self);
  release (errand);
  convene_errand_wait_for (errand, "account", error);
}

/* The account that began, which has another id if it was disconnected and connected again meanwhile. */
static ConveneAccount *
find_account (GPtrArray        *accounts,
              ConveneOperation *operation)
{
  ConveneAccount *found = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);

      if (g_strcmp0 (convene_account_get_id (account), convene_operation_get_account_id (operation)) == 0)
        return account;
      if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && convene_operation_get_host (operation) != NULL &&
          convene_address_equal (convene_account_get_address (account), convene_operation_get_host (operation)))
        found = account;
    }

  return found;
}

static void
set_account (ConveneMeetingErrand *self,
             ConveneAccount       *account)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  ConveneAccounts  *all = convene_errand_get_accounts (errand);

  self->account = g_object_ref (account);
  self->provider = g_object_ref (convene_accounts_get_provider (all, account));
  convene_operation_set_account_id (operation, convene_account_get_id (account));
  convene_operation_set_host (operation, convene_account_get_address (account));
  if (convene_operation_get_meeting_id (operation) == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();

      convene_operation_set_meeting_id (operation, id);
      convene_meeting_add_pending (convene_errand_get_change (errand), convene_errand_get_interview (errand), operation);
    }
}

/* An operation without an account takes the one that would be chosen now; so does one whose account is gone, if nothing can be there at Zoom. */
static gboolean
take_account (ConveneMeetingErrand *self,
              char                **reason)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  g_autoptr(GPtrArray) accounts = convene_accounts_usable (convene_errand_get_accounts (errand), convene_errand_get_known_accounts (errand));
  ConveneAccount *account = find_account (accounts, operation);

  if (account == NULL && convene_operation_get_posts (operation) > 0)
    {
      *reason = g_strdup (_ ("The Zoom account that began to make the meeting is disconnected: connect it again"));
    }
  else if (account == NULL)
    {
      ConveneHostChoice *choice = convene_host_choice_new (convene_errand_get_interview (errand), accounts);

      account = choice->account;
      *reason = g_strdup (choice->reason);
      convene_host_choice_free (choice);
    }

  if (account != NULL)
    set_account (self, account);
  return account != NULL;
}

static void
post (ConveneMeetingErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  if (convene_account_get_requests_today (self->account) >= CONVENE_DAILY_REQUESTS)
    {
      g_autoptr(GError) quota = g_error_new (CONVENE_ERROR, CONVENE_ERROR_QUOTA,
                                              _ ("Zoom’s 100 requests of today are used up: the meeting is made after 00:00 UTC"));

      wait_for_tomorrow (self, 0, quota);
      return;
    }

  self->counted_at = convene_errand_now (errand);
  convene_operation_set_posts (operation, convene_operation_get_posts (operation) + 1);
  convene_change_count_requests (convene_errand_get_change (errand), convene_operation_get_host (operation), self->counted_at, 1);
  convene_errand_begin (errand, create);
}

static void
convene_meeting_errand_start (ConveneErrand *errand)
{
  ConveneMeetingErrand *self = CONVENE_MEETING_ERRAND (errand);
  ConveneOperation     *operation = convene_errand_get_operation (errand);
  g_autofree char      *reason = NULL;

  self->looking = convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_DOUBT || convene_operation_get_looks (operation) > 0;
  if (convene_errand_is_over (errand))
    {
      g_autoptr(GError) over = g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview was over before its meeting was made"));

      keep_doubt (self);
      settle_failed (errand, over);
    }
  else if (!take_account (self, &reason))
    wait_for_account (self, reason);
  else if (self->looking)
    look (self);
  else
    post (self);
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
