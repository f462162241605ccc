/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-delete-errand.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-letters-owed.h"
#include "convene-meeting-errand-private.h"

/* After that nobody comes back to a meeting: who connects an account later deletes nothing any more. */
#define PATIENCE CONVENE_DAY

struct _ConveneDeleteErrand
{
  ConveneMeetingErrand parent_instance;
};

G_DEFINE_FINAL_TYPE (ConveneDeleteErrand, convene_delete_errand, CONVENE_TYPE_MEETING_ERRAND)

/* Whoever looks for it later still finds its number. */
static void
end_deleted (ConveneMeetingErrand *base)
{
  ConveneErrand  *errand = CONVENE_ERRAND (base);
  ConveneMeeting *meeting = convene_meeting_errand_get_meeting (base);

  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_DELETED);
  convene_meeting_set_join_url (meeting, NULL);
  convene_meeting_set_password (meeting, NULL);
  convene_meeting_set_seen_at (meeting, 0);
  convene_change_put_meeting (convene_errand_get_change (errand), meeting);
  if (convene_meeting_get_number (meeting) != 0)
    convene_errand_note (errand, _ ("The meeting is deleted at Zoom."));
  convene_errand_settle (errand, CONVENE_OPERATION_STATE_DONE, NULL);
}

static gboolean
is_over_there (const GError *error)
{
  return g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE) || g_strcmp0 (convene_error_get_field (error), "ended") == 0;
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (user_data);
  GError               *failure = NULL;
  gboolean              deleted = convene_meeting_provider_delete_finish (CONVENE_MEETING_PROVIDER (source), result, &failure);
  g_autoptr(GError) error = convene_meeting_errand_end_call (base, failure);

  if (!deleted)
    convene_meeting_errand_take_back (base, error, FALSE);

  if (deleted || is_over_there (error))
    {
      convene_errand_mark_connected (CONVENE_ERRAND (base), convene_meeting_errand_get_account (base));
      end_deleted (base);
    }
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_HOST))
    {
      convene_meeting_errand_end_unmanaged (base);
    }
  else
    {
      convene_meeting_errand_end_with_error (base, error);
    }
}

static void
delete_meeting (ConveneErrand *errand)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (errand);

  convene_meeting_provider_delete_async (convene_meeting_errand_get_provider (base), convene_meeting_errand_get_meeting (base),
                                         convene_meeting_errand_begin_call (base), deleted_cb, base);
}

static void
wait_for_account (ConveneMeetingErrand *base)
{
  ConveneErrand    *errand = CONVENE_ERRAND (base);
  ConveneInterview *interview = convene_errand_get_interview (errand);

  if (interview != NULL && convene_errand_now (errand) >= convene_interview_get_end (interview) + PATIENCE)
    convene_errand_settle (errand, CONVENE_OPERATION_STATE_DROPPED, NULL);
  else
    convene_meeting_errand_wait_for_account (base, _ ("The Zoom account that made the meeting is disconnected: connect it again, and the meeting is deleted"));
}

static void
act (ConveneMeetingErrand *base)
{
  ConveneErrand *errand = CONVENE_ERRAND (base);
  gboolean       counts = convene_meeting_errand_get_preferences (base)->deletes_count;

  if (!convene_meeting_errand_take_maker (base))
    {
      wait_for_account (base);
    }
  else if (counts && !convene_meeting_errand_has_requests (base))
    {
      g_autoptr(GError) quota = g_error_new (CONVENE_ERROR, CONVENE_ERROR_QUOTA, _ ("Zoom’s 100 requests of today are used up: the meeting is deleted after 00:00 UTC"));

      convene_meeting_errand_wait_for_tomorrow (base, 0, quota);
    }
  else
    {
      convene_meeting_errand_spend (base, counts);
      convene_change_expect_unused (convene_errand_get_change (errand), convene_operation_get_meeting_id (convene_errand_get_operation (errand)), NULL);
      convene_errand_begin (errand, delete_meeting);
    }
}

/* Somebody uses it after all, or nothing is known of it. */
static gboolean
is_idle (ConveneMeetingErrand *base)
{
  return convene_meeting_errand_get_meeting (base) == NULL || convene_meeting_errand_get_users (base)->len > 0;
}

/* Whether it is not known yet if there is anything to delete. */
static gboolean
may_be_made (ConveneMeetingErrand *base)
{
  ConveneInterview *interview = convene_errand_get_interview (CONVENE_ERRAND (base));
  const char       *meeting_id = convene_operation_get_meeting_id (convene_errand_get_operation (CONVENE_ERRAND (base)));
  GListModel       *operations;

  if (interview == NULL || convene_meeting_get_number (convene_meeting_errand_get_meeting (base)) != 0)
    return FALSE;

  operations = convene_interview_get_operations (interview);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_CREATE && convene_operation_is_open (operation) &&
          g_strcmp0 (convene_operation_get_meeting_id (operation), meeting_id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
convene_delete_errand_proceed (ConveneMeetingErrand *base)
{
  ConveneMeeting *meeting = convene_meeting_errand_get_meeting (base);

  if (is_idle (base))
    convene_errand_settle (CONVENE_ERRAND (base), CONVENE_OPERATION_STATE_DROPPED, NULL);
  else if (may_be_made (base))
    convene_errand_wait_until (CONVENE_ERRAND (base), convene_errand_now (CONVENE_ERRAND (base)) + CONVENE_LOOK_INTERVAL, NULL);
  else if (convene_meeting_get_number (meeting) == 0 || convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_DELETED)
    end_deleted (base);
  else
    act (base);
}

static void
convene_delete_errand_class_init (ConveneDeleteErrandClass *klass)
{
  CONVENE_MEETING_ERRAND_CLASS (klass)->proceed = convene_delete_errand_proceed;
}

static void
convene_delete_errand_init (ConveneDeleteErrand *self)
{
}

ConveneErrand *
convene_delete_errand_new (ConveneStore     *store,
                           ConveneClock     *clock,
                           ConveneAccounts  *accounts,
                           ConveneOperation *operation)
{
  return g_object_new (CONVENE_TYPE_DELETE_ERRAND, "store", store, "clock", clock, "accounts", accounts, "operation", operation, NULL);
}
