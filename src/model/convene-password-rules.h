/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an account asks of a meeting's password (SH-22). Zoom: get user settings, "meeting_password_requirement". */
typedef struct
{
  int      length;      /* at least so many characters */
  int      consecutive; /* at most so many that follow each other or are the same, "abcd", "1111"; 0 for any number */
  gboolean letter;
  gboolean number;
  gboolean special;
  gboolean upper_and_lower;
  gboolean only_numbers;
} ConvenePasswordRules;

/* As one line, in which an account keeps them: "length=8 letter number"; NULL where nothing is asked. Owned by the caller. */
char *convene_password_rules_to_string (const ConvenePasswordRules *self);

/* Whether a password is as `rules`, such a line, asks. Rules it does not know are passed over; NULL asks nothing, and neither does anything of NULL or "",
 * because then the provider makes one. INVALID, field "password". */
gboolean convene_password_rules_check (const char *rules,
                                       const char *password,
                                       GError    **error);

G_END_DECLS
