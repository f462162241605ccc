/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words.h"

#include <glib/gi18n-lib.h>

/* As it ends a sentence: what became of the interview, or what the candidate answered while nothing did. */
static const char *
get_state (ConveneCalendarEntry *entry)
{
  switch (convene_calendar_entry_get_status (entry))
    {
    case CONVENE_STATUS_DRAFT:
      return C_("within a sentence", "draft");
    case CONVENE_STATUS_PROPOSED:
      return C_("within a sentence", "proposed");
    case CONVENE_STATUS_CANCELLED:
      return C_("within a sentence", "cancelled");
    case CONVENE_STATUS_COMPLETED:
      return C_("within a sentence", "completed");
    case CONVENE_STATUS_NO_SHOW:
      return C_("within a sentence", "the candidate did not come");
    case CONVENE_STATUS_SCHEDULED:
    default:
      break;
    }

  switch (convene_calendar_entry_get_response (entry))
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return C_("within a sentence", "accepted");
    case CONVENE_RESPONSE_DECLINED:
      return C_("within a sentence", "declined");
    case CONVENE_RESPONSE_TENTATIVE:
      return C_("within a sentence", "tentative");
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return C_("within a sentence", "no answer yet");
    }
}

static void
add (GString    *text,
     const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  /* Translators: what stands between the parts of "10:00 to 10:45, Ada Example, Staff Engineer, Zoom, accepted". */
  g_string_append (text, C_("between parts", ", "));
  g_string_append (text, part);
}

char *
convene_words_entry (ConveneCalendarEntry *entry,
                     const char           *zone)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GString         *text;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), NULL);

  from = convene_words_time (convene_calendar_entry_get_start (entry), zone);
  to = convene_words_time (convene_calendar_entry_get_end (entry), zone);
  text = g_string_new (NULL);
  /* Translators: read aloud: from one time of day to another. */
  g_string_append_printf (text, C_("within a sentence", "%s to %s"), from, to);
  add (text, convene_calendar_entry_get_candidate (entry));
  add (text, convene_calendar_entry_get_job (entry));
  add (text, convene_words_platform (convene_calendar_entry_get_platform (entry)));
  add (text, get_state (entry));
  if (convene_calendar_entry_get_attention (entry))
    add (text, C_("within a sentence", "needs attention"));

  return g_string_free (text, FALSE);
}
