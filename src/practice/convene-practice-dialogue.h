/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The server's side of one SMTP connection (RFC 5321), without the connection: lines in, replies out. */
typedef struct _ConvenePracticeDialogue ConvenePracticeDialogue;

typedef enum
{
  CONVENE_PRACTICE_GO_ON,
  CONVENE_PRACTICE_LETTER, /* a letter has arrived whole: see the getters; the caller replies and calls reset */
  CONVENE_PRACTICE_CLOSE,  /* after the reply */
} ConvenePracticeAction;

#define CONVENE_PRACTICE_MAX_LETTER (10 * 1024 * 1024)

#define CONVENE_PRACTICE_GREETING "220 practice.example.com ESMTP Convene practice\r\n"

/* `strict` refuses lines over 998 octets and a CR or LF that stands alone. */
ConvenePracticeDialogue *convene_practice_dialogue_new (gboolean strict);
void                     convene_practice_dialogue_free (ConvenePracticeDialogue *self);

/* A line without its CR LF. The reply has its own; NULL where none is due: within a letter, and when it is whole. */
char *convene_practice_dialogue_feed (ConvenePracticeDialogue *self,
                                      const char              *line,
                                      gsize                    length,
                                      ConvenePracticeAction   *action);

/* Which moment of the dialogue a line would be: "mail", "rcpt", "data", "in-data", "after-data"; NULL for any other. */
const char *convene_practice_dialogue_get_moment (ConvenePracticeDialogue *self,
                                                  const char              *line,
                                                  gsize                    length);

/* The letter's envelope and octets, dots unstuffed and nothing else changed; valid until reset. */
const char *convene_practice_dialogue_get_sender (ConvenePracticeDialogue *self);
GStrv       convene_practice_dialogue_dup_recipients (ConvenePracticeDialogue *self);
GBytes     *convene_practice_dialogue_dup_letter (ConvenePracticeDialogue *self);

/* As RSET. */
void convene_practice_dialogue_reset (ConvenePracticeDialogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeDialogue, convene_practice_dialogue_free)

G_END_DECLS
