/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-outbox-private.h"

#include "convene-create-errand.h"
#include "convene-delete-errand.h"
#include "convene-error.h"
#include "convene-mail-errand.h"
#include "convene-revoke-errand.h"
#include "convene-update-errand.h"

/* What is taken from the operations that are due, and what goes side by side. */

/* Mail servers take a few letters at a time; one interview's letters go one after the other. */
#define MAIL_LANES 3

#define MAIL "mail:"
#define HOST "host:"
#define ACCOUNT "account:"

/* Those of one lane go one after the other: at most one write in flight per host, one letter per interview, one thing per account. */
static char *
lane_of (ConveneOperation *operation)
{
  g_autofree char *host = NULL;

  if (convene_operation_kind_is_mail (convene_operation_get_kind (operation)))
    return g_strconcat (MAIL, convene_operation_get_interview_uid (operation), NULL);
  if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_ACCOUNT_REVOKE)
    return g_strconcat (ACCOUNT, convene_operation_get_account_id (operation), NULL);

  host = convene_operation_get_host (operation) != NULL ? g_ascii_strdown (convene_operation_get_host (operation), -1) : NULL;
  return g_strconcat (HOST, host, NULL);
}

static guint
count_lanes (ConveneOutbox *self,
             const char    *kind)
{
  GHashTableIter iter;
  gpointer       lane;
  guint          count = 0;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, &lane, NULL))
    count += g_str_has_prefix (lane, kind);

  return count;
}

/* Who has no host yet will choose any. */
static gboolean
is_free (ConveneOutbox *self,
         const char    *lane)
{
  if (g_hash_table_contains (self->lanes, lane))
    return FALSE;
  if (g_str_has_prefix (lane, MAIL))
    return count_lanes (self, MAIL) < MAIL_LANES;
  if (g_str_has_prefix (lane, ACCOUNT))
    return TRUE;

  return !g_hash_table_contains (self->lanes, HOST) && (!g_str_equal (lane, HOST) || count_lanes (self, HOST) == 0);
}

static gboolean
is_under_way (ConveneOutbox    *self,
              ConveneOperation *operation)
{
  GHashTableIter iter;
  gpointer       errand;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &errand))
    if (g_str_equal (convene_operation_get_id (convene_errand_get_operation (errand)), convene_operation_get_id (operation)))
      return TRUE;

  return FALSE;
}

#define INTERVIEW "interview:"
#define MEETING "meeting:"

static char *
claim_of (const char *what,
          const char *id)
{
  return id != NULL ? g_strconcat (what, id, NULL) : NULL;
}

/* A letter that is written while its meeting is being made would miss the link, and the meeting would not know that it did. So an interview, and a meeting,
 * belong to one errand at a time. */
static gboolean
is_claimed (ConveneOutbox *self,
            ConveneErrand *errand,
            const char    *what,
            const char    *id)
{
  g_autofree char *claim = claim_of (what, id);
  ConveneErrand   *holder = claim != NULL ? g_hash_table_lookup (self->claims, claim) : NULL;

  return holder != NULL && holder != errand;
}

static gboolean
is_busy (ConveneOutbox    *self,
         ConveneOperation *operation)
{
  return is_claimed (self, NULL, INTERVIEW, convene_operation_get_interview_uid (operation)) ||
         is_claimed (self, NULL, MEETING, convene_operation_get_meeting_id (operation));
}

static void
claim (ConveneOutbox *self,
       ConveneErrand *errand,
       const char    *what,
       const char    *id)
{
  if (id != NULL)
    g_hash_table_insert (self->claims, claim_of (what, id), errand);
}

static gboolean
claim_meeting (ConveneErrand *errand,
               const char    *meeting_id,
               gpointer       user_data)
{
  ConveneOutbox *self = user_data;

  if (is_claimed (self, errand, MEETING, meeting_id))
    return FALSE;

  claim (self, errand, MEETING, meeting_id);
  return TRUE;
}

static gboolean
is_of_errand (gpointer key,
              gpointer value,
              gpointer user_data)
{
  return value == user_data;
}

static void
errand_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneOutbox) self = CONVENE_OUTBOX (user_data);
  ConveneErrand    *errand = CONVENE_ERRAND (source);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  g_autofree char  *lane = g_strdup (g_object_get_data (source, "lane"));
  g_autoptr(GError) error = NULL;

  g_hash_table_foreach_remove (self->claims, is_of_errand, errand);
  g_hash_table_remove (self->lanes, lane);
  if (CONVENE_IS_REVOKE_ERRAND (errand))
    convene_accounts_sweep (self->accounts);
  if (convene_errand_run_finish (errand, result, &error))
    {
      g_hash_table_add (self->finished, g_strdup (convene_operation_get_id (operation)));
      convene_outbox_wake (self);
    }
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
    {
      convene_outbox_wake (self);
    }
  else if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STILL_WAITING))
    {
      /* The next look, some seconds from now, finds it as the database has it. */
      g_message ("An operation could not be written: %s", error->message);
    }

  convene_outbox_finish_stopping (self);
}

