/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-account.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* Who hosts an interview's meeting and why (SH-13, SH-33): the hiring manager's account if it is connected here, else the recruiter's own,
 * else nobody. */
typedef struct
{
  ConveneAccount *account; /* owned; NULL for nobody */
  char           *reason;  /* one sentence */
} ConveneHostChoice;

/* `accounts` are those that may be used now, of every kind, in the order of connection. */
ConveneHostChoice *convene_host_choice_new (ConveneInterview *interview,
                                            GPtrArray        *accounts);
void               convene_host_choice_free (ConveneHostChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneHostChoice, convene_host_choice_free)

G_END_DECLS
