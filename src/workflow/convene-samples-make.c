/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-samples-make.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"

typedef struct
{
  const char *title;
  const char *manager;
  const char *manager_address;
  const char *agenda;
} SampleJob;

typedef struct
{
  const char *name;
  const char *address;
  const char *timezone;
} SamplePerson;

/* A weekday, counted from today (or the next one, where today is none), and a time of the machine's zone. */
typedef struct
{
  int             day;
  int             hour;
  int             minute;
  int             duration;
  guint           job;
  guint           candidate;
  ConvenePlatform platform;
  ConveneStatus   status;
  const char     *location;
} Sample;

static const SampleJob jobs[] = {
  { N_ ("Staff Engineer"), "Hannah Lindqvist", "hannah.lindqvist@example.com", N_ ("Introduction\nA system you built\nYour questions") },
    { N_ ("Product Designer"), "Tomás Ferreira", "tomas.ferreira@example.com", N_ ("Portfolio\nA small exercise\nYour questions") },
      { N_ ("Data Analyst"), "Noor Haddad", "noor.haddad@example.com", N_ ("Introduction\nA data set we look at together\nNext steps") },
        { N_ ("Customer Success Manager"), "Grace Whitfield", "grace.whitfield@example.com", N_ ("Introduction\nA difficult conversation, played through\nYour questions") },
      };

static const SamplePerson people[] = {
  { "Lucía Hernández", "lucia.hernandez@example.org", "America/Mexico_City" },
  { "Jonas Weber", "jonas.weber@example.org", "Europe/Berlin" },
  { "Ananya Rao", "ananya.rao@example.org", "Asia/Kolkata" },
  { "Amara Okafor", "amara.okafor@example.org", "Africa/Lagos" },
  { "Mei Tanaka", "mei.tanaka@example.org", "Asia/Tokyo" },
  { "Oliver Bennett", "oliver.bennett@example.org", "Europe/London" },
  { "Łukasz Nowak", "lukasz.nowak@example.org", "Europe/Warsaw" },
  { "Sofia Almeida", "sofia.almeida@example.org", "America/Sao_Paulo" },
};

static const Sample past[] = {
  { -9, 10, 0, 45, 0, 0, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_COMPLETED, NULL },
  { -8, 14, 0, 60, 1, 1, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_COMPLETED, NULL },
  { -6, 11, 30, 30, 2, 2, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_COMPLETED, "+44 20 7946 0123" },
  { -4, 9, 30, 45, 3, 7, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_NO_SHOW, NULL },
  { -2, 15, 0, 60, 0, 6, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_COMPLETED, NULL },
  { -1, 13, 0, 45, 2, 5, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_COMPLETED, NULL },
};

/* The first one's time is another one where today still has one. */
static const Sample coming[] = {
  { 1, 9, 0, 45, 0, 0, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, NULL },
  { 0, 16, 0, 60, 1, 1, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, NULL },
  { 1, 10, 30, 60, 0, 2, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, NULL },
  { 2, 11, 0, 30, 3, 3, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, "+44 20 7946 0123" },
  { 3, 9, 30, 45, 2, 4, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, NULL },
  { 3, 14, 0, 90, 1, 5, CONVENE_PLATFORM_IN_PERSON, CONVENE_STATUS_SCHEDULED, N_ ("Room Aurora, second floor") },
    { 6, 13, 30, 45, 0, 6, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, NULL },
    { 8, 10, 0, 45, 3, 7, CONVENE_PLATFORM_LINK, CONVENE_STATUS_SCHEDULED, "https://meet.example.com/customer-success" },
  };

/* Whoever sees the program first sees what comes up soon, and it is there before anything else is. */
#define SOON (12 * CONVENE_MINUTE)
#define QUARTER (15 * CONVENE_MINUTE)
#define SOON_IS_OVER (2 * CONVENE_HOUR)
#define DAY_BEGINS 8
#define DAY_ENDS 18
#define TWO_WEEKS 10 /* weekdays */

static gboolean
is_weekend (GDateTime *day)
{
  return g_date_time_get_day_of_week (day) > 5;
}

/* Takes `day`. */
static GDateTime *
move (GDateTime *day,
      int        days)
{
  GDateTime *other = g_date_time_add_days (day, days);

  g_date_time_unref (day);
  return other;
}

/* The n-th weekday after the one that `now` lies on, or before it; the Monday after a Saturday or Sunday is 0. */
static GDateTime *
find_day (GDateTime *now,
          int        n)
{
  GDateTime *day = g_date_time_ref (now);

  while (is_weekend (day))
    day = move (day, 1);
  for (int i = 0; i < ABS (n); i++)
    {
      day = move (day, n < 0 ? -1 : 1);
      while (is_weekend (day))
        day = move (day, n < 0 ? -1 : 1);
    }

  return day;
}

