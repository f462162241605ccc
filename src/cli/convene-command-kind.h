/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-cli-wait.h"
#include "convene-engine.h"

G_BEGIN_DECLS

/* What a command works with while it runs. A plain struct; nothing in it is the command's. */
typedef struct
{
  ConveneEngine  *engine;
  ConveneCliWait *wait;
  gboolean        json;
} ConveneCommandRun;

/* One command: its words, and how its request is made, filled, checked, done and freed. */
typedef struct
{
  const char *name;        /* "account list" */
  const char *arguments;   /* what follows the name in its usage line, untranslated words of the contract */
  const char *summary;     /* N_ () */
  const char *description; /* N_ (), or NULL */
  gboolean    offline;     /* it reads the database alone */

  gpointer (*create) (void);
  void (*free) (gpointer request);
  void (*add_options) (gpointer        request,
                       GOptionContext *context);

  /* Everything that can be said without a database; `words` is what stands there besides options. */
  gboolean (*check) (gpointer           request,
                     const char *const *words,
                     GError           **error);

  /* Answers the exit status, having written the answer; or sets *error, having written nothing. */
  int (*run) (gpointer           request,
              ConveneCommandRun *run,
              GError           **error);
} ConveneCommandKind;

extern const ConveneCommandKind convene_command_schedule;
extern const ConveneCommandKind convene_command_edit;
extern const ConveneCommandKind convene_command_reschedule;
extern const ConveneCommandKind convene_command_cancel;
extern const ConveneCommandKind convene_command_list;
extern const ConveneCommandKind convene_command_show;
extern const ConveneCommandKind convene_command_invite;
extern const ConveneCommandKind convene_command_export;
extern const ConveneCommandKind convene_command_open;
extern const ConveneCommandKind convene_command_retry;
extern const ConveneCommandKind convene_command_fix;
extern const ConveneCommandKind convene_command_resend;
extern const ConveneCommandKind convene_command_mark;
extern const ConveneCommandKind convene_command_sync;
extern const ConveneCommandKind convene_command_preferences;
extern const ConveneCommandKind convene_command_template_list;
extern const ConveneCommandKind convene_command_template_show;
extern const ConveneCommandKind convene_command_template_set;
extern const ConveneCommandKind convene_command_template_reset;
extern const ConveneCommandKind convene_command_account_list;
extern const ConveneCommandKind convene_command_connect_zoom;
extern const ConveneCommandKind convene_command_connect_mail;
extern const ConveneCommandKind convene_command_check;
extern const ConveneCommandKind convene_command_disconnect;

G_END_DECLS
