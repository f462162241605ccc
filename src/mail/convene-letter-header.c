/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-header.h"

#include <string.h>

#include "convene-letter-clean.h"

/* RFC 2047 §2: a word has at most 75 characters; 12 of them are "=?UTF-8?Q?" and "?=". Q and not B: readers that join words before they decode
 * them (GMime does) stop at the padding of the first base64. */
#define WORD_ROOM 63

/* RFC 5322 §2.1.1: 998 octets for a whole line, its name and line break included. */
#define LINE_ROOM 900

static gboolean
needs_words (const char *line)
{
  return !g_str_is_ascii (line) || strstr (line, "=?") != NULL;
}

/* Whether what people see as one character may end before `next`: not before a mark, nor beside a joiner (emoji are made with it). */
static gboolean
is_border (gunichar last,
           gunichar next)
{
  return next == 0 || (last != 0x200d && !g_unichar_ismark (next) && !g_unichar_iszerowidth (next));
}

/* RFC 2047 §5 (3): what needs no escape even in a phrase. */
static gboolean
is_plain (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("!*+-/ ", c) != NULL);
}

static gsize
encoded_length (const char *start,
                const char *end)
{
  gsize length = 0;

  for (const char *p = start; p < end; p++)
    length += is_plain (*p) ? 1 : 3;
  return length;
}

/* How many octets of `text` fit into a word: whole characters always, and as people see them where that can be helped. */
static gsize
word_length (const char *text)
{
  gsize best = 0, any = 0;

  for (const char *p = text, *next; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (encoded_length (text, next) > WORD_ROOM)
        return best > 0 ? best : any;

      any = next - text;
      if (is_border (g_utf8_get_char (p), g_utf8_get_char (next)))
        best = any;
    }

  return any;
}

static char *
encode_words (const char *line)
{
  GString *words = g_string_new (NULL);

  while (*line != '\0')
    {
      gsize length = word_length (line);

      g_string_append_printf (words, "%s=?UTF-8?Q?", words->len > 0 ? "\n " : "");
      for (gsize i = 0; i < length; i++)
        if (is_plain (line[i]))
          g_string_append_c (words, line[i] == ' ' ? '_' : line[i]);
        else
          g_string_append_printf (words, "=%02X", (guchar) line[i]);
      g_string_append (words, "?=");
      line += length;
    }

  return g_string_free (words, FALSE);
}

static gboolean
is_atoms (const char *line)
{
  for (const char *p = line; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (" !#$%&'*+-/=?^_`{|}~", *p) == NULL)
      return FALSE;

  return TRUE;
}

static char *
quote (const char *line)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }

  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

char *
convene_letter_header_text (const char *text)
{
  g_autofree char *line = convene_letter_clean_line (text);

  return needs_words (line) || strlen (line) > LINE_ROOM ? encode_words (line) : g_steal_pointer (&line);
}

char *
convene_letter_header_mailbox (const char *name,
                               const char *address)
{
  g_autofree char *line = convene_letter_clean_line (name);
  g_autofree char *phrase = NULL;

  if (*line == '\0')
    return g_strdup (address);

  if (needs_words (line))
    phrase = encode_words (line);
  else
    phrase = is_atoms (line) ? g_strdup (line) : quote (line);

  return g_strdup_printf ("%s <%s>", phrase, address);
}
