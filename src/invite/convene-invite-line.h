/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One content line (RFC 5545 §3.1), NAME *(;parameter):value, as strangers write it. */
typedef struct
{
  char *name;       /* in upper case */
  char *parameters; /* what stands after the first semicolon, or "" */
  char *value;      /* without blanks at its ends */
} ConveneInviteLine;

/* Splits a line in place. FALSE where it is none; the line is broken up then, too. */
gboolean convene_invite_line_split (char              *text,
                                    ConveneInviteLine *line);

G_END_DECLS
