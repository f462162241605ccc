/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-fold.h"

#include <string.h>

#define LONGEST_LINE 75
#define FOLD "\r\n "

static char *
unfold (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, FOLD, -1);

  return g_strjoinv (NULL, pieces);
}

char *
convene_invite_fold (const char *text)
{
  g_autofree char *unfolded = NULL;
  GString         *folded;
  gsize            octets = 0;

  g_return_val_if_fail (text != NULL, NULL);

  unfolded = unfold (text);
  folded = g_string_new (NULL);
  for (const char *p = unfolded, *next; *p != '\0'; p = next)
    {
      next = g_str_has_prefix (p, "\r\n") ? p + 2 : g_utf8_next_char (p);
      if (*p == '\r')
        {
          octets = 0;
        }
      else if (octets + (next - p) > LONGEST_LINE)
        {
          g_string_append (folded, FOLD);
          octets = strlen (" ") + (next - p);
        }
      else
        {
          octets += next - p;
        }
      g_string_append_len (folded, p, next - p);
    }

  return g_string_free (folded, FALSE);
}
