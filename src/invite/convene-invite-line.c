/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-line.h"

#include <string.h>

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* The colon before the value: the first one that does not stand between quotation marks, or the first of all where one of those is missing. */
static char *
find_colon (char *parameters)
{
  gboolean is_quoted = FALSE;

  for (char *p = parameters; *p != '\0'; p++)
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      else if (*p == ':' && !is_quoted)
        return p;
    }

  return is_quoted ? strchr (parameters, ':') : NULL;
}

gboolean
convene_invite_line_split (char              *text,
                           ConveneInviteLine *line)
{
  char *end, *after, *colon;

  line->name = text + strspn (text, " \t");
  for (end = line->name; is_name_char (*end); end++)
    *end = g_ascii_toupper (*end);
  after = end + strspn (end, " \t");
  if (end == line->name || (*after != ':' && *after != ';'))
    return FALSE;

  colon = find_colon (after);
  if (colon == NULL)
    return FALSE;

  line->value = g_strstrip (colon + 1);
  line->parameters = colon == after ? colon : after + 1;
  *colon = '\0';
  *end = '\0';
  return TRUE;
}
