/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-text.h"

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029
#define NEXT_LINE 0x85
#define BYTE_ORDER_MARK 0xfeff

gboolean
convene_invite_text_check (const char *text,
                           const char *field,
                           GError    **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  return convene_error_set_field (error, field, _ ("The field %s is not UTF-8 text: type it again"), field);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

static gboolean
is_unwritable (gunichar c)
{
  gboolean is_bidi_override = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);

  return g_unichar_iscntrl (c) || is_bidi_override || c == BYTE_ORDER_MARK;
}

/* Most texts are no more than what ASCII prints. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p < ' ' || *p > '~')
      return FALSE;

  return TRUE;
}

static char *
clean (const char *text,
       char        line_break)
{
  GString *out;

  if (text == NULL || is_plain (text))
    return g_strstrip (g_strdup (text != NULL ? text : ""));

  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (is_line_break (c))
        g_string_append_c (out, line_break);
      else if (c == '\t')
        g_string_append_c (out, ' ');
      else if (!is_unwritable (c))
        g_string_append_unichar (out, c);
    }

  return g_strstrip (g_string_free (out, FALSE));
}

char *
convene_invite_text_clean_line (const char *text)
{
  return clean (text, ' ');
}

char *
convene_invite_text_clean_lines (const char *text)
{
  return clean (text, '\n');
}

char *
convene_invite_text_clean_name (const char *name)
{
  g_autofree char *line = clean (name, ' ');
  GString         *out = g_string_new (NULL);
  g_autofree char *cleaned = NULL;

  for (const char *p = line; *p != '\0'; p++)
    if (*p != '^')
      g_string_append_c (out, *p == '"' ? '\'' : *p);

  cleaned = g_strstrip (g_string_free (out, FALSE));
  return *cleaned != '\0' ? g_steal_pointer (&cleaned) : NULL;
}

char *
convene_invite_text_format_mailto (const char *address)
{
  GString *out = g_string_new ("mailto:");

  for (const char *p = address; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || strchr ("-._~!$'*+@", *p) != NULL)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "%%%02X", (guchar) *p);

  return g_string_free (out, FALSE);
}

gboolean
convene_invite_text_has_video (ConveneInterview *interview)
{
  ConvenePlatform platform = convene_interview_get_platform (interview);

  return platform != CONVENE_PLATFORM_PHONE && platform != CONVENE_PLATFORM_IN_PERSON;
}

/* Paragraphs are parted by an empty line; an empty one is none. */
static void
append_paragraph (GString    *out,
                  const char *heading,
                  const char *text)
{
  g_autofree char *cleaned = convene_invite_text_clean_lines (text);

  if (*cleaned == '\0')
    return;

  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append (out, heading);
  g_string_append (out, cleaned);
}

static void
append_line (GString    *out,
             const char *heading,
             const char *text)
{
  g_autofree char *cleaned = convene_invite_text_clean_line (text);

  if (*cleaned != '\0')
    g_string_append_printf (out, "\n%s%s", heading, cleaned);
}

static void
append_video (GString          *out,
              ConveneInterview *interview,
              gboolean          password_unless_in_link)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  const char     *link = convene_interview_get_join_link (interview);

  if (link == NULL)
    {
      append_paragraph (out, "", "The link to join will follow.");
      return;
    }

  append_paragraph (out, "Join the video call: ", link);
  if (convene_interview_get_platform (interview) != CONVENE_PLATFORM_LINK && convene_meeting_get_number (meeting) > 0)
    g_string_append_printf (out, "\nMeeting number: %" G_GINT64_FORMAT, convene_meeting_get_number (meeting));

  /* X-11: the one that the provider gave, whatever was asked for. */
  if (!password_unless_in_link || !convene_link_carries_password (link))
    append_line (out, "Password: ", convene_interview_get_join_password (interview));
}

static void
append_place (GString          *out,
              ConveneInterview *interview,
              gboolean          password_unless_in_link)
{
  g_autofree char *location = convene_invite_text_clean_line (convene_interview_get_location (interview));

  if (convene_invite_text_has_video (interview))
    append_video (out, interview, password_unless_in_link);
  else if (convene_interview_get_platform (interview) == CONVENE_PLATFORM_PHONE)
    append_paragraph (out, "Phone: ", location);
  else
    append_paragraph (out, "Place: ", location);
}

/* RFC 5546 §3.2.1 allows no ATTENDEE in what is published, so that the people would be in none of its properties. */
static void
append_people (GString          *out,
               ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      g_autofree char *name = convene_invite_text_clean_name (convene_participant_get_name (person));

      g_string_append (names, i > 0 ? ", " : "");
      g_string_append (names, name != NULL ? name : convene_participant_get_address (person));
    }

  append_paragraph (out, "With: ", names->str);
}

char *
convene_invite_text_describe (ConveneInterview   *interview,
                              ConveneInviteMethod method,
                              gboolean            password_unless_in_link)
{
  gboolean is_cancelled = method == CONVENE_INVITE_CANCEL || convene_interview_get_status (interview) == CONVENE_STATUS_CANCELLED;
  GString *out = g_string_new (NULL);

  if (is_cancelled)
    append_paragraph (out, "", "This interview is cancelled.");
  if (method == CONVENE_INVITE_PUBLISH)
    append_people (out, interview);
  append_paragraph (out, "Agenda:\n", convene_interview_get_agenda (interview));
  append_paragraph (out, "", convene_interview_get_details (interview));
  if (!is_cancelled)
    append_place (out, interview, password_unless_in_link);

  return g_string_free (out, FALSE);
}
