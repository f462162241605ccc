/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change.h"

#include "convene-change-private.h"
#include "convene-copy.h"

struct _ConveneChange
{
  GObject parent_instance;

  GPtrArray *items; /* of ConveneChangeItem, in the order in which they are written */
};

G_DEFINE_FINAL_TYPE (ConveneChange, convene_change, G_TYPE_OBJECT)

static void
item_free (gpointer data)
{
  ConveneChangeItem *item = data;

  g_clear_object (&item->object);
  g_free (item->key);
  g_free (item->text);
  g_free (item->more);
  g_strfreev (item->list);
  g_free (item);
}

static void
convene_change_finalize (GObject *object)
{
  ConveneChange *self = CONVENE_CHANGE (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (convene_change_parent_class)->finalize (object);
}

static void
convene_change_class_init (ConveneChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = convene_change_finalize;
}

static void
convene_change_init (ConveneChange *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
}

ConveneChange *
convene_change_new (void)
{
  return g_object_new (CONVENE_TYPE_CHANGE, NULL);
}

ConveneChangeItem *
convene_change_add_item (ConveneChange    *self,
                         ConveneChangeFunc apply)
{
  ConveneChangeItem *item = g_new0 (ConveneChangeItem, 1);

  item->apply = apply;
  g_ptr_array_add (self->items, item);
  return item;
}

gboolean
convene_change_is_empty (ConveneChange *self)
{
  g_return_val_if_fail (CONVENE_IS_CHANGE (self), TRUE);

  return self->items->len == 0;
}

void
convene_change_add_interview (ConveneChange    *self,
                              ConveneInterview *interview)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));
  g_return_if_fail (convene_interview_get_uid (interview) != NULL);

  convene_change_add_item (self, convene_change_apply_add_interview)->object = G_OBJECT (convene_copy_interview (interview));
}

void
convene_change_update_interview (ConveneChange    *self,
                                 ConveneInterview *interview)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));
  g_return_if_fail (convene_interview_get_uid (interview) != NULL);

  convene_change_add_item (self, convene_change_apply_update_interview)->object = G_OBJECT (convene_copy_interview (interview));
}

void
convene_change_set_notes (ConveneChange *self,
                          const char    *interview_uid,
                          const char    *notes)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (interview_uid != NULL);

  item = convene_change_add_item (self, convene_change_apply_set_notes);
  item->key = g_strdup (interview_uid);
  item->text = g_strdup (notes);
}

void
convene_change_put_meeting (ConveneChange  *self,
                            ConveneMeeting *meeting)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_MEETING (meeting));
  g_return_if_fail (convene_meeting_get_id (meeting) != NULL);

  convene_change_add_item (self, convene_change_apply_put_meeting)->object = convene_copy_object (meeting);
}

void
convene_change_attach_meeting (ConveneChange *self,
                               const char    *interview_uid,
                               const char    *meeting_id)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (interview_uid != NULL);

  item = convene_change_add_item (self, convene_change_apply_attach_meeting);
  item->key = g_strdup (interview_uid);
  item->text = g_strdup (meeting_id);
}

void
convene_change_add_operation (ConveneChange    *self,
                              ConveneOperation *operation)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_OPERATION (operation));
  g_return_if_fail (convene_operation_get_id (operation) != NULL);

  convene_change_add_item (self, convene_change_apply_add_operation)->object = convene_copy_object (operation);
}

void
convene_change_update_operation (ConveneChange        *self,
                                 ConveneOperation     *operation,
                                 ConveneOperationState expected)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_OPERATION (operation));
  g_return_if_fail (convene_operation_get_id (operation) != NULL);

  item = convene_change_add_item (self, convene_change_apply_update_operation);
  item->object = convene_copy_object (operation);
  item->number = (int) expected;
}

void
convene_change_put_letter (ConveneChange *self,
                           ConveneLetter *letter)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_LETTER (letter));
  g_return_if_fail (convene_letter_get_operation_id (letter) != NULL);

  convene_change_add_item (self, convene_change_apply_put_letter)->object = convene_copy_object (letter);
}

void
convene_change_clear_event (ConveneChange *self,
                            const char    *event,
                            gint64         due)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (event != NULL);

  item = convene_change_add_item (self, convene_change_apply_clear_event);
  item->key = g_strdup (event);
  item->at = due;
}

static void
add_requests (ConveneChange    *self,
              ConveneChangeFunc apply,
              const char       *host,
              gint64            now,
              int               requests)
{
  ConveneChangeItem *item = convene_change_add_item (self, apply);

  item->key = g_strdup (host);
  item->at = now;
  item->number = requests;
}

void
convene_change_count_requests (ConveneChange *self,
                               const char    *host,
                               gint64         now,
                               int            requests)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (host != NULL);

  add_requests (self, convene_change_apply_count_requests, host, now, requests);
}

void
convene_change_raise_requests (ConveneChange *self,
                               const char    *host,
                               gint64         now,
                               int            at_least)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (host != NULL);

  add_requests (self, convene_change_apply_raise_requests, host, now, at_least);
}

void
convene_change_add_activity (ConveneChange *self,
                             const char    *interview_uid,
                             gint64         at,
                             const char    *text)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (text != NULL);

  item = convene_change_add_item (self, convene_change_apply_add_activity);
  item->key = g_strdup (interview_uid);
  item->at = at;
  item->text = g_strdup (text);
}

void
convene_change_set_preference (ConveneChange *self,
                               const char    *key,
                               const char    *value)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (key != NULL);

  item = convene_change_add_item (self, convene_change_apply_set_preference);
  item->key = g_strdup (key);
  item->text = g_strdup (value);
}

static gboolean
apply_items (ConveneConnection *connection,
             gpointer           data,
             GError           **error)
{
  ConveneChange *self = data;

  for (guint i = 0; i < self->items->len; i++)
    {
      ConveneChangeItem *item = g_ptr_array_index (self->items, i);

      if (!item->apply (connection, item, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
convene_change_apply (ConveneChange     *self,
                      ConveneConnection *connection,
                      GError           **error)
{
  return convene_connection_transact (connection, TRUE, apply_items, self, error);
}
