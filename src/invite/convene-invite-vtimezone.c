/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-vtimezone.h"

/* Europe/London has 55 since 1847. */
#define MAX_OBSERVANCES 100

struct _ConveneInviteVtimezone
{
  char    *name;
  GArray  *observances;
  gboolean is_open; /* the last of them */
};

static void
clear_observance (gpointer observance)
{
  convene_invite_observance_clear (observance);
}

ConveneInviteVtimezone *
convene_invite_vtimezone_new (void)
{
  ConveneInviteVtimezone *self = g_new0 (ConveneInviteVtimezone, 1);

  self->observances = g_array_new (FALSE, TRUE, sizeof (ConveneInviteObservance));
  g_array_set_clear_func (self->observances, clear_observance);
  return self;
}

void
convene_invite_vtimezone_free (ConveneInviteVtimezone *self)
{
  g_free (self->name);
  g_array_unref (self->observances);
  g_free (self);
}

void
convene_invite_vtimezone_begin (ConveneInviteVtimezone *self)
{
  g_array_set_size (self->observances, self->observances->len + 1);
  self->is_open = TRUE;
}

void
convene_invite_vtimezone_end (ConveneInviteVtimezone *self)
{
  self->is_open = FALSE;
}

void
convene_invite_vtimezone_add_property (ConveneInviteVtimezone *self,
                                       const char             *name,
                                       const char             *value)
{
  if (self->is_open)
    convene_invite_observance_add_property (&g_array_index (self->observances, ConveneInviteObservance, self->observances->len - 1), name, value);
  else if (self->name == NULL && g_str_equal (name, "TZID"))
    self->name = g_strdup (value);
}

const char *
convene_invite_vtimezone_get_name (const ConveneInviteVtimezone *self)
{
  return self->name;
}

gboolean
convene_invite_vtimezone_is_usable (const ConveneInviteVtimezone *self)
{
  for (guint i = 0; i < self->observances->len; i++)
    if (!convene_invite_observance_is_usable (&g_array_index (self->observances, ConveneInviteObservance, i)))
      return FALSE;

  return self->observances->len > 0 && self->observances->len <= MAX_OBSERVANCES;
}

/* Before its first change, what that one says was so. */
static int
get_first_offset (const ConveneInviteVtimezone *self)
{
  const ConveneInviteObservance *first = &g_array_index (self->observances, ConveneInviteObservance, 0);

  for (guint i = 1; i < self->observances->len; i++)
    {
      const ConveneInviteObservance *observance = &g_array_index (self->observances, ConveneInviteObservance, i);

      if (observance->start < first->start)
        first = observance;
    }

  return first->from;
}

gint64
convene_invite_vtimezone_get_instant (const ConveneInviteVtimezone *self,
                                      gint64                        wall)
{
  const ConveneInviteObservance *in_force = NULL;
  gint64                         since = 0;

  for (guint i = 0; i < self->observances->len; i++)
    {
      const ConveneInviteObservance *observance = &g_array_index (self->observances, ConveneInviteObservance, i);
      gint64                         onset;

      if (convene_invite_observance_find_onset (observance, wall, &onset) && (in_force == NULL || onset > since))
        {
          in_force = observance;
          since = onset;
        }
    }

  if (in_force == NULL)
    return wall - get_first_offset (self);

  return wall - (wall - since < in_force->to - in_force->from ? in_force->from : in_force->to);
}
