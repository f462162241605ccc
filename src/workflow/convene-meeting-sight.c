/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-sight.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
trim (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static gboolean
text_equal (const char *a,
            const char *b)
{
  g_autofree char *first = trim (a);
  g_autofree char *second = trim (b);

  return g_str_equal (first, second);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Without a name in capitals, and with the parameters in one order. */
static char *
normalize_link (const char *link)
{
  g_autofree char *trimmed = trim (link);
  g_autoptr(GUri) uri = g_uri_parse (trimmed, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *scheme = NULL;
  g_autofree char *host = NULL;
  g_auto(GStrv) parameters = NULL;
  g_autofree char *query = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_steal_pointer (&trimmed);

  scheme = g_ascii_strdown (g_uri_get_scheme (uri), -1);
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  parameters = g_strsplit (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "", "&", -1);
  qsort (parameters, g_strv_length (parameters), sizeof (char *), compare_texts);
  query = g_strjoinv ("&", parameters);
  return g_strdup_printf ("%s://%s:%d%s?%s#%s", scheme, host, g_uri_get_port (uri), g_uri_get_path (uri), query,
                          g_uri_get_fragment (uri) != NULL ? g_uri_get_fragment (uri) : "");
}

gboolean
convene_join_url_equal (const char *a,
                        const char *b)
{
  g_autofree char *first = normalize_link (a);
  g_autofree char *second = normalize_link (b);

  return g_str_equal (first, second);
}

/* A meeting whose time Zoom once understood otherwise, and that was corrected there, is right now. */
static gboolean
is_as_wanted (ConveneMeeting   *seen,
              ConveneInterview *interview)
{
  const ConveneMoment *start = interview != NULL ? convene_interview_get_start (interview) : NULL;

  return start != NULL && convene_meeting_get_start (seen) == convene_moment_get_instant (start) &&
         convene_meeting_get_duration (seen) == convene_interview_get_duration (interview);
}

static gboolean
has_moved (ConveneMeeting   *known,
           ConveneMeeting   *seen,
           ConveneInterview *interview)
{
  return (convene_meeting_get_start (seen) != convene_meeting_get_start (known) ||
          convene_meeting_get_duration (seen) != convene_meeting_get_duration (known)) &&
         !is_as_wanted (seen, interview);
}

static gboolean
has_other_link (ConveneMeeting *known,
                ConveneMeeting *seen)
{
  return !convene_join_url_equal (convene_meeting_get_join_url (known), convene_meeting_get_join_url (seen)) ||
         !text_equal (convene_meeting_get_password (known), convene_meeting_get_password (seen));
}

static void
show_time (ConveneMeeting *known,
           ConveneMeeting *of)
{
  convene_meeting_set_seen_start (known, convene_meeting_get_start (of));
  convene_meeting_set_seen_duration (known, convene_meeting_get_duration (of));
  convene_meeting_set_seen_timezone (known, convene_meeting_get_timezone (of));
}

static void
show_link (ConveneMeeting *known,
           ConveneMeeting *of)
{
  convene_meeting_set_seen_join_url (known, convene_meeting_get_join_url (of));
  convene_meeting_set_seen_password (known, convene_meeting_get_password (of));
}

static void
show_nothing (ConveneMeeting *known)
{
  convene_meeting_set_seen_at (known, 0);
  convene_meeting_set_seen_start (known, 0);
  convene_meeting_set_seen_duration (known, 0);
  convene_meeting_set_seen_timezone (known, NULL);
  convene_meeting_set_seen_join_url (known, NULL);
  convene_meeting_set_seen_password (known, NULL);
}

ConveneMeetingDrift
convene_meeting_take_sight (ConveneMeeting   *known,
                            ConveneMeeting   *seen,
                            ConveneInterview *interview,
                            gint64            now)
{
  gboolean moved, link;

  g_return_val_if_fail (CONVENE_IS_MEETING (known), CONVENE_MEETING_DRIFT_NONE);
  g_return_val_if_fail (CONVENE_IS_MEETING (seen), CONVENE_MEETING_DRIFT_NONE);

  moved = has_moved (known, seen, interview);
  link = has_other_link (known, seen);
  convene_meeting_set_state (known, CONVENE_MEETING_STATE_LIVE);
  convene_meeting_set_checked_at (known, now);
  if (convene_meeting_get_entry (seen) != CONVENE_ENTRY_UNKNOWN)
    convene_meeting_set_entry (known, convene_meeting_get_entry (seen));
  if (!moved && !link)
    {
      show_nothing (known);
      return CONVENE_MEETING_DRIFT_NONE;
    }

  show_time (known, moved ? seen : known);
  show_link (known, link ? seen : known);
  if (convene_meeting_get_seen_at (known) == 0)
    convene_meeting_set_seen_at (known, now);
  return convene_meeting_get_drift (known);
}

void
convene_meeting_take_loss (ConveneMeeting     *known,
                           ConveneMeetingState state,
                           gint64              now)
{
  g_return_if_fail (CONVENE_IS_MEETING (known));

  convene_meeting_set_state (known, state);
  convene_meeting_set_checked_at (known, now);
  show_nothing (known);
}

static char *
describe_loss (ConveneMeeting *known)
{
  const char *host = convene_meeting_get_host (known);

  switch (convene_meeting_get_state (known))
    {
    case CONVENE_MEETING_STATE_MISSING:
      return g_strdup (_ ("The meeting is not at Zoom any more."));
    case CONVENE_MEETING_STATE_UNMANAGED:
      /* Translators: %s is the mail address of a Zoom user */
      return host != NULL ? g_strdup_printf (_ ("The meeting at Zoom can be changed by its host alone: %s."), host)
                          : g_strdup (_ ("The meeting at Zoom can be changed by its host alone."));
    case CONVENE_MEETING_STATE_LIVE:
      return g_strdup (_ ("The meeting is at Zoom again."));
    case CONVENE_MEETING_STATE_PENDING:
    case CONVENE_MEETING_STATE_FAILED:
    case CONVENE_MEETING_STATE_DELETED:
    default:
      return NULL;
    }
}

char *
convene_meeting_sight_to_words (ConveneMeeting     *known,
                                ConveneMeetingState state_before,
                                ConveneMeetingDrift drift_before)
{
  ConveneMeetingDrift drift;

  g_return_val_if_fail (CONVENE_IS_MEETING (known), NULL);

  drift = convene_meeting_get_drift (known);
  if (drift != CONVENE_MEETING_DRIFT_NONE && drift != drift_before)
    {
      if (drift == CONVENE_MEETING_DRIFT_MOVED)
        return g_strdup (_ ("At Zoom the meeting was moved to another time."));
      if (drift == CONVENE_MEETING_DRIFT_LINK)
        return g_strdup (_ ("At Zoom the meeting’s link or password was changed."));
      return g_strdup (_ ("At Zoom the meeting was moved, and its link or password was changed."));
    }
  if (convene_meeting_get_state (known) != state_before)
    return describe_loss (known);
  if (drift_before != CONVENE_MEETING_DRIFT_NONE && drift == CONVENE_MEETING_DRIFT_NONE)
    return g_strdup (_ ("At Zoom the meeting is again as it was."));

  return NULL;
}
