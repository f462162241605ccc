/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-interview.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-value.h"
#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-text.h"
#include "convene-zone.h"

#define DEFAULT_DURATION 60
#define ZONE_MAX 64
#define TIME_MAX 64

void
convene_cli_interview_options_add (ConveneCliInterviewOptions *self,
                                   GOptionContext             *context)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "job", 0, 0, G_OPTION_ARG_FILENAME, &self->job, N_("Title of the job"), N_("TITLE") },
    { "candidate", 0, 0, G_OPTION_ARG_FILENAME, &self->candidate, N_("Who is interviewed: “Name <address>”"), N_("PERSON") },
    { "start", 0, 0, G_OPTION_ARG_FILENAME, &self->start, N_("Wall-clock time in the time zone: 2026-12-01 10:00"), N_("TIME") },
    { "timezone", 0, 0, G_OPTION_ARG_FILENAME, &self->timezone, N_("IANA name; this computer’s by default"), N_("ZONE") },
    { "candidate-timezone", 0, 0, G_OPTION_ARG_FILENAME, &self->candidate_timezone, N_("The candidate’s, where it is another"), N_("ZONE") },
    { "duration", 0, 0, G_OPTION_ARG_FILENAME, &self->duration, N_("Length, 1 to 1440; 60 by default"), N_("MINUTES") },
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &self->platform, N_("zoom, google-meet, teams, link, phone or in-person; the job’s last by default"), N_("PLATFORM") },
    { "agenda", 0, 0, G_OPTION_ARG_FILENAME, &self->agenda, N_("What will be talked about; needed for zoom, at most 2000 characters"), N_("TEXT") },
    { "password", 0, 0, G_OPTION_ARG_FILENAME, &self->password, N_("The meeting’s; without one Zoom makes it"), N_("TEXT") },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &self->link, N_("For link: where people join; https only"), N_("URL") },
    { "location", 0, 0, G_OPTION_ARG_FILENAME, &self->location, N_("For phone and in-person: the number, the place"), N_("TEXT") },
    { "hiring-manager", 0, 0, G_OPTION_ARG_FILENAME, &self->hiring_manager, N_("Whose position it is"), N_("PERSON") },
    { "attendee", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->attendees, N_("Who takes part; may be given again"), N_("PERSON") },
    { "optional", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->optional, N_("Who may take part; may be given again"), N_("PERSON") },
    { "alternative-host", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->alternative_hosts, N_("Who may start the meeting too; may be given again"), N_("ADDRESS") },
    { "details", 0, 0, G_OPTION_ARG_FILENAME, &self->details, N_("For the candidate, in the invitation"), N_("TEXT") },
    { "notes", 0, 0, G_OPTION_ARG_FILENAME, &self->notes, N_("For the team only"), N_("TEXT") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

void
convene_cli_interview_options_clear (ConveneCliInterviewOptions *self)
{
  g_free (self->job);
  g_free (self->candidate);
  g_free (self->start);
  g_free (self->timezone);
  g_free (self->candidate_timezone);
  g_free (self->duration);
  g_free (self->platform);
  g_free (self->agenda);
  g_free (self->password);
  g_free (self->link);
  g_free (self->location);
  g_free (self->hiring_manager);
  g_free (self->details);
  g_free (self->notes);
  g_strfreev (self->attendees);
  g_strfreev (self->optional);
  g_strfreev (self->alternative_hosts);
}

static ConveneParticipant *
add_person (ConveneInterview *interview,
            const char       *text,
            const char       *field,
            ConveneRole       role,
            GError          **error)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (!convene_text_parse_person (text, field, &name, &address, error))
    return NULL;

  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_role (person, role);
  convene_interview_add_participant (interview, person);
  return g_steal_pointer (&person);
}

