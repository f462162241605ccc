/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-terminal.h"

#include "convene-cli-wait.h"
#include "convene-command.h"

int
convene_terminal_run (const char         *version,
                      ConveneTerminalOpen open,
                      gpointer            open_data,
                      int                 argc,
                      char              **argv)
{
  int status = 0;
  g_autoptr(ConveneCommand) command = convene_command_new (argc, argv, version, &status);
  g_autoptr(ConveneCliWait) wait = NULL;
  g_autoptr(ConveneEngine) engine = NULL;
  g_autoptr(GError) error = NULL;

  if (command == NULL)
    return status;

  engine = open (convene_command_is_practice (command), convene_command_is_online (command), open_data, &error);
  if (engine == NULL)
    return convene_command_refuse (command, error);

  wait = convene_cli_wait_new ();
  status = convene_command_run (command, engine);
  convene_engine_close_async (engine, NULL, convene_cli_wait_done_cb, wait);
  if (!convene_engine_close_finish (engine, convene_cli_wait_run (wait), &error))
    g_printerr ("%s\n", error->message);
  return status;
}
