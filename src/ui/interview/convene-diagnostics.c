/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-diagnostics.h"

#include "convene-activity.h"

/* Web addresses, their parts in groups: what may stay, and the path of a Zoom meeting, which is its number. */
#define LINK_PATTERN "(https?://[^/\\s<>\"?#]+)(/j/[0-9]+)?[^\\s<>\"]*"
#define MAILBOX_PATTERN "[^\\s<>@:;,\"()]+@[^\\s<>@:;,\"()]+"

static char *
replace_pattern (const char *text,
                 const char *pattern,
                 const char *replacement)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  char *replaced = g_regex_replace (regex, text, -1, 0, replacement, 0, NULL);

  /* Text that is no UTF-8 is not worth the risk. */
  return replaced != NULL ? replaced : g_strdup ("");
}

static void
replace_word (GString    *text,
              const char *word,
              const char *replacement)
{
  if (word != NULL && *word != '\0')
    g_string_replace (text, word, replacement, 0);
}

static void
replace_person (GString            *text,
                ConveneParticipant *person)
{
  const char      *role = convene_enum_to_nick (CONVENE_TYPE_ROLE, convene_participant_get_role (person));
  g_autofree char *replacement = g_strdup_printf ("[%s]", role);

  replace_word (text, convene_participant_get_address (person), replacement);
  replace_word (text, convene_participant_get_name (person), replacement);
}

static void
replace_people (GString          *text,
                ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      replace_person (text, person);
    }
}

static void
replace_secrets (GString          *text,
                 ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  replace_word (text, convene_interview_get_password (interview), "[password]");
  if (meeting != NULL)
    replace_word (text, convene_meeting_get_password (meeting), "[password]");
}

char *
convene_diagnostics_redact (const char       *text,
                            ConveneInterview *interview)
{
  g_autofree char *without_links = NULL;
  GString         *redacted;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  without_links = replace_pattern (text != NULL ? text : "", LINK_PATTERN, "\\1\\2");
  redacted = g_string_new (without_links);
  replace_people (redacted, interview);
  replace_secrets (redacted, interview);
  g_free (without_links);
  without_links = g_string_free (redacted, FALSE);
  return replace_pattern (without_links, MAILBOX_PATTERN, "[mailbox]");
}

static void
add_text (GString    *text,
          const char *name,
          const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, ", %s %s", name, value);
}

static void
add_instant (GString    *text,
             const char *name,
             gint64      instant)
{
  g_autofree char *value = instant != 0 ? convene_instant_to_string (instant) : NULL;

  add_text (text, name, value);
}

static void
add_number (GString    *text,
            const char *name,
            gint64      number)
{
  if (number != 0)
    g_string_append_printf (text, ", %s %" G_GINT64_FORMAT, name, number);
}

static void
add_interview (GString          *text,
               ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);

  g_string_append_printf (text, "Interview %s: %s, %s", convene_interview_get_uid (interview),
                          convene_enum_to_nick (CONVENE_TYPE_STATUS, convene_interview_get_status (interview)),
                          convene_enum_to_nick (CONVENE_TYPE_PLATFORM, convene_interview_get_platform (interview)));
  g_string_append_printf (text, ", sequence %d", convene_interview_get_sequence (interview));
  if (start != NULL)
    {
      add_instant (text, "start", convene_moment_get_instant (start));
      add_text (text, "zone", convene_moment_get_zone (start));
      add_text (text, "tzdata", convene_moment_get_tzdata (start));
    }
  add_number (text, "minutes", convene_interview_get_duration (interview));
  add_number (text, "people", g_list_model_get_n_items (convene_interview_get_participants (interview)));
  add_instant (text, "created", convene_interview_get_created (interview));
  g_string_append_c (text, '\n');
}

static void
add_meeting (GString          *text,
             ConveneInterview *interview)
{
  ConveneMeeting  *meeting = convene_interview_get_meeting (interview);
  g_autofree char *link = NULL;

  if (meeting == NULL)
    return;

  link = convene_diagnostics_redact (convene_meeting_get_join_url (meeting), interview);
  g_string_append_printf (text, "Meeting %s: %s", convene_meeting_get_id (meeting), convene_enum_to_nick (CONVENE_TYPE_MEETING_STATE, convene_meeting_get_state (meeting)));
  add_text (text, "provider", convene_meeting_get_provider (meeting));
  add_text (text, "account", convene_meeting_get_account_id (meeting));
  add_number (text, "number", convene_meeting_get_number (meeting));
  add_text (text, "link", link);
  add_text (text, "reference", convene_meeting_get_reference (meeting));
  add_instant (text, "created", convene_meeting_get_created_at (meeting));
  g_string_append_c (text, '\n');
}

static void
add_attempts (GString          *text,
              ConveneOperation *operation)
{
  add_number (text, "attempts", convene_operation_get_attempts (operation));
  add_number (text, "posts", convene_operation_get_posts (operation));
  add_number (text, "looks", convene_operation_get_looks (operation));
  add_instant (text, "created", convene_operation_get_created (operation));
  add_instant (text, "due", convene_operation_get_due (operation));
  add_instant (text, "first attempt", convene_operation_get_first_attempt (operation));
  add_instant (text, "settled", convene_operation_get_settled (operation));
}

static void
add_operation (GString          *text,
               ConveneOperation *operation,
               ConveneInterview *interview)
{
  g_autofree char *message = convene_diagnostics_redact (convene_operation_get_error_message (operation), interview);

  g_string_append_printf (text, "Operation %s: %s %s", convene_operation_get_id (operation),
                          convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, convene_operation_get_kind (operation)),
                          convene_enum_to_nick (CONVENE_TYPE_OPERATION_STATE, convene_operation_get_state (operation)));
  add_attempts (text, operation);
  add_text (text, "after", convene_operation_get_after (operation));
  add_text (text, "waits for", convene_operation_get_event (operation));
  if (convene_operation_get_released (operation))
    g_string_append (text, ", released");
  add_text (text, "error", convene_operation_get_error_code (operation));
  if (*message != '\0')
    g_string_append_printf (text, ": %s", message);
  g_string_append_c (text, '\n');
}

static void
add_operations (GString          *text,
                ConveneInterview *interview)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      add_operation (text, operation, interview);
    }
}

static void
add_history (GString          *text,
             ConveneInterview *interview,
             GListModel       *history)
{
  for (guint i = 0; history != NULL && i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr(ConveneActivity) activity = g_list_model_get_item (history, i);
      g_autofree char *at = convene_instant_to_string (convene_activity_get_at (activity));
      g_autofree char *line = convene_diagnostics_redact (convene_activity_get_text (activity), interview);

      g_string_append_printf (text, "%s %s\n", at, line);
    }
}

char *
convene_diagnostics_format (ConveneInterview *interview,
                            GListModel       *history,
                            gint64            now)
{
  g_autofree char *at = convene_instant_to_string (now);
  GString         *text = g_string_new (NULL);

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  g_string_append_printf (text, "Convene, diagnostics of one interview at %s\n", at);
  add_interview (text, interview);
  add_meeting (text, interview);
  add_operations (text, interview);
  add_history (text, interview, history);
  return g_string_free (text, FALSE);
}
