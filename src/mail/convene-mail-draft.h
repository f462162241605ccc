/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-letter.h"

G_BEGIN_DECLS

/* What of a letter goes into a mail program's draft. */
typedef struct
{
  GStrv   to; /* addresses without names */
  GStrv   cc;
  GStrv   bcc; /* who gets it, but stands in no header */
  char   *subject;
  char   *text;     /* the plain text, with line feeds */
  GBytes *calendar; /* the .ics, or NULL */
} ConveneMailDraft;

/* Reads a letter that Convene wrote. BAD_ANSWER for octets that are no letter with a recipient and a plain text. */
ConveneMailDraft *convene_mail_draft_new (ConveneLetter *letter,
                                          GError       **error);
void              convene_mail_draft_free (ConveneMailDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneMailDraft, convene_mail_draft_free)

G_END_DECLS
