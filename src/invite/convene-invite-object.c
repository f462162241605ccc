/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-object.h"

#define PRODID "-//Convene//Convene " CONVENE_VERSION "//EN"

void
convene_invite_object_begin (ConveneInviteOutput *output,
                             ConveneInviteMethod  method)
{
  convene_invite_output_add (output, "BEGIN", "VCALENDAR");
  convene_invite_output_add (output, "PRODID", PRODID);
  convene_invite_output_add (output, "VERSION", "2.0");
  convene_invite_output_add (output, "CALSCALE", "GREGORIAN");
  convene_invite_output_add (output, "METHOD", convene_invite_method_to_string (method));
}

void
convene_invite_object_end (ConveneInviteOutput *output)
{
  convene_invite_output_add (output, "END", "VCALENDAR");
}

gint64
convene_invite_object_get_start (ConveneInterview *interview)
{
  return convene_moment_get_instant (convene_interview_get_start (interview)) / G_USEC_PER_SEC;
}

gint64
convene_invite_object_get_end (ConveneInterview *interview)
{
  return convene_interview_get_end (interview) / G_USEC_PER_SEC;
}

ConveneInviteZone *
convene_invite_object_find_zone (ConveneInterview *interview)
{
  gint64 start = convene_invite_object_get_start (interview), end = convene_invite_object_get_end (interview);
  g_autoptr(ConveneInviteZone) zone = convene_invite_zone_get (convene_moment_get_zone (convene_interview_get_start (interview)), start, end);

  if (zone == NULL || convene_invite_zone_is_doubled (zone, start) || convene_invite_zone_is_doubled (zone, end))
    return NULL;

  return g_steal_pointer (&zone);
}
