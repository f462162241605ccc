/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The IANA name of the zone that a TZID of a foreign file means, of those that tzdata has here: an IANA name, one with somebody's prefix
 * ("/mozilla.org/20050126_1/Europe/Berlin"), or Windows' name of a zone. NULL where it is none of these. */
char *convene_invite_zone_name_find (const char *tzid);

/* Whether a TZID is a name that everybody takes for the same place, so that its own VTIMEZONE is not asked: "Europe/Berlin" is, "EST" and "CET" are not. */
gboolean convene_invite_zone_name_is_certain (const char *tzid);

G_END_DECLS
