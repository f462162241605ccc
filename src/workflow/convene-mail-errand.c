/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-compose.h"
#include "convene-error.h"
#include "convene-letter-threads.h"
#include "convene-letter-use.h"
#include "convene-letter-way.h"
#include "convene-store-answers.h"
#include "convene-text.h"

G_DEFINE_FINAL_TYPE (ConveneMailErrand, convene_mail_errand, CONVENE_TYPE_ERRAND)

static void
convene_mail_errand_dispose (GObject *object)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (object);

  g_clear_object (&self->account);
  g_clear_object (&self->carrier);
  g_clear_pointer (&self->letters, g_ptr_array_unref);

  G_OBJECT_CLASS (convene_mail_errand_parent_class)->dispose (object);
}

static void
convene_mail_errand_finalize (GObject *object)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (object);

  g_free (self->meeting_id);
  g_clear_pointer (&self->style, convene_letter_style_free);
  g_ptr_array_unref (self->refused);
  g_clear_error (&self->refusal);
  g_clear_error (&self->later);

  G_OBJECT_CLASS (convene_mail_errand_parent_class)->finalize (object);
}

/* Each person gets a letter of their own where that is wanted; a draft in the person's mail program is one for all. */
static gboolean
go_apart (ConveneMailErrand *self)
{
  return self->style->preferences->letters_apart && self->account != NULL;
}

/* Those of another time are forgotten: they were for whom the interview had then. */
static void
keep_letters (ConveneMailErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  ConveneChange *change = convene_errand_get_change (errand);

  convene_change_remove_letters (change, convene_operation_get_id (convene_errand_get_operation (errand)));
  for (guint i = 0; i < self->letters->len; i++)
    {
      /* Whoever reads it later sees that it went no way of ours. */
      if (self->account == NULL)
        convene_letter_set_sender (g_ptr_array_index (self->letters, i), NULL);
      convene_change_put_letter (change, g_ptr_array_index (self->letters, i));
    }
}

static void
write_letters (ConveneMailErrand *self,
               GHashTable        *threads)
{
  ConveneErrand         *errand = CONVENE_ERRAND (self);
  ConveneOperation      *operation = convene_errand_get_operation (errand);
  ConveneAccount        *sender = convene_accounts_find_sender (convene_errand_get_accounts (errand), convene_errand_get_known_accounts (errand));
  const ConveneComposing how = {
    .sender = sender,
    .edits = self->style->edits,
    .password_unless_in_link = self->style->preferences->password_unless_in_link,
    .apart = go_apart (self),
    .threads = threads,
    .now = convene_errand_now (errand),
  };
  g_autofree char *message_id = convene_letter_message_id_new (sender != NULL ? convene_account_get_address (sender) : NULL);
  g_autoptr(GError) error = NULL;

  convene_operation_set_reference (operation, message_id);
  self->letters = convene_compose_letters (convene_errand_get_interview (errand), operation, &how, &error);
  if (self->letters == NULL)
    {
      convene_errand_settle (errand, CONVENE_OPERATION_STATE_FAILED, error);
      return;
    }

  keep_letters (self);
  convene_errand_begin (errand, convene_mail_errand_send);
}

static void
threads_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  GError            *error = NULL;
  g_autoptr(GHashTable) threads = convene_letter_threads_read_finish (CONVENE_STORE (source), result, &error);

  if (threads != NULL)
    write_letters (self, threads);
  else
    convene_errand_fail (CONVENE_ERRAND (self), error);
}

static void
style_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  ConveneErrand     *errand = CONVENE_ERRAND (self);
  GError            *error = NULL;

  self->style = convene_letter_style_read_finish (CONVENE_STORE (source), result, &error);
  if (self->style == NULL)
    convene_errand_fail (errand, error);
  else if (go_apart (self))
    convene_letter_threads_read_async (CONVENE_STORE (source), convene_errand_get_interview (errand), convene_errand_get_operation (errand), NULL, threads_cb, self);
  else
    write_letters (self, NULL);
}

