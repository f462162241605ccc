/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* The options that say what an interview is, as bytes of the command line; NULL where not given. A plain struct, filled by GOption. */
typedef struct
{
  gboolean changes; /* for an interview that is there: what is not given stays, an empty text takes away */

  char  *job;
  char  *candidate;
  char  *start;
  char  *timezone;
  char  *candidate_timezone;
  char  *candidate_language;
  char  *copy_to_me;
  char  *duration;
  char  *platform;
  char  *agenda;
  char  *password;
  char  *link;
  char  *location;
  char  *hiring_manager;
  char  *details;
  char  *notes;
  char  *link_policy;
  char **attendees;
  char **optional;
  char **alternative_hosts;
} ConveneCliInterviewOptions;

/* All of them, and those alone that say when it is. `changes` must be set before. */
void convene_cli_interview_options_add (ConveneCliInterviewOptions *self,
                                        GOptionContext             *context);
void convene_cli_interview_options_add_time (ConveneCliInterviewOptions *self,
                                             GOptionContext             *context);
void convene_cli_interview_options_clear (ConveneCliInterviewOptions *self);

/* The interview that they describe, checked against `now` (microseconds since 1970 UTC) as far as that needs no database: what a platform
 * asks for is checked only where one is given, which *has_platform says. Errors: INVALID with the field. */
ConveneInterview *convene_cli_interview_options_build (ConveneCliInterviewOptions *self,
                                                       gint64                      now,
                                                       gboolean                   *has_platform,
                                                       GError                    **error);

/* Writes what is given into an interview. A list replaces the whole list; a time without a zone is one in the interview's. It is not checked whether that
 * makes an interview which can be held. Errors: INVALID with the field. */
gboolean convene_cli_interview_options_apply (ConveneCliInterviewOptions *self,
                                              ConveneInterview           *interview,
                                              GError                    **error);

/* Whether what is given could be right for some interview: what can be said without reading the one that is meant. Errors: INVALID with the field. */
gboolean convene_cli_interview_options_check (ConveneCliInterviewOptions *self,
                                              GError                    **error);

G_END_DECLS
