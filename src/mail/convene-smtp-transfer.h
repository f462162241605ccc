/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-account.h"
#include "convene-letter.h"
#include "convene-secret.h"

G_BEGIN_DECLS

/* One visit to a mail server: everything that it needs, copied, so that a thread of its own can make it. */
typedef struct _ConveneSmtpTransfer ConveneSmtpTransfer;

/* `letter` is NULL where signing in is all; `ca_file` NULL for the system's authorities. Refuses what is not to be tried at all: INVALID about the
 * account's fields, REFUSED for no encryption to another machine, SIGNED_OUT without the password that the user needs. */
ConveneSmtpTransfer *convene_smtp_transfer_new (ConveneAccount *account,
                                                ConveneSecret  *password,
                                                const char     *ca_file,
                                                ConveneLetter  *letter,
                                                GError        **error);
void                 convene_smtp_transfer_free (ConveneSmtpTransfer *self);

/* Makes the visit; blocks, at most about two minutes. The recipients that were refused while others were taken, or NULL with an error as
 * ConveneLetterCarrier says. */
GStrv convene_smtp_transfer_run (ConveneSmtpTransfer *self,
                                 GCancellable        *cancellable,
                                 GError             **error);

/* Whether a server's name is this machine's loopback: "localhost" or an address of it. */
gboolean convene_smtp_is_loopback (const char *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneSmtpTransfer, convene_smtp_transfer_free)

G_END_DECLS
