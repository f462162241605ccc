/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The .ics as a file that a mail program can take: "invite.ics" (0600) in a new folder of its own (0700) below the person's runtime directory, which goes
 * when they leave; in Flatpak in the part of it that the desktop sees, too. Answers its path, the caller's; blocks. Errors: UNREACHABLE where nothing
 * can be written there. */
char *convene_mail_file_write (GBytes  *calendar,
                               GError **error);

/* Removes such a file and its folder. */
void convene_mail_file_remove (const char *path);

G_END_DECLS
