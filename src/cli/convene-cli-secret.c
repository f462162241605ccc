/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-secret.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "convene-error.h"
#include "convene-text.h"

#define SECRET_MAX 4096

/* A line and what may end it. Lives on the stack of one function, which overwrites it. */
typedef struct
{
  char  bytes[SECRET_MAX + 3];
  gsize length;
} Line;

static ConveneSecret *
line_to_secret (Line       *line,
                const char *field,
                GError    **error)
{
  if (line->length > 0 && line->bytes[line->length - 1] == '\n')
    line->length--;
  if (line->length > 0 && line->bytes[line->length - 1] == '\r')
    line->length--;
  line->bytes[line->length] = '\0';

  if (line->length == 0)
    convene_error_set_field (error, field, _("The secret %s is missing: type it when asked, or give it on standard input"), field);
  else if (line->length > SECRET_MAX)
    convene_error_set_field (error, field, _("The secret %s is longer than 4096 bytes: check what was given"), field);
  else if (strlen (line->bytes) != line->length)
    convene_error_set_field (error, field, _("The secret %s has a control character: check what was given"), field);
  else if (convene_text_check_line (line->bytes, field, SECRET_MAX, error))
    return convene_secret_new (line->bytes);

  return NULL;
}

/* Byte by byte, so that what follows the line is left to others. */
static void
read_line (int   fd,
           Line *line)
{
  while (line->length < SECRET_MAX + 2)
    {
      gssize got = read (fd, line->bytes + line->length, 1);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return;
      if (line->bytes[line->length++] == '\n')
        return;
    }
}

ConveneSecret *
convene_cli_secret_read_line (int         fd,
                              const char *field,
                              GError    **error)
{
  Line           line = { .length = 0 };
  ConveneSecret *secret;

  read_line (fd, &line);
  secret = line_to_secret (&line, field, error);
  explicit_bzero (&line, sizeof line);
  return secret;
}

/* Waits for a line or for one of the signals that would leave the terminal without echo. */
static gboolean
wait_for_line (int terminal,
               int signals)
{
  struct pollfd           fds[] = { { .fd = terminal, .events = POLLIN }, { .fd = signals, .events = POLLIN } };
  struct signalfd_siginfo info;

  while (poll (fds, G_N_ELEMENTS (fds), -1) < 0)
    if (errno != EINTR)
      return FALSE;

  return fds[1].revents == 0 || read (signals, &info, sizeof info) < 0;
}

static void
write_prompt (int         terminal,
              const char *text)
{
  while (write (terminal, text, strlen (text)) < 0 && errno == EINTR)
    continue;
}

static ConveneSecret *
ask_without_echo (int         terminal,
                  int         signals,
                  const char *prompt,
                  const char *field,
                  GError    **error)
{
  struct termios before, hidden;
  ConveneSecret *secret = NULL;

  if (tcgetattr (terminal, &before) != 0)
    return convene_cli_secret_read_line (terminal, field, error);

  hidden = before;
  hidden.c_lflag = (hidden.c_lflag & ~(tcflag_t) ECHO) | ICANON;
  tcsetattr (terminal, TCSAFLUSH, &hidden);
  write_prompt (terminal, prompt);
  if (wait_for_line (terminal, signals))
    secret = convene_cli_secret_read_line (terminal, field, error);
  else
    g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("Interrupted: nothing was done"));
  tcsetattr (terminal, TCSAFLUSH, &before);
  write_prompt (terminal, "\n");
  return secret;
}

static ConveneSecret *
ask (int         terminal,
     const char *prompt,
     const char *field,
     GError    **error)
{
  sigset_t       watched, before;
  ConveneSecret *secret;
  int            signals;

  sigemptyset (&watched);
  sigaddset (&watched, SIGINT);
  sigaddset (&watched, SIGTERM);
  sigaddset (&watched, SIGHUP);
  sigaddset (&watched, SIGQUIT);
  sigaddset (&watched, SIGTSTP);
  pthread_sigmask (SIG_BLOCK, &watched, &before);
  signals = signalfd (-1, &watched, SFD_CLOEXEC);
  secret = ask_without_echo (terminal, signals, prompt, field, error);
  close (signals);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return secret;
}

ConveneSecret *
convene_cli_secret_read (const char *prompt,
                         const char *field,
                         GError    **error)
{
  ConveneSecret *secret;
  int            terminal;

  g_return_val_if_fail (prompt != NULL && field != NULL, NULL);

  if (!isatty (STDIN_FILENO))
    return convene_cli_secret_read_line (STDIN_FILENO, field, error);

  terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0)
    return ask (STDIN_FILENO, prompt, field, error);

  secret = ask (terminal, prompt, field, error);
  close (terminal);
  return secret;
}
