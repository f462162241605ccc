/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "convene-meeting-compare.h"
#include "convene-moment.h"
#include "convene-zoom-format.h"

#define SETTINGS_MEMBERS "\"host_video\":true,\"participant_video\":true,\"join_before_host\":true,\"mute_upon_entry\":false,\"audio\":\"both\",\"auto_recording\":\"none\""
#define SETTINGS "\"settings\":{" SETTINGS_MEMBERS "}"

/* What Zoom's description of its API says about the members that Convene sends. */
typedef struct
{
  const char *name;
  GType       type;
  glong       max; /* characters, or the largest number; 0 for none */
} Fact;

static ConveneInterview *
make_interview (const char        *start,
                const char        *zone,
                const char        *agenda,
                const char        *password,
                const char *const *alternative_hosts)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) moment = convene_moment_parse (start, zone, &error);

  g_assert_no_error (error);
  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, moment);
  convene_interview_set_duration (interview, 45);
  convene_interview_set_agenda (interview, agenda);
  convene_interview_set_password (interview, password);
  convene_interview_set_alternative_hosts (interview, alternative_hosts);
  return interview;
}

static void
assert_json (JsonNode   *node,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) wanted = json_from_string (expected, &error);
  g_autofree char *text = json_to_string (node, FALSE);

  g_assert_no_error (error);
  if (!json_node_equal (node, wanted))
    g_error ("%s is not %s", text, expected);
}

static void
test_create (void)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "ann@example.com", NULL };
  static const char *const two[] = { "ann@example.com", "bob@example.com", NULL };
  static const struct
  {
    const char        *start;
    const char        *zone;
    const char        *password;
    const char *const *hosts;
    const char        *expected;
  } table[] = {
    { "2026-12-01 10:00", "America/Mexico_City", NULL, NULL, "\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"America/Mexico_City\"," SETTINGS },
    { "2026-12-01 10:00", "UTC", "", none, "\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"UTC\"," SETTINGS },
    { "2026-12-01 10:00", "Europe/Berlin", "aB3@_*-", NULL,
      "\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"Europe/Berlin\",\"password\":\"aB3@_*-\"," SETTINGS },
    { "2026-12-01 10:00", "UTC", NULL, one,
      "\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"UTC\",\"settings\":{" SETTINGS_MEMBERS ",\"alternative_hosts\":\"ann@example.com\"}" },
    { "2026-12-01 10:00", "UTC", NULL, two,
      "\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"UTC\",\"settings\":{" SETTINGS_MEMBERS ",\"alternative_hosts\":\"ann@example.com;bob@example.com\"}" },
    /* the clocks of New York show this twice: 05:30 and 06:30 UTC */
    { "2026-11-01T01:30-04:00", "America/New_York", NULL, NULL, "\"start_time\":\"2026-11-01T05:30:00Z\",\"timezone\":\"America/New_York\"," SETTINGS },
    { "2026-11-01T01:30-05:00", "America/New_York", NULL, NULL, "\"start_time\":\"2026-11-01T06:30:00Z\",\"timezone\":\"America/New_York\"," SETTINGS },
    { "2026-11-01T02:30", "America/New_York", NULL, NULL, "\"start_time\":\"2026-11-01T02:30:00\",\"timezone\":\"America/New_York\"," SETTINGS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (table[i].start, table[i].zone, "Questions", table[i].password, table[i].hosts);
      gboolean has_reference = FALSE;
      g_autoptr(JsonNode) node = convene_zoom_format_create (interview, NULL, "K7Q2-9FXM", &has_reference);
      g_autofree char *expected =
          g_strdup_printf ("{\"type\":2,\"topic\":\"Staff Engineer Interview\",\"agenda\":\"Questions\\nConvene ref K7Q2-9FXM\",\"duration\":45,%s}", table[i].expected);

      g_assert_true (has_reference);
      assert_json (node, expected);
    }
}

static void
test_create_without_reference (void)
{
  g_autoptr(ConveneInterview) interview = make_interview ("2026-12-01 10:00", "UTC", "Questions", NULL, NULL);
  gboolean has_reference = TRUE;
  g_autoptr(JsonNode) node = convene_zoom_format_create (interview, NULL, NULL, &has_reference);

  g_assert_false (has_reference);
  assert_json (node, "{\"type\":2,\"topic\":\"Staff Engineer Interview\",\"agenda\":\"Questions\",\"duration\":45,"
                     "\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"UTC\"," SETTINGS "}");
}

