/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-interview.h"

#include <glib/gi18n-lib.h>

static void
add_who (ConveneCliInterviewOptions *self,
         GOptionContext             *context)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "job", 0, 0, G_OPTION_ARG_FILENAME, &self->job, N_("Title of the job"), N_("TITLE") },
    { "candidate", 0, 0, G_OPTION_ARG_FILENAME, &self->candidate, N_("Who is interviewed: “Name <address>”"), N_("PERSON") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

void
convene_cli_interview_options_add_time (ConveneCliInterviewOptions *self,
                                        GOptionContext             *context)
{
  const char *zone = self->changes ? N_("IANA name; the interview’s own by default") : N_("IANA name; this computer’s by default");
  const char *duration = self->changes ? N_("Length, 1 to 1440") : N_("Length, 1 to 1440; 60 by default");
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "start", 0, 0, G_OPTION_ARG_FILENAME, &self->start, N_("Wall-clock time in the time zone: 2026-12-01 10:00"), N_("TIME") },
    { "timezone", 0, 0, G_OPTION_ARG_FILENAME, &self->timezone, zone, N_("ZONE") },
    { "duration", 0, 0, G_OPTION_ARG_FILENAME, &self->duration, duration, N_("MINUTES") },
    { "link-policy", 0, 0, G_OPTION_ARG_FILENAME, &self->link_policy, N_("keep, new or share: what becomes of the link when the time changes; the job’s, then the preference’s, by default"), N_("POLICY") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
add_what (ConveneCliInterviewOptions *self,
          GOptionContext             *context)
{
  const char *platform = self->changes ? N_("zoom, google-meet, teams, link, phone or in-person") : N_("zoom, google-meet, teams, link, phone or in-person; the job’s last by default");
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "candidate-timezone", 0, 0, G_OPTION_ARG_FILENAME, &self->candidate_timezone, N_("The candidate’s, where it is another"), N_("ZONE") },
    { "candidate-language", 0, 0, G_OPTION_ARG_FILENAME, &self->candidate_language, N_("Of the letters: en, es, de, fr; en by default"), N_("LANGUAGE") },
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &self->platform, platform, N_("PLATFORM") },
    { "agenda", 0, 0, G_OPTION_ARG_FILENAME, &self->agenda, N_("What will be talked about; needed for zoom, at most 2000 characters"), N_("TEXT") },
    { "password", 0, 0, G_OPTION_ARG_FILENAME, &self->password, N_("The meeting’s; without one Zoom makes it"), N_("TEXT") },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &self->link, N_("For link: where people join; https only"), N_("URL") },
    { "location", 0, 0, G_OPTION_ARG_FILENAME, &self->location, N_("For phone and in-person: the number, the place"), N_("TEXT") },
    { "hiring-manager", 0, 0, G_OPTION_ARG_FILENAME, &self->hiring_manager, N_("Whose position it is"), N_("PERSON") },
    { "attendee", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->attendees, N_("Who takes part; may be given again"), N_("PERSON") },
    { "optional", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->optional, N_("Who may take part; may be given again"), N_("PERSON") },
    { "alternative-host", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->alternative_hosts, N_("Who may start the meeting too; may be given again"), N_("ADDRESS") },
    { "details", 0, 0, G_OPTION_ARG_FILENAME, &self->details, N_("For the candidate, in the invitation"), N_("TEXT") },
    { "copy-to-me", 0, 0, G_OPTION_ARG_FILENAME, &self->copy_to_me, N_("on or off: whether the letters go to you too; the preference’s by default"), N_("ON|OFF") },
    { "notes", 0, 0, G_OPTION_ARG_FILENAME, &self->notes, N_("For the team only"), N_("TEXT") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

void
convene_cli_interview_options_add (ConveneCliInterviewOptions *self,
                                   GOptionContext             *context)
{
  add_who (self, context);
  convene_cli_interview_options_add_time (self, context);
  add_what (self, context);
}

void
convene_cli_interview_options_clear (ConveneCliInterviewOptions *self)
{
  g_free (self->job);
  g_free (self->candidate);
  g_free (self->start);
  g_free (self->timezone);
  g_free (self->candidate_timezone);
  g_free (self->candidate_language);
  g_free (self->copy_to_me);
  g_free (self->duration);
  g_free (self->platform);
  g_free (self->agenda);
  g_free (self->password);
  g_free (self->link);
  g_free (self->location);
  g_free (self->hiring_manager);
  g_free (self->details);
  g_free (self->notes);
  g_free (self->link_policy);
  g_strfreev (self->attendees);
  g_strfreev (self->optional);
  g_strfreev (self->alternative_hosts);
}
