/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-create-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-letters-owed.h"
#include "convene-meeting-compare.h"
#include "convene-scheduler-private.h"

static gboolean
has_open_update (ConveneInterview *interview,
                 const char       *meeting_id)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_UPDATE && convene_operation_is_open (operation) &&
          g_strcmp0 (convene_operation_get_meeting_id (operation), meeting_id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What an earlier attempt made says what was wanted then; and what Zoom understood of the time just now must be what was meant (api: start_time without Z and
 * timezone). */
static gboolean
is_right (ConveneCreateErrand *self,
          ConveneInterview    *wanted)
{
  ConveneMeetingDifference what = self->posted ? CONVENE_MEETING_DIFFERENCE_TIME : (ConveneMeetingDifference) ~0;

  return (convene_meeting_compare (self->made, wanted) & what) == 0;
}

/* Whoever changes it shouts where it does not help. */
static void
add_update (ConveneCreateErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *create = convene_errand_get_operation (errand);
  ConveneInterview *wanted = convene_create_errand_get_wanted (self);
  gint64            now = convene_errand_now (errand);
  g_autoptr(ConveneOperation) update = NULL;

  if (wanted == NULL || is_right (self, wanted) || has_open_update (wanted, convene_operation_get_meeting_id (create)))
    return;

  update = convene_operation_new_for (wanted, CONVENE_OPERATION_KIND_MEETING_UPDATE, now, now);
  convene_operation_set_meeting_id (update, convene_operation_get_meeting_id (create));
  convene_operation_set_account_id (update, convene_operation_get_account_id (create));
  convene_operation_set_host (update, convene_operation_get_host (create));
  convene_change_add_operation (convene_errand_get_change (errand), update);
}

static void
conclude (ConveneMeetingErrand *base)
{
  ConveneCreateErrand *self = CONVENE_CREATE_ERRAND (base);
  ConveneErrand       *errand = CONVENE_ERRAND (self);

  convene_meeting_errand_put_meeting (base, self->made);
  convene_meeting_errand_tell (base, self->made);
  add_update (self);
  convene_operation_set_looks (convene_errand_get_operation (errand), 0);
  convene_errand_settle (errand, CONVENE_OPERATION_STATE_DONE, NULL);
}

/* What was asked for stands in the meeting's row, whatever became of the interview since; of rows that an older version wrote it does not. */
static ConveneMeeting *
dup_intent (ConveneCreateErrand *self)
{
  ConveneMeeting *meeting = convene_meeting_errand_get_meeting (CONVENE_MEETING_ERRAND (self));
  ConveneErrand  *errand = CONVENE_ERRAND (self);

  if (meeting != NULL && convene_meeting_get_topic (meeting) != NULL)
    return g_object_ref (meeting);

  return convene_meeting_new_intent (convene_errand_get_interview (errand), convene_operation_get_reference (convene_errand_get_operation (errand)));
}

void
convene_create_errand_keep (ConveneCreateErrand *self,
                            ConveneMeeting      *meeting)
{
  g_autoptr(ConveneMeeting) intent = dup_intent (self);
  ConveneInterview *wanted = convene_create_errand_get_wanted (self);

  /* Those that we asked for: whom others add later is none of ours. */
  convene_meeting_set_alternative_hosts (meeting, self->posted ? convene_interview_get_alternative_hosts (wanted) : convene_meeting_get_alternative_hosts (intent));
  g_set_object (&self->made, meeting);
  convene_meeting_errand_conclude (CONVENE_MEETING_ERRAND (self), conclude);
}

/* Nothing there: after some looks the request is taken for lost, and the meeting is made again. */
static void
found_nothing (ConveneCreateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneErrand        *errand = CONVENE_ERRAND (self);
  ConveneOperation     *operation = convene_errand_get_operation (errand);
  gint64                now = convene_errand_now (errand);
  g_autoptr(GError) error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("Zoom did not say whether it made the meeting: looking for it"));

  if (convene_operation_get_looks (operation) < CONVENE_LOOKS)
    {
      if (now >= convene_meeting_errand_patience_end (base))
        convene_meeting_errand_give_up_waiting (base, error);
      convene_errand_doubt_until (errand, now + CONVENE_LOOK_INTERVAL, error);
      return;
    }

  convene_operation_set_looks (operation, 0);
  if (convene_create_errand_get_wanted (self) == NULL)
    convene_create_errand_drop (self);
  else
    convene_errand_wait_until (errand, now, error);
}

