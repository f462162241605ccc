/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_no_errno (g_unlink (path));
    }

  g_assert_no_errno (g_rmdir (folder));
}

void
store_fixture_set_up (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("convene-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = convene_store_new (fixture->folder);
}

void
store_fixture_set_up_open (StoreFixture *fixture,
                           gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_set_up (fixture, data);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture *fixture,
                         gconstpointer data)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  store_close (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->store);
  fixture->store = convene_store_new (fixture->folder);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
}

char *
store_fixture_build_path (StoreFixture *fixture,
                          const char   *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
store_fixture_execute (StoreFixture *fixture,
                       const char   *sql)
{
  g_autofree char *path = store_fixture_build_path (fixture, "convene.db");
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

gboolean
store_open (ConveneStore *store,
            GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_open_async (store, NULL, ready_cb, &result);
  return convene_store_open_finish (store, await (&result), error);
}

gboolean
store_close (ConveneStore *store,
             GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_close_async (store, NULL, ready_cb, &result);
  return convene_store_close_finish (store, await (&result), error);
}

gboolean
store_commit (ConveneStore  *store,
              ConveneChange *change,
              GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_commit_async (store, change, NULL, ready_cb, &result);
  return convene_store_commit_finish (store, await (&result), error);
}

ConveneInterview *
store_find (ConveneStore *store,
            const char   *uid,
            GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_find_interview_async (store, uid, NULL, ready_cb, &result);
  return convene_store_find_interview_finish (store, await (&result), error);
}

GPtrArray *
store_list (ConveneStore                 *store,
            const ConveneInterviewFilter *filter,
            guint                        *total,
            GError                      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_interviews_async (store, filter, NULL, ready_cb, &result);
  return convene_store_list_interviews_finish (store, await (&result), total, error);
}

GPtrArray *
store_list_due (ConveneStore *store,
                gint64        now,
                gint64       *next_due,
                GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_due_operations_async (store, now, NULL, ready_cb, &result);
  return convene_store_list_due_operations_finish (store, await (&result), next_due, error);
}

GPtrArray *
store_list_open (ConveneStore *store,
                 gint64        now,
                 GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_open_operations_async (store, now, NULL, ready_cb, &result);
  return convene_store_list_open_operations_finish (store, await (&result), error);
}

GPtrArray *
store_get_operations (ConveneStore      *store,
                      const char *const *ids,
                      GError           **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_operations_async (store, ids, NULL, ready_cb, &result);
  return convene_store_get_operations_finish (store, await (&result), error);
}

ConveneLetter *
store_get_letter (ConveneStore *store,
                  const char   *operation_id,
                  GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_letter_async (store, operation_id, NULL, ready_cb, &result);
  return convene_store_get_letter_finish (store, await (&result), error);
}

ConveneLetter *
store_get_last_calendar (ConveneStore *store,
                         const char   *uid,
                         GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_last_calendar_async (store, uid, NULL, ready_cb, &result);
  return convene_store_get_last_calendar_finish (store, await (&result), error);
}

GPtrArray *
store_list_accounts (ConveneStore *store,
                     gint64        now,
                     GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_accounts_async (store, now, NULL, ready_cb, &result);
  return convene_store_list_accounts_finish (store, await (&result), error);
}

int
store_get_requests (ConveneStore *store,
                    const char   *host,
                    gint64        now,
                    GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_requests_async (store, host, now, NULL, ready_cb, &result);
  return convene_store_get_requests_finish (store, await (&result), error);
}

ConveneJob *
store_get_job (ConveneStore *store,
               const char   *title,
               GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_job_async (store, title, NULL, ready_cb, &result);
  return convene_store_get_job_finish (store, await (&result), error);
}

char *
store_get_preference (ConveneStore *store,
                      const char   *key,
                      GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_preference_async (store, key, NULL, ready_cb, &result);
  return convene_store_get_preference_finish (store, await (&result), error);
}

void
commit_ok (ConveneStore  *store,
           ConveneChange *change)
{
  g_autoptr(GError) error = NULL;

  store_commit (store, change, &error);
  g_assert_no_error (error);
}

static void
fill_value (GValue     *value,
            const char *name,
            guint       number)
{
  GType            type = G_VALUE_TYPE (value);
  g_autofree char *text = g_strdup_printf ("%s é日%u", name, number);

  if (type == G_TYPE_STRING)
    g_value_set_string (value, text);
  else if (type == G_TYPE_INT)
    g_value_set_int (value, (int) number);
  else if (type == G_TYPE_INT64)
    g_value_set_int64 (value, G_GINT64_CONSTANT (81234567890123) + number);
  else if (type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, TRUE);
  else if (G_TYPE_IS_ENUM (type))
    {
      g_autoptr(GTypeClass) klass = g_type_class_ref (type);

      g_value_set_enum (value, G_ENUM_CLASS (klass)->maximum);
    }
  else if (type == G_TYPE_STRV)
    {
      const char *list[] = { name, text, NULL };

      g_value_set_boxed (value, list);
    }
  else if (type == G_TYPE_BYTES)
    g_value_take_boxed (value, g_bytes_new ("a\0b\r\n\xff", 6));
}

/* What an answer tells of it, and no table keeps. */
static gboolean
is_told_only (gpointer    object,
              const char *property)
{
  const char *const interview[] = { "told", "told-sequence", NULL };
  const char *const others[] = { "requests-today", "started", NULL };

  return g_strv_contains (others, property) || (CONVENE_IS_INTERVIEW (object) && g_strv_contains (interview, property));
}

void
fill_object (gpointer object,
             guint    seed)
{
  guint                   n_properties;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      if (is_told_only (object, pspecs[i]->name))
        continue;

      g_value_init (&value, pspecs[i]->value_type);
      fill_value (&value, pspecs[i]->name, seed + i + 1);
      g_object_set_property (object, pspecs[i]->name, &value);
    }
}

static void
assert_moments_equal (const ConveneMoment *a,
                      const ConveneMoment *b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a == NULL)
    return;

  g_assert_cmpstr (convene_moment_get_wall (a), ==, convene_moment_get_wall (b));
  g_assert_cmpstr (convene_moment_get_zone (a), ==, convene_moment_get_zone (b));
  g_assert_cmpint (convene_moment_get_instant (a), ==, convene_moment_get_instant (b));
  g_assert_cmpstr (convene_moment_get_tzdata (a), ==, convene_moment_get_tzdata (b));
}

