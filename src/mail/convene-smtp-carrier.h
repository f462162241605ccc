/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-account.h"
#include "convene-letter-carrier.h"
#include "convene-secret.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_SMTP_CARRIER (convene_smtp_carrier_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSmtpCarrier, convene_smtp_carrier, CONVENE, SMTP_CARRIER, GObject)

/* SMTP by the settings of a mail account: a ConveneLetterCarrier. Implicit TLS or STARTTLS that must be offered, certificates checked; no TLS to
 * loopback alone. `password` is NULL where the account's user is "". The construct property "ca-file" (a path) stands in for the system's
 * authorities. A recipient that is refused does not keep the letter from the others; only where the first one, the candidate, is put off for now (4xx)
 * nobody gets it yet: RATE_LIMITED. A cancelled send ends with CONVENE_ERROR_CANCELLED, doubtful where the letter's data had left; a letter that the
 * server took is sent, whatever was cancelled. */
ConveneSmtpCarrier *convene_smtp_carrier_new (ConveneAccount *account,
                                              ConveneSecret  *password);

/* Signs in and says QUIT: whether the account works. Errors as those of a letter; REFUSED also where the server offers no sign-in for the user. */
void     convene_smtp_carrier_check_async (ConveneSmtpCarrier *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_smtp_carrier_check_finish (ConveneSmtpCarrier *self, GAsyncResult *result, GError **error);

G_END_DECLS