static ConveneErrand *
errand_new (ConveneOutbox    *self,
            ConveneOperation *operation)
{
  switch (convene_operation_get_kind (operation))
    {
    case CONVENE_OPERATION_KIND_MEETING_CREATE:
      return convene_create_errand_new (self->store, self->clock, self->accounts, operation);
    case CONVENE_OPERATION_KIND_MEETING_UPDATE:
      return convene_update_errand_new (self->store, self->clock, self->accounts, operation);
    case CONVENE_OPERATION_KIND_MEETING_DELETE:
      return convene_delete_errand_new (self->store, self->clock, self->accounts, operation);
    case CONVENE_OPERATION_KIND_ACCOUNT_REVOKE:
      return convene_revoke_errand_new (self->store, self->clock, self->accounts, operation);
    case CONVENE_OPERATION_KIND_MAIL_INVITATION:
    case CONVENE_OPERATION_KIND_MAIL_UPDATE:
    case CONVENE_OPERATION_KIND_MAIL_CANCELLATION:
    case CONVENE_OPERATION_KIND_MAIL_LINK_READY:
    case CONVENE_OPERATION_KIND_MAIL_REMINDER:
    case CONVENE_OPERATION_KIND_MAIL_URGENT:
    default:
      return convene_mail_errand_new (self->store, self->clock, self->accounts, operation);
    }
}

static void
start_errand (ConveneOutbox    *self,
              ConveneOperation *operation,
              const char       *lane)
{
  g_autoptr(ConveneErrand) errand = errand_new (self, operation);

  convene_errand_set_claim (errand, claim_meeting, self);
  claim (self, errand, INTERVIEW, convene_operation_get_interview_uid (operation));
  claim (self, errand, MEETING, convene_operation_get_meeting_id (operation));
  g_object_set_data_full (G_OBJECT (errand), "lane", g_strdup (lane), g_free);
  g_hash_table_insert (self->lanes, g_strdup (lane), g_object_ref (errand));
  convene_errand_run_async (errand, NULL, errand_cb, g_object_ref (self));
}

/* What is said to run and is not under way here was cut off: by a crash, or by a database that failed. What it did is in doubt, and whoever
 * waits for the link begins to wait anew. */
static void
doubt (ConveneOutbox    *self,
       ConveneChange    *change,
       ConveneOperation *operation)
{
  gint64 now = convene_clock_now (self->clock);

  convene_operation_set_state (operation, CONVENE_OPERATION_STATE_DOUBT);
  convene_operation_set_due (operation, now);
  convene_operation_set_first_attempt (operation, now);
  convene_operation_set_looks (operation, 0);
  convene_change_update_operation (change, operation, CONVENE_OPERATION_STATE_RUNNING);
}

static void
doubted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneOutbox) self = CONVENE_OUTBOX (user_data);
  g_autoptr(GError) error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    convene_outbox_wake (self);
  else
    g_message ("An interrupted operation could not be taken up: %s", error->message);
}

static gboolean
is_mail (ConveneOperation *operation)
{
  return convene_operation_kind_is_mail (convene_operation_get_kind (operation));
}

static void
take_one (ConveneOutbox    *self,
          ConveneOperation *operation,
          ConveneChange    *change)
{
  g_autofree char *lane = lane_of (operation);

  if (is_under_way (self, operation))
    return;
  if (convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_RUNNING)
    doubt (self, change, operation);
  else if (is_free (self, lane) && !is_busy (self, operation))
    start_errand (self, operation, lane);
}

/* The uids of interviews whose meetings something is to be done with. Owned by the operations. */
static GHashTable *
list_makers (GPtrArray *operations)
{
  GHashTable *makers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < operations->len; i++)
    {
      ConveneOperation *operation = g_ptr_array_index (operations, i);
      const char       *uid = convene_operation_get_interview_uid (operation);

      if (!is_mail (operation) && uid != NULL)
        g_hash_table_add (makers, (char *) uid);
    }

  return makers;
}

/* What people are to know does not wait for another try to make their meeting; all other letters are written while meetings are being made. */
void
convene_outbox_take (ConveneOutbox *self,
                     GPtrArray     *operations)
{
  enum
  {
    LETTERS_BEFORE_MEETINGS,
    MEETINGS,
    OTHER_LETTERS,
    N_TURNS
  };
  g_autoptr(GHashTable) makers = list_makers (operations);
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (int turn = 0; turn < N_TURNS; turn++)
    for (guint i = 0; i < operations->len; i++)
      {
        ConveneOperation *operation = g_ptr_array_index (operations, i);
        const char       *uid = convene_operation_get_interview_uid (operation);
        gboolean          first = uid != NULL && g_hash_table_contains (makers, uid);

        if (turn == (!is_mail (operation) ? MEETINGS : first ? LETTERS_BEFORE_MEETINGS
                                                             : OTHER_LETTERS))
          take_one (self, operation, change);
      }

  if (!convene_change_is_empty (change))
    convene_store_commit_async (self->store, change, NULL, doubted_cb, g_object_ref (self));
}