static void
compose (ConveneMailErrand *self)
{
  convene_letter_style_read_async (convene_errand_get_store (CONVENE_ERRAND (self)), NULL, style_cb, self);
}

/* Whether these octets may be at a mail server already, and can go there again. A letter that was handed over is nobody's but the person's: it is written
 * anew for whatever way there is now. */
static gboolean
may_have_arrived (ConveneMailErrand *self)
{
  ConveneOperation *operation = convene_errand_get_operation (CONVENE_ERRAND (self));

  return self->letters->len > 0 && self->account != NULL && convene_letter_get_sender (g_ptr_array_index (self->letters, 0)) != NULL &&
         convene_operation_get_posts (operation) > 0;
}

/* The addresses that a letter still is for; NULL for none. A copy is for whoever sends it, but not alone. */
static GStrv
list_concerned (ConveneMailErrand *self,
                ConveneLetter     *letter)
{
  ConveneErrand     *errand = CONVENE_ERRAND (self);
  const char *const *recipients = convene_letter_get_recipients (letter);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; recipients != NULL && recipients[i] != NULL; i++)
    {
      gboolean concerned = convene_compose_concerns (convene_errand_get_interview (errand), convene_errand_get_operation (errand), recipients[i]);

      any |= concerned;
      if (concerned || convene_address_equal (recipients[i], convene_letter_get_sender (letter)))
        g_strv_builder_add (builder, recipients[i]);
    }

  return any ? g_strv_builder_end (builder) : NULL;
}

/* People may have come and gone since the letters were written. The octets stay as they are. */
static void
leave_out_others (ConveneMailErrand *self)
{
  for (guint i = self->letters->len; i > 0; i--)
    {
      ConveneLetter *letter = g_ptr_array_index (self->letters, i - 1);
      g_auto(GStrv) concerned = convene_letter_get_left (letter) ? NULL : list_concerned (self, letter);

      if (concerned != NULL)
        convene_letter_set_recipients (letter, (const char *const *) concerned);
      else if (!convene_letter_get_left (letter))
        g_ptr_array_remove_index (self->letters, i - 1);
    }
}

/* Where nobody is left to send it to, others have it, or nobody knows. */
static void
go_again (ConveneMailErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  gboolean       in_doubt = convene_operation_get_state (convene_errand_get_operation (errand)) == CONVENE_OPERATION_STATE_DOUBT;

  leave_out_others (self);
  if (self->letters->len > 0)
    convene_errand_begin (errand, convene_mail_errand_send);
  else
    convene_errand_settle (errand, in_doubt ? CONVENE_OPERATION_STATE_DROPPED : CONVENE_OPERATION_STATE_DONE, NULL);
}

static void
letters_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  GError            *error = NULL;

  self->letters = convene_store_list_letters_finish (CONVENE_STORE (source), result, &error);
  if (self->letters == NULL)
    convene_errand_fail (CONVENE_ERRAND (self), error);
  else if (may_have_arrived (self))
    go_again (self);
  else
    {
      g_clear_pointer (&self->letters, g_ptr_array_unref);
      compose (self);
    }
}

static void
read_letters (ConveneMailErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  convene_store_list_letters_async (convene_errand_get_store (errand), convene_operation_get_id (convene_errand_get_operation (errand)), NULL, letters_cb, self);
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
    convene_mail_errand_end (self, error);
  else
    read_letters (self);
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
      read_letters (self);
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
    convene_mail_errand_note_arrival (errand);

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
  self->refused = g_ptr_array_new_with_free_func (g_free);
}

ConveneErrand *
convene_mail_errand_new (ConveneStore     *store,
                         ConveneClock     *clock,
                         ConveneAccounts  *accounts,
                         ConveneOperation *operation)
{
  return g_object_new (CONVENE_TYPE_MAIL_ERRAND, "store", store, "clock", clock, "accounts", accounts, "operation", operation, NULL);
}
