/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-command-kind.h"

G_BEGIN_DECLS

/* An account and what the terminal says of it besides. */
typedef struct
{
  ConveneAccount *account;
  ConveneGrants  *grants; /* NULL where nothing is granted by name */
  GPtrArray      *hosts;  /* of ConveneHostUse; NULL but for server-to-server */
} ConveneCliAccount;

/* An array of ConveneCliAccount, one for each ConveneAccount. NULL with DATABASE or CANCELLED. */
GPtrArray *convene_cli_accounts_read (ConveneCommandRun *run,
                                      GPtrArray         *accounts,
                                      GError           **error);

/* Answers with one account, in JSON or as `text`, a sentence; or sets *error. */
int convene_cli_account_answer (ConveneCommandRun *run,
                                ConveneAccount    *account,
                                const char        *text,
                                int                status,
                                GError           **error);

G_END_DECLS
