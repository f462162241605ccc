/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft-private.h"

#include "convene-error.h"
#include "convene-start-text.h"
#include "convene-text.h"
#include "convene-zone.h"

/* Without the blanks around it; NULL for nothing. */
static char *
dup_line (ConveneDraft *self,
          const char   *property)
{
  g_autofree char *text = NULL;

  g_object_get (self, property, &text, NULL);
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
dup_lines (ConveneDraft *self,
           const char   *property)
{
  g_autofree char *text = NULL;
  g_autofree char *lines = NULL;

  g_object_get (self, property, &text, NULL);
  lines = convene_text_normalize (text);
  return *lines != '\0' ? g_steal_pointer (&lines) : NULL;
}

void
convene_draft_apply_job (ConveneDraft     *self,
                         ConveneInterview *interview)
{
  g_autofree char *job = dup_line (self, "job");

  convene_interview_set_job (interview, job);
}

/* What belongs to another platform may be typed, and is left out. */
void
convene_draft_apply_place (ConveneDraft     *self,
                           ConveneInterview *interview)
{
  g_autofree char *agenda = dup_lines (self, "agenda");
  g_autofree char *link = dup_line (self, "link");
  g_autofree char *location = dup_line (self, "location");
  g_autofree char *password = NULL;
  int              platform, link_policy;

  g_object_get (self, "platform", &platform, "password", &password, "link-policy", &link_policy, NULL);
  convene_interview_set_platform (interview, platform);
  convene_interview_set_link_policy (interview, link_policy);
  convene_interview_set_agenda (interview, agenda);
  convene_interview_set_password (interview, platform == CONVENE_PLATFORM_ZOOM && *password != '\0' ? password : NULL);
  convene_interview_set_link (interview, platform == CONVENE_PLATFORM_LINK ? link : NULL);
  convene_interview_set_location (interview, platform == CONVENE_PLATFORM_PHONE || platform == CONVENE_PLATFORM_IN_PERSON ? location : NULL);
}

void
convene_draft_apply_texts (ConveneDraft     *self,
                           ConveneInterview *interview)
{
  g_autofree char *details = dup_lines (self, "details");
  g_autofree char *notes = dup_lines (self, "notes");
  gboolean         copy_to_sender;

  g_object_get (self, "copy-to-sender", &copy_to_sender, NULL);
  convene_interview_set_copy_to_sender (interview, copy_to_sender);
  convene_interview_set_details (interview, details);
  convene_interview_set_notes (interview, notes);
}

static ConveneParticipant *
participant_new (const char *name,
                 const char *address,
                 ConveneRole role)
{
  ConveneParticipant *person = convene_participant_new ();

  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_role (person, role);
  return person;
}

gboolean
convene_draft_apply_candidate (ConveneDraft     *self,
                               ConveneInterview *interview,
                               GError          **error)
{
  g_autofree char *name = dup_line (self, "candidate-name");
  g_autofree char *address = dup_line (self, "candidate-address");
  g_autofree char *zone = dup_line (self, "candidate-timezone");
  g_autofree char *language = dup_line (self, "candidate-language");
  g_autoptr(GTimeZone) timezone = NULL;
  g_autoptr(ConveneParticipant) candidate = NULL;

  if (address == NULL)
    return TRUE;
  if (!convene_text_check_address (address, "candidate", error))
    return FALSE;

  if (zone != NULL)
    {
      timezone = convene_zone_new (zone, "candidate_timezone", error);
      if (timezone == NULL)
        return FALSE;
    }

  candidate = participant_new (name, address, CONVENE_ROLE_CANDIDATE);
  convene_participant_set_timezone (candidate, zone);
  convene_participant_set_language (candidate, language);
  convene_interview_add_participant (interview, candidate);
  return TRUE;
}

gboolean
convene_draft_apply_hiring_manager (ConveneDraft     *self,
                                    ConveneInterview *interview,
                                    GError          **error)
{
  g_autofree char *name = dup_line (self, "hiring-manager-name");
  g_autofree char *address = dup_line (self, "hiring-manager-address");
  g_autoptr(ConveneParticipant) manager = NULL;

  if (name == NULL && address == NULL)
    return TRUE;
  if (!convene_text_check_address (address, "hiring_manager", error))
    return FALSE;

  manager = participant_new (name, address, CONVENE_ROLE_HIRING_MANAGER);
  convene_interview_add_participant (interview, manager);
  return TRUE;
}

gboolean
convene_draft_apply_interviewers (ConveneDraft     *self,
                                  ConveneInterview *interview,
                                  GError          **error)
{
  GListModel *interviewers = convene_draft_get_interviewers (self);

  for (guint i = 0; i < g_list_model_get_n_items (interviewers); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (interviewers, i);
      g_autoptr(ConveneParticipant) copy = NULL;

      if (!convene_text_check_address (convene_participant_get_address (person), "attendees", error))
        return FALSE;

      copy = participant_new (convene_participant_get_name (person), convene_participant_get_address (person), convene_participant_get_role (person));
      convene_interview_add_participant (interview, copy);
    }

  return TRUE;
}

gboolean
convene_draft_apply_alternative_hosts (ConveneDraft     *self,
                                       ConveneInterview *interview,
                                       GError          **error)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) hosts = NULL;
  int platform;

  g_object_get (self, "alternative-hosts", &text, "platform", &platform, NULL);
  if (platform != CONVENE_PLATFORM_ZOOM)
    return TRUE;

  parts = g_strsplit_set (text, ",;\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *address = NULL;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (!convene_text_parse_person (parts[i], "alternative_hosts", &name, &address, error))
        return FALSE;
      g_strv_builder_add (builder, address);
    }

  hosts = g_strv_builder_end (builder);
  convene_interview_set_alternative_hosts (interview, (const char *const *) hosts);
  return TRUE;
}

