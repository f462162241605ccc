/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-update-errand.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-meeting-compare.h"
#include "convene-meeting-errand-private.h"
#include "convene-text.h"

/* How often a start is asked for that Zoom takes without a word and does not set. */
#define MOST_PATCHES 2

struct _ConveneUpdateErrand
{
  ConveneMeetingErrand parent_instance;

  ConveneInterview *wanted;  /* as it is asked for, once that is known */
  ConveneMeeting   *there;   /* as Zoom has it, if it was read */
  gboolean          patched; /* by this errand */
  gboolean          missing; /* at Zoom, for good */
};

G_DEFINE_FINAL_TYPE (ConveneUpdateErrand, convene_update_errand, CONVENE_TYPE_MEETING_ERRAND)

static void
convene_update_errand_dispose (GObject *object)
{
  ConveneUpdateErrand *self = CONVENE_UPDATE_ERRAND (object);

  g_clear_object (&self->wanted);
  g_clear_object (&self->there);

  G_OBJECT_CLASS (convene_update_errand_parent_class)->dispose (object);
}

/* Without the meeting everybody stands before a closed door; a change that is late is no such thing. */
static void
convene_update_errand_release (ConveneMeetingErrand *base)
{
  GPtrArray *users = convene_meeting_errand_get_users (base);

  if (!CONVENE_UPDATE_ERRAND (base)->missing)
    return;

  for (guint i = 0; i < users->len; i++)
    convene_meeting_ask_for_link (convene_errand_get_change (CONVENE_ERRAND (base)), g_ptr_array_index (users, i), convene_errand_now (CONVENE_ERRAND (base)));
}

static ConveneMeetingDifference
compare (ConveneUpdateErrand *self)
{
  return convene_meeting_compare (self->there != NULL ? self->there : convene_meeting_errand_get_meeting (CONVENE_MEETING_ERRAND (self)), self->wanted);
}

/* api: a start that is past by Zoom's clock is ignored without a word. */
static GError *
compare_start (ConveneUpdateErrand *self)
{
  gint64           intended = convene_moment_get_instant (convene_interview_get_start (self->wanted));
  gint64           actual = convene_meeting_get_start (self->there);
  g_autofree char *intended_text = convene_instant_to_string (intended);
  g_autofree char *actual_text = convene_instant_to_string (actual);

  if (!self->patched || actual == intended)
    return NULL;

  /* Translators: two instants in UTC */
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _ ("Zoom left the meeting at %s instead of %s: correct it at Zoom, its link is right"), actual_text, intended_text);
}

/* Where the start lies ahead there is no reason to ignore it: what was read may be older than the change. Then it is looked at once more, and asked for once
 * more if need be. */
static gboolean
may_be_old (ConveneUpdateErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  return convene_operation_get_posts (convene_errand_get_operation (errand)) < MOST_PATCHES &&
         convene_moment_get_instant (convene_interview_get_start (self->wanted)) > convene_errand_now (errand);
}

static void
conclude (ConveneMeetingErrand *base)
{
  ConveneUpdateErrand *self = CONVENE_UPDATE_ERRAND (base);
  ConveneErrand       *errand = CONVENE_ERRAND (self);
  g_autoptr(GError) error = compare_start (self);

  if (error != NULL && may_be_old (self))
    {
      convene_error_set_doubtful (error, TRUE);
      convene_meeting_errand_try_later (base, convene_errand_now (errand) + CONVENE_LOOK_INTERVAL, error);
      return;
    }

  convene_meeting_errand_put_meeting (base, self->there);
  convene_meeting_errand_tell (base, self->there);
  convene_operation_set_looks (convene_errand_get_operation (errand), error == NULL ? 0 : 1);
  convene_errand_settle (errand, error == NULL ? CONVENE_OPERATION_STATE_DONE : CONVENE_OPERATION_STATE_FAILED, error);
}

static void
end_missing (ConveneUpdateErrand *self,
             const GError        *error)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneMeeting       *meeting = convene_meeting_errand_get_meeting (base);

  self->missing = TRUE;
  convene_operation_set_looks (convene_errand_get_operation (CONVENE_ERRAND (self)), 0);
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_MISSING);
  convene_change_put_meeting (convene_errand_get_change (CONVENE_ERRAND (base)), meeting);
  convene_meeting_errand_release (base);
  convene_meeting_errand_settle_failed (base, error);
}

