/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A browser, or what pretends to be one: a plain connection to a port of 127.0.0.1. */
typedef struct _Visit Visit;

/* NULL where nobody listens. */
Visit *visit_new (guint16 port);
void   visit_send (Visit *self, const char *text, gssize length);

/* All that comes until the other side closes, with the main loop going round meanwhile; "" for nothing. */
char *visit_read (Visit *self);
void  visit_free (Visit *self);

/* The three at once, for a request line's target of somebody who was sent here. */
char *visit_target (guint16 port, const char *target);

guint16 get_port (const char *uri);

/* The value of a parameter of an address, decoded; NULL where it is not there. */
char *get_parameter (const char *uri, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)
