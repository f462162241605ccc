/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-dialogue.h"

#include <string.h>

/* RFC 5321 §4.5.3.1 */
#define MAX_COMMAND 510
#define MAX_TEXT_LINE 998
#define MAX_PATH 254
#define MAX_RECIPIENTS 100

struct _ConvenePracticeDialogue
{
  gboolean    is_strict;
  gboolean    has_greeted;
  gboolean    is_extended; /* EHLO, not HELO */
  gboolean    is_in_data;
  const char *refusal;    /* of the letter that is arriving */
  char       *sender;     /* NULL before MAIL; "" is the null sender */
  GPtrArray  *recipients; /* char * */
  GByteArray *letter;
};

ConvenePracticeDialogue *
convene_practice_dialogue_new (gboolean strict)
{
  ConvenePracticeDialogue *self = g_new0 (ConvenePracticeDialogue, 1);

  self->is_strict = strict;
  self->recipients = g_ptr_array_new_with_free_func (g_free);
  self->letter = g_byte_array_new ();
  return self;
}

void
convene_practice_dialogue_free (ConvenePracticeDialogue *self)
{
  g_free (self->sender);
  g_ptr_array_unref (self->recipients);
  g_byte_array_unref (self->letter);
  g_free (self);
}

void
convene_practice_dialogue_reset (ConvenePracticeDialogue *self)
{
  g_clear_pointer (&self->sender, g_free);
  g_ptr_array_set_size (self->recipients, 0);
  g_byte_array_set_size (self->letter, 0);
  self->is_in_data = FALSE;
  self->refusal = NULL;
}

static gboolean
is_argument (const char *text)
{
  if (*text == '\0')
    return FALSE;

  for (; *text != '\0'; text++)
    if (!g_ascii_isgraph (*text))
      return FALSE;

  return TRUE;
}

static const char *
greet (ConvenePracticeDialogue *self,
       const char              *argument,
       gboolean                 is_extended)
{
  if (!is_argument (argument))
    return "501 A domain or an address literal is wanted\r\n";

  convene_practice_dialogue_reset (self);
  self->has_greeted = TRUE;
  self->is_extended = is_extended;
  return is_extended ? "250-practice.example.com\r\n250-SIZE 10485760\r\n250-PIPELINING\r\n250 8BITMIME\r\n" : "250 practice.example.com\r\n";
}

static const char *
do_ehlo (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  return greet (self, argument, TRUE);
}

static const char *
do_helo (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  return greet (self, argument, FALSE);
}

/* "FROM:<path> parameters" into its parts, without regard to case (RFC 5321 §2.4). `parameters` is what follows the path, blanks stripped. */
static gboolean
split_path (const char  *argument,
            const char  *keyword,
            char       **path,
            const char **parameters)
{
  gsize       length = strlen (keyword);
  const char *end;

  if (g_ascii_strncasecmp (argument, keyword, length) != 0 || argument[length] != '<')
    return FALSE;

  end = strchr (argument + length, '>');
  if (end == NULL || (end[1] != '\0' && end[1] != ' '))
    return FALSE;

  *path = g_strndup (argument + length + 1, end - (argument + length + 1));
  *parameters = end + 1 + strspn (end + 1, " ");
  return TRUE;
}

static gboolean
is_mailbox (const char *path)
{
  const char *at = strrchr (path, '@');

  if (at == NULL || at == path || at[1] == '\0' || at[1] == '.' || strlen (path) > MAX_PATH)
    return FALSE;

  for (const char *p = path; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) || strchr ("<>(),;:\\\"", *p) != NULL)
      return FALSE;

  return strchr (path, '@') == at;
}

