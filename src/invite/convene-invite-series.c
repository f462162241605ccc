/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-series.h"

#include "convene-invite-check.h"
#include "convene-invite-event.h"
#include "convene-invite-object.h"

struct _ConveneInviteSeries
{
  ConveneInviteOptions options; /* its texts are these */
  char                *organizer_name;
  char                *organizer_address;
  ConveneInviteOutput  events;
  GPtrArray           *uses; /* Use: the zones in the order in which events name them first */
};

/* A zone from the first time in it to the last one so far. */
typedef struct
{
  gint64             first, last; /* seconds since 1970 UTC */
  ConveneInviteZone *zone;
} Use;

static void
use_free (gpointer data)
{
  Use *self = data;

  convene_invite_zone_unref (self->zone);
  g_free (self);
}

static Use *
find_use (ConveneInviteSeries *self,
          const char          *name)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      Use *use = g_ptr_array_index (self->uses, i);

      if (g_str_equal (convene_invite_zone_get_name (use->zone), name))
        return use;
    }

  return NULL;
}

/* The zone for the times of an interview, and FALSE where they are told in UTC: also where one VTIMEZONE cannot serve them and those before. */
static gboolean
use_zone (ConveneInviteSeries *self,
          ConveneInterview    *interview)
{
  gint64 start = convene_invite_object_get_start (interview), end = convene_invite_object_get_end (interview);
  g_autoptr(ConveneInviteZone) own = convene_invite_object_find_zone (interview);
  g_autoptr(ConveneInviteZone) zone = NULL;
  Use *use = own != NULL ? find_use (self, convene_invite_zone_get_name (own)) : NULL;

  if (own == NULL)
    return FALSE;

  if (use == NULL)
    {
      use = g_new0 (Use, 1);
      *use = (Use){ start, end, g_steal_pointer (&own) };
      g_ptr_array_add (self->uses, use);
      return TRUE;
    }

  zone = convene_invite_zone_get (convene_invite_zone_get_name (own), MIN (use->first, start), MAX (use->last, end));
  if (zone == NULL)
    return FALSE;

  use->first = MIN (use->first, start);
  use->last = MAX (use->last, end);
  convene_invite_zone_unref (use->zone);
  use->zone = g_steal_pointer (&zone);
  return TRUE;
}

ConveneInviteSeries *
convene_invite_series_new (const ConveneInviteOptions *options,
                           GError                    **error)
{
  g_autoptr(ConveneInviteSeries) self = NULL;

  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (ConveneInviteSeries, 1);
  self->organizer_name = g_strdup (options->organizer_name);
  self->organizer_address = g_strdup (options->organizer_address);
  self->options = (ConveneInviteOptions){
    .method = CONVENE_INVITE_PUBLISH,
    .organizer_name = self->organizer_name,
    .organizer_address = self->organizer_address,
    .made_at = options->made_at,
    .password_unless_in_link = options->password_unless_in_link,
  };
  self->uses = g_ptr_array_new_with_free_func (use_free);
  convene_invite_output_init (&self->events);

  return convene_invite_check_options (&self->options, error) ? g_steal_pointer (&self) : NULL;
}

void
convene_invite_series_free (ConveneInviteSeries *self)
{
  g_return_if_fail (self != NULL);

  convene_invite_output_clear (&self->events);
  g_ptr_array_unref (self->uses);
  g_free (self->organizer_name);
  g_free (self->organizer_address);
  g_free (self);
}

gboolean
convene_invite_series_add (ConveneInviteSeries *self,
                           ConveneInterview    *interview,
                           GError             **error)
{
  g_autoptr(ConveneInviteZone) zone = NULL;
  ConveneInviteOptions options;

  g_return_val_if_fail (self != NULL && self->events.lines != NULL, FALSE);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  if (!convene_invite_check_interview (interview, error))
    return FALSE;

  /* The wall clock is the same by the zone of the interview alone. */
  if (use_zone (self, interview))
    zone = convene_invite_object_find_zone (interview);
  /* Somebody else's event has another organizer. */
  options = self->options;
  if (convene_interview_get_origin_uid (interview) != NULL)
    options.organizer_name = options.organizer_address = NULL;
  convene_invite_event_write (&self->events, interview, &options, FALSE, zone);
  return TRUE;
}

GBytes *
convene_invite_series_finish (ConveneInviteSeries *self)
{
  g_auto (ConveneInviteOutput) head = { 0 };

  g_return_val_if_fail (self != NULL && self->events.lines != NULL, NULL);

  convene_invite_output_init (&head);
  convene_invite_object_begin (&head, CONVENE_INVITE_PUBLISH);
  for (guint i = 0; i < self->uses->len; i++)
    {
      Use *use = g_ptr_array_index (self->uses, i);

      convene_invite_output_add_lines (&head, convene_invite_zone_get_text (use->zone));
    }

  /* Into the same text: a hundred megabytes are not held twice. */
  g_string_prepend_len (self->events.lines, head.lines->str, head.lines->len);
  convene_invite_object_end (&self->events);
  return convene_invite_output_finish (&self->events);
}
