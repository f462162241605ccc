/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-file.h"
#include "convene-cli-range.h"
#include "convene-cli-target.h"
#include "convene-cli-value.h"

typedef struct
{
  ConveneCliRange range;
  char           *output;

  /* what they come to */
  GStrv                  uids; /* their beginnings; none for all */
  GPtrArray             *whole;
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
  g_strfreev (self->uids);
  g_clear_pointer (&self->whole, g_ptr_array_unref);
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

  for (guint i = 0; words[i] != NULL; i++)
    if (!convene_cli_value_check_uid (words[i], error))
      return FALSE;

  self->uids = g_strdupv ((GStrv) words);
  return convene_cli_range_check (&self->range, &self->filter.from, &self->filter.to, error) &&
         convene_cli_file_check (self->output, error);
}

/* The interviews that are named, each of which must be there. */
static gboolean
find_uids (Request           *self,
           ConveneCommandRun *run,
           GError           **error)
{
  if (self->uids[0] == NULL)
    return TRUE;

  self->whole = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; self->uids[i] != NULL; i++)
    {
      g_autoptr(ConveneInterview) interview = convene_cli_target_find (run, self->uids[i], error);

      if (interview == NULL)
        return FALSE;
      g_ptr_array_add (self->whole, g_strdup (convene_interview_get_uid (interview)));
    }

  g_ptr_array_add (self->whole, NULL);
  self->filter.uids = (const char *const *) self->whole->pdata;
  return TRUE;
}

static int
run_export (gpointer           request,
            ConveneCommandRun *run,
            GError           **error)
{
  Request *self = request;
  g_autoptr(GBytes) calendar = NULL;

  if (!find_uids (self, run, error))
    return -1;

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
  .arguments = "[UID…]",
  .summary = N_("Print interviews as one .ics, past ones too"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_export,
};
/* clang-format on */
