/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-notifier.h"

G_DEFINE_INTERFACE (ConveneNotifier, convene_notifier, G_TYPE_OBJECT)

static void
convene_notifier_default_init (ConveneNotifierInterface *iface)
{
}

void
convene_notifier_notify (ConveneNotifier *self,
                         const char      *id,
                         const char      *title,
                         const char      *body,
                         const char      *action,
                         const char      *target)
{
  g_return_if_fail (CONVENE_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (title != NULL);

  CONVENE_NOTIFIER_GET_IFACE (self)->notify (self, id, title, body, action, target);
}

void
convene_notifier_withdraw (ConveneNotifier *self,
                           const char      *id)
{
  g_return_if_fail (CONVENE_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  CONVENE_NOTIFIER_GET_IFACE (self)->withdraw (self, id);
}