/* Zoom says wrongly at times, for a while, that a meeting is not there: it is asked again before that is believed. */
static void
end_gone (ConveneUpdateErrand *self,
          const GError        *error)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  if (convene_operation_get_looks (operation) >= CONVENE_LOOKS)
    {
      end_missing (self, error);
      return;
    }

  /* Where it is read and still cannot be changed, each time costs a request, and the letter has its link. */
  if (convene_errand_now (errand) >= convene_meeting_errand_patience_end (CONVENE_MEETING_ERRAND (self)))
    convene_meeting_errand_give_up_waiting (CONVENE_MEETING_ERRAND (self), error);
  convene_operation_set_looks (operation, CONVENE_LOOKS);
  convene_errand_wait_until (errand, convene_errand_now (errand) + MAX (CONVENE_LOOK_INTERVAL, convene_backoff_delay (convene_operation_get_attempts (operation))), error);
}

static void
end_with_error (ConveneUpdateErrand *self,
                const GError        *error)
{
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE))
    end_gone (self, error);
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_HOST))
    convene_meeting_errand_end_unmanaged (CONVENE_MEETING_ERRAND (self));
  else
    convene_meeting_errand_end_with_error (CONVENE_MEETING_ERRAND (self), error);
}

/* It was changed, and what came of it is not known: that is a doubt, whatever the reading failed for. */
static void
end_reading_back (ConveneUpdateErrand *self,
                  GError              *error)
{
  if (error->domain == CONVENE_ERROR)
    convene_error_set_doubtful (error, TRUE);
  end_with_error (self, error);
}

static void
read_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  ConveneUpdateErrand  *self = CONVENE_UPDATE_ERRAND (user_data);
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  GError               *failure = NULL;
  g_autoptr(ConveneMeeting) meeting = convene_meeting_provider_read_finish (CONVENE_MEETING_PROVIDER (source), result, &failure);
  g_autoptr(GError) error = convene_meeting_errand_end_call (base, failure);

  if (meeting == NULL)
    {
      end_reading_back (self, error);
      return;
    }

  convene_meeting_set_alternative_hosts (meeting, convene_interview_get_alternative_hosts (self->wanted));
  g_set_object (&self->there, meeting);
  convene_meeting_errand_conclude (base, conclude);
}

static void
read_meeting (ConveneMeetingErrand *base,
              GAsyncReadyCallback   callback)
{
  convene_meeting_provider_read_async (convene_meeting_errand_get_provider (base), convene_meeting_get_number (convene_meeting_errand_get_meeting (base)),
                                       convene_meeting_errand_begin_call (base), callback, base);
}

static void
patched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneUpdateErrand  *self = CONVENE_UPDATE_ERRAND (user_data);
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  GError               *failure = NULL;
  g_autoptr(GError) error = NULL;

  self->patched = convene_meeting_provider_change_finish (CONVENE_MEETING_PROVIDER (source), result, &failure);
  error = convene_meeting_errand_end_call (base, failure);
  if (self->patched)
    {
      read_meeting (base, read_back_cb);
      return;
    }

  convene_meeting_errand_take_back (base, error, FALSE);
  end_with_error (self, error);
}

static void
patch (ConveneErrand *errand)
{
  ConveneUpdateErrand  *self = CONVENE_UPDATE_ERRAND (errand);
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (errand);
  ConveneMeeting       *known = self->there != NULL ? self->there : convene_meeting_errand_get_meeting (base);

  convene_meeting_provider_change_async (convene_meeting_errand_get_provider (base), known, self->wanted, convene_meeting_errand_begin_call (base), patched_cb,
                                         self);
}

static void
change (ConveneUpdateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneErrand        *errand = CONVENE_ERRAND (self);

  if (!convene_meeting_errand_has_requests (base))
    {
      g_autoptr(GError) quota = g_error_new (CONVENE_ERROR, CONVENE_ERROR_QUOTA, _ ("Zoom’s 100 requests of today are used up: the meeting is changed after 00:00 UTC"));

      convene_meeting_errand_wait_for_tomorrow (base, 0, quota);
      return;
    }

  convene_operation_set_looks (convene_errand_get_operation (errand), 0);
  convene_meeting_errand_spend (base, TRUE);
  convene_errand_expect (errand, g_ptr_array_index (convene_meeting_errand_get_users (base), 0));
  convene_errand_begin (errand, patch);
}