/* VC-29: whether the host is somebody for whom the account's user schedules. Their list of meetings is not the user's to see, as a rule. */
static gboolean
is_scheduled_for (ConveneCreateErrand *self)
{
  ConveneAccount *account = convene_meeting_errand_get_account (CONVENE_MEETING_ERRAND (self));

  return convene_account_get_method (account) != CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER &&
         convene_host_is_other (account, convene_operation_get_host (convene_errand_get_operation (CONVENE_ERRAND (self))));
}

/* What Zoom says where one asks for another's list says nothing of the account: neither that it lacks permissions nor that it is signed out. Where
 * the sign-in itself ended, the error has the reason as its field. */
static gboolean
is_hidden (ConveneCreateErrand *self,
           const GError        *error)
{
  if (!is_scheduled_for (self))
    return FALSE;

  return g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) ||
         g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_HOST) ||
         (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT) && convene_error_get_field (error) == NULL);
}

static GError *
unseen_error_new (ConveneCreateErrand *self)
{
  const char *host = convene_operation_get_host (convene_errand_get_operation (CONVENE_ERRAND (self)));

  if (convene_create_errand_get_wanted (self) == NULL)
    /* Translators: %s is the mail address of a Zoom user */
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("Zoom did not say whether it made the meeting, and shows it to the host alone: ask %s to look in Zoom, and to delete it there"), host);

  /* Translators: %s is the mail address of a Zoom user; Retry is a button */
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("Zoom did not say whether it made the meeting, and shows it to the host alone: ask %s to look in Zoom. Retry makes another one"), host);
}

/* Nobody but the host can see whether the meeting is there, so that it is not made again unless a person says so. */
static void
end_unseen (ConveneCreateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneErrand        *errand = CONVENE_ERRAND (self);
  gint64                end = convene_meeting_errand_patience_end (base);
  g_autoptr(GError) error = unseen_error_new (self);

  if (convene_errand_now (errand) < end)
    {
      convene_errand_doubt_until (errand, end, error);
      return;
    }

  convene_operation_set_looks (convene_errand_get_operation (errand), 0);
  convene_meeting_errand_release (base);
  convene_meeting_errand_settle_failed (base, error);
}

/* A look that failed does not count as one, but the next waits longer. */
static void
end_look (ConveneCreateErrand *self,
          const GError        *error)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneOperation     *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  convene_operation_set_looks (operation, convene_operation_get_looks (operation) - 1);
  convene_operation_set_attempts (operation, convene_operation_get_attempts (operation) + 1);

  if (is_hidden (self, error))
    end_unseen (self);
  /* Zoom lists the meeting and says that it is not there: one of both will be right in a while. */
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE))
    convene_meeting_errand_try_later (base, convene_errand_now (CONVENE_ERRAND (self)) + CONVENE_LOOK_INTERVAL, error);
  else
    convene_meeting_errand_end_with_error (base, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneCreateErrand *self = CONVENE_CREATE_ERRAND (user_data);
  GError              *failure = NULL;
  g_autoptr(ConveneMeeting) meeting = convene_meeting_provider_read_finish (CONVENE_MEETING_PROVIDER (source), result, &failure);
  g_autoptr(GError) error = convene_meeting_errand_end_call (CONVENE_MEETING_ERRAND (self), failure);

  if (meeting != NULL)
    convene_create_errand_keep (self, meeting);
  else
    end_look (self, error);
}

static void
find_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneCreateErrand  *self = CONVENE_CREATE_ERRAND (user_data);
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  GError               *failure = NULL;
  g_autoptr(GPtrArray) found = convene_meeting_provider_find_finish (CONVENE_MEETING_PROVIDER (source), result, &failure);
  g_autoptr(GError) error = convene_meeting_errand_end_call (base, failure);

  if (found == NULL)
    end_look (self, error);
  else if (found->len == 0)
    found_nothing (self);
  else
    convene_meeting_provider_read_async (convene_meeting_errand_get_provider (base), convene_meeting_get_number (g_ptr_array_index (found, 0)),
                                         convene_meeting_errand_begin_call (base), read_cb, self);
}

void
convene_create_errand_look (ConveneCreateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneErrand        *errand = CONVENE_ERRAND (self);
  ConveneOperation     *operation = convene_errand_get_operation (errand);
  g_autoptr(ConveneMeeting) intent = dup_intent (self);

  convene_operation_set_looks (operation, convene_operation_get_looks (operation) + 1);
  convene_errand_begin_patience (errand);
  convene_meeting_provider_find_async (convene_meeting_errand_get_provider (base), intent, convene_operation_get_host (operation),
                                       convene_operation_get_created (operation), convene_meeting_errand_begin_call (base), find_cb, self);
}
