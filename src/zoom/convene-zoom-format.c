/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-format.h"

#include "convene-agenda.h"
#include "convene-interview-check.h"
#include "convene-meeting-compare.h"
#include "convene-text.h"

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
add_topic (JsonBuilder      *builder,
           ConveneInterview *interview)
{
  g_autofree char *topic = convene_interview_dup_topic (interview);

  add_string (builder, "topic", topic);
}

static void
add_agenda (JsonBuilder      *builder,
            ConveneInterview *interview,
            const char       *reference,
            gboolean         *has_reference)
{
  g_autofree char *agenda = convene_agenda_add_reference (convene_interview_get_agenda (interview), reference, has_reference);

  add_string (builder, "agenda", agenda);
}

static void
add_alternative_hosts (JsonBuilder       *builder,
                       const char *const *addresses)
{
  g_autofree char *hosts = g_strjoinv (";", (char **) addresses);

  add_string (builder, "alternative_hosts", hosts);
}

/* SH-25 */
static void
add_settings (JsonBuilder      *builder,
              ConveneInterview *interview)
{
  const char *const *hosts = convene_interview_get_alternative_hosts (interview);

  json_builder_set_member_name (builder, "settings");
  json_builder_begin_object (builder);
  add_boolean (builder, "host_video", TRUE);
  add_boolean (builder, "participant_video", TRUE);
  add_boolean (builder, "join_before_host", TRUE);
  add_boolean (builder, "mute_upon_entry", FALSE);
  add_string (builder, "audio", "both");
  add_string (builder, "auto_recording", "none");
  if (hosts != NULL && hosts[0] != NULL)
    add_alternative_hosts (builder, hosts);
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
  add_topic (builder, interview);
  add_agenda (builder, interview, reference, has_reference);
  add_time (builder, interview);
  if (is_given (password))
    add_string (builder, "password", password);
  add_settings (builder, interview);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

JsonNode *
convene_zoom_format_change (ConveneInterview  *interview,
                            ConveneMeeting    *meeting,
                            const char *const *alternative_hosts)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  ConveneMeetingDifference difference;
  gboolean                 has_reference;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (convene_interview_get_start (interview) != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_MEETING (meeting), NULL);

  difference = convene_meeting_compare (meeting, interview);
  json_builder_begin_object (builder);
  if ((difference & CONVENE_MEETING_DIFFERENCE_TOPIC) != 0)
    add_topic (builder, interview);
  if ((difference & CONVENE_MEETING_DIFFERENCE_AGENDA) != 0)
    add_agenda (builder, interview, convene_meeting_get_reference (meeting), &has_reference);
  if ((difference & CONVENE_MEETING_DIFFERENCE_TIME) != 0)
    add_time (builder, interview);
  if ((difference & CONVENE_MEETING_DIFFERENCE_PASSWORD) != 0)
    add_string (builder, "password", convene_interview_get_password (interview));
  if (alternative_hosts != NULL)
    {
      json_builder_set_member_name (builder, "settings");
      json_builder_begin_object (builder);
      add_alternative_hosts (builder, alternative_hosts);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
has_host (const char *const *hosts,
          const char        *address)
{
  for (guint i = 0; hosts != NULL && hosts[i] != NULL; i++)
    if (convene_address_equal (hosts[i], address))
      return TRUE;

  return FALSE;
}

GStrv
convene_zoom_merge_hosts (const char *const *now,
                          const char *const *known,
                          const char *const *wanted)
{
  g_autoptr(GStrvBuilder) merged = g_strv_builder_new ();

  for (guint i = 0; now != NULL && now[i] != NULL; i++)
    if (has_host (wanted, now[i]) || !has_host (known, now[i]))
      g_strv_builder_add (merged, now[i]);
  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    if (!has_host (now, wanted[i]))
      g_strv_builder_add (merged, wanted[i]);

  return g_strv_builder_end (merged);
}
