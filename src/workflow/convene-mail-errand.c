/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-errand.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-compose.h"
#include "convene-error.h"
#include "convene-letter-way.h"
#include "convene-letter-use.h"

struct _ConveneMailErrand
{
  ConveneErrand parent_instance;

  ConveneAccount       *account; /* the mail account; NULL where the letter is handed over */
  ConveneLetterCarrier *carrier;
  ConveneLetter        *letter;
  char                 *meeting_id; /* of the meeting that is this errand's alone */
};

G_DEFINE_FINAL_TYPE (ConveneMailErrand, convene_mail_errand, CONVENE_TYPE_ERRAND)

static void
convene_mail_errand_dispose (GObject *object)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (object);

  g_clear_object (&self->account);
  g_clear_object (&self->carrier);
  g_clear_object (&self->letter);

  G_OBJECT_CLASS (convene_mail_errand_parent_class)->dispose (object);
}

static void
convene_mail_errand_finalize (GObject *object)
{
  g_free (CONVENE_MAIL_ERRAND (object)->meeting_id);

  G_OBJECT_CLASS (convene_mail_errand_parent_class)->finalize (object);
}

static void
try_later (ConveneErrand *errand,
           gint64         earliest,
           const GError  *error)
{
  ConveneOperation *operation = convene_errand_get_operation (errand);
  gint64            due = MAX (earliest, convene_errand_now (errand) + convene_backoff_delay (convene_operation_get_attempts (operation)));

  if (convene_error_is_doubtful (error))
    convene_errand_doubt_until (errand, due, error);
  else
    convene_errand_wait_until (errand, due, error);
}

static void
end_with_error (ConveneMailErrand *self,
                const GError      *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  ConveneError   code = error->domain == CONVENE_ERROR ? (ConveneError) error->code : CONVENE_ERROR_UNREACHABLE;

  switch (code)
    {
    case CONVENE_ERROR_SIGNED_OUT:
      convene_errand_wait_for_sign_in (errand, self->account, CONVENE_ACCOUNT_STATE_EXPIRED, error);
      break;
    case CONVENE_ERROR_UNREACHABLE:
    case CONVENE_ERROR_RATE_LIMITED:
    case CONVENE_ERROR_BAD_ANSWER:
    case CONVENE_ERROR_CANCELLED:
      try_later (errand, convene_error_get_retry_at (error), error);
      break;
    case CONVENE_ERROR_NO_KEYRING:
    case CONVENE_ERROR_KEYRING_LOCKED:
      try_later (errand, convene_errand_now (errand) + CONVENE_KEYRING_INTERVAL, error);
      break;
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
    case CONVENE_ERROR_STALE:
    default:
      convene_errand_settle (errand, CONVENE_OPERATION_STATE_FAILED, error);
      break;
    }
}

/* From now on the same octets go under the same Message-ID, whatever becomes of them: somebody may have them. */
static void
note_arrival (ConveneErrand *errand)
{
  ConveneOperation *operation = convene_errand_get_operation (errand);

  convene_operation_set_posts (operation, convene_operation_get_posts (operation) + 1);
}

/* Some got it, some addresses were refused. That is a failure a person must hear of, and no reason to send it to the others again. */
static void
end_sent (ConveneMailErrand *self,
          const char *const *refused)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  g_autoptr(GError) error = NULL;

  if (refused != NULL && refused[0] != NULL)
    {
      g_autofree char *addresses = g_strjoinv (", ", (GStrv) refused);

      /* Translators: %s is a list of mail addresses */
      error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_MAIL_REFUSED, _ ("The mail server refused %s; the others have the letter: correct the address"), addresses);
      note_arrival (errand);
      /* Who tries again sends it to these alone. */
      convene_letter_set_recipients (self->letter, refused);
      convene_change_put_letter (convene_errand_get_change (errand), self->letter);
    }

  convene_errand_mark_connected (errand, self->account);
  convene_errand_settle (errand, error == NULL ? CONVENE_OPERATION_STATE_DONE : CONVENE_OPERATION_STATE_FAILED, error);
}

