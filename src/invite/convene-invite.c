/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite.h"

#include <string.h>

#include "convene-invite-check.h"
#include "convene-invite-event.h"
#include "convene-invite-fold.h"
#include "convene-invite-ical.h"
#include "convene-invite-removal.h"
#include "convene-invite-zone.h"
#include "convene-zone.h"

#define PRODID "-//Convene//Convene " CONVENE_VERSION "//EN"

/* A zone that events name, from the first of them on. */
typedef struct
{
  GTimeZone     *zone;
  GArray        *instants;  /* gint64, seconds since 1970 UTC */
  icalcomponent *vtimezone; /* NULL once it is given away, or where tzdata's answers cannot be written */
  gboolean       is_writable;
} ZoneUse;

static void
zone_use_free (ZoneUse *self)
{
  g_time_zone_unref (self->zone);
  g_array_unref (self->instants);
  g_clear_pointer (&self->vtimezone, icalcomponent_free);
  g_free (self);
}

static ZoneUse *
zone_use_new (GTimeZone *zone)
{
  ZoneUse *self = g_new0 (ZoneUse, 1);

  self->zone = g_time_zone_ref (zone);
  self->instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static ZoneUse *
find_use (GPtrArray  *uses,
          const char *name)
{
  for (guint i = 0; i < uses->len; i++)
    {
      ZoneUse *use = g_ptr_array_index (uses, i);

      if (g_str_equal (g_time_zone_get_identifier (use->zone), name))
        return use;
    }

  return NULL;
}

/* The name of the zone that an interview's times are told in; NULL for UTC. A wall-clock time that comes twice is told in UTC, which alone
 * says which of the two is meant. */
static const char *
get_zone_name (ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  const char          *name = convene_moment_get_zone (start);
  g_autoptr(ConveneMoment) end = NULL;

  if (name == NULL || convene_moment_is_doubled (start))
    return NULL;

  end = convene_moment_new_at (convene_interview_get_end (interview), name, NULL);
  return end != NULL && !convene_moment_is_doubled (end) ? name : NULL;
}

static void
note_zone (GPtrArray        *uses,
           ConveneInterview *interview)
{
  const char *name = get_zone_name (interview);
  ZoneUse    *use = name != NULL ? find_use (uses, name) : NULL;
  gint64      start = convene_moment_get_instant (convene_interview_get_start (interview)) / G_USEC_PER_SEC;
  gint64      end = convene_interview_get_end (interview) / G_USEC_PER_SEC;
  g_autoptr(GTimeZone) zone = NULL;

  if (name == NULL)
    return;

  if (use == NULL)
    {
      /* A name that this machine's tzdata does not know yet is no reason to send nothing: the instant is known. */
      zone = convene_zone_new (name, NULL, NULL);
      if (zone == NULL || convene_invite_zone_is_utc (zone))
        return;
      use = zone_use_new (zone);
      g_ptr_array_add (uses, use);
    }

  g_array_append_val (use->instants, start);
  g_array_append_val (use->instants, end);
}

static GPtrArray *
collect_zones (GPtrArray *interviews)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func ((GDestroyNotify) zone_use_free);

  for (guint i = 0; i < interviews->len; i++)
    note_zone (uses, g_ptr_array_index (interviews, i));

  for (guint i = 0; i < uses->len; i++)
    {
      ZoneUse *use = g_ptr_array_index (uses, i);

      g_array_sort (use->instants, compare_instants);
      use->vtimezone = convene_invite_zone_new (use->zone, use->instants);
      use->is_writable = use->vtimezone != NULL;
    }

  return uses;
}

static void
add_head (icalcomponent           *calendar,
          const ConveneInviteHead *head)
{
  static const icalproperty_method methods[] = {
    [CONVENE_INVITE_REQUEST] = ICAL_METHOD_REQUEST,
    [CONVENE_INVITE_CANCEL] = ICAL_METHOD_CANCEL,
    [CONVENE_INVITE_PUBLISH] = ICAL_METHOD_PUBLISH,
  };

  icalcomponent_add_property (calendar, icalproperty_new_prodid (PRODID));
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (methods[head->method]));
}

