/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-smtp-dialogue.h"

#include <string.h>

#include "convene-letter-clean.h"

#define MAX_REPLY 200

struct _ConveneSmtpDialogue
{
  GStrv           recipients;
  int            *codes; /* the answer about each, 0 while there is none */
  guint           named; /* how many were named to the server */
  ConveneSmtpStep step;
  int             code;
  char           *reply;
  gboolean        ended;
  gboolean        signed_in;
  gboolean        left; /* QUIT was said: what comes now concerns nobody */
};

ConveneSmtpDialogue *
convene_smtp_dialogue_new (const char *const *recipients)
{
  ConveneSmtpDialogue *self = g_new0 (ConveneSmtpDialogue, 1);

  self->recipients = recipients != NULL ? g_strdupv ((GStrv) recipients) : g_new0 (char *, 1);
  self->codes = g_new0 (int, g_strv_length (self->recipients) + 1);
  return self;
}

void
convene_smtp_dialogue_free (ConveneSmtpDialogue *self)
{
  g_strfreev (self->recipients);
  g_free (self->codes);
  g_free (self->reply);
  g_free (self);
}

static gboolean
begins_with (const char *line,
             gsize       length,
             const char *word)
{
  return length >= strlen (word) && g_ascii_strncasecmp (line, word, strlen (word)) == 0;
}

static ConveneSmtpStep
step_of (const char *command,
         gsize       length)
{
  static const struct
  {
    const char     *word;
    ConveneSmtpStep step;
  } steps[] = {
    { "EHLO ", CONVENE_SMTP_STEP_HELLO },
    { "HELO ", CONVENE_SMTP_STEP_HELLO },
    { "STARTTLS", CONVENE_SMTP_STEP_STARTTLS },
    { "AUTH ", CONVENE_SMTP_STEP_SIGN_IN },
    { "MAIL FROM:", CONVENE_SMTP_STEP_SENDER },
    { "RCPT TO:", CONVENE_SMTP_STEP_RECIPIENT },
    { "DATA", CONVENE_SMTP_STEP_DATA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (begins_with (command, length, steps[i].word))
      return steps[i].step;

  return CONVENE_SMTP_STEP_OTHER;
}

void
convene_smtp_dialogue_sent (ConveneSmtpDialogue *self,
                            const char          *command,
                            gsize                length)
{
  self->left = self->left || begins_with (command, length, "QUIT");
  if (self->left)
    return;

  /* What follows "AUTH", until the server has said yes or no, are parts of the secret and no commands. */
  if (self->step != CONVENE_SMTP_STEP_SIGN_IN || (self->code != 0 && self->code != 334))
    self->step = step_of (command, length);

  if (self->step == CONVENE_SMTP_STEP_RECIPIENT && self->named < g_strv_length (self->recipients))
    self->named++;

  self->code = 0;
  g_clear_pointer (&self->reply, g_free);
}

static char *
clean_reply (const char *line,
             gsize       length)
{
  g_autofree char *text = g_strndup (line, length);
  g_autofree char *clean = convene_letter_clean_line (text);

  return g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_REPLY));
}

static void
take_reply (ConveneSmtpDialogue *self,
            int                  code)
{
  self->code = code;
  if (self->step == CONVENE_SMTP_STEP_RECIPIENT && self->named > 0)
    self->codes[self->named - 1] = code;
  if (self->step == CONVENE_SMTP_STEP_SIGN_IN && code == 235)
    self->signed_in = TRUE;
  if (self->step == CONVENE_SMTP_STEP_DATA && code == 354)
    {
      self->step = CONVENE_SMTP_STEP_LETTER;
      self->code = 0;
    }
}

void
convene_smtp_dialogue_received (ConveneSmtpDialogue *self,
                                const char          *line,
                                gsize                length)
{
  if (self->left || length < 3 || !g_ascii_isdigit (line[0]) || !g_ascii_isdigit (line[1]) || !g_ascii_isdigit (line[2]))
    return;

  /* RFC 5321 §4.2.1: only the last line of a reply has no hyphen behind its code. */
  if (length > 3 && line[3] == '-')
    return;

  g_free (self->reply);
  self->reply = self->step != CONVENE_SMTP_STEP_SIGN_IN ? clean_reply (line, length) : NULL;
  take_reply (self, (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'));
}

void
convene_smtp_dialogue_letter_ended (ConveneSmtpDialogue *self)
{
  self->ended = TRUE;
}

ConveneSmtpStep
convene_smtp_dialogue_get_step (ConveneSmtpDialogue *self)
{
  return self->step;
}

int
convene_smtp_dialogue_get_code (ConveneSmtpDialogue *self)
{
  return self->code;
}

const char *
convene_smtp_dialogue_get_reply (ConveneSmtpDialogue *self)
{
  return self->reply;
}

gboolean
convene_smtp_dialogue_is_signed_in (ConveneSmtpDialogue *self)
{
  return self->signed_in;
}

gboolean
convene_smtp_dialogue_has_left (ConveneSmtpDialogue *self)
{
  return self->left;
}

gboolean
convene_smtp_dialogue_is_taken (ConveneSmtpDialogue *self)
{
  return self->step == CONVENE_SMTP_STEP_LETTER && self->ended && self->code / 100 == 2;
}

gboolean
convene_smtp_dialogue_is_doubtful (ConveneSmtpDialogue *self)
{
  return self->step == CONVENE_SMTP_STEP_LETTER && self->ended && self->code == 0;
}

gboolean
convene_smtp_dialogue_is_put_off (ConveneSmtpDialogue *self)
{
  return self->codes[0] / 100 == 4;
}

GStrv
convene_smtp_dialogue_dup_refused (ConveneSmtpDialogue *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; self->recipients[i] != NULL; i++)
    if (self->codes[i] >= 400)
      g_strv_builder_add (builder, self->recipients[i]);

  return g_strv_builder_end (builder);
}

gboolean
convene_smtp_dialogue_all_refused (ConveneSmtpDialogue *self)
{
  g_auto (GStrv) refused = convene_smtp_dialogue_dup_refused (self);

  return refused[0] != NULL && g_strv_length (refused) == g_strv_length (self->recipients);
}

gboolean
convene_smtp_dialogue_some_later (ConveneSmtpDialogue *self)
{
  for (guint i = 0; self->recipients[i] != NULL; i++)
    if (self->codes[i] / 100 == 4)
      return TRUE;

  return FALSE;
}
