/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* What a person changed of an interview. */
typedef enum
{
  CONVENE_DIFFERENCE_NONE = 0,
  CONVENE_DIFFERENCE_START = 1 << 0, /* another instant */
  CONVENE_DIFFERENCE_ZONE = 1 << 1,  /* the same instant in another zone */
  CONVENE_DIFFERENCE_DURATION = 1 << 2,
  CONVENE_DIFFERENCE_JOB = 1 << 3,
  CONVENE_DIFFERENCE_PLATFORM = 1 << 4,
  CONVENE_DIFFERENCE_AGENDA = 1 << 5,
  CONVENE_DIFFERENCE_PASSWORD = 1 << 6, /* the one asked for */
  CONVENE_DIFFERENCE_DETAILS = 1 << 7,
  CONVENE_DIFFERENCE_LINK = 1 << 8, /* the one pasted */
  CONVENE_DIFFERENCE_LOCATION = 1 << 9,
  CONVENE_DIFFERENCE_PEOPLE = 1 << 10,
  CONVENE_DIFFERENCE_NOTES = 1 << 11,
  CONVENE_DIFFERENCE_HOSTS = 1 << 12, /* alternative ones */
  CONVENE_DIFFERENCE_POLICY = 1 << 13,
  CONVENE_DIFFERENCE_LETTERS = 1 << 14, /* how they are written from now on: people's languages and zones, a copy for whoever sends them */
} ConveneDifference;

#define CONVENE_DIFFERENCE_TIME (CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_ZONE | CONVENE_DIFFERENCE_DURATION)

/* What nobody outside the team is told. */
#define CONVENE_DIFFERENCE_SILENT (CONVENE_DIFFERENCE_NOTES | CONVENE_DIFFERENCE_HOSTS | CONVENE_DIFFERENCE_POLICY | CONVENE_DIFFERENCE_LETTERS)

ConveneDifference convene_difference_find (ConveneInterview *before,
                                           ConveneInterview *after);

/* Those of `before` that are not of `after`: an array of ConveneParticipant that owns its items. */
GPtrArray *convene_difference_list_gone (ConveneInterview *before,
                                         ConveneInterview *after);

/* Whether somebody with this address takes part. */
gboolean convene_difference_has_address (ConveneInterview *interview,
                                         const char       *address);

/* Whether the hiring manager is somebody else. */
gboolean convene_difference_has_other_manager (ConveneInterview *before,
                                               ConveneInterview *after);

/* The names of what changed for an interview's history, "time, agenda"; NULL for nothing. Owned by the caller. */
char *convene_difference_to_string (ConveneDifference difference);

/* Another copy of `fresh` with all that a person can change taken from `edited`. Owned by the caller. */
ConveneInterview *convene_difference_apply (ConveneInterview *fresh,
                                            ConveneInterview *edited);

G_END_DECLS
