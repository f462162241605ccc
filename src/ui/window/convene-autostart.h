/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the desktop starts the program without a window when its person signs in, so that reminders leave after a reboot: by a file in their autostart
 * folder, or in a Flatpak by the desktop's portal for that, which may ask them. Somebody who switched such a file off in their desktop's settings has it
 * as they left it. Errors: REFUSED where the person or the desktop does not want it; what files and the bus say. */
void     convene_autostart_set_async (const char         *application_id,
                                      gboolean            wanted,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean convene_autostart_set_finish (GAsyncResult *result,
                                       GError      **error);

G_END_DECLS
