/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"
#include "convene-plan.h"

G_BEGIN_DECLS

/* The options of every command that changes an interview, and what they come to. A plain struct, to be cleared. */
typedef struct
{
  char    *wait;
  gboolean no_mail;
  gboolean dry_run;

  int seconds;
} ConveneCliChange;

void     convene_cli_change_add_options (ConveneCliChange *self,
                                         GOptionContext   *context);
gboolean convene_cli_change_check (ConveneCliChange *self,
                                   GError          **error);
void     convene_cli_change_clear (ConveneCliChange *self);

/* Makes the plan from what the database says now. It is asked again where somebody else was faster than the commit. *before is the interview as it was read,
 * NULL for a new one. */
typedef ConvenePlan *(*ConveneCliPlanner) (gpointer           request,
                                           ConveneCommandRun *run,
                                           ConveneInterview **before,
                                           GError           **error);

/* Has the plan made, prints it where that is all that is asked, or else commits it, does what is due, and answers the interview. What had failed before is not
 * held against the change. As a command's run: the exit status, or -1 with an error. */
int convene_cli_change_run (const ConveneCliChange *self,
                            ConveneCommandRun      *run,
                            ConveneCliPlanner       planner,
                            gpointer                request,
                            GError                **error);

G_END_DECLS
