/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-table.h"
#include "convene-error.h"
#include "convene-letter-templates.h"

/* The words of the letters: four commands that differ in what they do with one of them. */

typedef struct
{
  char *language;
  char *file;

  /* what they come to */
  char *name; /* NULL for all */
  char *text; /* NULL for the default */
} Request;

static gpointer
create (void)
{
  return g_new0 (Request, 1);
}

static void
request_free (gpointer request)
{
  Request *self = request;

  g_free (self->language);
  g_free (self->file);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &self->language, N_("Of the letter: en, es, de, fr; en by default"), N_("LANGUAGE") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
add_set_options (gpointer        request,
                 GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &self->file, N_("Where the text stands; standard input by default"), N_("FILE") },
    { NULL },
  };
  /* clang-format on */

  add_options (request, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check_word (const char        *word,
            const char *const *known,
            const char        *field,
            GError           **error)
{
  g_autofree char *list = NULL;

  if (g_strv_contains (known, word))
    return TRUE;

  list = g_strjoinv (", ", (char **) known);
  /* Translators: %s is a list of words, one of which is wanted */
  return convene_error_set_field (error, field, _("That is not known here: give one of %s"), list);
}

static gboolean
check_language (Request *self,
                GError **error)
{
  if (self->language == NULL)
    self->language = g_strdup (convene_letter_templates_list_languages ()[0]);

  return check_word (self->language, convene_letter_templates_list_languages (), "language", error);
}

static gboolean
check_list (gpointer           request,
            const char *const *words,
            GError           **error)
{
  Request *self = request;

  if (!convene_cli_positional_take_none (words, error))
    return FALSE;

  return self->language == NULL || check_language (self, error);
}

static gboolean
check_one (gpointer           request,
           const char *const *words,
           GError           **error)
{
  Request *self = request;

  self->name = convene_cli_positional_take_one (words, "NAME", error);
  return self->name != NULL && check_word (self->name, convene_letter_templates_list_names (), "name", error) && check_language (self, error);
}

static gboolean
check_set (gpointer           request,
           const char *const *words,
           GError           **error)
{
  Request         *self = request;
  g_autofree char *text = NULL;
  g_autoptr(GError) problem = NULL;

  if (!check_one (request, words, error))
    return FALSE;

  if (!g_file_get_contents (self->file != NULL ? self->file : "/dev/stdin", &text, NULL, &problem))
    return convene_error_set_field (error, "file", "%s", problem->message);

  /* A subject is one line, and a file of one line ends with a line feed. */
  self->text = g_str_has_suffix (self->name, ".subject") ? g_strchomp (g_steal_pointer (&text)) : g_steal_pointer (&text);
  return convene_letter_templates_check (self->name, self->text, error);
}

static ConveneLetterEdits *
read_edits (ConveneCommandRun *run,
            GError           **error)
{
  convene_engine_read_letter_edits_async (run->engine, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  return convene_engine_read_letter_edits_finish (run->engine, convene_cli_wait_run (run->wait), error);
}

/* For JSON; what people read is beside it. */
static const char *
get_state (ConveneLetterEdits *edits,
           const char         *language,
           const char         *name)
{
  return convene_letter_edits_get (edits, language, name) != NULL ? "edited" : "default";
}

static const char *
describe_state (const char *state)
{
  return g_str_equal (state, "edited") ? C_("letter", "your own") : C_("letter", "default");
}

static void
list_language (Request            *self,
               ConveneLetterEdits *edits,
               const char         *language,
               GPtrArray          *cells)
{
  const char *const *names = convene_letter_templates_list_names ();

  if (self->language != NULL && !g_str_equal (self->language, language))
    return;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_ptr_array_add (cells, (gpointer) language);
      g_ptr_array_add (cells, (gpointer) names[i]);
      g_ptr_array_add (cells, (gpointer) get_state (edits, language, names[i]));
    }
}

static int
run_list (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request           *self = request;
  const char *const *languages = convene_letter_templates_list_languages ();
  g_autoptr(ConveneLetterEdits) edits = read_edits (run, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (3);
  g_autofree char *text = NULL;

  if (edits == NULL)
    return -1;

  for (guint i = 0; languages[i] != NULL; i++)
    list_language (self, edits, languages[i], cells);
  if (run->json)
    {
      text = convene_cli_json_templates (cells);
      return convene_cli_output_bytes (text, -1, 0);
    }

  for (guint i = 0; i < cells->len; i += 3)
    convene_cli_table_add_row (table, cells->pdata[i], cells->pdata[i + 1], describe_state (cells->pdata[i + 2]));
  text = convene_cli_table_to_string (table);
  return convene_cli_output_text (text, 0);
}

static void
say_placeholders (const char *name)
{
  g_autofree char *list = g_strjoinv (" ", (char **) convene_letter_templates_list_placeholders (name));
  /* Translators: %s is a list of words in braces that are replaced in a letter */
  g_autofree char *message = g_strdup_printf (_("What can stand in it: %s"), list);

  convene_cli_output_message (message);
}

static int
run_show (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request *self = request;
  g_autoptr(ConveneLetterEdits) edits = read_edits (run, error);
  const char      *edited;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;

  if (edits == NULL)
    return -1;

  edited = convene_letter_edits_get (edits, self->language, self->name);
  text = edited != NULL ? g_strdup (edited) : convene_letter_templates_dup_default (self->language, self->name);
  if (!run->json)
    {
      say_placeholders (self->name);
      return convene_cli_output_text (text, 0);
    }

  json = convene_cli_json_texts ("language", self->language, "name", self->name, "state", get_state (edits, self->language, self->name), "text", text, NULL);
  return convene_cli_output_bytes (json, -1, 0);
}

/* Answers with what the letter says from now on. */
static int
run_set (gpointer           request,
         ConveneCommandRun *run,
         GError           **error)
{
  Request *self = request;

  convene_engine_set_letter_edit_async (run->engine, self->language, self->name, self->text, NULL, convene_cli_wait_done_cb, run->wait);
  if (!convene_engine_set_letter_edit_finish (run->engine, convene_cli_wait_run (run->wait), error))
    return -1;

  return run_show (request, run, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_template_list = {
  .name = "template list",
  .arguments = "",
  .summary = N_("List the letters’ texts, and which of them you wrote yourself"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check_list,
  .run = run_list,
};

const ConveneCommandKind convene_command_template_show = {
  .name = "template show",
  .arguments = "NAME",
  .summary = N_("Print a letter’s text or subject"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check_one,
  .run = run_show,
};

const ConveneCommandKind convene_command_template_set = {
  .name = "template set",
  .arguments = "NAME",
  .summary = N_("Write a letter’s text or subject yourself"),
  .description = N_("Letters that are written from then on have it. Words in braces, as {{reader}}, are replaced; “template show” has those that there are."),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_set_options,
  .check = check_set,
  .run = run_set,
};

const ConveneCommandKind convene_command_template_reset = {
  .name = "template reset",
  .arguments = "NAME",
  .summary = N_("Take a letter’s text or subject back to the default"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check_one,
  .run = run_set,
};
/* clang-format on */
