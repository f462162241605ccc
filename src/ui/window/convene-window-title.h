/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What the main window's header says: the month ("December 2026"), else what the window is called. Where it is narrow, the month is short and the year
 * stands below. `month` and `date` ("2026-12-01") are NULL while there is no calendar; `object` is nothing that matters. For the template: strings are
 * the caller's. */
char *convene_window_title_get_heading (GObject    *object,
                                        gboolean    narrow,
                                        const char *month,
                                        const char *date,
                                        const char *title);
char *convene_window_title_get_subheading (GObject    *object,
                                           gboolean    narrow,
                                           const char *month,
                                           const char *date);

gboolean convene_window_title_is_said (GObject    *object,
                                       const char *text);

G_END_DECLS
