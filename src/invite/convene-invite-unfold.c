/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-unfold.h"

#include <string.h>

/* The first of an octet from here on, or the end. */
static const char *
find_octet (const char *from,
            const char *end,
            char        octet)
{
  const char *found = memchr (from, octet, end - from);

  return found != NULL ? found : end;
}

static gboolean
goes_on (char c)
{
  return c == ' ' || c == '\t';
}

char *
convene_invite_unfold (const char *octets,
                       gsize       length,
                       gsize      *unfolded_length)
{
  const char *end = octets + length;
  char       *unfolded = g_malloc (length + 2);
  char       *out = unfolded;
  const char *feed = NULL;

  for (const char *line = octets; line < end;)
    {
      const char *stop;

      /* Looked for once and not for each line, of which a file may have a million before it. */
      if (feed == NULL || feed < line)
        feed = find_octet (line, end, '\n');
      stop = find_octet (line, feed, '\r');

      if (stop > line && out > unfolded && goes_on (*line))
        {
          out--;
          line++;
        }
      if (stop > line || (out > unfolded && out[-1] != '\n'))
        {
          memcpy (out, line, stop - line);
          out += stop - line;
          *out++ = '\n';
        }
      line = stop < end ? stop + 1 : end;
    }

  *out = '\0';
  *unfolded_length = out - unfolded;
  return unfolded;
}
