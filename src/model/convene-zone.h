/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The zone with an IANA name of the installed tzdata ("America/Mexico_City", "UTC"), or NULL with CONVENE_ERROR_INVALID about `field`.
 * Offsets, file names and POSIX rules, which GLib would take too, are no names. */
GTimeZone *convene_zone_new (const char *name,
                             const char *field,
                             GError    **error);

/* The name of the machine's zone, or NULL with CONVENE_ERROR_INVALID about `field` where it has none because it is a rule or an unknown file:
 * a time that somebody gives without a zone would be taken for another one. */
char *convene_zone_find_system (const char *field,
                                GError    **error);

/* The same for showing times: "UTC" where the machine's zone has no name. */
char *convene_zone_dup_system (void);

/* Whether two names are of the same zone: the same name, or names whose rules tzdata has word for word alike ("UTC" and "Etc/UTC"). NULL equals NULL. */
gboolean convene_zone_equal (const char *a,
                             const char *b);

/* Another number once the rules that tzdata has for a zone were replaced, as an update of the system does while the program runs; 0 where it knows no such
 * name. Cheap: what was worked out from the rules can be kept with it. */
guint64 convene_zone_get_stamp (const char *name);

/* The version of the installed tzdata ("2026a"), or "" where it does not say. */
const char *convene_zone_get_version (void);

G_END_DECLS
