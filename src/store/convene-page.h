/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-statement.h"

G_BEGIN_DECLS

/* Interviews on their way out of the database: rows first, then what belongs to all of them, a statement each. */
typedef struct _ConvenePage ConvenePage;

ConvenePage *convene_page_new (void);
void         convene_page_free (ConvenePage *self);

/* The SELECT whose rows convene_page_read () takes, up to and with `FROM interview`, followed by `rest`. */
char *convene_page_format (const char *rest);

gboolean convene_page_read (ConvenePage      *self,
                            ConveneStatement *statement,
                            GError          **error);
gboolean convene_page_fill (ConvenePage       *self,
                            ConveneConnection *connection,
                            GError           **error);

/* Owned by the page. */
GPtrArray *convene_page_get_interviews (ConvenePage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePage, convene_page_free)

G_END_DECLS