/* Nobody but the person sends it now, and what the letter can do is less. */
static void
end_handed_over (ConveneMailErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  convene_errand_note (errand, _ ("Your mail program has the letter: send it there. It has no answer buttons, and Convene cannot see whether it was sent."));
  convene_errand_settle (errand, CONVENE_OPERATION_STATE_HANDED_OVER, NULL);
}

/* Nothing was sent, and no time makes it better: a mail account does, or the person who tries again. The end of the program is neither. */
static void
end_not_handed_over (ConveneMailErrand *self,
                     const GError      *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  if (g_cancellable_is_cancelled (convene_errand_get_cancellable (errand)))
    convene_errand_doubt_until (errand, convene_errand_now (errand), error);
  else
    convene_errand_wait_for (errand, "mail", error);
}

static void
handed_over_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = convene_letter_carrier_send_finish (CONVENE_LETTER_CARRIER (source), result, &error);

  if (refused != NULL)
    end_handed_over (self);
  else
    end_not_handed_over (self, error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = convene_letter_carrier_send_finish (CONVENE_LETTER_CARRIER (source), result, &error);

  if (error != NULL)
    end_with_error (self, error);
  else
    end_sent (self, (const char *const *) refused);
}

static void
send_letter (ConveneErrand *errand)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (errand);

  convene_letter_carrier_send_async (self->carrier, self->letter, convene_errand_get_cancellable (errand),
                                     convene_letter_carrier_is_unattended (self->carrier) ? sent_cb : handed_over_cb, self);
}

static void
composed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  ConveneErrand     *errand = CONVENE_ERRAND (self);
  ConveneOperation  *operation = convene_errand_get_operation (errand);
  ConveneAccount    *sender = convene_accounts_find_sender (convene_errand_get_accounts (errand), convene_errand_get_known_accounts (errand));
  g_autofree char   *message_id = convene_letter_message_id_new (sender != NULL ? convene_account_get_address (sender) : NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePreferences) preferences = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);

  if (preferences == NULL)
    {
      convene_errand_fail (errand, g_steal_pointer (&error));
      return;
    }

  convene_operation_set_reference (operation, message_id);
  self->letter = convene_compose_letter (convene_errand_get_interview (errand), operation, sender, preferences, convene_errand_now (errand), &error);
  if (self->letter == NULL)
    {
      convene_errand_settle (errand, CONVENE_OPERATION_STATE_FAILED, error);
      return;
    }

  /* Whoever reads it later sees that it went no way of ours. */
  if (self->account == NULL)
    convene_letter_set_sender (self->letter, NULL);
  convene_change_put_letter (convene_errand_get_change (errand), self->letter);
  convene_errand_begin (errand, send_letter);
}

static void
compose (ConveneMailErrand *self)
{
  convene_preferences_read_async (convene_errand_get_store (CONVENE_ERRAND (self)), NULL, composed_cb, self);
}

/* Whether these octets may be at a mail server already, and can go there again. A letter that was handed over is nobody's but the person's: it is written
 * anew for whatever way there is now. */
static gboolean
may_have_arrived (ConveneMailErrand *self)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  return self->letter != NULL && self->account != NULL && convene_letter_get_sender (self->letter) != NULL && convene_operation_get_posts (operation) > 0;
}

static void
letter_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  self->letter = convene_store_get_letter_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    convene_errand_fail (CONVENE_ERRAND (self), g_steal_pointer (&error));
  else if (may_have_arrived (self))
    convene_errand_begin (CONVENE_ERRAND (self), send_letter);
  else
    {
      g_clear_object (&self->letter);
      compose (self);
    }
}

static void
read_letter (ConveneMailErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  convene_store_get_letter_async (convene_errand_get_store (errand), convene_operation_get_id (convene_errand_get_operation (errand)), NULL,
                                  letter_cb, self);
}

