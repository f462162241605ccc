/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What speaks with the outside world (the keyring, http, oauth, zoom, invite, mail, practice) is a module: libsecret, and libraries for TLS, mail and
 * calendars, are loaded when the first of it is called, and neither the window's first frame nor `convene list` waits for them. convene-outside.c holds a
 * function of the same name for each that the program calls, so that callers know nothing of it; tests link the libraries themselves. */

#define CONVENE_OUTSIDE_MODULE "libconvene-outside.so"

/* Finds the module in `folder`; to be called first of all. What is loaded later is the file that lies there now, so that an upgrade meanwhile does
 * not mix two versions. FALSE: the installation is not whole; errno says why. */
gboolean convene_outside_find (const char *folder);

G_END_DECLS
