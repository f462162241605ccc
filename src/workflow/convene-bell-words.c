/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bell-words.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"

static const char *
name_candidate (ConveneInterview *interview)
{
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);
  const char         *name = candidate != NULL ? convene_participant_get_name (candidate) : NULL;

  if (name != NULL && *name != '\0')
    return name;

  return candidate != NULL ? convene_participant_get_address (candidate) : _ ("the candidate");
}

char *
convene_bell_word_title (ConveneInterview *interview,
                         gint64            now)
{
  const char *name;
  gint64      left;
  guint       minutes;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (convene_interview_get_start (interview) != NULL, NULL);

  name = name_candidate (interview);
  left = convene_moment_get_instant (convene_interview_get_start (interview)) - now;
  minutes = (guint) ((ABS (left) + CONVENE_MINUTE / 2) / CONVENE_MINUTE);
  if (minutes == 0)
    /* Translators: %s is the candidate’s name; the interview begins at this moment */
    return g_strdup_printf (C_ ("notification", "%s now"), name);
  if (left > 0)
    /* Translators: %2$s is the candidate’s name; the interview begins in %1$u minutes */
    return g_strdup_printf (ngettext ("%2$s in %1$u minute", "%2$s in %1$u minutes", minutes), minutes, name);

  /* Translators: %2$s is the candidate’s name; the interview began %1$u minutes ago */
  return g_strdup_printf (ngettext ("%2$s, since %1$u minute", "%2$s, since %1$u minutes", minutes), minutes, name);
}

/* The wall clock of a zone, in the person's locale; NULL for a zone that is unknown. */
static GDateTime *
read_clock (gint64      instant,
            const char *zone)
{
  g_autoptr(GTimeZone) place = zone != NULL ? g_time_zone_new_identifier (zone) : g_time_zone_new_local ();
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return place != NULL && utc != NULL ? g_date_time_to_timezone (utc, place) : NULL;
}

static char *
format_clock (GDateTime *time)
{
  /* Translators: a time of day as g_date_time_format () writes it: “16:30” */
  return g_date_time_format (time, _ ("%H:%M"));
}

char *
convene_bell_word_body (ConveneInterview *interview,
                        const char       *zone)
{
  ConveneParticipant  *candidate;
  const ConveneMoment *start;
  const char          *theirs = NULL;
  g_autoptr(GDateTime) here = NULL;
  g_autoptr(GDateTime) there = NULL;
  g_autofree char *time = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (convene_interview_get_start (interview) != NULL, NULL);

  start = convene_interview_get_start (interview);
  candidate = convene_interview_get_candidate (interview);
  if (candidate != NULL)
    theirs = convene_participant_get_timezone (candidate);
  here = read_clock (convene_moment_get_instant (start), zone);
  there = read_clock (convene_moment_get_instant (start), theirs != NULL ? theirs : convene_moment_get_zone (start));
  if (here == NULL)
    return g_strdup (convene_interview_get_job (interview));

  time = format_clock (here);
  if (there == NULL || g_date_time_get_utc_offset (here) == g_date_time_get_utc_offset (there))
    /* Translators: a job and a time of day */
    return g_strdup_printf (C_ ("notification", "%s, %s"), convene_interview_get_job (interview), time);

  other = format_clock (there);
  /* Translators: a job, a time of day for the person, and the same for the candidate, whose name follows */
  return g_strdup_printf (C_ ("notification", "%s, %s for you, %s for %s"), convene_interview_get_job (interview), time, other, name_candidate (interview));
}
