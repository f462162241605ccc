/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-range.h"
#include "convene-cli-text.h"
#include "convene-cli-value.h"
#include "convene-error.h"
#include "convene-text.h"
#include "convene-zone.h"

#define DEFAULT_LIMIT 50
#define SEARCH_MAX 200
#define LINE_MAX_LENGTH 320

typedef struct
{
  ConveneCliRange range;
  char           *platform;
  char           *status;
  char           *search;
  char           *job;
  char           *host;
  char           *person;
  char           *sort;
  char           *limit;
  gboolean        attention;
  gboolean        descending;
  gboolean        all;

  /* what they come to; the texts are those above */
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
  g_free (self->platform);
  g_free (self->status);
  g_free (self->search);
  g_free (self->job);
  g_free (self->host);
  g_free (self->person);
  g_free (self->sort);
  g_free (self->limit);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &self->platform, N_("zoom, google-meet, teams, link, phone or in-person"), N_("PLATFORM") },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &self->status, N_("draft, proposed, scheduled, cancelled, completed or no-show"), N_("STATUS") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &self->search, N_("Words, or beginnings of words, in people, job, agenda or notes"), N_("TEXT") },
    { "job", 0, 0, G_OPTION_ARG_FILENAME, &self->job, N_("For this job"), N_("TITLE") },
    { "host", 0, 0, G_OPTION_ARG_FILENAME, &self->host, N_("Whose meeting is hosted by this address"), N_("ADDRESS") },
    { "person", 0, 0, G_OPTION_ARG_FILENAME, &self->person, N_("In which this address takes part"), N_("ADDRESS") },
    { "attention", 0, 0, G_OPTION_ARG_NONE, &self->attention, N_("Only those that need somebody"), NULL },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &self->sort, N_("start, candidate, job, status, platform, host or manager"), N_("ORDER") },
    { "descending", 0, 0, G_OPTION_ARG_NONE, &self->descending, N_("The last one first"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_FILENAME, &self->limit, N_("How many at most; 50 by default"), N_("N") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &self->all, N_("Past ones too"), NULL },
    { NULL },
  };
  /* clang-format on */

  convene_cli_range_add_options (&self->range, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check_words (Request *self,
             GError **error)
{
  int platform = 0, status = 0;

  if (self->platform != NULL && !convene_cli_value_parse_word (self->platform, "platform", CONVENE_TYPE_PLATFORM, &platform, error))
    return FALSE;
  if (self->status != NULL && !convene_cli_value_parse_word (self->status, "status", CONVENE_TYPE_STATUS, &status, error))
    return FALSE;

  self->filter.has_platform = self->platform != NULL;
  self->filter.platform = platform;
  self->filter.has_status = self->status != NULL;
  self->filter.status = status;
  return TRUE;
}

/* Titles and addresses as they are stored, but for what surrounds them. */
static gboolean
check_line (char        *text,
            const char  *option,
            const char **value,
            GError     **error)
{
  if (text == NULL)
    return TRUE;
  if (!convene_text_check_line (text, option, LINE_MAX_LENGTH, error))
    return FALSE;
  if (*g_strstrip (text) == '\0')
    return convene_error_set_field (error, option, _ ("--%s is empty: leave it out for any"), option);

  *value = text;
  return TRUE;
}

static gboolean
check_address (char        *text,
               const char  *option,
               const char **value,
               GError     **error)
{
  return check_line (text, option, value, error) && (*value == NULL || convene_text_check_address (*value, option, error));
}

static gboolean
check_selection (Request *self,
                 GError **error)
{
  int order = CONVENE_INTERVIEW_ORDER_START;

  if (!check_line (self->job, "job", &self->filter.job, error) || !check_address (self->host, "host", &self->filter.host, error) ||
      !check_address (self->person, "person", &self->filter.person, error))
    return FALSE;
  if (self->sort != NULL && !convene_cli_value_parse_word (self->sort, "sort", CONVENE_TYPE_INTERVIEW_ORDER, &order, error))
    return FALSE;

  self->filter.order = (ConveneInterviewOrder) order;
  self->filter.descending = self->descending;
  self->filter.attention = self->attention;
  return TRUE;
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;
  int      limit = DEFAULT_LIMIT;

  if (!convene_cli_positional_take_none (words, error) || !check_words (self, error) || !check_selection (self, error) ||
      !convene_cli_range_check (&self->range, &self->filter.from, &self->filter.to, error))
    return FALSE;
  if (self->limit != NULL && !convene_cli_value_parse_number (self->limit, "limit", 1, G_MAXINT, &limit, error))
    return FALSE;
  if (!convene_text_check_line (self->search, "search", SEARCH_MAX, error))
    return FALSE;

  self->filter.limit = limit;
  self->filter.search = self->search;
  self->filter.all = self->all;
  return TRUE;
}

static int
run_list (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request         *self = request;
  g_autofree char *zone = convene_zone_dup_system ();
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  guint total = 0;

  self->filter.now = convene_clock_now (convene_engine_get_clock (run->engine));
  convene_engine_list_interviews_async (run->engine, &self->filter, convene_cli_wait_get_cancellable (run->wait),
                                        convene_cli_wait_done_cb, run->wait);
  interviews = convene_engine_list_interviews_finish (run->engine, convene_cli_wait_run (run->wait), &total, error);
  if (interviews == NULL)
    return -1;

  if (run->json)
    {
      text = convene_cli_json_interviews (interviews, NULL, total);
      return convene_cli_output_bytes (text, -1, 0);
    }

  text = convene_cli_text_interviews (interviews, total, zone);
  return convene_cli_output_text (text, 0);
}

/* clang-format off */
const ConveneCommandKind convene_command_list = {
  .name = "list",
  .arguments = "",
  .summary = N_("List interviews, the next one first"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_list,
};
/* clang-format on */
