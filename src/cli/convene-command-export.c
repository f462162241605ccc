/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-file.h"
#include "convene-cli-positional.h"
#include "convene-cli-range.h"

typedef struct
{
  ConveneCliRange range;
  char           *output;

  /* what they come to */
  ConveneInterviewFilter filter;
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

  convene_cli_range_clear (&self->range);
  g_free (self->output);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("Write it there, in place of an older file"), N_("FILE") },
    { NULL },
  };
  /* clang-format on */

  convene_cli_range_add_options (&self->range, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  return convene_cli_positional_take_none (words, error) &&
         convene_cli_range_check (&self->range, &self->filter.from, &self->filter.to, error) &&
         convene_cli_file_check (self->output, error);
}

static int
run_export (gpointer           request,
            ConveneCommandRun *run,
            GError           **error)
{
  Request *self = request;
  g_autoptr(GBytes) calendar = NULL;

  /* Whoever names a time wants all of it. */
  self->filter.all = TRUE;
  self->filter.now = convene_clock_now (convene_engine_get_clock (run->engine));
  convene_engine_export_async (run->engine, &self->filter, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  calendar = convene_engine_export_finish (run->engine, convene_cli_wait_run (run->wait), error);
  if (calendar == NULL)
    return -1;

  return convene_cli_file_answer (run, NULL, self->output, calendar, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_export = {
  .name = "export",
  .arguments = "",
  .summary = N_("Print interviews as one .ics, past ones too"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_export,
};
/* clang-format on */
