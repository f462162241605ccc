/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes content lines (RFC 5545 §3.1): each is begun with its name, gets its parameters, then its value, and is ended, when it is folded: 75 octets at
 * most without CRLF, and no character cut in two. Nothing is checked here: no text has control characters but line feeds, and what is no text has none. */
typedef struct
{
  GString *lines; /* whole ones */
  GString *line;  /* the one that is being written */
} ConveneInviteOutput;

void convene_invite_output_init (ConveneInviteOutput *self);
void convene_invite_output_clear (ConveneInviteOutput *self);

/* The octets so far. Owned by the caller, and nothing more can be written. */
GBytes *convene_invite_output_finish (ConveneInviteOutput *self);

void convene_invite_output_begin (ConveneInviteOutput *self,
                                  const char          *name);

/* In quotation marks where the value has what would end it (RFC 5545 §3.2); there it has none itself. */
void convene_invite_output_add_parameter (ConveneInviteOutput *self,
                                          const char          *name,
                                          const char          *value);

/* As it stands: a URI, a word, a number. */
void convene_invite_output_end (ConveneInviteOutput *self,
                                const char          *value);

/* With the escapes of TEXT (RFC 5545 §3.3.11). */
void convene_invite_output_end_text (ConveneInviteOutput *self,
                                     const char          *value);

/* Date and time of a wall clock in seconds since 1970 as if it were UTC, with a Z where it is. */
void convene_invite_output_end_time (ConveneInviteOutput *self,
                                     gint64               wall,
                                     gboolean             is_utc);

/* A line without parameters. */
void convene_invite_output_add (ConveneInviteOutput *self,
                                const char          *name,
                                const char          *value);
void convene_invite_output_add_text (ConveneInviteOutput *self,
                                     const char          *name,
                                     const char          *value);

/* Whole lines that were written before. */
void convene_invite_output_add_lines (ConveneInviteOutput *self,
                                      const char          *lines);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ConveneInviteOutput, convene_invite_output_clear)

G_END_DECLS
