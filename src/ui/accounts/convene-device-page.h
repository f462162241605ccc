/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connect-page.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DEVICE_PAGE (convene_device_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDevicePage, convene_device_page, CONVENE, DEVICE_PAGE, GtkWidget)

/* Connects a Zoom account by a code that is typed on any device (RFC 8628). */

G_END_DECLS
