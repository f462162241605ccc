/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* Who takes part, as it stands on a command line; NULL for what is not given. A plain struct; nothing in it is its own. */
typedef struct
{
  const char        *candidate;
  const char        *candidate_timezone;
  const char        *candidate_language;
  const char        *hiring_manager;
  const char *const *attendees;
  const char *const *optional;
  gboolean           clears; /* an empty text stands for nobody; otherwise it is refused */
} ConveneCliPeople;

/* Puts who is given into the places of those who were there; a list replaces the whole list. Who had a part before keeps the answer and the language;
 * who was the candidate keeps the time zone. Errors: INVALID with the field. */
gboolean convene_cli_people_apply (const ConveneCliPeople *self,
                                   ConveneInterview       *interview,
                                   GError                **error);

G_END_DECLS
