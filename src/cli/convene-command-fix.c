/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-change.h"
#include "convene-cli-target.h"
#include "convene-error.h"
#include "convene-text.h"

typedef struct
{
  char            *link;
  char            *host;
  gboolean         take;
  gboolean         restore;
  gboolean         recreate;
  ConveneCliChange change;

  /* what they come to */
  char          *uid;
  ConveneFixKind kind;
  const char    *value;
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

  convene_cli_change_clear (&self->change);
  g_free (self->link);
  g_free (self->host);
  g_free (self->uid);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &self->link, N_("No meeting of ours: people join by this link; https only"), N_("URL") },
    { "host", 0, 0, G_OPTION_ARG_FILENAME, &self->host, N_("A new meeting, hosted by this account"), N_("ADDRESS") },
    { "take", 0, 0, G_OPTION_ARG_NONE, &self->take, N_("Take over what was changed at Zoom"), NULL },
    { "restore", 0, 0, G_OPTION_ARG_NONE, &self->restore, N_("Make the meeting at Zoom again what the interview says"), NULL },
    { "recreate", 0, 0, G_OPTION_ARG_NONE, &self->recreate, N_("A new meeting in place of one that is gone, failed or no longer ours"), NULL },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  convene_cli_change_add_options (&self->change, context);
}

static gboolean
choose (Request *self,
        GError **error)
{
  const struct
  {
    gboolean       given;
    ConveneFixKind kind;
    const char    *value;
  } ways[] = {
    { self->link != NULL, CONVENE_FIX_LINK, self->link },
    { self->host != NULL, CONVENE_FIX_HOST, self->host },
    { self->take, CONVENE_FIX_TAKE, NULL },
    { self->restore, CONVENE_FIX_RESTORE, NULL },
    { self->recreate, CONVENE_FIX_RECREATE, NULL },
  };
  guint given = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].given)
      {
        given++;
        self->kind = ways[i].kind;
        self->value = ways[i].value;
      }

  if (given == 1)
    return TRUE;

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_USAGE,
                       _("Say how, and in one way: with --link, --host, --take, --restore or --recreate; “convene retry” tries again what failed"));
  return FALSE;
}

static gboolean
check_value (Request *self,
             GError **error)
{
  if (self->kind == CONVENE_FIX_LINK)
    return convene_text_check_link (self->value, "link", error);
  if (self->kind == CONVENE_FIX_HOST)
    return convene_text_check_address (self->value, "host", error);

  return TRUE;
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  self->uid = convene_cli_target_take (words, error);
  return self->uid != NULL && convene_cli_change_check (&self->change, error) && choose (self, error) && check_value (self, error);
}

static ConvenePlan *
make_plan (gpointer           request,
           ConveneCommandRun *run,
           ConveneInterview **before,
           GError           **error)
{
  Request          *self = request;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  *before = convene_cli_target_find (run, self->uid, error);
  if (*before == NULL)
    return NULL;

  convene_scheduler_plan_fix_async (scheduler, convene_interview_get_uid (*before), self->kind, self->value, !self->change.no_mail,
                                    convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_plan_finish (scheduler, convene_cli_wait_run (run->wait), error);
}

static int
run_fix (gpointer           request,
         ConveneCommandRun *run,
         GError           **error)
{
  Request *self = request;

  return convene_cli_change_run (&self->change, run, make_plan, self, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_fix = {
  .name = "fix",
  .arguments = "UID --link URL|--host ADDRESS|--take|--restore|--recreate",
  .summary = N_("Mend a meeting that failed, is gone, was changed at Zoom, or is no longer ours"),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_fix,
};
/* clang-format on */