static gboolean
add_people (ConveneInterview *interview,
            char            **texts,
            ConveneRole       role,
            GError          **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr(ConveneParticipant) person = add_person (interview, texts[i], "attendees", role, error);

      if (person == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_candidate (ConveneCliInterviewOptions *self,
               ConveneInterview           *interview,
               GError                    **error)
{
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(ConveneParticipant) candidate = NULL;

  if (self->candidate_timezone != NULL)
    {
      if (!convene_text_check_line (self->candidate_timezone, "candidate_timezone", ZONE_MAX, error))
        return FALSE;
      zone = convene_zone_new (self->candidate_timezone, "candidate_timezone", error);
      if (zone == NULL)
        return FALSE;
    }

  if (self->candidate == NULL)
    return TRUE;

  candidate = add_person (interview, self->candidate, "candidate", CONVENE_ROLE_CANDIDATE, error);
  if (candidate == NULL)
    return FALSE;

  convene_participant_set_timezone (candidate, self->candidate_timezone);
  return TRUE;
}

static gboolean
add_everybody (ConveneCliInterviewOptions *self,
               ConveneInterview           *interview,
               GError                    **error)
{
  g_autoptr(ConveneParticipant) manager = NULL;

  if (!add_candidate (self, interview, error))
    return FALSE;

  if (self->hiring_manager != NULL)
    {
      manager = add_person (interview, self->hiring_manager, "hiring_manager", CONVENE_ROLE_HIRING_MANAGER, error);
      if (manager == NULL)
        return FALSE;
    }

  return add_people (interview, self->attendees, CONVENE_ROLE_REQUIRED, error) &&
         add_people (interview, self->optional, CONVENE_ROLE_OPTIONAL, error);
}

static gboolean
set_time (ConveneCliInterviewOptions *self,
          ConveneInterview           *interview,
          GError                    **error)
{
  g_autofree char *zone = self->timezone != NULL ? g_strdup (self->timezone) : convene_zone_find_system ("timezone", error);
  g_autoptr(GTimeZone) timezone = NULL;
  g_autoptr(ConveneMoment) start = NULL;
  int duration = DEFAULT_DURATION;

  if (zone == NULL || !convene_text_check_line (zone, "timezone", ZONE_MAX, error))
    return FALSE;
  timezone = convene_zone_new (zone, "timezone", error);
  if (timezone == NULL)
    return FALSE;

  if (self->duration != NULL && !convene_cli_value_parse_number (self->duration, "duration", 1, CONVENE_DURATION_MAX, &duration, error))
    return FALSE;
  convene_interview_set_duration (interview, duration);

  if (self->start == NULL || *self->start == '\0')
    return TRUE;
  if (!convene_text_check_line (self->start, "start", TIME_MAX, error))
    return FALSE;

  start = convene_moment_parse (self->start, zone, error);
  convene_interview_set_start (interview, start);
  return start != NULL;
}

/* Blank is as good as not given. */
static char *
normalize (const char *text)
{
  char *lines = convene_text_normalize (text);

  if (lines != NULL && *lines == '\0')
    g_clear_pointer (&lines, g_free);
  return lines;
}

static void
set_texts (ConveneCliInterviewOptions *self,
           ConveneInterview           *interview)
{
  g_autofree char *agenda = normalize (self->agenda);
  g_autofree char *details = normalize (self->details);
  g_autofree char *notes = normalize (self->notes);

  convene_interview_set_job (interview, self->job);
  convene_interview_set_agenda (interview, agenda);
  convene_interview_set_details (interview, details);
  convene_interview_set_notes (interview, notes);
  convene_interview_set_password (interview, self->password != NULL && *self->password != '\0' ? self->password : NULL);
  convene_interview_set_link (interview, self->link);
  convene_interview_set_location (interview, self->location);
  convene_interview_set_alternative_hosts (interview, (const char *const *) self->alternative_hosts);
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

/* A link that is given says what the interview is held on; with another platform it would be kept and never used. */
static gboolean
choose_platform (ConveneCliInterviewOptions *self,
                 ConveneInterview           *interview,
                 gboolean                   *has_platform,
                 GError                    **error)
{
  gboolean has_link = self->link != NULL && *self->link != '\0';
  int      platform = has_link ? CONVENE_PLATFORM_LINK : CONVENE_PLATFORM_ZOOM;

  if (self->platform != NULL && !convene_cli_value_parse_word (self->platform, "platform", CONVENE_TYPE_PLATFORM, &platform, error))
    return FALSE;
  if (has_link && platform != CONVENE_PLATFORM_LINK)
    return convene_error_set_field (error, "link", _("A link is for the platform link alone: leave it away, or choose that platform"));

  convene_interview_set_platform (interview, platform);
  *has_platform = self->platform != NULL || has_link;
  return TRUE;
}

ConveneInterview *
convene_cli_interview_options_build (ConveneCliInterviewOptions *self,
                                     gint64                      now,
                                     gboolean                   *has_platform,
                                     GError                    **error)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();

  g_return_val_if_fail (has_platform != NULL, NULL);

  if (!choose_platform (self, interview, has_platform, error))
    return NULL;

  set_texts (self, interview);
  if (!add_everybody (self, interview, error) || !set_time (self, interview, error) || !check (interview, *has_platform, now, error))
    return NULL;

  return g_steal_pointer (&interview);
}
