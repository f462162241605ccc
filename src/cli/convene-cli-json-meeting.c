/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-json-member.h"

/* What is otherwise at Zoom than people were told: words of the contract. */
static void
add_drift (JsonBuilder        *builder,
           ConveneMeetingDrift drift)
{
  json_builder_set_member_name (builder, "drift");
  json_builder_begin_array (builder);
  if ((drift & CONVENE_MEETING_DRIFT_MOVED) != 0)
    json_builder_add_string_value (builder, "moved");
  if ((drift & CONVENE_MEETING_DRIFT_LINK) != 0)
    json_builder_add_string_value (builder, "link");
  json_builder_end_array (builder);
}

static void
add_seen (JsonBuilder    *builder,
          ConveneMeeting *meeting)
{
  json_builder_set_member_name (builder, "at_zoom");
  if (convene_meeting_get_drift (meeting) == CONVENE_MEETING_DRIFT_NONE)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  convene_cli_json_add_instant (builder, "start", convene_meeting_get_seen_start (meeting));
  convene_cli_json_add_text (builder, "timezone", convene_meeting_get_seen_timezone (meeting));
  convene_cli_json_add_number (builder, "duration", convene_meeting_get_seen_duration (meeting));
  convene_cli_json_add_text (builder, "join_url", convene_meeting_get_seen_join_url (meeting));
  convene_cli_json_add_text (builder, "password", convene_meeting_get_seen_password (meeting));
  json_builder_end_object (builder);
}

void
convene_cli_json_add_meeting (JsonBuilder    *builder,
                              ConveneMeeting *meeting)
{
  g_autofree char *number = NULL;

  json_builder_set_member_name (builder, "meeting");
  if (meeting == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  if (convene_meeting_get_number (meeting) != 0)
    number = g_strdup_printf ("%" G_GINT64_FORMAT, convene_meeting_get_number (meeting));

  json_builder_begin_object (builder);
  convene_cli_json_add_text (builder, "id", number);
  convene_cli_json_add_text (builder, "join_url", convene_meeting_get_join_url (meeting));
  convene_cli_json_add_text (builder, "password", convene_meeting_get_password (meeting));
  convene_cli_json_add_text (builder, "host", convene_meeting_get_host (meeting));
  convene_cli_json_add_nick (builder, "state", CONVENE_TYPE_MEETING_STATE, convene_meeting_get_state (meeting));
  convene_cli_json_add_nick (builder, "entry", CONVENE_TYPE_ENTRY, (int) convene_meeting_get_entry (meeting));
  add_drift (builder, convene_meeting_get_drift (meeting));
  add_seen (builder, meeting);
  convene_cli_json_add_instant (builder, "checked", convene_meeting_get_checked_at (meeting));
  json_builder_end_object (builder);
}