/* It is as it is to be: by an earlier attempt, or by somebody at Zoom. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneUpdateErrand  *self = CONVENE_UPDATE_ERRAND (user_data);
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneOperation     *operation = convene_errand_get_operation (CONVENE_ERRAND (self));
  GError               *failure = NULL;
  g_autoptr(ConveneMeeting) meeting = convene_meeting_provider_read_finish (CONVENE_MEETING_PROVIDER (source), result, &failure);
  g_autoptr(GError) error = convene_meeting_errand_end_call (base, failure);

  if (meeting == NULL)
    {
      convene_operation_set_attempts (operation, convene_operation_get_attempts (operation) + 1);
      end_with_error (self, error);
      return;
    }

  /* Whom others added as hosts there is none of ours: the provider sees to them. */
  convene_meeting_set_alternative_hosts (meeting, convene_meeting_get_alternative_hosts (convene_meeting_errand_get_meeting (base)));
  convene_meeting_set_reference (meeting, convene_meeting_get_reference (convene_meeting_errand_get_meeting (base)));
  g_set_object (&self->there, meeting);
  if (compare (self) == CONVENE_MEETING_DIFFERENCE_NONE)
    convene_meeting_errand_conclude (base, conclude);
  else
    change (self);
}

/* Whether it has to be read before anything is changed: an earlier attempt may have changed it, or it was not there. */
static gboolean
has_to_read (ConveneUpdateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);

  return convene_meeting_errand_is_looking (base) || convene_meeting_get_state (convene_meeting_errand_get_meeting (base)) != CONVENE_MEETING_STATE_LIVE ||
         convene_operation_get_posts (convene_errand_get_operation (CONVENE_ERRAND (self))) > 0;
}

static void
act (ConveneUpdateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneErrand        *errand = CONVENE_ERRAND (self);

  if (!has_to_read (self) && compare (self) == CONVENE_MEETING_DIFFERENCE_NONE)
    {
      convene_errand_settle (errand, CONVENE_OPERATION_STATE_DROPPED, NULL);
      return;
    }
  if (!convene_meeting_errand_take_maker (base))
    {
      convene_meeting_errand_wait_for_account (base, _ ("The Zoom account that made the meeting is disconnected: connect it again, and the meeting is changed"));
      return;
    }

  convene_errand_begin_patience (errand);
  if (has_to_read (self))
    read_meeting (base, read_cb);
  else
    change (self);
}

/* Nobody has such a meeting any more, or one is yet to be made: whoever makes it asks for what is wanted then. */
static gboolean
is_idle (ConveneMeetingErrand *base)
{
  ConveneMeeting *meeting = convene_meeting_errand_get_meeting (base);

  return meeting == NULL || convene_meeting_get_number (meeting) == 0 || convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_DELETED ||
         convene_meeting_errand_get_users (base)->len == 0;
}

static void
convene_update_errand_proceed (ConveneMeetingErrand *base)
{
  ConveneUpdateErrand *self = CONVENE_UPDATE_ERRAND (base);
  ConveneErrand       *errand = CONVENE_ERRAND (base);

  if (is_idle (base))
    {
      convene_errand_settle (errand, CONVENE_OPERATION_STATE_DROPPED, NULL);
      return;
    }

  self->wanted = g_object_ref (g_ptr_array_index (convene_meeting_errand_get_users (base), 0));
  if (convene_errand_now (errand) >= convene_interview_get_end (self->wanted))
    {
      g_autoptr(GError) over = g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview was over before its meeting was changed"));

      convene_meeting_errand_settle_failed (base, over);
      return;
    }

  act (self);
}

static void
convene_update_errand_class_init (ConveneUpdateErrandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_update_errand_dispose;
  CONVENE_MEETING_ERRAND_CLASS (klass)->proceed = convene_update_errand_proceed;
  CONVENE_MEETING_ERRAND_CLASS (klass)->release = convene_update_errand_release;
}

static void
convene_update_errand_init (ConveneUpdateErrand *self)
{
}

ConveneErrand *
convene_update_errand_new (ConveneStore     *store,
                           ConveneClock     *clock,
                           ConveneAccounts  *accounts,
                           ConveneOperation *operation)
{
  return g_object_new (CONVENE_TYPE_UPDATE_ERRAND, "store", store, "clock", clock, "accounts", accounts, "operation", operation, NULL);
}
