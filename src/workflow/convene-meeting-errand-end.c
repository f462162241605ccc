/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-error.h"

gint64
convene_meeting_errand_patience_end (ConveneMeetingErrand *self)
{
  return convene_operation_get_first_attempt (convene_errand_get_operation (CONVENE_ERRAND (self))) + CONVENE_LINK_PATIENCE;
}

void
convene_meeting_errand_release (ConveneMeetingErrand *self)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  if (convene_operation_get_released (operation))
    return;

  convene_operation_set_released (operation, TRUE);
  if (CONVENE_MEETING_ERRAND_GET_CLASS (self)->release != NULL)
    CONVENE_MEETING_ERRAND_GET_CLASS (self)->release (self);
}

/* SH-39: it goes on being tried, so that this is the moment that is remembered. */
void
convene_meeting_errand_give_up_waiting (ConveneMeetingErrand *self,
                                        const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  if (!convene_operation_get_released (convene_errand_get_operation (errand)))
    convene_errand_note (errand, error->message);
  convene_meeting_errand_release (self);
}

void
convene_meeting_errand_keep_doubt (ConveneMeetingErrand *self)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  if (convene_meeting_errand_is_looking (self))
    convene_operation_set_looks (operation, MAX (convene_operation_get_looks (operation), 1));
}

/* The account wants its person: it says so itself too, and its work waits for the sign-in. */
static void
wait_for_sign_in (ConveneMeetingErrand *self,
                  ConveneAccountState   state,
                  const GError         *error)
{
  ConveneErrand  *errand = CONVENE_ERRAND (self);
  ConveneAccount *account = convene_meeting_errand_get_account (self);

  /* Once it has ended nobody is told any more how. */
  if (state == CONVENE_ACCOUNT_STATE_REVOKED && convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_EXPIRED)
    state = CONVENE_ACCOUNT_STATE_EXPIRED;
  convene_meeting_errand_keep_doubt (self);
  convene_meeting_errand_release (self);
  convene_errand_wait_for_sign_in (errand, account, state, error);
}

static ConveneAccountState
signed_out_state (const GError *error)
{
  return g_strcmp0 (convene_error_get_field (error), "revoked") == 0 ? CONVENE_ACCOUNT_STATE_REVOKED : CONVENE_ACCOUNT_STATE_EXPIRED;
}

void
convene_meeting_errand_settle_failed (ConveneMeetingErrand *self,
                                      const GError         *error)
{
  if (CONVENE_MEETING_ERRAND_GET_CLASS (self)->fail != NULL)
    CONVENE_MEETING_ERRAND_GET_CLASS (self)->fail (self);
  convene_errand_settle (CONVENE_ERRAND (self), CONVENE_OPERATION_STATE_FAILED, error);
}

void
convene_meeting_errand_fail_for_good (ConveneMeetingErrand *self,
                                      const GError         *error)
{
  convene_meeting_errand_keep_doubt (self);
  convene_meeting_errand_release (self);
  convene_meeting_errand_settle_failed (self, error);
}

void
convene_meeting_errand_try_later (ConveneMeetingErrand *self,
                                  gint64                earliest,
                                  const GError         *error)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  gint64            now = convene_errand_now (errand);
  gint64            end = convene_meeting_errand_patience_end (self);
  gint64            due = MAX (earliest, now + convene_backoff_delay (convene_operation_get_attempts (operation)));

  if (!convene_operation_get_released (operation) && now < end && earliest <= end)
    due = MIN (due, end);
  if (now >= end || due > end)
    convene_meeting_errand_give_up_waiting (self, error);

  if (convene_error_is_doubtful (error) || convene_meeting_errand_is_looking (self))
    convene_errand_doubt_until (errand, due, error);
  else
    convene_errand_wait_until (errand, due, error);
}

/* Whether the link comes before the interview begins. */
static gboolean
comes_in_time (ConveneMeetingErrand *self,
               gint64                due)
{
  ConveneInterview *interview = convene_errand_get_interview (CONVENE_ERRAND (self));

  return CONVENE_MEETING_ERRAND_GET_CLASS (self)->holds_letters && interview != NULL &&
         due < convene_moment_get_instant (convene_interview_get_start (interview));
}

/* The invitation waits for its link, or leaves and the link follows: as the preference, and so the plan, said. Nobody has to be asked for a link then, unless
 * it would come too late; and nobody who was told of another time waits until tomorrow to hear of this one. */
static void
hold_letters (ConveneMeetingErrand *self,
              gint64                due,
              const GError         *error)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  if (!comes_in_time (self, due))
    {
      convene_meeting_errand_give_up_waiting (self, error);
      return;
    }

  /* However many days it waits, that is one thing to know. */
  if (g_strcmp0 (convene_operation_get_error_code (operation), convene_error_name (error)) != 0)
    convene_errand_note (errand, error->message);
  if (!convene_meeting_errand_get_preferences (self)->hold_for_quota || convene_interview_get_told_sequence (convene_errand_get_interview (errand)) >= 0)
    convene_operation_set_released (operation, TRUE);
}

void
convene_meeting_errand_wait_for_tomorrow (ConveneMeetingErrand *self,
                                          gint64                earliest,
                                          const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  gint64         due = (earliest != 0 ? earliest : convene_next_utc_midnight (convene_errand_now (errand))) + CONVENE_QUOTA_MARGIN;

  convene_meeting_errand_keep_doubt (self);
  hold_letters (self, due, error);
  /* Patience begins anew with the first attempt of that day. */
  convene_operation_set_first_attempt (convene_errand_get_operation (errand), 0);
  convene_errand_wait_until (errand, due, error);
}

/* Zoom knows better than our own account of the day: others use the same host. */
static void
learn_quota (ConveneMeetingErrand *self,
             const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  convene_change_raise_requests (convene_errand_get_change (errand), convene_operation_get_host (convene_errand_get_operation (errand)),
                                 convene_errand_now (errand), CONVENE_DAILY_REQUESTS);
  convene_meeting_errand_wait_for_tomorrow (self, convene_error_get_retry_at (error), error);
}

void
convene_meeting_errand_end_unmanaged (ConveneMeetingErrand *self)
{
  ConveneErrand  *errand = CONVENE_ERRAND (self);
  ConveneMeeting *meeting = convene_meeting_errand_get_meeting (self);
  g_autoptr(GError) error = NULL;

  /* Translators: %s is the mail address of a Zoom user */
  error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_NOT_HOST, _ ("Cannot update or delete a meeting of %s: another Zoom account made it, or has it now. Only its host can: connect the host’s account, or ask them"), convene_meeting_get_host (meeting));
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_UNMANAGED);
  convene_change_put_meeting (convene_errand_get_change (errand), meeting);
  convene_operation_set_looks (convene_errand_get_operation (errand), 0);
  convene_meeting_errand_release (self);
  convene_meeting_errand_settle_failed (self, error);
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
      learn_quota (self, error);
      break;
    case CONVENE_ERROR_RATE_LIMITED:
    case CONVENE_ERROR_UNREACHABLE:
    case CONVENE_ERROR_BAD_ANSWER: /* of something in between, as a rule: a page that asks a guest of the network to sign in */
      convene_meeting_errand_try_later (self, convene_error_get_retry_at (error), error);
      break;
    case CONVENE_ERROR_NO_KEYRING:
    case CONVENE_ERROR_KEYRING_LOCKED:
      convene_meeting_errand_release (self);
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
      convene_meeting_errand_fail_for_good (self, error);
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
  convene_meeting_errand_release (self);
  convene_errand_wait_for (errand, "account", error);
}