static const char *
check_mail_parameter (ConvenePracticeDialogue *self,
                      const char              *parameter)
{
  guint64 size;

  if (!self->is_extended)
    return "555 Parameters are for who said EHLO\r\n";
  if (g_ascii_strcasecmp (parameter, "BODY=7BIT") == 0 || g_ascii_strcasecmp (parameter, "BODY=8BITMIME") == 0)
    return NULL;
  if (g_ascii_strncasecmp (parameter, "SIZE=", strlen ("SIZE=")) != 0)
    return "555 There is no such parameter\r\n";
  if (!g_ascii_string_to_unsigned (parameter + strlen ("SIZE="), 10, 0, G_MAXUINT64, &size, NULL))
    return "501 The size is no number\r\n";

  return size > CONVENE_PRACTICE_MAX_LETTER ? "552 The letter is too large\r\n" : NULL;
}

static const char *
do_mail (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  g_autofree char *path = NULL;
  const char      *rest = NULL;
  g_auto(GStrv) parameters = NULL;

  if (!self->has_greeted)
    return "503 Say EHLO first\r\n";
  if (self->sender != NULL)
    return "503 There is a sender already\r\n";
  if (!split_path (argument, "FROM:", &path, &rest))
    return "501 MAIL FROM:<address> is wanted\r\n";
  if (*path != '\0' && !is_mailbox (path))
    return "553 This is no address\r\n";

  parameters = g_strsplit (rest, " ", -1);
  for (guint i = 0; parameters[i] != NULL; i++)
    {
      const char *refusal = check_mail_parameter (self, parameters[i]);

      if (refusal != NULL)
        return refusal;
    }

  self->sender = g_steal_pointer (&path);
  return "250 OK\r\n";
}

static const char *
do_rcpt (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  g_autofree char *path = NULL;
  const char      *rest = NULL;

  if (self->sender == NULL)
    return "503 Say MAIL first\r\n";
  if (!split_path (argument, "TO:", &path, &rest))
    return "501 RCPT TO:<address> is wanted\r\n";
  if (*rest != '\0')
    return "555 There is no such parameter\r\n";
  if (!is_mailbox (path))
    return "553 This is no address\r\n";
  if (self->recipients->len >= MAX_RECIPIENTS)
    return "452 Too many recipients\r\n";

  g_ptr_array_add (self->recipients, g_steal_pointer (&path));
  return "250 OK\r\n";
}

static const char *
do_data (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  if (*argument != '\0')
    return "501 DATA takes no argument\r\n";
  if (self->sender == NULL)
    return "503 Say MAIL first\r\n";
  if (self->recipients->len == 0)
    return "503 Say RCPT first\r\n";

  self->is_in_data = TRUE;
  return "354 End with a dot on a line of its own\r\n";
}

static const char *
do_rset (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  if (*argument != '\0')
    return "501 RSET takes no argument\r\n";

  convene_practice_dialogue_reset (self);
  return "250 OK\r\n";
}

static const char *
do_noop (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  return "250 OK\r\n";
}

static const char *
do_vrfy (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  return "252 Try it and see\r\n";
}

static const char *
do_quit (ConvenePracticeDialogue *self,
         const char              *argument,
         ConvenePracticeAction   *action)
{
  if (*argument != '\0')
    return "501 QUIT takes no argument\r\n";

  *action = CONVENE_PRACTICE_CLOSE;
  return "221 Goodbye\r\n";
}

static const char *
do_nothing (ConvenePracticeDialogue *self,
            const char              *argument,
            ConvenePracticeAction   *action)
{
  return "502 This is not offered\r\n";
}

static const struct
{
  const char *verb;
  const char *moment; /* for faults */
  const char *(*act) (ConvenePracticeDialogue *self, const char *argument, ConvenePracticeAction *action);
} commands[] = {
  { "EHLO", NULL, do_ehlo },
  { "HELO", NULL, do_helo },
  { "MAIL", "mail", do_mail },
  { "RCPT", "rcpt", do_rcpt },
  { "DATA", "data", do_data },
  { "RSET", NULL, do_rset },
  { "NOOP", NULL, do_noop },
  { "VRFY", NULL, do_vrfy },
  { "QUIT", NULL, do_quit },
  { "STARTTLS", NULL, do_nothing },
  { "AUTH", NULL, do_nothing },
};

