/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

/* What can be done with an interview of the list, by the application's actions and those of the page. */
GMenuModel *convene_interview_menu_new (ConveneCalendarEntry *entry,
                                        gint64                now);

/* The same with several that are chosen. */
GMenuModel *convene_interview_menu_new_several (void);

G_END_DECLS