/* VC-29 */
static void
test_create_for_other (void)
{
  g_autoptr(ConveneInterview) interview = make_interview ("2026-12-01 10:00", "UTC", "Questions", NULL, NULL);
  gboolean has_reference = TRUE;
  g_autoptr(JsonNode) node = convene_zoom_format_create (interview, "hal@example.com", NULL, &has_reference);

  assert_json (node, "{\"type\":2,\"schedule_for\":\"hal@example.com\",\"topic\":\"Staff Engineer Interview\",\"agenda\":\"Questions\",\"duration\":45,"
                     "\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"UTC\"," SETTINGS "}");
}

/* HL-12: what differs, and nothing else. */
static void
test_change (void)
{
  static const char *const one[] = { "ann@example.com", NULL };
  static const char *const none[] = { NULL };
  static const struct
  {
    const char        *start;
    const char        *zone;
    int                duration;
    const char        *job;
    const char        *agenda;
    const char        *password;
    const char *const *hosts;
    const char        *expected;
  } table[] = {
    { NULL, NULL, 0, NULL, NULL, NULL, NULL, "{}" },
    { "2026-12-01 11:00", NULL, 0, NULL, NULL, NULL, NULL, "{\"start_time\":\"2026-12-01T11:00:00\",\"timezone\":\"Europe/Berlin\",\"duration\":45}" },
    { NULL, "Asia/Tokyo", 0, NULL, NULL, NULL, NULL, "{\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"Asia/Tokyo\",\"duration\":45}" },
    { NULL, NULL, 30, NULL, NULL, NULL, NULL, "{\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"Europe/Berlin\",\"duration\":30}" },
    { NULL, NULL, 0, "Director", NULL, NULL, NULL, "{\"topic\":\"Director Interview\"}" },
    { NULL, NULL, 0, NULL, "Answers", NULL, NULL, "{\"agenda\":\"Answers\\nConvene ref K7Q2-9FXM\"}" },
    { NULL, NULL, 0, NULL, "", NULL, NULL, "{\"agenda\":\"Convene ref K7Q2-9FXM\"}" },
    { NULL, NULL, 0, NULL, NULL, "123456", NULL, "{}" },
    { NULL, NULL, 0, NULL, NULL, "654321", NULL, "{\"password\":\"654321\"}" },
    { NULL, NULL, 0, NULL, NULL, NULL, one, "{\"settings\":{\"alternative_hosts\":\"ann@example.com\"}}" },
    { NULL, NULL, 0, NULL, NULL, NULL, none, "{\"settings\":{\"alternative_hosts\":\"\"}}" },
    { NULL, NULL, 30, "Director", NULL, "654321", one,
      "{\"topic\":\"Director Interview\",\"start_time\":\"2026-12-01T10:00:00\",\"timezone\":\"Europe/Berlin\",\"duration\":30,"
      "\"password\":\"654321\",\"settings\":{\"alternative_hosts\":\"ann@example.com\"}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(ConveneInterview) before = make_interview ("2026-12-01 10:00", "Europe/Berlin", "Questions", NULL, NULL);
      g_autoptr(ConveneMeeting) meeting = convene_meeting_new_intent (before, "K7Q2-9FXM");
      g_autoptr(ConveneInterview) interview = make_interview (table[i].start != NULL ? table[i].start : "2026-12-01 10:00",
                                                               table[i].zone != NULL ? table[i].zone : "Europe/Berlin",
                                                               table[i].agenda != NULL ? table[i].agenda : "Questions", table[i].password, NULL);
      g_autoptr(JsonNode) node = NULL;

      convene_meeting_set_password (meeting, "123456");
      if (table[i].duration > 0)
        convene_interview_set_duration (interview, table[i].duration);
      if (table[i].job != NULL)
        convene_interview_set_job (interview, table[i].job);
      node = convene_zoom_format_change (interview, meeting, table[i].hosts);
      assert_json (node, table[i].expected);
    }
}

static void
test_merge_hosts (void)
{
  static const struct
  {
    const char *now;
    const char *known;
    const char *wanted;
    const char *merged;
  } table[] = {
    { "", "", "", "" },
    { "", "", "a@example.com b@example.com", "a@example.com b@example.com" },
    { "a@example.com", "a@example.com", "", "" },
    { "x@example.com", "", "", "x@example.com" },
    { "x@example.com a@example.com", "a@example.com", "b@example.com", "x@example.com b@example.com" },
    { "x@example.com", "", "x@example.com", "x@example.com" },
    { "X@Example.com", "", "x@example.com", "X@Example.com" },
    { "A@example.com", "a@example.com", "", "" },
    { "", "a@example.com", "a@example.com", "a@example.com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) now = g_strsplit (table[i].now, " ", -1);
      g_auto (GStrv) known = g_strsplit (table[i].known, " ", -1);
      g_auto (GStrv) wanted = g_strsplit (table[i].wanted, " ", -1);
      g_auto (GStrv) merged = convene_zoom_merge_hosts ((const char *const *) now, (const char *const *) known, (const char *const *) wanted);
      g_autofree char *text = g_strjoinv (" ", merged);

      g_assert_cmpstr (text, ==, table[i].merged);
    }
}

static const Fact *
find_fact (const Fact *facts,
           guint       n_facts,
           const char *name)
{
  for (guint i = 0; i < n_facts; i++)
    if (g_str_equal (facts[i].name, name))
      return &facts[i];

  return NULL;
}

static void
assert_facts (JsonObject *object,
              const Fact *facts,
              guint       n_facts)
{
  g_autoptr(GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      const Fact *fact = find_fact (facts, n_facts, l->data);
      JsonNode   *node = json_object_get_member (object, l->data);

      g_test_message ("%s", (char *) l->data);
      g_assert_nonnull (fact);
      if (fact->type == G_TYPE_NONE)
        {
          g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
          continue;
        }
      g_assert_cmpuint (json_node_get_value_type (node), ==, fact->type);
      if (fact->type == G_TYPE_STRING && fact->max > 0)
        g_assert_cmpint (g_utf8_strlen (json_node_get_string (node), -1), <=, fact->max);
      if (fact->type == G_TYPE_INT64 && fact->max > 0)
        g_assert_cmpint (json_node_get_int (node), <=, fact->max);
    }
}

/* Every member that is sent is one of Zoom's, of its type and within its length, when all is as long as the rules for an interview let it be. */
static void
test_facts (void)
{
  static const Fact facts[] = {
    { "type", G_TYPE_INT64, 10 },
    { "topic", G_TYPE_STRING, 200 },
    { "agenda", G_TYPE_STRING, 2000 },
    { "start_time", G_TYPE_STRING, 0 },
    { "timezone", G_TYPE_STRING, 0 },
    { "duration", G_TYPE_INT64, 1440 },
    { "password", G_TYPE_STRING, 10 },
    { "settings", G_TYPE_NONE, 0 },
  };
  static const Fact settings[] = {
    { "host_video", G_TYPE_BOOLEAN, 0 },
    { "participant_video", G_TYPE_BOOLEAN, 0 },
    { "join_before_host", G_TYPE_BOOLEAN, 0 },
    { "mute_upon_entry", G_TYPE_BOOLEAN, 0 },
    { "audio", G_TYPE_STRING, 0 },
    { "auto_recording", G_TYPE_STRING, 0 },
    { "alternative_hosts", G_TYPE_STRING, 0 },
  };
  static const char *const hosts[] = { "ann@example.com", NULL };
  g_autofree char         *agenda = g_strnfill (2000, 'x');
  g_autofree char         *job = g_strnfill (190, 'x');
  g_autoptr(ConveneInterview) interview = make_interview ("2026-12-01 10:00", "Europe/Berlin", agenda, "0123456789", hosts);
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();
  g_autoptr(JsonNode) create = NULL;
  g_autoptr(JsonNode) change = NULL;
  gboolean has_reference;

  convene_interview_set_duration (interview, 1440);
  convene_interview_set_job (interview, job);
  create = convene_zoom_format_create (interview, NULL, "K7Q2-9FXM", &has_reference);
  change = convene_zoom_format_change (interview, meeting, hosts);
  assert_facts (json_node_get_object (create), facts, G_N_ELEMENTS (facts));
  assert_facts (json_node_get_object (change), facts, G_N_ELEMENTS (facts));
  assert_facts (json_object_get_object_member (json_node_get_object (create), "settings"), settings, G_N_ELEMENTS (settings));
  assert_facts (json_object_get_object_member (json_node_get_object (change), "settings"), settings, G_N_ELEMENTS (settings));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/SH-24/create", test_create);
  g_test_add_func ("/zoom/SH-24/create-without-reference", test_create_without_reference);
  g_test_add_func ("/zoom/VC-29/format/schedule-for", test_create_for_other);
  g_test_add_func ("/zoom/HL-12/change", test_change);
  g_test_add_func ("/zoom/SH-45/merge-hosts", test_merge_hosts);
  g_test_add_func ("/zoom/SH-25/facts", test_facts);

  return g_test_run ();
}
