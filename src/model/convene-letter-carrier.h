/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-letter.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_LETTER_CARRIER (convene_letter_carrier_get_type ())

G_DECLARE_INTERFACE (ConveneLetterCarrier, convene_letter_carrier, CONVENE, LETTER_CARRIER, GObject)

/* Whoever takes a letter away. Errors: UNREACHABLE, SIGNED_OUT (the server refused the sign-in), MAIL_REFUSED (final), RATE_LIMITED (a 4xx:
 * later), REFUSED (certificate, no TLS offered), marked doubtful where the letter's data had left before the end. */
struct _ConveneLetterCarrierInterface
{
  GTypeInterface parent_iface;

  gboolean (*is_unattended) (ConveneLetterCarrier *self);
  void (*send_async) (ConveneLetterCarrier *self, ConveneLetter *letter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  GStrv (*send_finish) (ConveneLetterCarrier *self, GAsyncResult *result, GError **error);
};

/* Whether it sends by itself and keeps every MIME part; else it opens a draft for the person. */
gboolean convene_letter_carrier_is_unattended (ConveneLetterCarrier *self);

/* Sends the letter's bytes to its recipients. Answers the addresses that were refused while others were taken: an empty array, as a rule. */
void  convene_letter_carrier_send_async (ConveneLetterCarrier *self, ConveneLetter *letter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv convene_letter_carrier_send_finish (ConveneLetterCarrier *self, GAsyncResult *result, GError **error);

G_END_DECLS
