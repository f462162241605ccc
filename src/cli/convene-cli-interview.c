/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-interview.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-people.h"
#include "convene-cli-value.h"
#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-text.h"
#include "convene-zone.h"

#define DEFAULT_DURATION 60
#define ZONE_MAX 64
#define TIME_MAX 64

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
apply_people (ConveneCliInterviewOptions *self,
              ConveneInterview           *interview,
              GError                    **error)
{
  const ConveneCliPeople people = {
    .candidate = self->candidate,
    .candidate_timezone = self->candidate_timezone,
    .candidate_language = self->candidate_language,
    .hiring_manager = self->hiring_manager,
    .attendees = (const char *const *) self->attendees,
    .optional = (const char *const *) self->optional,
    .clears = self->changes,
  };

  return convene_cli_people_apply (&people, interview, error);
}

/* The zone that a time is read in: the one given, the interview's, this computer's. */
static char *
find_zone (ConveneCliInterviewOptions *self,
           ConveneInterview           *interview,
           GError                    **error)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autoptr(GTimeZone) timezone = NULL;
  g_autofree char *zone = NULL;

  if (self->timezone != NULL)
    zone = g_strdup (self->timezone);
  else
    zone = start != NULL ? g_strdup (convene_moment_get_zone (start)) : convene_zone_find_system ("timezone", error);

  if (zone == NULL || !convene_text_check_line (zone, "timezone", ZONE_MAX, error))
    return NULL;

  timezone = convene_zone_new (zone, "timezone", error);
  return timezone != NULL ? g_steal_pointer (&zone) : NULL;
}

/* Another zone alone keeps what the clock on the wall shows, which is what people agreed on. */
static gboolean
apply_start (ConveneCliInterviewOptions *self,
             ConveneInterview           *interview,
             GError                    **error)
{
  const ConveneMoment *before = convene_interview_get_start (interview);
  gboolean             stays = self->start == NULL && before != NULL;
  g_autofree char     *zone = NULL;
  g_autofree char     *wall = NULL;
  g_autoptr(ConveneMoment) start = NULL;

  if (stays && (self->timezone == NULL || g_str_equal (self->timezone, convene_moment_get_zone (before))))
    return TRUE;

  zone = find_zone (self, interview, error);
  if (zone == NULL)
    return FALSE;

  wall = g_strdup (stays ? convene_moment_get_wall (before) : self->start);
  if (is_given (wall))
    {
      if (!convene_text_check_line (wall, "start", TIME_MAX, error))
        return FALSE;
      start = convene_moment_parse (wall, zone, error);
      if (start == NULL)
        return FALSE;
    }

  convene_interview_set_start (interview, start);
  return TRUE;
}

static gboolean
apply_time (ConveneCliInterviewOptions *self,
            ConveneInterview           *interview,
            GError                    **error)
{
  int duration = convene_interview_get_duration (interview);

  if (self->duration != NULL && !convene_cli_value_parse_number (self->duration, "duration", 1, CONVENE_DURATION_MAX, &duration, error))
    return FALSE;

  convene_interview_set_duration (interview, duration);
  return apply_start (self, interview, error);
}

/* Blank is as good as nothing. */
static char *
normalize (const char *text)
{
  char *lines = convene_text_normalize (text);

  if (lines != NULL && *lines == '\0')
    g_clear_pointer (&lines, g_free);
  return lines;
}

static void
apply_lines (ConveneInterview *interview,
             const char       *text,
             void (*set) (ConveneInterview *interview, const char *text))
{
  g_autofree char *lines = normalize (text);

  if (text != NULL)
    set (interview, lines);
}

static void
apply_word (ConveneInterview *interview,
            const char       *text,
            void (*set) (ConveneInterview *interview, const char *text))
{
  if (text != NULL)
    set (interview, *text != '\0' ? text : NULL);
}

static void
apply_hosts (ConveneCliInterviewOptions *self,
             ConveneInterview           *interview)
{
  g_autoptr(GPtrArray) hosts = g_ptr_array_new ();

  if (self->alternative_hosts == NULL)
    return;

  for (guint i = 0; self->alternative_hosts[i] != NULL; i++)
    if (!self->changes || *self->alternative_hosts[i] != '\0')
      g_ptr_array_add (hosts, self->alternative_hosts[i]);

  g_ptr_array_add (hosts, NULL);
  convene_interview_set_alternative_hosts (interview, (const char *const *) hosts->pdata);
}

static void
apply_texts (ConveneCliInterviewOptions *self,
             ConveneInterview           *interview)
{
  apply_lines (interview, self->agenda, convene_interview_set_agenda);
  apply_lines (interview, self->details, convene_interview_set_details);
  apply_lines (interview, self->notes, convene_interview_set_notes);
  apply_word (interview, self->job, convene_interview_set_job);
  apply_word (interview, self->password, convene_interview_set_password);
  apply_word (interview, self->link, convene_interview_set_link);
  apply_word (interview, self->location, convene_interview_set_location);
  apply_hosts (self, interview);
}

static gboolean
needs_location (ConvenePlatform platform)
{
  return platform == CONVENE_PLATFORM_PHONE || platform == CONVENE_PLATFORM_IN_PERSON;
}

