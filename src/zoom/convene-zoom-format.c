/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-format.h"

#include "convene-interview-check.h"
#include "convene-zoom-agenda.h"

#define TYPE_SCHEDULED 2

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* Zoom: create a meeting, "start_time": without Z it is the wall clock in "timezone". A wall clock that shows the time twice cannot say which is
 * meant, so then it is UTC, and "timezone" only how it is shown. */
static char *
format_start (const ConveneMoment *start)
{
  if (convene_moment_is_doubled (start))
    return convene_instant_to_string (convene_moment_get_instant (start));

  return g_strconcat (convene_moment_get_wall (start), ":00", NULL);
}

static void
add_time (JsonBuilder      *builder,
          ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autofree char     *start_time = format_start (start);

  add_string (builder, "start_time", start_time);
  add_string (builder, "timezone", convene_moment_get_zone (start));
  add_int (builder, "duration", convene_interview_get_duration (interview));
}

static void
add_subject (JsonBuilder      *builder,
             ConveneInterview *interview,
             const char       *reference,
             gboolean         *has_reference)
{
  g_autofree char *topic = convene_interview_dup_topic (interview);
  g_autofree char *agenda = convene_zoom_agenda_add_reference (convene_interview_get_agenda (interview), reference, has_reference);

  add_string (builder, "topic", topic);
  add_string (builder, "agenda", agenda);
}

static gboolean
has_alternative_hosts (ConveneInterview *interview)
{
  const char *const *hosts = convene_interview_get_alternative_hosts (interview);

  return hosts != NULL && hosts[0] != NULL;
}

static void
add_alternative_hosts (JsonBuilder      *builder,
                       ConveneInterview *interview)
{
  g_autofree char *hosts = NULL;

  if (!has_alternative_hosts (interview))
    return;

  hosts = g_strjoinv (";", (char **) convene_interview_get_alternative_hosts (interview));
  add_string (builder, "alternative_hosts", hosts);
}

/* SH-25 */
static void
add_settings (JsonBuilder      *builder,
              ConveneInterview *interview)
{
  json_builder_set_member_name (builder, "settings");
  json_builder_begin_object (builder);
  add_boolean (builder, "host_video", TRUE);
  add_boolean (builder, "participant_video", TRUE);
  add_boolean (builder, "join_before_host", TRUE);
  add_boolean (builder, "mute_upon_entry", FALSE);
  add_string (builder, "audio", "both");
  add_string (builder, "auto_recording", "none");
  add_alternative_hosts (builder, interview);
  json_builder_end_object (builder);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

JsonNode *
convene_zoom_format_create (ConveneInterview *interview,
                            const char       *schedule_for,
                            const char       *reference,
                            gboolean         *has_reference)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const char *password;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (convene_interview_get_start (interview) != NULL, NULL);
  g_return_val_if_fail (has_reference != NULL, NULL);

  password = convene_interview_get_password (interview);
  json_builder_begin_object (builder);
  add_int (builder, "type", TYPE_SCHEDULED);
  if (is_given (schedule_for))
    add_string (builder, "schedule_for", schedule_for);
  add_subject (builder, interview, reference, has_reference);
  add_time (builder, interview);
  if (is_given (password))
    add_string (builder, "password", password);
  add_settings (builder, interview);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

JsonNode *
convene_zoom_format_change (ConveneInterview *interview,
                            ConveneMeeting   *meeting)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  gboolean    has_reference;
  const char *password;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (convene_interview_get_start (interview) != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_MEETING (meeting), NULL);

  password = convene_interview_get_password (interview);
  json_builder_begin_object (builder);
  add_subject (builder, interview, convene_meeting_get_reference (meeting), &has_reference);
  add_time (builder, interview);
  if (is_given (password) && g_strcmp0 (password, convene_meeting_get_password (meeting)) != 0)
    add_string (builder, "password", password);
  if (has_alternative_hosts (interview))
    {
      json_builder_set_member_name (builder, "settings");
      json_builder_begin_object (builder);
      add_alternative_hosts (builder, interview);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
