/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-target.h"
#include "convene-cli-text.h"

typedef struct
{
  char *uid;
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

  g_free (self->uid);
  g_free (self);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  self->uid = convene_cli_target_take (words, error);
  return self->uid != NULL;
}

static int
run_show (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request         *self = request;
  g_autofree char *text = NULL;
  g_autoptr(ConveneInterview) interview = convene_cli_target_find (run, self->uid, error);

  if (interview == NULL)
    return -1;

  if (run->json)
    {
      text = convene_cli_json_interview (interview, NULL);
      return convene_cli_output_bytes (text, -1, 0);
    }

  text = convene_cli_text_interview (interview, convene_clock_now (convene_engine_get_clock (run->engine)));
  return convene_cli_output_text (text, 0);
}

/* clang-format off */
const ConveneCommandKind convene_command_show = {
  .name = "show",
  .arguments = "UID",
  .summary = N_("Show an interview whole, with what was done for it"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .check = check,
  .run = run_show,
};
/* clang-format on */
