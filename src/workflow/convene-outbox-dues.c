/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-outbox-private.h"

#include "convene-backoff.h"
#include "convene-error.h"

/* What was put off by a clock that was wrong, and has been put right since, would wait for as long as it was wrong. */

/* Zoom's limit of a day ends within it; the rest allows for clocks that differ. */
#define LONGEST_WAIT (27 * CONVENE_HOUR)

/* A clock is put right by seconds now and then; nothing waits so long that it would matter. */
#define SMALL_STEP CONVENE_MINUTE

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneOutbox) self = CONVENE_OUTBOX (user_data);
  g_autoptr(GError) error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    convene_outbox_wake (self);
  else
    g_message ("What was put off for too long could not be made due: %s", error->message);
}

/* A reminder may lie as far ahead as its interview does. */
static gboolean
is_put_off (ConveneOperation *operation,
            gint64            limit)
{
  ConveneOperationState state = convene_operation_get_state (operation);

  return (state == CONVENE_OPERATION_STATE_WAITING || state == CONVENE_OPERATION_STATE_DOUBT) && convene_operation_get_event (operation) == NULL &&
         convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER && convene_operation_get_due (operation) > limit;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneOutbox) self = CONVENE_OUTBOX (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) operations = convene_store_list_open_operations_finish (CONVENE_STORE (source), result, &error);
  g_autoptr(ConveneChange) change = convene_change_new ();
  gint64 now = convene_clock_now (self->clock);

  if (operations == NULL)
    {
      g_message ("The outbox could not be read: %s", error->message);
      return;
    }

  for (guint i = 0; i < operations->len; i++)
    {
      ConveneOperation *operation = g_ptr_array_index (operations, i);

      if (!is_put_off (operation, now + (self->jumped ? CONVENE_LONGEST_BACKOFF : LONGEST_WAIT)))
        continue;
      convene_operation_set_due (operation, now);
      convene_change_update_operation (change, operation, convene_operation_get_state (operation));
    }

  if (!convene_change_is_empty (change))
    convene_store_commit_async (self->store, change, NULL, committed_cb, g_object_ref (self));
}

void
convene_outbox_check_dues (ConveneOutbox *self,
                           gint64         now)
{
  gboolean first = self->scanned_at == 0;

  self->jumped = now + SMALL_STEP < self->scanned_at;
  self->scanned_at = now;
  if (first || self->jumped)
    convene_store_list_open_operations_async (self->store, now, NULL, listed_cb, g_object_ref (self));
}
