/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-notifier.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DESKTOP_NOTIFIER (convene_desktop_notifier_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDesktopNotifier, convene_desktop_notifier, CONVENE, DESKTOP_NOTIFIER, GObject)

/* The desktop's notifications, which stay after the program has ended and start it when they are chosen. It does not keep the application. */
ConveneNotifier *convene_desktop_notifier_new (GApplication *application);

G_END_DECLS
