/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-zone.h"

#include "convene-invite-rule.h"
#include "convene-invite-zone-text.h"
#include "convene-zone.h"

#define DAY (24 * 60 * 60)
#define LONG_AGO 0

/* Several zones in several years; a VTIMEZONE is half a kilobyte. */
#define MAX_KEPT 64

struct _ConveneInviteZone
{
  char             *name;
  guint64           stamp; /* of tzdata's rules when it was made */
  ConveneInviteSpan span;
  int               offset;  /* before the first change */
  GArray           *changes; /* without the names, which are GLib's zone's */
  char             *text;    /* NULL: times are told in UTC */
};

/* The latest first. */
typedef struct
{
  GMutex     mutex;
  GPtrArray *zones;
} Kept;

static int
offset_at (const ConveneInviteZone *self,
           gint64                   instant)
{
  int offset = self->offset;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (self->changes, ConveneInviteChange, i);

      if (change->at > instant)
        break;
      offset = change->to;
    }

  return offset;
}

static gboolean
is_utc (GTimeZone *zone)
{
  g_autoptr(GArray) changes = convene_invite_rule_list_changes (zone, LONG_AGO, G_MAXINT32);
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, LONG_AGO);

  return changes->len == 0 && g_time_zone_get_offset (zone, interval) == 0 && g_str_equal (g_time_zone_get_abbreviation (zone, interval), "UTC");
}

/* "MET" or "EST5EDT": there are readers (PHP's) that take such a name for the abbreviation of one fixed offset before they look for a zone. */
static gboolean
is_abbreviation (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_islower (*p) || *p == '/')
      return FALSE;

  return TRUE;
}

static ConveneInviteZone *
zone_new (GTimeZone *zone,
          guint64    stamp,
          gint64     first,
          gint64     last)
{
  ConveneInviteZone *self = g_atomic_rc_box_new0 (ConveneInviteZone);

  self->name = g_strdup (g_time_zone_get_identifier (zone));
  self->stamp = stamp;
  self->text = convene_invite_zone_text_new (zone, first, last, &self->span, &self->changes);
  self->offset = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, self->span.first_from));
  if (self->changes->len > 0)
    self->offset = g_array_index (self->changes, ConveneInviteChange, 0).from;
  if (is_abbreviation (self->name) || is_utc (zone))
    g_clear_pointer (&self->text, g_free);
  for (guint i = 0; i < self->changes->len; i++)
    g_array_index (self->changes, ConveneInviteChange, i).name = NULL;

  return self;
}

static Kept *
lock_kept (void)
{
  static Kept kept;

  g_mutex_lock (&kept.mutex);
  if (kept.zones == NULL)
    kept.zones = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_invite_zone_unref);
  return &kept;
}

static gboolean
is_for (const ConveneInviteZone *self,
        const char              *name,
        gint64                   first,
        gint64                   last)
{
  const ConveneInviteSpan *span = &self->span;

  return first >= span->first_from && first < span->first_until && last >= span->last_from && last < span->last_until && g_str_equal (self->name, name);
}

static ConveneInviteZone *
find_kept (const char *name,
           guint64     stamp,
           gint64      first,
           gint64      last)
{
  Kept              *kept = lock_kept ();
  ConveneInviteZone *found = NULL;

  for (guint i = 0; found == NULL && i < kept->zones->len; i++)
    {
      ConveneInviteZone *zone = g_ptr_array_index (kept->zones, i);

      if (is_for (zone, name, first, last) && zone->stamp == stamp)
        found = convene_invite_zone_ref (zone);
    }
  g_mutex_unlock (&kept->mutex);

  return found;
}

static void
keep (ConveneInviteZone *self)
{
  Kept *kept = lock_kept ();

  if (kept->zones->len == MAX_KEPT)
    g_ptr_array_remove_index (kept->zones, MAX_KEPT - 1);
  g_ptr_array_insert (kept->zones, 0, convene_invite_zone_ref (self));
  g_mutex_unlock (&kept->mutex);
}

ConveneInviteZone *
convene_invite_zone_find (const char *name,
                          gint64      first,
                          gint64      last)
{
  guint64            stamp = convene_zone_get_stamp (name);
  ConveneInviteZone *self = stamp != 0 ? find_kept (name, stamp, first, last) : NULL;
  g_autoptr(GTimeZone) zone = NULL;

  g_return_val_if_fail (first <= last, NULL);

  if (self != NULL || stamp == 0)
    return self;

  /* A name that this machine's tzdata does not know yet is no reason to send nothing: the instant is known. */
  zone = convene_zone_new (name, NULL, NULL);
  if (zone == NULL)
    return NULL;

  self = zone_new (zone, stamp, first, last);
  keep (self);
  return self;
}

ConveneInviteZone *
convene_invite_zone_get (const char *name,
                         gint64      first,
                         gint64      last)
{
  g_autoptr(ConveneInviteZone) self = name != NULL ? convene_invite_zone_find (name, first, last) : NULL;

  return self != NULL && self->text != NULL ? g_steal_pointer (&self) : NULL;
}

ConveneInviteZone *
convene_invite_zone_ref (ConveneInviteZone *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ConveneInviteZone *self = data;

  g_free (self->name);
  g_free (self->text);
  g_array_unref (self->changes);
}

void
convene_invite_zone_unref (ConveneInviteZone *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
convene_invite_zone_get_name (const ConveneInviteZone *self)
{
  return self->name;
}

const char *
convene_invite_zone_get_text (const ConveneInviteZone *self)
{
  return self->text;
}

int
convene_invite_zone_get_offset (const ConveneInviteZone *self,
                                gint64                   instant)
{
  return offset_at (self, instant);
}

gint64
convene_invite_zone_get_wall (const ConveneInviteZone *self,
                              gint64                   instant)
{
  return instant + offset_at (self, instant);
}

static gboolean
is_doubled (const ConveneInviteZone *self,
            gint64                   instant)
{
  int offset = offset_at (self, instant);
  int before = offset_at (self, instant - DAY);
  int other = before != offset ? before : offset_at (self, instant + DAY);

  return other != offset && offset_at (self, instant + offset - other) == other;
}

gboolean
convene_invite_zone_is_doubled (const ConveneInviteZone *self,
                                gint64                   instant)
{
  return is_doubled (self, instant) || is_doubled (self, instant - 1);
}
