/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-cli-error.h"
#include "convene-cli-output.h"
#include "convene-cli-window.h"
#include "convene-command-help.h"
#include "convene-command-words.h"
#include "convene-error.h"

struct _ConveneCommand
{
  ConveneCommandGlobals     globals;
  const ConveneCommandKind *kind; /* NULL until its words were read */
  gpointer                  request;
};

static void
remove_argument (GStrv arguments,
                 guint index)
{
  g_free (arguments[index]);
  memmove (arguments + index, arguments + index + 1, (g_strv_length (arguments + index + 1) + 1) * sizeof *arguments);
}

/* GOption's own words would repeat a value that may be a secret ("--client-secret=…"): only the option itself is named. */
static char *
find_option (char        **arguments,
             const GError *problem)
{
  for (guint i = 1; arguments[i] != NULL; i++)
    if (arguments[i][0] == '-' && strstr (problem->message, arguments[i]) != NULL)
      return g_strndup (arguments[i], strcspn (arguments[i], "="));

  return g_strdup ("-");
}

static gboolean
refuse_options (char        **arguments,
                const char   *name,
                const GError *problem,
                GError      **error)
{
  g_autofree char *help = g_strconcat ("convene ", name, *name != '\0' ? " " : "", "--help", NULL);
  g_autofree char *option = NULL;

  if (!g_error_matches (problem, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    {
      /* Translators: what is wrong with an option, and a command that says what is right */
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("%s: see “%s”"), problem->message, help);
      return FALSE;
    }

  option = find_option (arguments, problem);
  if (g_str_has_prefix (name, "account connect") && (g_str_has_suffix (option, "-secret") || g_str_has_suffix (option, "password")))
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("No secret is taken from the command line, so not with %s either: give it on standard input, or type it when asked"), option);
  else
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("There is no option %s here: see “%s”"), option, help);

  return FALSE;
}

static gboolean
refuse_value (const char *flag,
              GError    **error)
{
  if (g_str_has_suffix (flag, "-secret"))
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("No secret is taken from the command line, so not with --%s either: give it on standard input, or type it when asked"), flag);
  else
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("The option --%s takes no value: leave “=” and what follows away"), flag);

  return FALSE;
}

/* GOption takes "--dry-run=no" for "--dry-run". */
static gboolean
check_flags (char   **arguments,
             GError **error)
{
  static const char *const flags[] = { "practice", "json", "help", "version", "no-mail", "dry-run", "apply", "take", "restore", "recreate", "all", "server-to-server", "no-browser", "device", "client-secret" };

  for (guint i = 1; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    for (guint j = 0; j < G_N_ELEMENTS (flags); j++)
      if (g_str_has_prefix (arguments[i], "--") && g_str_has_prefix (arguments[i] + 2, flags[j]) && arguments[i][2 + strlen (flags[j])] == '=')
        return refuse_value (flags[j], error);

  return TRUE;
}

static gboolean
parse_options (ConveneCommand *self,
               GStrv          *arguments,
               const char     *name,
               GError        **error)
{
  g_autoptr(GOptionContext) context = convene_command_help_new_context (self->kind, self->request, &self->globals);
  g_autoptr(GError) problem = NULL;

  if (g_option_context_parse_strv (context, arguments, &problem))
    return TRUE;

  return refuse_options (*arguments, name, problem, error);
}

/* These would be arguments of the window, were it not for --json. */
static gboolean
is_about_window (char **words)
{
  return *words == NULL || convene_cli_is_file (*words);
}

/* Options for every command may stand between its words. */
static gboolean
find_kind (ConveneCommand *self,
           GStrv          *arguments,
           GError        **error)
{
  g_autoptr(GString) name = g_string_new (NULL);

  do
    {
      if (!parse_options (self, arguments, "", error))
        return FALSE;
      if (self->globals.help || self->globals.version)
        return TRUE;
      if (name->len == 0 && is_about_window (*arguments + 1))
        {
          g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("--json needs a command: see “convene --help”"));
          return FALSE;
        }
      if ((*arguments)[1] == NULL)
        break;

      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", (*arguments)[1]);
      remove_argument (*arguments, 1);
      self->kind = convene_command_words_find (name->str);
    }
  while (self->kind == NULL && convene_command_words_is_beginning (name->str));

  if (self->kind != NULL)
    return TRUE;

  g_propagate_error (error, convene_command_words_refuse (name->str));
  return FALSE;
}

static gboolean
read_request (ConveneCommand *self,
              GStrv          *arguments,
              GError        **error)
{
  char **words;

  self->request = self->kind->create ();
  if (!parse_options (self, arguments, self->kind->name, error))
    return FALSE;
  if (self->globals.help || self->globals.version)
    return TRUE;

  words = *arguments + 1;
  if (*words != NULL && g_str_equal (*words, "--"))
    words++;
  return self->kind->check (self->request, (const char *const *) words, error);
}

static gboolean
parse (ConveneCommand *self,
       GStrv          *arguments,
       GError        **error)
{
  if (!check_flags (*arguments, error) || !find_kind (self, arguments, error))
    return FALSE;

  return self->globals.help || self->globals.version || read_request (self, arguments, error);
}

/* Whether an error is to be JSON must be known although nothing else can be read: GOption takes everything back that it had read before. */
static gboolean
wants_json (int    argc,
            char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--json"))
      return TRUE;

  return FALSE;
}

static int
answer_help (ConveneCommand *self,
             const char     *version)
{
  g_autofree char *text = NULL;

  if (self->globals.version)
    text = g_strdup_printf ("convene %s\n", version);
  else
    text = self->kind != NULL ? convene_command_help_get (self->kind) : convene_command_help_get_overview ();

  return convene_cli_output_text (text, 0);
}

static GStrv
copy_arguments (int    argc,
                char **argv)
{
  GStrv arguments = g_new0 (char *, argc + 1);

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);

  return arguments;
}

ConveneCommand *
convene_command_new (int         argc,
                     char      **argv,
                     const char *version,
                     int        *status)
{
  g_autoptr(ConveneCommand) self = g_new0 (ConveneCommand, 1);
  g_auto (GStrv) arguments = copy_arguments (argc, argv);
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (version != NULL && status != NULL, NULL);

  if (!parse (self, &arguments, &error))
    {
      *status = convene_cli_error_print (error, wants_json (argc, argv));
      return NULL;
    }

  if (self->globals.help || self->globals.version)
    {
      *status = answer_help (self, version);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
convene_command_free (ConveneCommand *self)
{
  g_return_if_fail (self != NULL);

  if (self->request != NULL)
    self->kind->free (self->request);
  g_free (self);
}

gboolean
convene_command_is_practice (ConveneCommand *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->globals.practice;
}

gboolean
convene_command_is_online (ConveneCommand *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->kind->offline;
}

int
convene_command_refuse (ConveneCommand *self,
                        const GError   *error)
{
  g_return_val_if_fail (self != NULL, 1);
  g_return_val_if_fail (error != NULL, 1);

  return convene_cli_error_print (error, self->globals.json);
}

int
convene_command_run (ConveneCommand *self,
                     ConveneEngine  *engine)
{
  g_autoptr(ConveneCliWait) wait = NULL;
  g_autoptr(GError) error = NULL;
  ConveneCommandRun run = { .engine = engine, .json = FALSE };
  int               status;

  g_return_val_if_fail (self != NULL, 1);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), 1);

  wait = convene_cli_wait_new ();
  run.wait = wait;
  run.json = self->globals.json;
  status = self->kind->run (self->request, &run, &error);
  return error != NULL ? convene_cli_error_print (error, self->globals.json) : status;
}