static int
find_command (const char *line,
              gsize       length)
{
  const char *blank = memchr (line, ' ', length);
  gsize       verb_length = blank != NULL ? (gsize) (blank - line) : length;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strlen (commands[i].verb) == verb_length && g_ascii_strncasecmp (commands[i].verb, line, verb_length) == 0)
      return i;

  return -1;
}

static gboolean
has_bare_break (const char *line,
                gsize       length)
{
  return memchr (line, '\r', length) != NULL || memchr (line, '\n', length) != NULL;
}

static char *
feed_command (ConvenePracticeDialogue *self,
              const char              *line,
              gsize                    length,
              ConvenePracticeAction   *action)
{
  int              index = find_command (line, length);
  g_autofree char *argument = NULL;

  if (length > MAX_COMMAND)
    return g_strdup ("500 The line is too long\r\n");
  if (has_bare_break (line, length) || memchr (line, '\0', length) != NULL)
    return g_strdup ("500 A line ends with CR LF\r\n");
  if (index < 0)
    return g_strdup ("500 There is no such command\r\n");

  argument = g_strndup (line + strlen (commands[index].verb), length - strlen (commands[index].verb));
  return g_strdup (commands[index].act (self, g_strstrip (argument), action));
}

/* RFC 5321 §4.1.1.4: a refused letter still goes on to its dot, and no further. */
static char *
end_letter (ConvenePracticeDialogue *self,
            ConvenePracticeAction   *action)
{
  const char *refusal = self->refusal;

  if (refusal != NULL)
    {
      convene_practice_dialogue_reset (self);
      return g_strdup (refusal);
    }

  self->is_in_data = FALSE;
  *action = CONVENE_PRACTICE_LETTER;
  return NULL;
}

static gboolean
is_end (const char *line,
        gsize       length)
{
  return length == 1 && *line == '.';
}

static char *
feed_text (ConvenePracticeDialogue *self,
           const char              *line,
           gsize                    length,
           ConvenePracticeAction   *action)
{
  if (is_end (line, length))
    return end_letter (self, action);

  if (self->is_strict && length > MAX_TEXT_LINE + (*line == '.'))
    self->refusal = "500 A line of the letter is longer than 998 octets\r\n";
  if (self->is_strict && has_bare_break (line, length))
    self->refusal = "550 The letter has a CR or LF that stands alone\r\n";
  if (self->letter->len + length + 2 > CONVENE_PRACTICE_MAX_LETTER)
    self->refusal = "552 The letter is too large\r\n";
  if (self->refusal != NULL)
    return NULL;

  /* RFC 5321 §4.5.2 */
  if (length > 0 && *line == '.')
    {
      line++;
      length--;
    }

  g_byte_array_append (self->letter, (const guint8 *) line, length);
  g_byte_array_append (self->letter, (const guint8 *) "\r\n", 2);
  return NULL;
}

char *
convene_practice_dialogue_feed (ConvenePracticeDialogue *self,
                                const char              *line,
                                gsize                    length,
                                ConvenePracticeAction   *action)
{
  *action = CONVENE_PRACTICE_GO_ON;
  return self->is_in_data ? feed_text (self, line, length, action) : feed_command (self, line, length, action);
}

const char *
convene_practice_dialogue_get_moment (ConvenePracticeDialogue *self,
                                      const char              *line,
                                      gsize                    length)
{
  int index;

  if (self->is_in_data)
    return is_end (line, length) ? "after-data" : "in-data";

  index = find_command (line, length);
  return index >= 0 ? commands[index].moment : NULL;
}

const char *
convene_practice_dialogue_get_sender (ConvenePracticeDialogue *self)
{
  return self->sender;
}

GStrv
convene_practice_dialogue_dup_recipients (ConvenePracticeDialogue *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->recipients->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->recipients, i));

  return g_strv_builder_end (builder);
}

GBytes *
convene_practice_dialogue_dup_letter (ConvenePracticeDialogue *self)
{
  return g_bytes_new (self->letter->data, self->letter->len);
}
