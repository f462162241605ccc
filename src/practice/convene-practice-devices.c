/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-devices.h"

#include <string.h>

#include "convene-clock.h"
#include "convene-practice-json.h"

struct _ConvenePracticeDevices
{
  GPtrArray *devices; /* ConvenePracticeDevice, the oldest first */
};

static const char *const stages[] = {
  [CONVENE_PRACTICE_DEVICE_PENDING] = "pending",
  [CONVENE_PRACTICE_DEVICE_ALLOWED] = "allowed",
  [CONVENE_PRACTICE_DEVICE_DECLINED] = "declined",
  [CONVENE_PRACTICE_DEVICE_USED] = "used",
};

static void
device_free (gpointer data)
{
  ConvenePracticeDevice *device = data;

  g_free (device->hash);
  g_free (device->user_code);
  g_free (device->client);
  g_free (device->user);
  g_free (device);
}

ConvenePracticeDevices *
convene_practice_devices_new (void)
{
  ConvenePracticeDevices *self = g_new0 (ConvenePracticeDevices, 1);

  self->devices = g_ptr_array_new_with_free_func (device_free);
  return self;
}

void
convene_practice_devices_free (ConvenePracticeDevices *self)
{
  g_ptr_array_unref (self->devices);
  g_free (self);
}

static ConvenePracticeDevice *
find_by_hash (ConvenePracticeDevices *self,
              const char             *hash)
{
  for (guint i = 0; i < self->devices->len; i++)
    {
      ConvenePracticeDevice *device = g_ptr_array_index (self->devices, i);

      if (g_strcmp0 (device->hash, hash) == 0)
        return device;
    }

  return NULL;
}

ConvenePracticeDevice *
convene_practice_devices_find (ConvenePracticeDevices *self,
                               const char             *device_code)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, device_code, -1);

  return find_by_hash (self, hash);
}

/* Letters alone count, in either case. */
static char *
simplify (const char *user_code)
{
  GString *letters = g_string_new (NULL);

  for (; *user_code != '\0'; user_code++)
    if (g_ascii_isalpha (*user_code))
      g_string_append_c (letters, g_ascii_toupper (*user_code));

  return g_string_free (letters, FALSE);
}

static gboolean
has_code (const ConvenePracticeDevice *device,
          const char                  *user_code)
{
  g_autofree char *own = simplify (device->user_code);
  g_autofree char *typed = user_code != NULL ? simplify (user_code) : NULL;

  return typed == NULL || g_str_equal (own, typed);
}

const ConvenePracticeDevice *
convene_practice_devices_find_pending (ConvenePracticeDevices *self,
                                       const char             *user_code,
                                       gint64                  now)
{
  for (guint i = self->devices->len; i > 0; i--)
    {
      const ConvenePracticeDevice *device = g_ptr_array_index (self->devices, i - 1);

      if (device->stage == CONVENE_PRACTICE_DEVICE_PENDING && device->expires_at > now && has_code (device, user_code))
        return device;
    }

  return NULL;
}

JsonObject *
convene_practice_devices_format_new (const char *device_code,
                                     const char *user_code,
                                     const char *client,
                                     gint64      interval,
                                     gint64      expires_at)
{
  JsonObject      *change = json_object_new ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, device_code, -1);

  json_object_set_string_member (change, "change", "device");
  json_object_set_string_member (change, "hash", hash);
  json_object_set_string_member (change, "user_code", user_code);
  json_object_set_string_member (change, "client", client);
  json_object_set_int_member (change, "interval", interval);
  json_object_set_int_member (change, "expires_at", expires_at);
  return change;
}

JsonObject *
convene_practice_devices_format_stage (const ConvenePracticeDevice *device,
                                       ConvenePracticeDeviceStage   stage,
                                       const char                  *user)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "device-stage");
  json_object_set_string_member (change, "hash", device->hash);
  json_object_set_int_member (change, "stage", stage);
  if (user != NULL)
    json_object_set_string_member (change, "user", user);
  return change;
}

static void
add_device (ConvenePracticeDevices *self,
            JsonObject             *change)
{
  ConvenePracticeDevice *device = g_new0 (ConvenePracticeDevice, 1);

  device->hash = g_strdup (convene_practice_json_get_string (change, "hash", ""));
  device->user_code = g_strdup (convene_practice_json_get_string (change, "user_code", ""));
  device->client = g_strdup (convene_practice_json_get_string (change, "client", ""));
  device->interval = convene_practice_json_get_int (change, "interval", 0);
  device->expires_at = convene_practice_json_get_int (change, "expires_at", 0);
  g_ptr_array_add (self->devices, device);
}

void
convene_practice_devices_apply (ConvenePracticeDevices *self,
                                JsonObject             *change)
{
  ConvenePracticeDevice *device = find_by_hash (self, convene_practice_json_get_string (change, "hash", ""));
  gint64                 stage = convene_practice_json_get_int (change, "stage", 0);

  if (g_str_equal (convene_practice_json_get_string (change, "change", ""), "device"))
    {
      add_device (self, change);
      return;
    }
  if (device == NULL || stage < 0 || stage > CONVENE_PRACTICE_DEVICE_USED)
    return;

  device->stage = stage;
  if (json_object_has_member (change, "user"))
    {
      g_free (device->user);
      device->user = g_strdup (convene_practice_json_get_string (change, "user", NULL));
    }
}

JsonArray *
convene_practice_devices_to_json (ConvenePracticeDevices *self,
                                  gint64                  now)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->devices->len; i++)
    {
      const ConvenePracticeDevice *device = g_ptr_array_index (self->devices, i);
      gboolean                     is_expired = device->stage != CONVENE_PRACTICE_DEVICE_USED && device->expires_at <= now;
      JsonObject                  *object = json_object_new ();

      json_object_set_string_member (object, "user_code", device->user_code);
      json_object_set_string_member (object, "client", device->client);
      json_object_set_string_member (object, "user", device->user);
      json_object_set_string_member (object, "state", is_expired ? "expired" : stages[device->stage]);
      json_object_set_int_member (object, "polls", device->polls);
      json_object_set_int_member (object, "interval", device->interval / CONVENE_SECOND);
      json_object_set_int_member (object, "expires_at", device->expires_at);
      json_array_add_object_element (array, object);
    }

  return array;
}