static icalcomponent *
calendar_new (GPtrArray               *interviews,
              const ConveneInviteHead *head)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  g_autoptr(GPtrArray) uses = collect_zones (interviews);

  add_head (calendar, head);
  for (guint i = 0; i < uses->len; i++)
    {
      ZoneUse *use = g_ptr_array_index (uses, i);

      if (use->is_writable)
        icalcomponent_add_component (calendar, g_steal_pointer (&use->vtimezone));
    }

  for (guint i = 0; i < interviews->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (interviews, i);
      const char       *name = get_zone_name (interview);
      ZoneUse          *use = name != NULL ? find_use (uses, name) : NULL;

      icalcomponent_add_component (calendar, convene_invite_event_new (interview, head, use != NULL && use->is_writable ? use->zone : NULL));
    }

  return calendar;
}

/* Only what is published may have nobody who organizes it. */
static gboolean
is_anonymous (const ConveneInviteHead *head)
{
  return head->method == CONVENE_INVITE_PUBLISH && head->organizer_address == NULL;
}

static GBytes *
write_calendar (GPtrArray               *interviews,
                const ConveneInviteHead *head,
                GError                 **error)
{
  g_autoptr(icalcomponent) calendar = NULL;
  char *text, *folded;

  if ((!is_anonymous (head) && !convene_invite_check_mailbox (head->organizer_name, head->organizer_address, "organizer", error)) ||
      !convene_invite_check_instant (head->made_at, "made_at", error))
    return NULL;
  for (guint i = 0; i < interviews->len; i++)
    if (!convene_invite_check_interview (g_ptr_array_index (interviews, i), error))
      return NULL;

  /* Debian builds it so; elsewhere a mistake of libical's could be an abort. */
  icalerror_set_errors_are_fatal (0);

  calendar = calendar_new (interviews, head);
  text = icalcomponent_as_ical_string_r (calendar);
  folded = convene_invite_fold (text);
  icalmemory_free_buffer (text);

  return g_bytes_new_take (folded, strlen (folded));
}

const char *
convene_invite_method_to_string (ConveneInviteMethod method)
{
  static const char *const names[] = {
    [CONVENE_INVITE_REQUEST] = "REQUEST",
    [CONVENE_INVITE_CANCEL] = "CANCEL",
    [CONVENE_INVITE_PUBLISH] = "PUBLISH",
  };

  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (names), NULL);

  return names[method];
}

GBytes *
convene_invite_write (ConveneInterview   *interview,
                      ConveneInviteMethod method,
                      const char         *organizer_name,
                      const char         *organizer_address,
                      gint64              made_at,
                      gboolean            password_unless_in_link,
                      GError            **error)
{
  const ConveneInviteHead head = { method, organizer_name, organizer_address, made_at, FALSE, password_unless_in_link };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail ((guint) method <= CONVENE_INVITE_PUBLISH, NULL);

  g_ptr_array_add (interviews, interview);
  return write_calendar (interviews, &head, error);
}

GBytes *
convene_invite_write_all (GPtrArray  *interviews,
                          const char *organizer_name,
                          const char *organizer_address,
                          gint64      made_at,
                          GError    **error)
{
  const ConveneInviteHead head = { CONVENE_INVITE_PUBLISH, organizer_name, organizer_address, made_at, FALSE, FALSE };

  g_return_val_if_fail (interviews != NULL, NULL);

  return write_calendar (interviews, &head, error);
}

GBytes *
convene_invite_write_partial_cancel (ConveneInterview  *interview,
                                     const ConveneTold *told,
                                     const char *const *people,
                                     const char        *organizer_name,
                                     const char        *organizer_address,
                                     gint64             made_at,
                                     GError           **error)
{
  const ConveneInviteHead head = { CONVENE_INVITE_CANCEL, organizer_name, organizer_address, made_at, TRUE, FALSE };
  g_autoptr(ConveneInterview) removal = NULL;
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  removal = convene_invite_removal_new (interview, told, people, error);
  if (removal == NULL)
    return NULL;

  g_ptr_array_add (interviews, removal);
  return write_calendar (interviews, &head, error);
}
