/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-settings.h"

#include "convene-json.h"
#include "convene-password-rules.h"
#include "convene-zoom-error.h"

#define LENGTH_MAX 64 /* what asks for more than a password can have makes no sense */

void
convene_zoom_settings_free (ConveneZoomSettings *settings)
{
  g_return_if_fail (settings != NULL);

  g_free (settings->password_rules);
  g_free (settings);
}

static gboolean
is_set (JsonObject *object,
        const char *name)
{
  gboolean value = FALSE;

  return convene_json_get_boolean (object, name, &value) && value;
}

ConveneEntry
convene_zoom_parse_entry (JsonObject *settings)
{
  gboolean before = FALSE;

  if (is_set (settings, "meeting_authentication"))
    return CONVENE_ENTRY_SIGN_IN;
  if (is_set (settings, "waiting_room"))
    return CONVENE_ENTRY_WAITING_ROOM;
  if (!convene_json_get_boolean (settings, "join_before_host", &before))
    return CONVENE_ENTRY_UNKNOWN;

  return before ? CONVENE_ENTRY_OPEN : CONVENE_ENTRY_HOST_FIRST;
}

static int
get_small (JsonObject *object,
           const char *name)
{
  gint64 value = 0;

  return convene_json_get_int (object, name, &value) && value > 0 && value <= LENGTH_MAX ? (int) value : 0;
}

static char *
read_rules (JsonObject *requirement)
{
  const ConvenePasswordRules rules = {
    .length = get_small (requirement, "length"),
    .consecutive = get_small (requirement, "consecutive_characters_length"),
    .letter = is_set (requirement, "have_letter"),
    .number = is_set (requirement, "have_number"),
    .special = is_set (requirement, "have_special_character"),
    .upper_and_lower = is_set (requirement, "have_upper_and_lower_characters"),
    .only_numbers = is_set (requirement, "only_allow_numeric"),
  };

  return convene_password_rules_to_string (&rules);
}

/* Two answers speak of it: where only one knows of a waiting room, there may be one. */
static void
read_waiting_room (ConveneZoomSettings *settings,
                   JsonObject          *object)
{
  if (is_set (object, "waiting_room"))
    settings->entry = CONVENE_ENTRY_WAITING_ROOM;
}

static void
read_security (ConveneZoomSettings *settings,
               JsonObject          *security)
{
  JsonObject *requirement = convene_json_get_object (security, "meeting_password_requirement");

  read_waiting_room (settings, security);
  if (requirement != NULL)
    {
      g_free (settings->password_rules);
      settings->password_rules = read_rules (requirement);
    }
}

gboolean
convene_zoom_parse_settings (const ConveneZoomAnswer *answer,
                             ConveneZoomSettings     *settings,
                             GError                 **error)
{
  JsonObject *object, *schedule;

  g_return_val_if_fail (answer != NULL, FALSE);
  g_return_val_if_fail (settings != NULL, FALSE);

  if (convene_zoom_error_is_failure (answer))
    {
      g_propagate_error (error, convene_zoom_error_new (answer));
      return FALSE;
    }

  object = convene_json_node_get_object (answer->json);
  if (object == NULL)
    {
      g_propagate_error (error, convene_zoom_error_new_bad (answer));
      return FALSE;
    }

  schedule = convene_json_get_object (object, "schedule_meeting");
  if (schedule != NULL)
    settings->entry = convene_zoom_parse_entry (schedule);
  read_waiting_room (settings, convene_json_get_object (object, "in_meeting"));
  read_security (settings, convene_json_get_object (object, "meeting_security"));
  if (is_set (object, "meeting_authentication"))
    settings->entry = CONVENE_ENTRY_SIGN_IN;
  return TRUE;
}
