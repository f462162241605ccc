/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-letter-carrier.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MAIL_PORTAL (convene_mail_portal_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMailPortal, convene_mail_portal, CONVENE, MAIL_PORTAL, GObject)

/* The desktop's e-mail portal as a ConveneLetterCarrier: it opens a draft in the person's mail program and sends nothing by itself. The draft has To, Cc,
 * the subject, the plain text and the .ics, as an ordinary file; other parts are lost. That file lies in a folder of its own below the runtime
 * directory, readable by the person alone, for ten minutes at least while the carrier lives and never longer than it.
 * Errors: UNREACHABLE (no portal on the bus, or it went away), CANCELLED (by the person, in a question of the desktop's, or by the cancellable),
 * REFUSED (no mail program, or it cannot be started). */
ConveneLetterCarrier *convene_mail_portal_new (void);

G_END_DECLS
