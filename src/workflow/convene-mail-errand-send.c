/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-error.h"
#include "convene-letter-use.h"

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

void
convene_mail_errand_end (ConveneMailErrand *self,
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

void
convene_mail_errand_note_arrival (ConveneErrand *errand)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (errand);
  ConveneOperation  *operation = convene_errand_get_operation (errand);

  if (!self->noted)
    convene_operation_set_posts (operation, convene_operation_get_posts (operation) + 1);
  self->noted = TRUE;
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

static gboolean
are_apart (ConveneMailErrand *self)
{
  return self->letters->len > 1;
}

/* The one that is to go next; NULL: all of them had their turn. */
static ConveneLetter *
find_next (ConveneMailErrand *self)
{
  while (self->next < self->letters->len && convene_letter_get_left (g_ptr_array_index (self->letters, self->next)))
    self->next++;

  return self->next < self->letters->len ? g_ptr_array_index (self->letters, self->next) : NULL;
}

static void
add_refused (ConveneMailErrand *self,
             const char *const *addresses)
{
  for (guint i = 0; addresses[i] != NULL; i++)
    g_ptr_array_add (self->refused, g_strdup (addresses[i]));
}

/* A letter was taken, if not for everybody: who tries again sends it to those alone. */
static void
take (ConveneMailErrand *self,
      ConveneLetter     *letter,
      const char *const *refused)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  gboolean       everybody = refused == NULL || refused[0] == NULL;

  self->taken = TRUE;
  convene_letter_set_left (letter, everybody);
  if (!everybody)
    {
      add_refused (self, refused);
      convene_letter_set_recipients (letter, refused);
    }

  /* Where it is all that there was to send, the operation is done with it. */
  if (!everybody || are_apart (self))
    convene_mail_errand_note_arrival (errand);
  convene_change_put_letter (convene_errand_get_change (errand), letter);
}

/* Whether it is about this letter, or may be, and another one can go. */
static gboolean
concerns_letter (const GError *error)
{
  return !convene_error_is_doubtful (error) &&
         (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MAIL_REFUSED));
}

static void
pass_over (ConveneMailErrand *self,
           ConveneLetter     *letter,
           const GError      *error)
{
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED))
    {
      g_clear_error (&self->later);
      self->later = g_error_copy (error);
      return;
    }

  add_refused (self, convene_letter_get_recipients (letter));
  if (self->refusal == NULL)
    self->refusal = g_error_copy (error);
}

/* Whether some letter of these left, now or before. */
static gboolean
have_some (ConveneMailErrand *self)
{
  for (guint i = 0; i < self->letters->len; i++)
    if (convene_letter_get_left (g_ptr_array_index (self->letters, i)))
      return TRUE;

  return self->taken;
}

/* Some got it, some addresses were refused. That is a failure a person must hear of, and no reason to send it to the others again. */
static GError *
dup_refusal (ConveneMailErrand *self)
{
  g_autofree char *addresses = NULL;

  if (!have_some (self))
    return g_error_copy (self->refusal);

  g_ptr_array_add (self->refused, NULL);
  addresses = g_strjoinv (", ", (GStrv) self->refused->pdata);
  /* Translators: %s is a list of mail addresses */
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_MAIL_REFUSED, _ ("The mail server refused %s; the others have the letter: correct the address"), addresses);
}

/* Where a few were put off and the others wait for news, that is told to all of them, in place of these. A person hears that these did not leave: the news may be
 * taken back. */
static gboolean
holds_others_up (ConveneMailErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);

  return have_some (self) && convene_letter_is_waited_for (convene_errand_get_interview (errand), convene_errand_get_operation (errand));
}

static void
end_round (ConveneMailErrand *self)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  g_autoptr(GError) error = NULL;

  if (self->taken)
    convene_errand_mark_connected (errand, self->account);
  if (self->later != NULL && !holds_others_up (self))
    {
      convene_mail_errand_end (self, self->later);
      return;
    }

  if (self->later != NULL)
    error = g_error_copy (self->later);
  else if (self->refused->len > 0)
    error = dup_refusal (self);
  convene_errand_settle (errand, error == NULL ? CONVENE_OPERATION_STATE_DONE : CONVENE_OPERATION_STATE_FAILED, error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (user_data);
  ConveneLetter     *letter = g_ptr_array_index (self->letters, self->next);
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = convene_letter_carrier_send_finish (CONVENE_LETTER_CARRIER (source), result, &error);

  if (error != NULL && (!are_apart (self) || !concerns_letter (error)))
    {
      convene_mail_errand_end (self, error);
      return;
    }

  if (error != NULL)
    pass_over (self, letter, error);
  else
    take (self, letter, (const char *const *) refused);

  self->next++;
  if (find_next (self) == NULL)
    end_round (self);
  else if (error == NULL)
    convene_errand_proceed (CONVENE_ERRAND (self), convene_mail_errand_send);
  else
    convene_mail_errand_send (CONVENE_ERRAND (self));
}

void
convene_mail_errand_send (ConveneErrand *errand)
{
  ConveneMailErrand *self = CONVENE_MAIL_ERRAND (errand);
  ConveneLetter     *letter = find_next (self);

  if (letter == NULL)
    end_round (self);
  else
    convene_letter_carrier_send_async (self->carrier, letter, convene_errand_get_cancellable (errand),
                                       convene_letter_carrier_is_unattended (self->carrier) ? sent_cb : handed_over_cb, self);
}
