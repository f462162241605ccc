/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-http"

#include "convene-json.h"

#include "convene-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib recurses for each level, so that a small text of brackets takes the whole stack. */
#define MAX_DEPTH 64

/* Each value costs json-glib some hundred bytes, whatever it costs on the wire. */
#define MAX_VALUES 200000

/* A text is scanned before json-glib sees it, and for more than its depth: json-glib also takes comments, octal, single quotes, an integer that
 * does not fit (as another one) and whatever follows the document. What it then reads has one meaning only. */
typedef struct
{
  const char *at;
  const char *end;
  guint       depth;
  guint       n_values;
} Scanner;

static gboolean
skip_char (Scanner *self,
           char     c)
{
  if (self->at == self->end || *self->at != c)
    return FALSE;

  self->at++;
  return TRUE;
}

static gsize
skip_digits (Scanner *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return self->at - start;
}

/* After "\u": a unit of UTF-16. */
static gboolean
scan_unit (Scanner *self,
           guint   *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, self->at++)
    {
      if (self->at == self->end || !g_ascii_isxdigit (*self->at))
        return FALSE;
      *unit = *unit * 16 + g_ascii_xdigit_value (*self->at);
    }

  return TRUE;
}

/* After "\u". NUL would cut a C string short; half a pair is no character, and json-glib leaks the string that it stands in. */
static gboolean
scan_unicode (Scanner *self)
{
  guint unit, low;

  if (!scan_unit (self, &unit) || unit == 0 || (unit & 0xfc00) == 0xdc00)
    return FALSE;
  if ((unit & 0xfc00) != 0xd800)
    return TRUE;

  return skip_char (self, '\\') && skip_char (self, 'u') && scan_unit (self, &low) && (low & 0xfc00) == 0xdc00;
}

static gboolean
scan_escape (Scanner *self)
{
  char c;

  if (self->at == self->end)
    return FALSE;

  c = *self->at++;
  return c == 'u' ? scan_unicode (self) : c != '\0' && strchr ("\"\\/bfnrt", c) != NULL;
}

/* After the opening quotation mark. */
static gboolean
scan_string (Scanner *self)
{
  while (self->at < self->end)
    {
      guchar c = *self->at++;

      if (c == '"')
        return TRUE;
      if (c < 0x20 || (c == '\\' && !scan_escape (self)))
        return FALSE;
    }

  return FALSE;
}

static gboolean
fits_integer (const char *text,
              gsize       length)
{
  /* "-9223372036854775808" is the longest that can fit. */
  char   buffer[21];
  gint64 value;

  if (length >= sizeof buffer)
    return FALSE;

  memcpy (buffer, text, length);
  buffer[length] = '\0';
  return g_ascii_string_to_signed (buffer, 10, G_MININT64, G_MAXINT64, &value, NULL);
}

/* RFC 8259 §6 */
static gboolean
scan_number (Scanner *self)
{
  const char *start = self->at;
  gboolean    whole = TRUE;

  skip_char (self, '-');
  if (!skip_char (self, '0') && skip_digits (self) == 0)
    return FALSE;

  if (skip_char (self, '.'))
    {
      whole = FALSE;
      if (skip_digits (self) == 0)
        return FALSE;
    }
  if (skip_char (self, 'e') || skip_char (self, 'E'))
    {
      whole = FALSE;
      if (!skip_char (self, '+'))
        skip_char (self, '-');
      if (skip_digits (self) == 0)
        return FALSE;
    }
  if (self->at < self->end && (g_ascii_isalnum (*self->at) || *self->at == '.'))
    return FALSE;

  return !whole || fits_integer (start, self->at - start);
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
scan_opening (Scanner *self)
{
  self->at++;
  return ++self->depth <= MAX_DEPTH;
}

static gboolean
scan_closing (Scanner *self)
{
  self->at++;
  return self->depth-- > 0;
}

/* One token and its part of the grammar; json-glib judges the commas and colons. */
static gboolean
scan_token (Scanner *self)
{
  switch (*self->at)
    {
    case '{':
    case '[':
      return ++self->n_values <= MAX_VALUES && scan_opening (self);
    case '}':
    case ']':
      return scan_closing (self);
    case ',':
    case ':':
      self->at++;
      return self->depth > 0;
    case '"':
      self->at++;
      return ++self->n_values <= MAX_VALUES && scan_string (self);
    case '-':
    case '0' ... '9':
      return ++self->n_values <= MAX_VALUES && scan_number (self);
    default:
      return ++self->n_values <= MAX_VALUES && scan_word (self);
    }
}

static void
skip_blanks (Scanner *self)
{
  while (self->at < self->end && *self->at != '\0' && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
}

/* Whether the text is one document and nothing but it, as far as tokens tell. */
static gboolean
scan_document (const char *text,
               gsize       length)
{
  Scanner self = { .at = text, .end = text + length };

  skip_blanks (&self);
  if (self.at == self.end)
    return FALSE;

  do
    {
      if (!scan_token (&self))
        return FALSE;
      skip_blanks (&self);
    }
  while (self.depth > 0 && self.at < self.end);

  return self.depth == 0 && self.at == self.end;
}

static JsonNode *
set_error (GError    **error,
           const char *detail)
{
  g_debug ("JSON: %s", detail);
  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _("The answer makes no sense."));
  return NULL;
}

JsonNode *
convene_json_parse (const char *text,
                    gsize       length,
                    GError    **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) parse_error = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length == 0 || !g_utf8_validate_len (text, length, NULL))
    return set_error (error, "empty, or not UTF-8");
  if (!scan_document (text, length))
    return set_error (error, "not RFC 8259, or too deep, or too much");

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, length, &parse_error))
    return set_error (error, "not RFC 8259");

  return json_parser_steal_root (parser);
}
