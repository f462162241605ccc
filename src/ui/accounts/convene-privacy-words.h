/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one row of the privacy page says of tables of the database (TA-20): what is in them, and why. */
typedef struct
{
  const char *title;     /* in English, for gettext */
  const char *words;     /* likewise */
  const char *tables[8]; /* their names, NULL behind the last one */
} ConvenePrivacyWords;

/* All rows, in the order in which they are shown. Every table that the schema makes is in one of them; those that SQLite makes for itself, be it for a
 * search table, are not. */
const ConvenePrivacyWords *convene_privacy_words_get (guint *n_rows);

G_END_DECLS
