/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-plan.h"

G_BEGIN_DECLS

/* A plan in sentences, before anything is done and after. Strings are the caller's; instants are microseconds since 1970 UTC. */

/* "Ada Example · Staff Engineer · Tuesday 1 December, 10:00" */
char *convene_plan_words_summary (ConveneInterview *interview,
                                  gint64            now);

/* "recruiter@example.com hosts: …"; "" where nobody does. */
char *convene_plan_words_host (ConvenePlan *plan);

/* "1 of the 97 requests left today", of the host: "1 of hal@example.com’s 97 requests left today"; "" where it costs nothing. */
char *convene_plan_words_quota (ConvenePlan *plan);

/* What it means for the letters that no mail account is connected; NULL where they are sent. */
const char *convene_plan_words_mail (ConvenePlan *plan);

/* How a letter leaves, and what that loses; NULL where it is sent. */
const char *convene_plan_words_way (ConveneLetterWay way);

/* When an operation begins: "At once", "Mon 30 Nov, 10:00", or after what it waits for; and how a letter leaves that is not sent. */
char *convene_plan_words_when (ConvenePlan      *plan,
                               ConveneOperation *operation,
                               gint64            now);

/* Whether two plans do the same: host, link, letters and operations, but for reminders, which come to be due, and for ids. */
gboolean convene_plan_words_equal (ConvenePlan *a,
                                   ConvenePlan *b);

/* What a scheduled interview's operations came to, as a whole. */
typedef enum
{
  CONVENE_OUTCOME_UNDER_WAY,
  CONVENE_OUTCOME_DONE,
  CONVENE_OUTCOME_WAITING, /* for a person, an account or a time */
  CONVENE_OUTCOME_FAILED,
} ConveneOutcome;

typedef enum
{
  CONVENE_OUTCOME_REMEDY_NONE,
  CONVENE_OUTCOME_REMEDY_RETRY,
  CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM,
  CONVENE_OUTCOME_REMEDY_CONNECT_MAIL,
} ConveneOutcomeRemedy;

ConveneOutcome convene_outcome_find (ConveneInterview     *interview,
                                     gint64                now,
                                     ConveneOutcomeRemedy *remedy);

/* The state as a whole, in one sentence or two. */
char *convene_outcome_headline (ConveneInterview *interview,
                                gint64            now);

G_END_DECLS