static void
assert_strvs_equal (GStrv a,
                    GStrv b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a != NULL)
    g_assert_cmpstrv (a, b);
}

static void
assert_bytes_equal (GBytes *a,
                    GBytes *b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a != NULL)
    g_assert_true (g_bytes_equal (a, b));
}

static void
assert_values_equal (GParamSpec   *pspec,
                     const GValue *a,
                     const GValue *b)
{
  GType type = pspec->value_type;

  if (type == CONVENE_TYPE_MOMENT)
    assert_moments_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  else if (type == G_TYPE_STRV)
    assert_strvs_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  else if (type == G_TYPE_BYTES)
    assert_bytes_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  else if (!g_type_is_a (type, G_TYPE_OBJECT))
    g_assert_cmpint (g_param_values_cmp (pspec, a, b), ==, 0);
  else if (g_value_get_object (a) != NULL && g_value_get_object (b) != NULL)
    assert_objects_equal (g_value_get_object (a), g_value_get_object (b));
  else
    g_assert_true (g_value_get_object (a) == g_value_get_object (b));
}

void
assert_objects_equal (gpointer a,
                      gpointer b)
{
  guint                   n_properties;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n_properties);

  g_assert_true (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b));
  for (guint i = 0; i < n_properties; i++)
    {
      g_auto(GValue) value_a = G_VALUE_INIT;
      g_auto(GValue) value_b = G_VALUE_INIT;

      g_object_get_property (a, pspecs[i]->name, &value_a);
      g_object_get_property (b, pspecs[i]->name, &value_b);
      assert_values_equal (pspecs[i], &value_a, &value_b);
    }
}

ConveneInterview *
make_interview (const char *uid,
                gint64      start,
                int         minutes)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneMoment) moment = convene_moment_restore ("2026-12-01T10:00", "UTC", start * G_USEC_PER_SEC, "2026a");

  convene_interview_set_uid (interview, uid);
  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, moment);
  convene_interview_set_duration (interview, minutes);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  return interview;
}

void
add_person (ConveneInterview *interview,
            const char       *name,
            const char       *address,
            ConveneRole       role)
{
  g_autoptr(ConveneParticipant) participant = convene_participant_new ();

  convene_participant_set_name (participant, name);
  convene_participant_set_address (participant, address);
  convene_participant_set_role (participant, role);
  convene_interview_add_participant (interview, participant);
}

ConveneOperation *
make_operation (const char           *id,
                const char           *interview_uid,
                ConveneOperationState state)
{
  ConveneOperation *operation = convene_operation_new ();

  convene_operation_set_id (operation, id);
  convene_operation_set_interview_uid (operation, interview_uid);
  convene_operation_set_state (operation, state);
  return operation;
}
