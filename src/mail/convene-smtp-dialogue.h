/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CONVENE_SMTP_STEP_GREETING,
  CONVENE_SMTP_STEP_HELLO,
  CONVENE_SMTP_STEP_STARTTLS,
  CONVENE_SMTP_STEP_SIGN_IN,
  CONVENE_SMTP_STEP_SENDER,
  CONVENE_SMTP_STEP_RECIPIENT,
  CONVENE_SMTP_STEP_DATA,   /* DATA was said */
  CONVENE_SMTP_STEP_LETTER, /* the server waits for the letter, or has it */
  CONVENE_SMTP_STEP_OTHER,
} ConveneSmtpStep;

/* What was said so far, learnt by listening to both sides: libcurl itself tells neither who was refused nor how far it came.
 * Sign-in lines are recognized and forgotten: nothing of them is kept. Pure. */
typedef struct _ConveneSmtpDialogue ConveneSmtpDialogue;

/* `recipients` in the order in which they will be named; the dialogue copies them. */
ConveneSmtpDialogue *convene_smtp_dialogue_new (const char *const *recipients);
void                 convene_smtp_dialogue_free (ConveneSmtpDialogue *self);

/* A command of ours, a line of the server's; `length` octets, need not be UTF-8 nor end with NUL. */
void convene_smtp_dialogue_sent (ConveneSmtpDialogue *self,
                                 const char          *command,
                                 gsize                length);
void convene_smtp_dialogue_received (ConveneSmtpDialogue *self,
                                     const char          *line,
                                     gsize                length);

/* The last octet of the letter was handed out: from now on the server may have it all. */
void convene_smtp_dialogue_letter_ended (ConveneSmtpDialogue *self);

ConveneSmtpStep convene_smtp_dialogue_get_step (ConveneSmtpDialogue *self);

/* The code and text of the reply to the last command, 0 and NULL while there is none. The text is one line, fit to show a person. */
int         convene_smtp_dialogue_get_code (ConveneSmtpDialogue *self);
const char *convene_smtp_dialogue_get_reply (ConveneSmtpDialogue *self);

/* Whether the server took our sign-in. */
gboolean convene_smtp_dialogue_is_signed_in (ConveneSmtpDialogue *self);

/* Whether QUIT was said. */
gboolean convene_smtp_dialogue_has_left (ConveneSmtpDialogue *self);

/* Whether the server confirmed that it has the letter. */
gboolean convene_smtp_dialogue_is_taken (ConveneSmtpDialogue *self);

/* Whether the server may have the letter, but did not say. */
gboolean convene_smtp_dialogue_is_doubtful (ConveneSmtpDialogue *self);

/* Whether the first recipient, for whom the letter is written, was put off (4xx): then nobody shall have it before him. */
gboolean convene_smtp_dialogue_is_put_off (ConveneSmtpDialogue *self);

/* The recipients that were refused, whether for now or for good; all of them; and whether one of them only for now. */
GStrv    convene_smtp_dialogue_dup_refused (ConveneSmtpDialogue *self);
gboolean convene_smtp_dialogue_all_refused (ConveneSmtpDialogue *self);
gboolean convene_smtp_dialogue_some_later (ConveneSmtpDialogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneSmtpDialogue, convene_smtp_dialogue_free)

G_END_DECLS
