/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-invite-unfold.h"

#define MAX_CHARSET_NAME 40

/* The encoding of two octets a character that a file has: by its mark, or by where the zero of its "B" or "\r" stands. */
static const char *
find_wide_charset (const char *octets,
                   gsize       length)
{
  if (length < 4)
    return NULL;
  if (memcmp (octets, "\xff\xfe", 2) == 0)
    return octets[2] == '\0' && octets[3] == '\0' ? NULL : "UTF-16LE";
  if (memcmp (octets, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  if (octets[0] != '\0' && octets[1] == '\0' && octets[2] != '\0' && octets[3] == '\0')
    return "UTF-16LE";
  if (octets[0] == '\0' && octets[1] != '\0' && octets[2] == '\0' && octets[3] != '\0')
    return "UTF-16BE";

  return NULL;
}

/* Whether it may be asked of iconv: a plain name, and none of UTF-8, which it is not, or of ASCII, which says nothing. */
static gboolean
is_usable (const char *charset)
{
  static const char *const says_nothing[] = { "utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8", NULL };
  g_autofree char         *lower = NULL;

  if (charset == NULL || *charset == '\0' || strlen (charset) > MAX_CHARSET_NAME ||
      charset[strspn (charset, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:+")] != '\0')
    return FALSE;

  lower = g_ascii_strdown (charset, -1);
  return !g_strv_contains (says_nothing, lower) && !g_str_has_prefix (lower, "utf-16") && !g_str_has_prefix (lower, "utf-32");
}

/* Charsets of which every octet is one of ASCII's, so that only escapes tell them from it. */
static gboolean
has_escapes (const char *charset,
             const char *octets,
             gsize       length)
{
  return is_usable (charset) && g_ascii_strncasecmp (charset, "iso-2022-", strlen ("iso-2022-")) == 0 && memchr (octets, '\033', length) != NULL;
}

static char *
convert (const char *octets,
         gsize       length,
         const char *charset,
         gsize      *converted_length)
{
  char *converted = g_convert (octets, length, "UTF-8", charset, NULL, converted_length, NULL);

  if (converted != NULL && memchr (converted, '\0', *converted_length) != NULL)
    g_clear_pointer (&converted, g_free);
  return converted;
}

/* How many octets of a text in UTF-8 are none. */
static gsize
count_wrong (const char *text,
             gsize       length)
{
  const char *end = text + length;
  gsize       wrong = 0;

  while (!g_utf8_validate_len (text, end - text, &text))
    {
      wrong++;
      text++;
    }

  return wrong;
}

static gsize
count_foreign (const char *text,
               gsize       length)
{
  gsize foreign = 0;

  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      foreign++;

  return foreign;
}

/* What a program cut in the middle of a character is still UTF-8; it shows in how few of the octets beyond ASCII are wrong. */
static gboolean
is_damaged_utf8 (const char *text,
                 gsize       length)
{
  return count_wrong (text, length) * 4 < count_foreign (text, length);
}

static char *
convert_narrow (const char *text,
                gsize       length,
                const char *charset,
                char      **doubt)
{
  g_autofree char *converted = NULL;
  gsize            converted_length = 0;

  if (is_usable (charset))
    {
      converted = convert (text, length, charset, &converted_length);
      if (converted != NULL)
        return g_steal_pointer (&converted);
    }

  if (is_damaged_utf8 (text, length))
    {
      *doubt = g_strdup (_("Some characters of the text are damaged"));
      return g_utf8_make_valid (text, length);
    }

  /* Five octets are no characters of it, but of ISO 8859-1. */
  *doubt = g_strdup (_("The text is not UTF-8; it was read as Windows-1252"));
  converted = convert (text, length, "WINDOWS-1252", &converted_length);
  return converted != NULL ? g_steal_pointer (&converted) : convert (text, length, "ISO-8859-1", &converted_length);
}

static gboolean
check_size (gsize    length,
            GError **error)
{
  g_autofree char *size = g_format_size (length);
  g_autofree char *most = g_format_size (CONVENE_INVITE_MAX_OCTETS);

  if (length == 0)
    return convene_error_set_field (error, "file", _("The file is empty"));
  if (length > CONVENE_INVITE_MAX_OCTETS)
    /* Translators: both are sizes, such as “12.3 MB” */
    return convene_error_set_field (error, "file", _("The file is %s; an invitation has at most %s"), size, most);

  return TRUE;
}

/* Its lines in UTF-8, from octets without a zero. */
static char *
decode_narrow (const char *octets,
               gsize       length,
               const char *charset,
               char      **doubt)
{
  gsize            unfolded_length;
  g_autofree char *unfolded = convene_invite_unfold (octets, length, &unfolded_length);

  if (g_utf8_validate_len (unfolded, unfolded_length, NULL))
    return g_steal_pointer (&unfolded);

  return convert_narrow (unfolded, unfolded_length, charset, doubt);
}

/* The same of what is converted first, since its folds are not to be seen before. */
static char *
decode_converted (const char *octets,
                  gsize       length,
                  const char *charset,
                  GError    **error)
{
  gsize            converted_length, unfolded_length;
  g_autofree char *converted = convert (octets, length, charset, &converted_length);

  if (converted == NULL)
    {
      convene_error_set_field (error, "file", _("The text of the file is damaged: it is not %s"), charset);
      return NULL;
    }

  return convene_invite_unfold (converted, converted_length, &unfolded_length);
}

char *
convene_invite_decode (GBytes     *bytes,
                       const char *charset,
                       char      **doubt,
                       GError    **error)
{
  gsize       length;
  const char *octets = g_bytes_get_data (bytes, &length);
  const char *wide;

  if (!check_size (length, error))
    return NULL;

  wide = find_wide_charset (octets, length);
  if (wide != NULL)
    return decode_converted (octets, length, wide, error);

  if (memchr (octets, '\0', length) != NULL)
    {
      convene_error_set_field (error, "file", _("This is a binary file, no calendar file"));
      return NULL;
    }

  if (has_escapes (charset, octets, length))
    return decode_converted (octets, length, charset, error);

  return decode_narrow (octets, length, charset, doubt);
}
