/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-create-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

G_DEFINE_FINAL_TYPE (ConveneCreateErrand, convene_create_errand, CONVENE_TYPE_MEETING_ERRAND)

static void
convene_create_errand_dispose (GObject *object)
{
  ConveneCreateErrand *self = CONVENE_CREATE_ERRAND (object);

  g_clear_pointer (&self->facts, convene_host_facts_free);
  g_clear_object (&self->made);

  G_OBJECT_CLASS (convene_create_errand_parent_class)->dispose (object);
}

/* Whoever waits for the meeting: all that will use it. */
static void
convene_create_errand_release (ConveneMeetingErrand *base)
{
  ConveneErrand *errand = CONVENE_ERRAND (base);
  GPtrArray     *users = convene_meeting_errand_get_users (base);

  for (guint i = 0; i < users->len; i++)
    convene_meeting_ask_for_link (convene_errand_get_change (errand), g_ptr_array_index (users, i), convene_errand_now (errand));
  if (users->len == 0 && convene_operation_get_meeting_id (convene_errand_get_operation (errand)) == NULL)
    convene_meeting_ask_for_link (convene_errand_get_change (errand), convene_errand_get_interview (errand), convene_errand_now (errand));
}

static void
put_state (ConveneMeetingErrand *base,
           ConveneMeetingState   state)
{
  ConveneMeeting *meeting = convene_meeting_errand_get_meeting (base);

  if (meeting == NULL)
    return;

  convene_meeting_set_state (meeting, state);
  convene_change_put_meeting (convene_errand_get_change (CONVENE_ERRAND (base)), meeting);
}

static void
convene_create_errand_fail (ConveneMeetingErrand *base)
{
  put_state (base, CONVENE_MEETING_STATE_FAILED);
}

void
convene_create_errand_drop (ConveneCreateErrand *self)
{
  put_state (CONVENE_MEETING_ERRAND (self), CONVENE_MEETING_STATE_DELETED);
  convene_errand_settle (CONVENE_ERRAND (self), CONVENE_OPERATION_STATE_DROPPED, NULL);
}

ConveneInterview *
convene_create_errand_get_wanted (ConveneCreateErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  GPtrArray        *users = convene_meeting_errand_get_users (CONVENE_MEETING_ERRAND (self));
  ConveneInterview *interview = convene_errand_get_interview (errand);

  if (users->len > 0)
    return g_ptr_array_index (users, 0);

  /* Its meeting is yet to be added: nobody could be asked for one until now. */
  if (convene_meeting_errand_get_meeting (CONVENE_MEETING_ERRAND (self)) == NULL && convene_interview_get_meeting (interview) == NULL &&
      convene_interview_get_status (interview) == CONVENE_STATUS_SCHEDULED && convene_interview_get_platform (interview) == CONVENE_PLATFORM_ZOOM)
    return interview;

  return NULL;
}

/* Zoom says that the account cannot make meetings for this host after all. */
static gboolean
is_denied (ConveneCreateErrand *self,
           const GError        *error)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));
  ConveneAccount   *account = convene_meeting_errand_get_account (CONVENE_MEETING_ERRAND (self));

  return convene_host_is_other (account, convene_operation_get_host (operation)) && g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) &&
         !convene_error_is_doubtful (error) && g_strcmp0 (convene_error_get_field (error), "host") == 0;
}

/* Nothing was made: the next in the order of choice is tried, as if the first had never been planned. */
static void
choose_again (ConveneCreateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  ConveneErrand        *errand = CONVENE_ERRAND (self);
  ConveneOperation     *operation = convene_errand_get_operation (errand);
  const char           *account_id = convene_account_get_id (convene_meeting_errand_get_account (base));
  const char           *host = convene_operation_get_host (operation);
  g_autoptr(ConveneHostFacts) known = g_steal_pointer (&self->facts);
  g_autoptr(ConveneHostChoice) choice = NULL;

  convene_change_put_delegation (convene_errand_get_change (errand), account_id, host, FALSE, convene_errand_now (errand));
  self->facts = convene_host_facts_deny (known, account_id, host);
  choice = convene_host_choice_new (convene_create_errand_get_wanted (self), self->facts);
  convene_operation_set_attempts (operation, convene_operation_get_attempts (operation) - 1);
  if (choice->account == NULL)
    {
      convene_meeting_errand_wait_for_account (base, choice->reason);
      return;
    }

  convene_create_errand_take_choice (self, choice);
  self->post (self);
}

static void
create_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ConveneCreateErrand  *self = CONVENE_CREATE_ERRAND (user_data);
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  GError               *failure = NULL;
  g_autoptr(ConveneMeeting) meeting = convene_meeting_provider_create_finish (CONVENE_MEETING_PROVIDER (source), result, &failure);
  g_autoptr(GError) error = convene_meeting_errand_end_call (base, failure);

  if (meeting != NULL)
    {
      self->posted = TRUE;
      convene_create_errand_keep (self, meeting);
      return;
    }

  convene_meeting_errand_take_back (base, error, is_denied (self, error));
  /* An earlier request that was given up for lost may have been the host's meeting all the same. */
  if (is_denied (self, error) && convene_operation_get_posts (convene_errand_get_operation (CONVENE_ERRAND (self))) == 0)
    choose_again (self);
  else
    convene_meeting_errand_end_with_error (base, error);
}

static void
create (ConveneErrand *errand)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (errand);
  ConveneOperation     *operation = convene_errand_get_operation (errand);

  convene_meeting_provider_create_async (convene_meeting_errand_get_provider (base), convene_create_errand_get_wanted (CONVENE_CREATE_ERRAND (errand)),
                                         convene_operation_get_host (operation), convene_operation_get_reference (operation),
                                         convene_meeting_errand_begin_call (base), create_cb, errand);
}

