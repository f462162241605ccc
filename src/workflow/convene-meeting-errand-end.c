/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand-private.h"

#include "convene-backoff.h"
#include "convene-error.h"

gint64
convene_meeting_errand_patience_end (ConveneErrand *errand)
{
  return convene_operation_get_first_attempt (convene_errand_get_operation (errand)) + CONVENE_LINK_PATIENCE;
}

void
convene_meeting_errand_release (ConveneErrand *errand)
{
  convene_meeting_release (convene_errand_get_change (errand), convene_errand_get_interview (errand), convene_errand_get_operation (errand),
                           convene_errand_now (errand));
}

/* SH-39: it goes on being tried, so that this is the moment that is remembered. */
void
convene_meeting_errand_give_up_waiting (ConveneErrand *errand,
                                        const GError  *error)
{
  if (!convene_operation_get_released (convene_errand_get_operation (errand)))
    convene_errand_note (errand, error->message);
  convene_meeting_errand_release (errand);
}

void
convene_meeting_errand_keep_doubt (ConveneMeetingErrand *self)
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

  /* Once it has ended nobody is told any more how. */
  if (state == CONVENE_ACCOUNT_STATE_REVOKED && convene_account_get_state (self->account) == CONVENE_ACCOUNT_STATE_EXPIRED)
    state = CONVENE_ACCOUNT_STATE_EXPIRED;
  convene_meeting_errand_keep_doubt (self);
  convene_meeting_errand_release (errand);
  convene_errand_wait_for_sign_in (errand, self->account, state, error);
}

static ConveneAccountState
signed_out_state (const GError *error)
{
  return g_strcmp0 (convene_error_get_field (error), "revoked") == 0 ? CONVENE_ACCOUNT_STATE_REVOKED : CONVENE_ACCOUNT_STATE_EXPIRED;
}

void
convene_meeting_errand_settle_failed (ConveneErrand *errand,
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
  convene_meeting_errand_keep_doubt (self);
  convene_meeting_errand_release (CONVENE_ERRAND (self));
  convene_meeting_errand_settle_failed (CONVENE_ERRAND (self), error);
}

void
convene_meeting_errand_try_later (ConveneMeetingErrand *self,
                                  gint64                earliest,
                                  const GError         *error)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  gint64            now = convene_errand_now (errand);
  gint64            end = convene_meeting_errand_patience_end (errand);
  gint64            due = MAX (earliest, now + convene_backoff_delay (convene_operation_get_attempts (operation)));

  if (!convene_operation_get_released (operation) && now < end && earliest <= end)
    due = MIN (due, end);
  if (now >= end || due > end)
    convene_meeting_errand_give_up_waiting (errand, error);

  if (convene_error_is_doubtful (error) || self->looking)
    convene_errand_doubt_until (errand, due, error);
  else
    convene_errand_wait_until (errand, due, error);
}

/* The day's requests are used up: the invitation waits for its link, as the plan said, unless it would come too late. */
void
convene_meeting_errand_wait_for_tomorrow (ConveneMeetingErrand *self,
                                          gint64                earliest,
                                          const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  gint64         now = convene_errand_now (errand);
  gint64         due = (earliest != 0 ? earliest : convene_next_utc_midnight (now)) + CONVENE_QUOTA_MARGIN;

  convene_change_raise_requests (convene_errand_get_change (errand), convene_operation_get_host (convene_errand_get_operation (errand)), now,
                                 CONVENE_DAILY_REQUESTS);
  convene_meeting_errand_keep_doubt (self);
  if (due >= convene_moment_get_instant (convene_interview_get_start (convene_errand_get_interview (errand))))
    convene_meeting_errand_give_up_waiting (errand, error);
  /* Patience begins anew with the first attempt of that day. */
  convene_operation_set_first_attempt (convene_errand_get_operation (errand), 0);
  convene_errand_wait_until (errand, due, error);
}

void
convene_meeting_errand_end_with_error (ConveneMeetingErrand *self,
                                       const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  ConveneError   code = error->domain == CONVENE_ERROR ? (ConveneError) error->code : CONVENE_ERROR_REFUSED;

  switch (code)
    {
    case CONVENE_ERROR_SIGNED_OUT:
      wait_for_sign_in (self, signed_out_state (error), error);
      break;
    case CONVENE_ERROR_MISSING_SCOPES:
      wait_for_sign_in (self, CONVENE_ACCOUNT_STATE_MISSING_SCOPES, error);
      break;
    case CONVENE_ERROR_QUOTA:
      convene_meeting_errand_wait_for_tomorrow (self, convene_error_get_retry_at (error), error);
      break;
    case CONVENE_ERROR_RATE_LIMITED:
    case CONVENE_ERROR_UNREACHABLE:
    case CONVENE_ERROR_BAD_ANSWER: /* of something in between, as a rule: a page that asks a guest of the network to sign in */
      convene_meeting_errand_try_later (self, convene_error_get_retry_at (error), error);
      break;
    case CONVENE_ERROR_NO_KEYRING:
    case CONVENE_ERROR_KEYRING_LOCKED:
      convene_meeting_errand_release (errand);
      convene_meeting_errand_try_later (self, convene_errand_now (errand) + CONVENE_KEYRING_INTERVAL, error);
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

void
convene_meeting_errand_wait_for_account (ConveneMeetingErrand *self,
                                         const char           *reason)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  g_autoptr(GError) error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT, reason);

  convene_meeting_errand_keep_doubt (self);
  convene_meeting_errand_release (errand);
  convene_errand_wait_for (errand, "account", error);
}
