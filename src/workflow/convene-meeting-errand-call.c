/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-quota.h"

/* A call that begins late still gets a fair chance. */
#define SHORTEST_CALL (10 * CONVENE_SECOND)

static void
clear_deadline (ConveneMeetingErrandPrivate *priv)
{
  if (priv->deadline != NULL)
    g_source_destroy (priv->deadline);
  g_clear_pointer (&priv->deadline, g_source_unref);
}

static gboolean
deadline_cb (gpointer user_data)
{
  convene_errand_cancel (CONVENE_ERRAND (user_data));
  return G_SOURCE_REMOVE;
}

GCancellable *
convene_meeting_errand_begin_call (ConveneMeetingErrand *self)
{
  ConveneMeetingErrandPrivate *priv = convene_meeting_errand_get_private (self);
  ConveneErrand               *errand = CONVENE_ERRAND (self);

  clear_deadline (priv);
  if (!convene_operation_get_released (convene_errand_get_operation (errand)))
    {
      priv->deadline = convene_clock_create_source (convene_errand_get_accounts (errand)->clock,
                                                    MAX (convene_meeting_errand_patience_end (self), convene_errand_now (errand) + SHORTEST_CALL));
      g_source_set_callback (priv->deadline, deadline_cb, self, NULL);
      g_source_attach (priv->deadline, g_main_context_get_thread_default ());
    }

  return convene_errand_get_cancellable (errand);
}

/* A call that the deadline ended is one without an answer, if it had left. */
GError *
convene_meeting_errand_end_call (ConveneMeetingErrand *self,
                                 GError               *error)
{
  GError  *unreachable;
  gboolean doubtful;

  clear_deadline (convene_meeting_errand_get_private (self));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED))
    return error;

  doubtful = error->domain != CONVENE_ERROR || convene_error_is_doubtful (error);
  g_error_free (error);
  unreachable = g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("Zoom did not answer in time"));
  convene_error_set_doubtful (unreachable, doubtful);
  return unreachable;
}

/* What the preferences keep for the interviews of the same day is not there for others. */
static int
get_limit (ConveneMeetingErrand *self)
{
  const ConvenePreferences *preferences = convene_meeting_errand_get_preferences (self);
  ConveneErrand            *errand = CONVENE_ERRAND (self);
  ConveneInterview         *interview = convene_errand_get_interview (errand);
  gint64                    start;

  if (interview == NULL)
    return CONVENE_DAILY_REQUESTS - preferences->quota_reserve;

  start = convene_moment_get_instant (convene_interview_get_start (interview));
  return convene_quota_get_day (start) == convene_quota_get_day (convene_errand_now (errand)) ? CONVENE_DAILY_REQUESTS
                                                                                              : CONVENE_DAILY_REQUESTS - preferences->quota_reserve;
}

gboolean
convene_meeting_errand_has_requests (ConveneMeetingErrand *self)
{
  return convene_meeting_errand_get_requests_today (self) < get_limit (self);
}

void
convene_meeting_errand_spend (ConveneMeetingErrand *self,
                              gboolean              counts)
{
  ConveneMeetingErrandPrivate *priv = convene_meeting_errand_get_private (self);
  ConveneErrand               *errand = CONVENE_ERRAND (self);
  ConveneOperation            *operation = convene_errand_get_operation (errand);

  priv->spent_at = counts ? convene_errand_now (errand) : 0;
  convene_operation_set_posts (operation, convene_operation_get_posts (operation) + 1);
  if (counts)
    convene_change_count_requests (convene_errand_get_change (errand), convene_operation_get_host (operation), priv->spent_at, 1);
}

/* What did not get as far as Zoom's ledger: else a day without a network would use it up. */
static gboolean
costs_nothing (const GError *error)
{
  switch ((ConveneError) error->code)
    {
    case CONVENE_ERROR_UNREACHABLE:
    case CONVENE_ERROR_RATE_LIMITED:
    case CONVENE_ERROR_SIGNED_OUT:
    case CONVENE_ERROR_BAD_ANSWER:
    case CONVENE_ERROR_NO_KEYRING:
    case CONVENE_ERROR_KEYRING_LOCKED:
      return TRUE;
    case CONVENE_ERROR_USAGE:
    case CONVENE_ERROR_INVALID:
    case CONVENE_ERROR_NOT_FOUND:
    case CONVENE_ERROR_AMBIGUOUS:
    case CONVENE_ERROR_NO_ACCOUNT:
    case CONVENE_ERROR_MISSING_SCOPES:
    case CONVENE_ERROR_QUOTA:
    case CONVENE_ERROR_REFUSED:
    case CONVENE_ERROR_GONE:
    case CONVENE_ERROR_NOT_HOST:
    case CONVENE_ERROR_MAIL_REFUSED:
    case CONVENE_ERROR_DATABASE:
    case CONVENE_ERROR_STILL_WAITING:
    case CONVENE_ERROR_CANCELLED:
    case CONVENE_ERROR_STALE:
    default:
      return FALSE;
    }
}

void
convene_meeting_errand_take_back (ConveneMeetingErrand *self,
                                  const GError         *error,
                                  gboolean              free_of_charge)
{
  ConveneMeetingErrandPrivate *priv = convene_meeting_errand_get_private (self);
  ConveneErrand               *errand = CONVENE_ERRAND (self);
  ConveneOperation            *operation = convene_errand_get_operation (errand);

  if (error->domain != CONVENE_ERROR || convene_error_is_doubtful (error))
    return;

  convene_operation_set_posts (operation, convene_operation_get_posts (operation) - 1);
  if (priv->spent_at != 0 && (free_of_charge || costs_nothing (error)))
    convene_change_count_requests (convene_errand_get_change (errand), convene_operation_get_host (operation), priv->spent_at, -1);
}
