/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-carrier.h"

G_DEFINE_INTERFACE (ConveneLetterCarrier, convene_letter_carrier, G_TYPE_OBJECT)

static void
convene_letter_carrier_default_init (ConveneLetterCarrierInterface *iface)
{
}

gboolean
convene_letter_carrier_is_unattended (ConveneLetterCarrier *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_CARRIER (self), FALSE);

  return CONVENE_LETTER_CARRIER_GET_IFACE (self)->is_unattended (self);
}

void
convene_letter_carrier_send_async (ConveneLetterCarrier *self,
                                   ConveneLetter        *letter,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_return_if_fail (CONVENE_IS_LETTER_CARRIER (self));
  g_return_if_fail (CONVENE_IS_LETTER (letter));

  CONVENE_LETTER_CARRIER_GET_IFACE (self)->send_async (self, letter, cancellable, callback, user_data);
}

GStrv
convene_letter_carrier_send_finish (ConveneLetterCarrier *self,
                                    GAsyncResult         *result,
                                    GError              **error)
{
  g_return_val_if_fail (CONVENE_IS_LETTER_CARRIER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return CONVENE_LETTER_CARRIER_GET_IFACE (self)->send_finish (self, result, error);
}