/* A link that is given says what the interview is held on; with another platform it would be kept and never used. What only the platform before had goes
 * with it. */
static gboolean
apply_platform (ConveneCliInterviewOptions *self,
                ConveneInterview           *interview,
                GError                    **error)
{
  int before = convene_interview_get_platform (interview);
  int platform = is_given (self->link) ? CONVENE_PLATFORM_LINK : before;

  if (self->platform != NULL && !convene_cli_value_parse_word (self->platform, "platform", CONVENE_TYPE_PLATFORM, &platform, error))
    return FALSE;
  if (is_given (self->link) && platform != CONVENE_PLATFORM_LINK)
    return convene_error_set_field (error, "link", _("A link is for the platform link alone: leave it away, or choose that platform"));

  if (platform != CONVENE_PLATFORM_LINK)
    convene_interview_set_link (interview, NULL);
  if (platform != before && needs_location (before) && !needs_location (platform) && self->location == NULL)
    convene_interview_set_location (interview, NULL);
  convene_interview_set_platform (interview, platform);
  return TRUE;
}

static gboolean
apply_policy (ConveneCliInterviewOptions *self,
              ConveneInterview           *interview,
              GError                    **error)
{
  int policy = convene_interview_get_link_policy (interview);

  if (self->link_policy != NULL && !convene_cli_value_parse_word (self->link_policy, "link_policy", CONVENE_TYPE_LINK_POLICY, &policy, error))
    return FALSE;

  convene_interview_set_link_policy (interview, policy);
  return TRUE;
}

static gboolean
apply_copy (ConveneCliInterviewOptions *self,
            ConveneInterview           *interview,
            GError                    **error)
{
  if (self->copy_to_me == NULL)
    return TRUE;
  if (!g_str_equal (self->copy_to_me, "on") && !g_str_equal (self->copy_to_me, "off"))
    return convene_error_set_field (error, "copy_to_me", _("Whether the letters go to you too is “on” or “off”"));

  convene_interview_set_copy_to_sender (interview, g_str_equal (self->copy_to_me, "on"));
  return TRUE;
}

gboolean
convene_cli_interview_options_apply (ConveneCliInterviewOptions *self,
                                     ConveneInterview           *interview,
                                     GError                    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  apply_texts (self, interview);
  return apply_platform (self, interview, error) && apply_policy (self, interview, error) && apply_copy (self, interview, error) &&
         apply_people (self, interview, error) && apply_time (self, interview, error);
}

/* A link and a password that are given must be good whatever the platform: they are kept and shown. */
static gboolean
check (ConveneInterview *interview,
       gboolean          has_platform,
       gint64            now,
       GError          **error)
{
  const char *link = convene_interview_get_link (interview);

  if (has_platform && !convene_interview_check (interview, now, error))
    return FALSE;
  if (!has_platform && !convene_interview_check_without_platform (interview, now, error))
    return FALSE;

  return (link == NULL || convene_text_check_link (link, "link", error)) &&
         convene_text_check_password (convene_interview_get_password (interview), error);
}

ConveneInterview *
convene_cli_interview_options_build (ConveneCliInterviewOptions *self,
                                     gint64                      now,
                                     gboolean                   *has_platform,
                                     GError                    **error)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();

  g_return_val_if_fail (has_platform != NULL, NULL);

  convene_interview_set_platform (interview, CONVENE_PLATFORM_ZOOM);
  convene_interview_set_duration (interview, DEFAULT_DURATION);
  *has_platform = self->platform != NULL || is_given (self->link);
  if (!convene_cli_interview_options_apply (self, interview, error) || !check (interview, *has_platform, now, error))
    return NULL;

  return g_steal_pointer (&interview);
}

/* An interview that nothing is wrong with. */
static ConveneInterview *
sample_new (void)
{
  ConveneInterview *sample = convene_interview_new ();
  g_autoptr(ConveneParticipant) candidate = convene_participant_new ();
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2099-06-15 12:00", "UTC", NULL);

  convene_participant_set_role (candidate, CONVENE_ROLE_CANDIDATE);
  convene_participant_set_address (candidate, "candidate@example.com");
  convene_interview_add_participant (sample, candidate);
  convene_interview_set_job (sample, "Job");
  convene_interview_set_agenda (sample, "Agenda");
  convene_interview_set_link (sample, "https://example.com/");
  convene_interview_set_location (sample, "Place");
  convene_interview_set_platform (sample, CONVENE_PLATFORM_LINK);
  convene_interview_set_start (sample, start);
  convene_interview_set_duration (sample, DEFAULT_DURATION);
  return sample;
}

/* A time in a zone that is not known yet is read later; whether it is past, too. */
gboolean
convene_cli_interview_options_check (ConveneCliInterviewOptions *self,
                                     GError                    **error)
{
  g_autoptr(ConveneInterview) sample = sample_new ();
  ConveneCliInterviewOptions known = *self;

  if (self->timezone == NULL && is_given (self->start))
    known.start = NULL;

  return convene_text_check_line (self->start, "start", TIME_MAX, error) && convene_cli_interview_options_apply (&known, sample, error) &&
         check (sample, self->platform != NULL || is_given (self->link), 0, error);
}
