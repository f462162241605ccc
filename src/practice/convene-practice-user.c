/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-user.h"

#include "convene-practice.h"

#define ACCOUNT_ID "cHJhY3RpY2VBY2NvdW50MQ"
#define N_PEOPLE 3 /* those that have a face; the rest is there to be many */

static const ConvenePracticeUser users[] = {
  { "Ur5bVt1nQ2eLrGc0aWk7Rg", CONVENE_PRACTICE_HOST, "Robin", "Recruiter", "America/New_York", 5550100001, 2 },
  { "Hm2pXs8dTfyJo4vN6bZq1A", "hiring.manager@example.com", "Hayden", "Manager", "America/Los_Angeles", 5550100002, 2 },
  { "Ba9cKw3hRmuEi7tY5gLs0Q", "basic@example.com", "Bailey", "Basic", "Europe/Berlin", 5550100003, 1 },
  { "C01pRaCtIcEcRoWdHoSt1", "host-1@example.com", "Host", "One", "UTC", 5550100101, 2 },
  { "C02pRaCtIcEcRoWdHoSt2", "host-2@example.com", "Host", "Two", "UTC", 5550100102, 2 },
  { "C03pRaCtIcEcRoWdHoSt3", "host-3@example.com", "Host", "Three", "UTC", 5550100103, 2 },
  { "C04pRaCtIcEcRoWdHoSt4", "host-4@example.com", "Host", "Four", "UTC", 5550100104, 2 },
  { "C05pRaCtIcEcRoWdHoSt5", "host-5@example.com", "Host", "Five", "UTC", 5550100105, 2 },
  { "C06pRaCtIcEcRoWdHoSt6", "host-6@example.com", "Host", "Six", "UTC", 5550100106, 2 },
  { "C07pRaCtIcEcRoWdHoSt7", "host-7@example.com", "Host", "Seven", "UTC", 5550100107, 2 },
  { "C08pRaCtIcEcRoWdHoSt8", "host-8@example.com", "Host", "Eight", "UTC", 5550100108, 2 },
  { "C09pRaCtIcEcRoWdHoSt9", "host-9@example.com", "Host", "Nine", "UTC", 5550100109, 2 },
  { "C10pRaCtIcEcRoWdHoSt0", "host-10@example.com", "Host", "Ten", "UTC", 5550100110, 2 },
  { "C11pRaCtIcEcRoWdHoSt1", "host-11@example.com", "Host", "Eleven", "UTC", 5550100111, 2 },
  { "C12pRaCtIcEcRoWdHoSt2", "host-12@example.com", "Host", "Twelve", "UTC", 5550100112, 2 },
};

const ConvenePracticeUser *
convene_practice_user_find (const char *id_or_address)
{
  if (id_or_address == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    if (g_str_equal (users[i].id, id_or_address) || g_ascii_strcasecmp (users[i].address, id_or_address) == 0)
      return &users[i];

  return NULL;
}

const ConvenePracticeUser *
convene_practice_user_get (gint64 index)
{
  return index >= 0 && index < N_PEOPLE ? &users[index] : NULL;
}

const ConvenePracticeUser *
convene_practice_user_get_member (gint64 index)
{
  return index >= 0 && index < (gint64) G_N_ELEMENTS (users) ? &users[index] : NULL;
}

gboolean
convene_practice_user_is_licensed (const ConvenePracticeUser *self)
{
  return self->type == 2;
}

static void
add_plan (const ConvenePracticeUser *self,
          JsonObject                *object)
{
  JsonArray *login_types = json_array_new ();

  json_array_add_int_element (login_types, 100);
  json_object_set_int_member (object, "type", self->type);
  json_object_set_string_member (object, "role_name", "Member");
  json_object_set_int_member (object, "pmi", self->pmi);
  json_object_set_boolean_member (object, "use_pmi", FALSE);
  json_object_set_int_member (object, "verified", 1);
  json_object_set_array_member (object, "login_types", login_types);
  json_object_set_array_member (object, "phone_numbers", json_array_new ());
  json_object_set_string_member (object, "account_id", ACCOUNT_ID);
  json_object_set_string_member (object, "status", "active");
}

JsonObject *
convene_practice_user_to_json (const ConvenePracticeUser *self)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *name = g_strdup_printf ("%s %s", self->first_name, self->last_name);
  g_autofree char *url = g_strdup_printf ("https://practice.example.com/j/%" G_GINT64_FORMAT, self->pmi);

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "first_name", self->first_name);
  json_object_set_string_member (object, "last_name", self->last_name);
  json_object_set_string_member (object, "display_name", name);
  json_object_set_string_member (object, "email", self->address);
  json_object_set_string_member (object, "timezone", self->zone);
  json_object_set_string_member (object, "dept", "");
  json_object_set_string_member (object, "language", "en-US");
  json_object_set_string_member (object, "created_at", "2026-01-05T09:00:00Z");
  json_object_set_string_member (object, "last_login_time", "2026-01-05T09:00:00Z");
  json_object_set_string_member (object, "personal_meeting_url", url);
  add_plan (self, object);

  return object;
}
