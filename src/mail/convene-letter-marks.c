/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-marks.h"

#include <string.h>

#define MARKS "\001\002\003\004\005\006"

gboolean
convene_letter_is_mark (char c)
{
  return c >= CONVENE_LETTER_MARK_VALUE && c <= CONVENE_LETTER_MARK_END;
}

void
convene_letter_marks_append (GString    *out,
                             char        mark,
                             const char *text)
{
  if (*text == '\0')
    return;

  g_string_append_c (out, mark);
  convene_letter_marks_append_text (out, text);
  g_string_append_c (out, CONVENE_LETTER_MARK_END);
}

void
convene_letter_marks_append_value (GString    *out,
                                   const char *name,
                                   const char *value)
{
  static const struct
  {
    const char *name;
    char        mark;
  } marks[] = {
    { "job", CONVENE_LETTER_MARK_STRONG },
    { "when", CONVENE_LETTER_MARK_STRONG },
    { "time_is", CONVENE_LETTER_MARK_STRONG },
    { "link", CONVENE_LETTER_MARK_LINK },
    { "number", CONVENE_LETTER_MARK_CODE },
    { "password", CONVENE_LETTER_MARK_CODE },
    { "sender_address", CONVENE_LETTER_MARK_CODE },
  };
  char mark = CONVENE_LETTER_MARK_VALUE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (marks[i].name, name))
      mark = marks[i].mark;

  convene_letter_marks_append (out, mark, value);
}

void
convene_letter_marks_append_text (GString    *out,
                                  const char *marked)
{
  for (const char *p = marked; *p != '\0'; p++)
    if (!convene_letter_is_mark (*p))
      g_string_append_c (out, *p);
}

static gboolean
is_link_start (const char *text)
{
  return g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");
}

/* A web address ends before a blank, a bracket or a quotation mark; a full stop or comma at its end belongs to the sentence. */
static gsize
link_length (const char *text)
{
  gsize length = strcspn (text, " \t\n\"'<>()[]{}" MARKS);

  while (length > 0 && strchr (".,;:!?", text[length - 1]) != NULL)
    length--;
  return length;
}

void
convene_letter_append_escaped (GString    *out,
                               const char *text,
                               gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);
  g_auto(GStrv) pieces = g_strsplit (escaped, "&apos;", -1);
  g_autofree char *html = g_strjoinv ("&#39;", pieces);

  g_string_append (out, html);
}

static void
append_link_start (GString    *out,
                   const char *link,
                   gsize       length)
{
  g_string_append (out, "<a href=\"");
  convene_letter_append_escaped (out, link, length);
  g_string_append (out, "\" dir=\"ltr\">");
}

/* Begins an element and answers how it ends. */
static const char *
open_element (GString    *out,
              const char *mark)
{
  switch (*mark)
    {
    case CONVENE_LETTER_MARK_STRONG:
      g_string_append (out, "<b dir=\"auto\">");
      return "</b>";
    case CONVENE_LETTER_MARK_LINK:
      if (!is_link_start (mark + 1))
        break;
      append_link_start (out, mark + 1, strcspn (mark + 1, MARKS));
      return "</a>";
    case CONVENE_LETTER_MARK_VALUE:
      g_string_append (out, "<span dir=\"auto\">");
      return "</span>";
    default:
      break;
    }

  g_string_append (out, "<span dir=\"ltr\">");
  return "</span>";
}

/* How much of a text is neither a mark nor a line break nor a web address. */
static gsize
plain_length (const char *text)
{
  gsize length = 0;

  while (text[length] != '\0' && text[length] != '\n' && !convene_letter_is_mark (text[length]) && !is_link_start (text + length))
    length++;
  return length;
}

/* Not a mark: a line break, a web address or other text. */
static gsize
append_plain_html (GString    *out,
                   const char *text,
                   gboolean    in_link)
{
  gsize length = is_link_start (text) ? link_length (text) : 0;

  if (*text == '\n')
    {
      g_string_append (out, "<br>\n");
      return 1;
    }
  if (length > 0 && !in_link)
    append_link_start (out, text, length);
  else if (length == 0)
    length = plain_length (text);

  convene_letter_append_escaped (out, text, length);
  if (is_link_start (text) && !in_link)
    g_string_append (out, "</a>");
  return length;
}

void
convene_letter_marks_append_html (GString    *out,
                                  const char *marked)
{
  g_autoptr(GPtrArray) ends = g_ptr_array_new ();
  const char *p = marked;

  while (*p != '\0')
    {
      const char *end = ends->len > 0 ? ends->pdata[ends->len - 1] : "";

      if (*p == CONVENE_LETTER_MARK_END)
        {
          g_string_append (out, end);
          g_ptr_array_set_size (ends, ends->len > 0 ? ends->len - 1 : 0);
        }
      else if (convene_letter_is_mark (*p))
        g_ptr_array_add (ends, (gpointer) open_element (out, p));

      p += convene_letter_is_mark (*p) ? 1 : append_plain_html (out, p, g_str_equal (end, "</a>"));
    }
}