static void
post (ConveneCreateErrand *self)
{
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);

  if (!convene_meeting_errand_has_requests (base))
    {
      g_autoptr(GError) quota = g_error_new (CONVENE_ERROR, CONVENE_ERROR_QUOTA, _ ("Zoom’s 100 requests of today are used up: the meeting is made after 00:00 UTC"));

      convene_meeting_errand_wait_for_tomorrow (base, 0, quota);
      return;
    }

  convene_create_errand_put_intent (self);
  convene_meeting_errand_spend (base, TRUE);
  convene_errand_expect (CONVENE_ERRAND (self), convene_create_errand_get_wanted (self));
  convene_errand_begin (CONVENE_ERRAND (self), create);
}

/* A request that was given up for lost may have been the one that nobody wants now. */
static void
act (ConveneCreateErrand *self)
{
  if (convene_meeting_errand_is_looking (CONVENE_MEETING_ERRAND (self)) || convene_create_errand_get_wanted (self) == NULL)
    convene_create_errand_look (self);
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
wait_for_any (ConveneCreateErrand *self,
              ConveneAccount      *account)
{
  /* Translators: %s is the mail address of a Zoom account */
  g_autofree char *reason = g_strdup_printf (_ ("%s has to sign in to Zoom again before the meeting can be made: reconnect that account, or connect another one"), convene_account_get_address (account));

  convene_meeting_errand_wait_for_account (CONVENE_MEETING_ERRAND (self), reason);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ConveneCreateErrand  *self = CONVENE_CREATE_ERRAND (user_data);
  ConveneMeetingErrand *base = CONVENE_MEETING_ERRAND (self);
  GError               *error = NULL;
  g_autoptr(ConveneHostChoice) choice = NULL;

  g_clear_pointer (&self->facts, convene_host_facts_free);
  self->facts = convene_host_facts_read_finish (result, &error);
  if (self->facts == NULL)
    {
      convene_errand_fail (CONVENE_ERRAND (self), error);
      return;
    }

  choice = convene_host_choice_new (convene_create_errand_get_wanted (self), self->facts);
  if (choice->account == NULL)
    {
      convene_meeting_errand_wait_for_account (base, choice->reason);
      return;
    }
  if (is_signed_out (choice->account))
    {
      wait_for_any (self, choice->account);
      return;
    }

  convene_create_errand_take_choice (self, choice);
  act (self);
}

/* Where the hiring manager of whoever wants the meeting is to host. */
static const char *
get_manager (ConveneCreateErrand *self)
{
  ConveneInterview   *wanted = convene_create_errand_get_wanted (self);
  ConveneInterview   *interview = wanted != NULL ? wanted : convene_errand_get_interview (CONVENE_ERRAND (self));
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);

  return manager != NULL ? convene_participant_get_address (manager) : NULL;
}

/* An operation without an account takes the one that would be chosen now; so does one whose account is gone, if nothing can be there at Zoom. */
static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneCreateErrand *self = CONVENE_CREATE_ERRAND (user_data);
  ConveneErrand       *errand = CONVENE_ERRAND (self);
  GError              *error = NULL;

  self->facts = convene_host_facts_read_finish (result, &error);
  if (self->facts == NULL)
    convene_errand_fail (errand, error);
  else if (convene_create_errand_take_planned (self))
    act (self);
  else if (convene_operation_get_posts (convene_errand_get_operation (errand)) > 0 || convene_create_errand_get_wanted (self) == NULL)
    convene_meeting_errand_wait_for_account (CONVENE_MEETING_ERRAND (self), _ ("The Zoom account that began to make the meeting is disconnected: connect it again"));
  else
    convene_host_facts_read_async (convene_errand_get_accounts (errand), get_manager (self), NULL, chosen_cb, self);
}

/* Whether nobody wants it and nothing can be there at Zoom. */
static gboolean
is_idle (ConveneCreateErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  if (convene_create_errand_get_wanted (self) != NULL)
    return FALSE;

  return convene_errand_is_over (errand) ||
         (!convene_meeting_errand_is_looking (CONVENE_MEETING_ERRAND (self)) && convene_operation_get_posts (convene_errand_get_operation (errand)) == 0);
}

static void
convene_create_errand_proceed (ConveneMeetingErrand *base)
{
  ConveneCreateErrand *self = CONVENE_CREATE_ERRAND (base);
  ConveneErrand       *errand = CONVENE_ERRAND (self);

  self->post = post;
  if (is_idle (self))
    {
      convene_create_errand_drop (self);
    }
  else if (convene_errand_is_over (errand))
    {
      g_autoptr(GError) over = g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview was over before its meeting was made"));

      convene_meeting_errand_keep_doubt (base);
      convene_meeting_errand_settle_failed (base, over);
    }
  else
    {
      convene_host_facts_read_known_async (convene_errand_get_accounts (errand), get_manager (self), NULL, known_cb, self);
    }
}

static void
convene_create_errand_class_init (ConveneCreateErrandClass *klass)
{
  ConveneMeetingErrandClass *meeting_class = CONVENE_MEETING_ERRAND_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_create_errand_dispose;
  meeting_class->proceed = convene_create_errand_proceed;
  meeting_class->release = convene_create_errand_release;
  meeting_class->fail = convene_create_errand_fail;
  meeting_class->holds_letters = TRUE;
}

static void
convene_create_errand_init (ConveneCreateErrand *self)
{
}

ConveneErrand *
convene_create_errand_new (ConveneStore     *store,
                           ConveneClock     *clock,
                           ConveneAccounts  *accounts,
                           ConveneOperation *operation)
{
  return g_object_new (CONVENE_TYPE_CREATE_ERRAND, "store", store, "clock", clock, "accounts", accounts, "operation", operation, NULL);
}