static ConveneMoment *
find_moment (const Sample *sample,
             int           day,
             gint64        now,
             const char   *zone)
{
  g_autoptr(GTimeZone) known = g_time_zone_new_identifier (zone);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = known != NULL ? g_date_time_to_timezone (utc, known) : g_date_time_ref (utc);
  g_autoptr(GDateTime) date = find_day (local, day);
  g_autofree char *wall = g_strdup_printf ("%04d-%02d-%02d %02d:%02d", g_date_time_get_year (date), g_date_time_get_month (date),
                                           g_date_time_get_day_of_month (date), sample->hour, sample->minute);

  return convene_moment_parse (wall, zone, NULL);
}

/* The next quarter of an hour that leaves a little time, or NULL outside working hours. */
static ConveneMoment *
find_soon (gint64      now,
           const char *zone)
{
  gint64 instant = (now + SOON + QUARTER - 1) / QUARTER * QUARTER;
  g_autoptr(ConveneMoment) moment = convene_moment_new_at (instant, zone, NULL);
  g_autoptr(GTimeZone) known = g_time_zone_new_identifier (zone);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = known != NULL ? g_date_time_to_timezone (utc, known) : NULL;

  if (local == NULL || is_weekend (local) || g_date_time_get_hour (local) < DAY_BEGINS || g_date_time_get_hour (local) >= DAY_ENDS)
    return NULL;

  return g_steal_pointer (&moment);
}

/* What today has no more time for comes in two weeks. */
static ConveneMoment *
find_coming (const Sample *sample,
             gint64        now,
             const char   *zone)
{
  g_autoptr(ConveneMoment) moment = sample == coming ? find_soon (now, zone) : NULL;

  if (moment != NULL)
    return g_steal_pointer (&moment);

  moment = find_moment (sample, sample->day, now, zone);
  if (moment != NULL && convene_moment_get_instant (moment) >= now + SOON_IS_OVER)
    return g_steal_pointer (&moment);

  return find_moment (sample, sample->day + TWO_WEEKS, now, zone);
}

static void
add_person (ConveneInterview *interview,
            ConveneRole       role,
            const char       *name,
            const char       *address,
            const char       *timezone,
            ConveneResponse   response)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  convene_participant_set_role (person, role);
  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_timezone (person, timezone);
  convene_participant_set_response (person, response);
  convene_interview_add_participant (interview, person);
}

static void
add_place (ConveneInterview *interview,
           const Sample     *sample)
{
  convene_interview_set_platform (interview, sample->platform);
  if (sample->platform == CONVENE_PLATFORM_ZOOM)
    convene_interview_set_agenda (interview, _ (jobs[sample->job].agenda));
  else if (sample->platform == CONVENE_PLATFORM_LINK)
    convene_interview_set_link (interview, sample->location);
  else
    convene_interview_set_location (interview, _ (sample->location));
}

static ConveneInterview *
interview_new (const Sample        *sample,
               const ConveneMoment *start)
{
  const SampleJob    *job = &jobs[sample->job];
  const SamplePerson *candidate = &people[sample->candidate];
  gboolean            over = sample->day < 0;
  ConveneResponse     response = over ? CONVENE_RESPONSE_ACCEPTED : CONVENE_RESPONSE_NEEDS_ACTION;
  ConveneInterview   *interview = convene_interview_new ();

  convene_interview_set_job (interview, _ (job->title));
  convene_interview_set_status (interview, sample->status);
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, sample->duration);
  add_place (interview, sample);
  add_person (interview, CONVENE_ROLE_CANDIDATE, candidate->name, candidate->address, candidate->timezone, response);
  add_person (interview, CONVENE_ROLE_HIRING_MANAGER, job->manager, job->manager_address, NULL, response);
  return interview;
}

GPtrArray *
convene_samples_make_past (gint64      now,
                           const char *zone)
{
  GPtrArray *interviews = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      g_autoptr(ConveneMoment) start = find_moment (&past[i], past[i].day, now, zone);
      g_autofree char  *uid = interviews->len == 0 ? g_strdup (CONVENE_SAMPLES_UID) : g_uuid_string_random ();
      ConveneInterview *interview;

      if (start == NULL)
        continue;

      interview = interview_new (&past[i], start);
      convene_interview_set_uid (interview, uid);
      convene_interview_set_created (interview, convene_moment_get_instant (start) - 6 * CONVENE_DAY);
      g_ptr_array_add (interviews, interview);
    }

  return interviews;
}

GPtrArray *
convene_samples_make_coming (gint64      now,
                             const char *zone)
{
  GPtrArray *interviews = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (coming); i++)
    {
      g_autoptr(ConveneMoment) start = find_coming (&coming[i], now, zone);

      if (start != NULL)
        g_ptr_array_add (interviews, interview_new (&coming[i], start));
    }

  return interviews;
}