gboolean
convene_draft_apply_time (ConveneDraft     *self,
                          ConveneInterview *interview,
                          GError          **error)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  g_autofree char *offset = NULL;
  g_autofree char *zone = NULL;
  g_autoptr(GTimeZone) timezone = NULL;
  g_autoptr(ConveneMoment) start = NULL;
  int duration;

  g_object_get (self, "date", &date, "time", &time, "offset", &offset, "timezone", &zone, "duration", &duration, NULL);
  convene_interview_set_duration (interview, duration);
  timezone = convene_zone_new (zone, "timezone", error);
  if (timezone == NULL)
    return FALSE;

  start = convene_start_text_to_moment (date, time, offset, zone, error);
  convene_interview_set_start (interview, start);
  return start != NULL;
}

ConveneInterview *
convene_draft_to_interview (ConveneDraft *self,
                            GError      **error)
{
  g_autoptr(ConveneInterview) interview = NULL;

  g_return_val_if_fail (CONVENE_IS_DRAFT (self), NULL);

  interview = convene_interview_new ();
  convene_draft_apply_job (self, interview);
  convene_draft_apply_place (self, interview);
  convene_draft_apply_texts (self, interview);
  if (!convene_draft_apply_candidate (self, interview, error) || !convene_draft_apply_time (self, interview, error) ||
      !convene_draft_apply_hiring_manager (self, interview, error) || !convene_draft_apply_interviewers (self, interview, error) ||
      !convene_draft_apply_alternative_hosts (self, interview, error))
    return NULL;

  return g_steal_pointer (&interview);
}

static char *
dup_offset (const ConveneMoment *moment)
{
  g_autoptr(GTimeZone) zone = convene_zone_new (convene_moment_get_zone (moment), NULL, NULL);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (convene_moment_get_instant (moment) / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = NULL;

  if (zone == NULL || utc == NULL || !convene_moment_is_doubled (moment))
    return NULL;

  local = g_date_time_to_timezone (utc, zone);
  return g_date_time_format (local, "%:z");
}

void
convene_draft_fill_time (ConveneDraft        *self,
                         const ConveneMoment *start)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *offset = NULL;

  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (start != NULL);

  parts = g_strsplit (convene_moment_get_wall (start), "T", 2);
  offset = dup_offset (start);
  if (g_strv_length (parts) != 2)
    return;

  g_object_set (self, "date", parts[0], "time", parts[1], "timezone", convene_moment_get_zone (start), NULL);
  g_object_set (self, "offset", offset, NULL);
}

static void
fill_people (ConveneDraft     *self,
             ConveneInterview *interview)
{
  GListModel         *people = convene_interview_get_participants (interview);
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);

  g_object_set (self,
                "candidate-name", candidate != NULL ? convene_participant_get_name (candidate) : NULL,
                "candidate-address", candidate != NULL ? convene_participant_get_address (candidate) : NULL,
                "candidate-timezone", candidate != NULL ? convene_participant_get_timezone (candidate) : NULL,
                "candidate-language", candidate != NULL ? convene_participant_get_language (candidate) : NULL,
                "hiring-manager-name", manager != NULL ? convene_participant_get_name (manager) : NULL,
                "hiring-manager-address", manager != NULL ? convene_participant_get_address (manager) : NULL, "interviewer", NULL, NULL);

  while (g_list_model_get_n_items (convene_draft_get_interviewers (self)) > 0)
    convene_draft_remove_interviewer (self, 0);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      ConveneRole role = convene_participant_get_role (person);

      if (role == CONVENE_ROLE_REQUIRED || role == CONVENE_ROLE_OPTIONAL)
        convene_draft_add_interviewer (self, convene_participant_get_name (person), convene_participant_get_address (person), role);
    }
}

void
convene_draft_fill_from_interview (ConveneDraft     *self,
                                   ConveneInterview *interview)
{
  const char *const   *hosts;
  const ConveneMoment *start;
  g_autofree char     *alternative_hosts = NULL;

  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));

  hosts = convene_interview_get_alternative_hosts (interview);
  start = convene_interview_get_start (interview);
  alternative_hosts = hosts != NULL ? g_strjoinv (", ", (char **) hosts) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  g_object_set (self, "job", convene_interview_get_job (interview), "agenda", convene_interview_get_agenda (interview),
                "password", convene_interview_get_password (interview), "link", convene_interview_get_link (interview),
                "location", convene_interview_get_location (interview), "details", convene_interview_get_details (interview),
                "notes", convene_interview_get_notes (interview), "alternative-hosts", alternative_hosts,
                "platform", (int) convene_interview_get_platform (interview), "duration", convene_interview_get_duration (interview),
                "link-policy", (int) convene_interview_get_link_policy (interview),
                "copy-to-sender", convene_interview_get_copy_to_sender (interview), NULL);
  fill_people (self, interview);
  if (start != NULL)
    convene_draft_fill_time (self, start);
  g_object_thaw_notify (G_OBJECT (self));
}
