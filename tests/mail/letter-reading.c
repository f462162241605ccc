/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "letter-reading.h"

#include <string.h>

void
reading_begin (Reading             *reading,
               ConveneOperationKind kind,
               gboolean             with_meeting)
{
  reading->interview = fixture_interview_new ();
  if (with_meeting)
    fixture_add_meeting (reading->interview);
  reading->draft = fixture_draft (kind, reading->interview);
}

void
reading_write (Reading *reading)
{
  g_autoptr(GError) error = NULL;
  const char  *octets;
  gsize        length;
  GMimeStream *stream;
  GMimeParser *parser;

  reading->letter = convene_letter_write (&reading->draft, &error);
  g_assert_no_error (error);

  octets = g_bytes_get_data ((GBytes *) convene_letter_get_bytes (reading->letter), &length);
  g_assert_null (memchr (octets, '\0', length));
  reading->wire = g_strndup (octets, length);

  stream = g_mime_stream_mem_new_with_buffer (octets, length);
  parser = g_mime_parser_new_with_stream (stream);
  reading->message = g_mime_parser_construct_message (parser, NULL);
  g_assert_nonnull (reading->message);
  g_object_unref (parser);
  g_object_unref (stream);
}

void
reading_clear (Reading *reading)
{
  fixture_draft_clear (&reading->draft);
  g_clear_object (&reading->interview);
  if (reading->letter != NULL)
    g_assert_finalize_object (reading->letter);
  g_clear_object (&reading->message);
  g_clear_pointer (&reading->wire, g_free);
}

static char *
describe_type (GMimeObject *object)
{
  return g_mime_content_type_get_mime_type (g_mime_object_get_content_type (object));
}

void
reading_assert_type (GMimeObject *object,
                     const char  *type)
{
  g_autofree char *actual = describe_type (object);

  g_assert_cmpstr (actual, ==, type);
}

GMimeObject *
reading_nth (GMimeObject *multipart,
             int          n)
{
  g_assert_true (GMIME_IS_MULTIPART (multipart));
  g_assert_cmpint (g_mime_multipart_get_count (GMIME_MULTIPART (multipart)), >, n);
  return g_mime_multipart_get_part (GMIME_MULTIPART (multipart), n);
}

char *
reading_octets (GMimeObject *part)
{
  GMimeStream *stream = g_mime_stream_mem_new ();
  GByteArray  *octets;
  char        *text;

  g_assert_true (GMIME_IS_PART (part));
  g_mime_data_wrapper_write_to_stream (g_mime_part_get_content (GMIME_PART (part)), stream);
  octets = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  text = g_strndup ((char *) octets->data, octets->len);
  g_object_unref (stream);
  return text;
}

char *
reading_text (GMimeObject *part)
{
  g_autofree char *octets = reading_octets (part);
  g_auto (GStrv) lines = g_strsplit (octets, "\r\n", -1);

  return g_strjoinv ("\n", lines);
}

GMimeObject *
reading_alternative (Reading *reading)
{
  GMimeObject *top = g_mime_message_get_mime_part (reading->message);

  return reading->draft.calendar != NULL ? reading_nth (top, 0) : top;
}

void
reading_assert_both (Reading    *reading,
                     const char *text,
                     const char *html)
{
  g_autofree char *plain = reading_text (reading_nth (reading_alternative (reading), 0));
  g_autofree char *rich = reading_text (reading_nth (reading_alternative (reading), 1));

  if (strstr (plain, text) == NULL)
    g_error ("No “%s” in:\n%s", text, plain);
  if (strstr (rich, html) == NULL)
    g_error ("No “%s” in:\n%s", html, rich);
}

void
reading_assert_none (Reading    *reading,
                     const char *word)
{
  g_autofree char *plain = reading_text (reading_nth (reading_alternative (reading), 0));
  g_autofree char *rich = reading_text (reading_nth (reading_alternative (reading), 1));

  g_assert_null (strstr (plain, word));
  g_assert_null (strstr (rich, word));
}

void
reading_assert_wire (Reading *reading)
{
  g_auto (GStrv) lines = g_strsplit (reading->wire, "\r\n", -1);

  g_assert_true (g_str_is_ascii (reading->wire));
  g_assert_true (g_str_has_suffix (reading->wire, "\r\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_cmpuint (strlen (lines[i]), <=, 998);
    }
}

char *
reading_join_headers (Reading *reading)
{
  g_auto (GStrv) halves = g_strsplit (reading->wire, "\r\n\r\n", 2);
  g_auto (GStrv) lines = g_strsplit (halves[0], "\r\n", -1);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != ' ' && lines[i][0] != '\t')
      g_string_append_printf (names, "%s%.*s", i > 0 ? " " : "", (int) strcspn (lines[i], ":"), lines[i]);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
reading_raw_header (Reading    *reading,
                    const char *name)
{
  g_autofree char *start = g_strdup_printf ("\r\n%s: ", name);
  g_auto (GStrv) halves = g_strsplit (reading->wire, "\r\n\r\n", 2);
  const char      *found = strstr (halves[0], start);
  g_autofree char *rest = found != NULL ? g_strdup (found + strlen (start)) : NULL;
  g_autoptr(GString) value = NULL;

  if (rest == NULL)
    return NULL;

  value = g_string_new (NULL);
  for (char *p = rest; *p != '\0' && !(g_str_has_prefix (p, "\r\n") && p[2] != ' ' && p[2] != '\t'); p++)
    if (*p != '\r' && *p != '\n')
      g_string_append_c (value, *p);

  return g_string_free (g_steal_pointer (&value), FALSE);
}
