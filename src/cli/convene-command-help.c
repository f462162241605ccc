/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-help.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-table.h"
#include "convene-command-words.h"

static void
add_globals (GOptionContext        *context,
             ConveneCommandGlobals *globals)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "practice", 0, 0, G_OPTION_ARG_NONE, &globals->practice, N_("Work on the built-in practice account; nothing leaves this computer"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &globals->json, N_("Answer with one JSON document"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &globals->help, N_("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &globals->version, N_("Show the version"), NULL },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

GOptionContext *
convene_command_help_new_context (const ConveneCommandKind *kind,
                                  gpointer                  request,
                                  ConveneCommandGlobals    *globals)
{
  g_autofree char *usage = kind != NULL ? g_strconcat (kind->name, " ", kind->arguments, NULL) : g_strdup (_("[COMMAND | FILE.ics]"));
  GOptionContext *context = g_option_context_new (g_strchomp (usage));

  /* GLib's own help leaves the process at once, past whoever called. */
  g_option_context_set_help_enabled (context, FALSE);
  if (kind == NULL)
    g_option_context_set_strict_posix (context, TRUE);
  else if (kind->add_options != NULL)
    kind->add_options (request, context);

  add_globals (context, globals);
  return context;
}

static char *
list_commands (void)
{
  const ConveneCommandKind *const *kinds = convene_command_words_get_kinds ();
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (3);
  g_autofree char *rows = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    convene_cli_table_add_row (table, "", kinds[i]->name, _(kinds[i]->summary));

  rows = convene_cli_table_to_string (table);
  return g_strconcat (_("Without a command it opens the window."), "\n\n", _("Commands:"), "\n", rows, "\n", _("“convene COMMAND --help” says more. A UID may be shortened to its first 6 or more characters."), "\n\n", _("Exit status: 0 all is done, 1 it or part of it failed, 2 wrong usage and nothing was touched."), NULL);
}

char *
convene_command_help_get_overview (void)
{
  ConveneCommandGlobals globals = { FALSE };
  g_autofree char      *commands = list_commands ();
  g_autoptr(GOptionContext) context = convene_command_help_new_context (NULL, NULL, &globals);

  g_option_context_set_summary (context, _("Schedules interviews: the Zoom meeting, the invitations, the reminders."));
  g_option_context_set_description (context, commands);
  return g_option_context_get_help (context, TRUE, NULL);
}

char *
convene_command_help_get (const ConveneCommandKind *kind)
{
  ConveneCommandGlobals globals = { FALSE };
  gpointer              request = kind->create ();
  g_autoptr(GOptionContext) context = convene_command_help_new_context (kind, request, &globals);
  char *help;

  g_option_context_set_summary (context, _(kind->summary));
  if (kind->description != NULL)
    g_option_context_set_description (context, _(kind->description));
  help = g_option_context_get_help (context, TRUE, NULL);
  kind->free (request);
  return help;
}
