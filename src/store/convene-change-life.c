/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a change says of the life of an interview that is there already. */

#include "convene-change.h"

#include "convene-change-private.h"
#include "convene-copy.h"

void
convene_change_set_meeting_seen (ConveneChange  *self,
                                 ConveneMeeting *meeting)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_MEETING (meeting));
  g_return_if_fail (convene_meeting_get_id (meeting) != NULL);

  convene_change_add_item (self, convene_change_apply_set_meeting_seen)->object = convene_copy_object (meeting);
}

void
convene_change_expect_meeting (ConveneChange *self,
                               const char    *meeting_id)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (meeting_id != NULL);

  convene_change_add_item (self, convene_change_apply_expect_meeting)->key = g_strdup (meeting_id);
}

void
convene_change_expect_unused (ConveneChange *self,
                              const char    *meeting_id,
                              const char    *except_uid)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (meeting_id != NULL);

  item = convene_change_add_item (self, convene_change_apply_expect_unused);
  item->key = g_strdup (meeting_id);
  item->text = g_strdup (except_uid);
}

void
convene_change_expect_free_slot (ConveneChange *self,
                                 const char    *job,
                                 const char    *host,
                                 gint64         start,
                                 int            duration,
                                 const char    *except_uid)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (job != NULL);

  item = convene_change_add_item (self, convene_change_apply_expect_free_slot);
  item->key = g_strdup (job);
  item->more = g_strdup (host);
  item->text = g_strdup (except_uid);
  item->at = start;
  item->number = duration;
}

void
convene_change_expect_revision (ConveneChange *self,
                                const char    *uid,
                                int            revision)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (uid != NULL);

  item = convene_change_add_item (self, convene_change_apply_expect_revision);
  item->key = g_strdup (uid);
  item->number = revision;
}

void
convene_change_expect_operation (ConveneChange    *self,
                                 ConveneOperation *operation)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_OPERATION (operation));
  g_return_if_fail (convene_operation_get_id (operation) != NULL);

  convene_change_add_item (self, convene_change_apply_expect_operation)->object = convene_copy_object (operation);
}

void
convene_change_remove_operation (ConveneChange        *self,
                                 const char           *operation_id,
                                 ConveneOperationState expected)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (operation_id != NULL);

  item = convene_change_add_item (self, convene_change_apply_remove_operation);
  item->key = g_strdup (operation_id);
  item->number = (int) expected;
}

void
convene_change_hasten (ConveneChange *self,
                       gint64         now)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));

  convene_change_add_item (self, convene_change_apply_hasten)->at = now;
}

void
convene_change_put_notice (ConveneChange *self,
                           const char    *interview_uid,
                           gint64         start)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (interview_uid != NULL);

  item = convene_change_add_item (self, convene_change_apply_put_notice);
  item->key = g_strdup (interview_uid);
  item->at = start;
}

void
convene_change_set_job_link_policy (ConveneChange    *self,
                                    const char       *title,
                                    ConveneLinkPolicy policy)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (title != NULL);

  item = convene_change_add_item (self, convene_change_apply_set_job_link_policy);
  item->key = g_strdup (title);
  item->text = g_strdup (convene_enum_to_nick (CONVENE_TYPE_LINK_POLICY, policy));
}
