/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static gboolean
write_all (int         fd,
           const char *bytes,
           gsize       length)
{
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written < 0 && errno != EINTR && errno != EAGAIN)
        return FALSE;
      if (written < 0)
        {
          /* Also where another program left the terminal non-blocking. */
          poll (&(struct pollfd){ .fd = fd, .events = POLLOUT }, 1, -1);
          continue;
        }

      bytes += written;
      length -= written;
    }

  return TRUE;
}

/* A reader that went away is an error to report here, no reason to die before everything is closed in order. */
static gboolean
write_unbroken (int         fd,
                const char *bytes,
                gsize       length)
{
  struct sigaction ignore = { .sa_handler = SIG_IGN };
  struct sigaction before;
  gboolean         written;
  int              code;

  sigaction (SIGPIPE, &ignore, &before);
  written = write_all (fd, bytes, length);
  code = errno;
  sigaction (SIGPIPE, &before, NULL);
  errno = code;
  return written;
}

/* A locale of plain ASCII says nothing about the terminal, as in a container without any: it gets UTF-8 rather than holes. */
static char *
encode (const char *text)
{
  const char *charset;
  char       *encoded;

  if (g_get_console_charset (&charset) || g_str_equal (charset, "ANSI_X3.4-1968") || g_str_equal (charset, "US-ASCII"))
    return g_strdup (text);

  encoded = g_convert_with_fallback (text, -1, charset, "UTF-8", NULL, NULL, NULL, NULL);
  return encoded != NULL ? encoded : g_strdup (text);
}

char *
convene_cli_output_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString         *line = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean unsafe = g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);

      g_string_append_unichar (line, unsafe ? ' ' : c);
    }

  return g_string_free (line, FALSE);
}

void
convene_cli_output_message (const char *message)
{
  g_autofree char *line = convene_cli_output_line (message);
  g_autofree char *whole = g_strdup_printf ("convene: %s\n", line);
  g_autofree char *encoded = encode (whole);

  write_unbroken (STDERR_FILENO, encoded, strlen (encoded));
}

void
convene_cli_output_alone (const char *text)
{
  g_autofree char *line = convene_cli_output_line (text);
  g_autofree char *whole = g_strconcat (line, "\n", NULL);
  g_autofree char *encoded = encode (whole);

  write_unbroken (STDERR_FILENO, encoded, strlen (encoded));
}

int
convene_cli_output_bytes (const char *bytes,
                          gssize      length,
                          int         status)
{
  g_autofree char *message = NULL;

  g_return_val_if_fail (bytes != NULL || length == 0, 1);

  if (write_unbroken (STDOUT_FILENO, bytes, length < 0 ? strlen (bytes) : (gsize) length))
    return status;

  message = g_strdup_printf (_("The answer could not be written: %s"), g_strerror (errno));
  convene_cli_output_message (message);
  return 1;
}

int
convene_cli_output_text (const char *text,
                         int         status)
{
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (text != NULL, 1);

  encoded = encode (text);
  return convene_cli_output_bytes (encoded, -1, status);
}
