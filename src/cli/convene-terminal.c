/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-terminal.h"

#include "convene-command.h"

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
close_engine (ConveneEngine *engine)
{
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_close_async (engine, NULL, result_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (!convene_engine_close_finish (engine, closed, &error))
    g_printerr ("%s\n", error->message);
}

int
convene_terminal_run (const char         *version,
                      ConveneTerminalOpen open,
                      gpointer            open_data,
                      int                 argc,
                      char              **argv)
{
  int status = 0;
  g_autoptr(ConveneCommand) command = convene_command_new (argc, argv, version, &status);
  g_autoptr(ConveneEngine) engine = NULL;
  g_autoptr(GError) error = NULL;

  if (command == NULL)
    return status;

  engine = open (convene_command_is_practice (command), convene_command_is_online (command), open_data, &error);
  if (engine == NULL)
    return convene_command_refuse (command, error);

  status = convene_command_run (command, engine);
  close_engine (engine);
  return status;
}
