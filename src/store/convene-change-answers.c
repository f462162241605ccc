/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a change says of answers, of what is written in place of letters, and of events of others. */

#include "convene-change.h"

#include "convene-change-private.h"
#include "convene-copy.h"

void
convene_change_put_answer (ConveneChange *self,
                           ConveneAnswer *answer)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_ANSWER (answer));
  g_return_if_fail (convene_answer_get_id (answer) != NULL);

  convene_change_add_item (self, convene_change_apply_put_answer)->object = convene_copy_object (answer);
}

void
convene_change_remove_letters (ConveneChange *self,
                               const char    *operation_id)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (operation_id != NULL);

  convene_change_add_item (self, convene_change_apply_remove_letters)->key = g_strdup (operation_id);
}

void
convene_change_set_letter_edit (ConveneChange *self,
                                const char    *language,
                                const char    *name,
                                const char    *text)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (language != NULL);
  g_return_if_fail (name != NULL);

  item = convene_change_add_item (self, convene_change_apply_set_letter_edit);
  item->key = g_strdup (language);
  item->more = g_strdup (name);
  item->text = g_strdup (text);
}

void
convene_change_expect_new_origin (ConveneChange *self,
                                  const char    *origin_uid,
                                  const char    *organizer)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (origin_uid != NULL);

  item = convene_change_add_item (self, convene_change_apply_expect_new_origin);
  item->key = g_strdup (origin_uid);
  item->text = g_strdup (organizer);
}
