/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-claim.h"

static ConveneClaim *
make (void)
{
  static const char *const doubts[] = { "One", "Two", NULL };
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_claim_person_free);
  ConveneClaimPerson       ada = { .name = (char *) "Ada", .address = (char *) "ada@example.com", .response = CONVENE_RESPONSE_DECLINED, .known_response = TRUE };
  const ConveneClaimPerson robin = { .address = (char *) "robin@example.org", .sent_by = (char *) "desk@example.org" };

  g_ptr_array_add (people, convene_claim_person_copy (&ada));
  return convene_claim_new (&(ConveneClaimFacts){
      .kind = CONVENE_CLAIM_KIND_COUNTER,
      .method = "COUNTER",
      .uid = "a@example.com",
      .sequence = 3,
      .made_at = 1,
      .time_kind = CONVENE_CLAIM_TIME_KNOWN,
      .start = 2,
      .end = 3,
      .zone = "Europe/Berlin",
      .zone_name = "W. Europe Standard Time",
      .wall = "2026-12-01T10:00",
      .summary = "summary",
      .description = "description",
      .location = "location",
      .comment = "comment",
      .link = "https://example.com/j/1",
      .meeting_number = 4,
      .password = "5",
      .organizer = &robin,
      .people = people,
      .is_recurring = TRUE,
      .recurrence_id = 6,
      .is_cancelled = TRUE,
      .doubts = doubts,
  });
}

/* Each property says what its getter says; a value that was none would be the default. */
static void
test_properties (void)
{
  g_autoptr(ConveneClaim) claim = make ();
  g_autofree GParamSpec **pspecs = NULL;
  guint                   count;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (claim), &count);
  g_assert_cmpuint (count, ==, 21);
  for (guint i = 0; i < count; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (claim), pspecs[i]->name, &value);
      if (g_param_value_defaults (pspecs[i], &value))
        g_test_message ("%s has its default", pspecs[i]->name);
      g_assert_false (g_param_value_defaults (pspecs[i], &value));
      g_assert_false (pspecs[i]->flags & G_PARAM_WRITABLE);
    }

  g_assert_cmpint (convene_claim_get_kind (claim), ==, CONVENE_CLAIM_KIND_COUNTER);
  g_assert_cmpint (convene_claim_get_end (claim), ==, 3);
  g_assert_cmpstr (convene_claim_get_zone_name (claim), ==, "W. Europe Standard Time");
  g_assert_cmpstr (convene_claim_get_doubts (claim)[1], ==, "Two");
  g_assert_finalize_object (g_steal_pointer (&claim));
}

static void
test_people (void)
{
  g_autoptr(ConveneClaim) claim = make ();
  const ConveneClaimPerson *ada = g_ptr_array_index (convene_claim_get_people (claim), 0);

  g_assert_cmpstr (ada->name, ==, "Ada");
  g_assert_cmpint (ada->response, ==, CONVENE_RESPONSE_DECLINED);
  g_assert_null (ada->sent_by);
  g_assert_cmpstr (convene_claim_get_organizer (claim)->sent_by, ==, "desk@example.org");
  g_assert_null (convene_claim_get_organizer (claim)->name);
  g_assert_null (convene_claim_person_copy (NULL));
}

static void
test_nothing (void)
{
  g_autoptr(ConveneClaim) claim = convene_claim_new (&(ConveneClaimFacts){ .kind = CONVENE_CLAIM_KIND_OTHER });

  g_assert_null (convene_claim_get_uid (claim));
  g_assert_null (convene_claim_get_organizer (claim));
  g_assert_cmpuint (convene_claim_get_people (claim)->len, ==, 0);
  g_assert_null (convene_claim_get_doubts (claim)[0]);
  g_assert_cmpint (convene_claim_get_time_kind (claim), ==, CONVENE_CLAIM_TIME_NONE);
  g_assert_cmpstr (convene_enum_to_nick (CONVENE_TYPE_CLAIM_TIME, CONVENE_CLAIM_TIME_UNKNOWN_ZONE), ==, "unknown-zone");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/O-8/claim/properties", test_properties);
  g_test_add_func ("/model/O-8/claim/people", test_people);
  g_test_add_func ("/model/O-8/claim/nothing", test_nothing);

  return g_test_run ();
}
