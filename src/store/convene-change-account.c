/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include "convene-copy.h"

void
convene_change_put_account (ConveneChange  *self,
                            ConveneAccount *account)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_ACCOUNT (account));
  g_return_if_fail (convene_account_get_id (account) != NULL);

  convene_change_add_item (self, convene_change_apply_put_account)->object = convene_copy_object (account);
}

void
convene_change_remove_account (ConveneChange *self,
                               const char    *account_id)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (account_id != NULL);

  convene_change_add_item (self, convene_change_apply_remove_account)->key = g_strdup (account_id);
}

void
convene_change_set_account_state (ConveneChange  *self,
                                  ConveneAccount *account)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_ACCOUNT (account));
  g_return_if_fail (convene_account_get_id (account) != NULL);

  convene_change_add_item (self, convene_change_apply_set_account_state)->object = convene_copy_object (account);
}

void
convene_change_let_account_go (ConveneChange *self,
                               const char    *account_id,
                               gint64         now,
                               const char    *text)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (text != NULL);

  item = convene_change_add_item (self, convene_change_apply_let_account_go);
  item->key = g_strdup (account_id);
  item->at = now;
  item->text = g_strdup (text);
}

void
convene_change_set_account_health (ConveneChange      *self,
                                   ConveneAccount     *account,
                                   ConveneAccountState before)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_ACCOUNT (account));
  g_return_if_fail (convene_account_get_id (account) != NULL);

  item = convene_change_add_item (self, convene_change_apply_set_account_health);
  item->object = convene_copy_object (account);
  item->number = (int) before;
}

void
convene_change_adopt_meetings (ConveneChange  *self,
                               ConveneAccount *account)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_ACCOUNT (account));
  g_return_if_fail (convene_account_get_id (account) != NULL);

  convene_change_add_item (self, convene_change_apply_adopt_meetings)->object = convene_copy_object (account);
}

void
convene_change_add_stale_secret (ConveneChange *self,
                                 const char    *secret_id,
                                 gint64         since)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (secret_id != NULL);

  item = convene_change_add_item (self, convene_change_apply_add_stale_secret);
  item->key = g_strdup (secret_id);
  item->at = since;
}

void
convene_change_remove_stale_secret (ConveneChange *self,
                                    const char    *secret_id)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (secret_id != NULL);

  convene_change_add_item (self, convene_change_apply_remove_stale_secret)->key = g_strdup (secret_id);
}

void
convene_change_put_delegation (ConveneChange *self,
                               const char    *account_id,
                               const char    *address,
                               gboolean       allowed,
                               gint64         seen_at)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (address != NULL);

  item = convene_change_add_item (self, convene_change_apply_put_delegation);
  item->key = g_strdup (account_id);
  item->text = g_strdup (address);
  item->number = allowed ? 1 : 0;
  item->at = seen_at;
}

void
convene_change_set_person_place (ConveneChange *self,
                                 const char    *address,
                                 const char    *platform_nick,
                                 const char    *host)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (address != NULL);

  item = convene_change_add_item (self, convene_change_apply_set_person_place);
  item->key = g_strdup (address);
  item->text = g_strdup (platform_nick);
  item->more = g_strdup (host);
}

void
convene_change_set_jobs_platform (ConveneChange     *self,
                                  const char *const *titles,
                                  ConvenePlatform    platform)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));

  item = convene_change_add_item (self, convene_change_apply_set_jobs_platform);
  item->list = g_strdupv ((GStrv) titles);
  item->text = g_strdup (convene_enum_to_nick (CONVENE_TYPE_PLATFORM, (int) platform));
}