static void
carrier_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  self->carrier = convene_accounts_open_carrier_finish (CONVENE_ACCOUNTS (source), result, &error);
  if (self->carrier == NULL)
    end_with_error (self, error);
  else
    read_letter (self);
}

static void
wait_for_account (ConveneErrand *errand)
{
  g_autoptr(GError) none = g_error_new (CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT, _ ("No mail account is connected: the letter waits for one"));

  convene_errand_wait_for (errand, "mail", none);
}

static void
open_carrier (ConveneMailErrand *self)
{
  ConveneErrand       *errand = CONVENE_ERRAND (self);
  ConveneAccounts     *accounts = convene_errand_get_accounts (errand);
  ConveneAccount      *account = convene_accounts_find_mail (convene_errand_get_known_accounts (errand));
  ConveneOperationKind kind = convene_operation_get_kind (convene_errand_get_operation (errand));

  switch (convene_letter_way_find (kind, account != NULL, convene_accounts_get_hand_over (accounts)))
    {
    case CONVENE_LETTER_WAY_SENT:
      self->account = g_object_ref (account);
      convene_accounts_open_carrier_async (accounts, account, convene_errand_get_cancellable (errand), carrier_cb, self);
      break;
    case CONVENE_LETTER_WAY_HANDED_OVER:
      self->carrier = g_object_ref (convene_accounts_get_portal (accounts));
      read_letter (self);
      break;
    case CONVENE_LETTER_WAY_WAITS:
    default:
      wait_for_account (errand);
      break;
    }
}

static void
act (ConveneErrand *errand)
{
  ConveneInterview *interview = convene_errand_get_interview (errand);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  gint64            now = convene_errand_now (errand);
  gint64            turn;

  if (convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_DOUBT)
    note_arrival (errand);

  turn = convene_letter_find_turn (interview, operation, now);
  if (!convene_letter_still_helps (interview, operation, now))
    {
      convene_errand_settle (errand, CONVENE_OPERATION_STATE_DROPPED, NULL);
    }
  else if (convene_errand_is_over (errand))
    {
      g_autoptr(GError) over = g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview was over before this letter was sent"));

      convene_errand_settle (errand, CONVENE_OPERATION_STATE_FAILED, over);
    }
  else if (turn > now)
    {
      convene_errand_wait_until (errand, turn, NULL);
    }
  else
    {
      open_carrier (CONVENE_MAIL_ERRAND (errand));
    }
}

/* What the letter says of the meeting stays so until it has left; what was read before that was certain is read again. */
static void
convene_mail_errand_start (ConveneErrand *errand)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (errand);
  ConveneMeeting    *meeting = convene_interview_get_meeting (convene_errand_get_interview (errand));
  const char        *id = meeting != NULL ? convene_meeting_get_id (meeting) : NULL;

  if (g_strcmp0 (id, self->meeting_id) == 0)
    {
      act (errand);
    }
  else if (id != NULL && !convene_errand_claim_meeting (errand, id))
    {
      convene_errand_leave (errand);
    }
  else
    {
      g_free (self->meeting_id);
      self->meeting_id = g_strdup (id);
      convene_errand_refresh (errand, convene_mail_errand_start);
    }
}

static void
convene_mail_errand_class_init (ConveneMailErrandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_mail_errand_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_mail_errand_finalize;
  CONVENE_ERRAND_CLASS (klass)->start = convene_mail_errand_start;
}

static void
convene_mail_errand_init (ConveneMailErrand *self)
{
}

ConveneErrand *
convene_mail_errand_new (ConveneStore     *store,
                         ConveneClock     *clock,
                         ConveneAccounts  *accounts,
                         ConveneOperation *operation)
{
  return g_object_new (CONVENE_TYPE_MAIL_ERRAND, "store", store, "clock", clock, "accounts", accounts, "operation", operation, NULL);
}
