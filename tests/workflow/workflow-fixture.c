/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "workflow-fixture.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>

#include "convene-engine-private.h"

/* How fast the clock goes: half a minute of patience must outlast what a busy machine takes for a request. */
#define SCALE 50

void
fixture_result_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
fixture_await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

ConveneEngine *
fixture_open_engine (Fixture *self)
{
  ConveneEngine *engine = convene_engine_new (self->folder, self->vault, self->clock, self->endpoints->api_url, self->endpoints->oauth_url);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_open_async (engine, NULL, fixture_result_cb, &result);
  convene_engine_open_finish (engine, fixture_await (&result), &error);
  g_assert_no_error (error);
  return engine;
}

void
fixture_close_engine (ConveneEngine *engine)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_close_async (engine, NULL, fixture_result_cb, &result);
  convene_engine_close_finish (engine, fixture_await (&result), &error);
  g_assert_no_error (error);

  /* Sources that hold a reference until they are dispatched. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_clear_object (&result);
  g_assert_finalize_object (engine);
}

/* Ten o'clock of a day in UTC, the same as long as the test runs. */
static gint64
get_beginning (void)
{
  static gint64 beginning = 0;

  if (beginning == 0)
    beginning = (g_get_real_time () / CONVENE_DAY + 1) * CONVENE_DAY + 10 * CONVENE_HOUR;
  return beginning;
}

Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  const char *scale = g_getenv ("CONVENE_TEST_CLOCK_SCALE");
  gint64      now = g_get_real_time ();

  self->folder = g_dir_make_tmp ("convene-workflow-XXXXXX", NULL);
  self->clock = convene_scaled_clock_new (now, now, scale != NULL ? (int) g_ascii_strtoll (scale, NULL, 10) : SCALE);
  self->vault = convene_memory_vault_new ();
  convene_memory_vault_set_default (CONVENE_MEMORY_VAULT (self->vault), "client-secret", secret);

  convene_practice_connect_async (g_getenv ("CONVENE_TEST_PRACTICE_SERVER"), self->folder, NULL, fixture_result_cb, &result);
  self->endpoints = convene_practice_connect_finish (fixture_await (&result), &error);
  g_assert_no_error (error);
  fixture_set_clocks (self, get_beginning ());
  self->engine = fixture_open_engine (self);
  return self;
}

static void
remove_folder (const char *path)
{
  const char *argv[] = { "rm", "-rf", path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

void
fixture_free (Fixture *self)
{
  fixture_close_engine (g_steal_pointer (&self->engine));
  g_assert_finalize_object (g_steal_pointer (&self->vault));
  g_assert_finalize_object (g_steal_pointer (&self->clock));
  convene_practice_endpoints_free (self->endpoints);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

void
fixture_restart (Fixture *self)
{
  fixture_close_engine (g_steal_pointer (&self->engine));
  self->engine = fixture_open_engine (self);
}

/* The hiring manager of fixture_interview () is nobody at Zoom, and that is known: planning asks nothing, so that what is ordered of practice happens to
 * the outbox. */
static void
learn_hosts (Fixture *self)
{
  ConveneStore *store = convene_engine_get_store (self->engine);
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_change_put_delegation (change, "test-zoom", "hal@example.com", FALSE, convene_clock_now (self->clock));
  convene_store_commit_async (store, change, NULL, fixture_result_cb, &result);
  convene_store_commit_finish (store, fixture_await (&result), &error);
  g_assert_no_error (error);
}

void
fixture_provide (Fixture *self,
                 gboolean zoom,
                 gboolean mail)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConveneAccounts *all = convene_engine_get_accounts (self->engine);

  for (int kind = CONVENE_ACCOUNT_KIND_ZOOM; kind <= CONVENE_ACCOUNT_KIND_MAIL; kind++)
    {
      ConveneAccount *account;

      if (!(kind == CONVENE_ACCOUNT_KIND_ZOOM ? zoom : mail))
        continue;

      account = g_object_new (CONVENE_TYPE_ACCOUNT, "id", kind == CONVENE_ACCOUNT_KIND_ZOOM ? "test-zoom" : "test-mail", "kind", kind,
                              "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "address", CONVENE_PRACTICE_HOST, "name", CONVENE_PRACTICE_HOST_NAME,
                              "account-number", CONVENE_PRACTICE_ACCOUNT_NUMBER, "client-id", CONVENE_PRACTICE_CLIENT_ID, "oauth-url", self->endpoints->oauth_url,
                              "server", "127.0.0.1", "port", self->endpoints->smtp_port, "security", CONVENE_MAIL_SECURITY_NONE, "user", self->mail_user != NULL ? self->mail_user : "", NULL);
      g_ptr_array_add (accounts, account);
    }

  convene_accounts_provide_async (all, accounts, NULL, fixture_result_cb, &result);
  convene_accounts_provide_finish (all, fixture_await (&result), &error);
  g_assert_no_error (error);

  if (zoom)
    learn_hosts (self);
}

static GBytes *
talk (Fixture    *self,
      const char *method,
      const char *path,
      const char *body)
{
  g_autoptr(SoupSession) session = soup_session_new ();
  g_autofree char *uri = g_strconcat (self->endpoints->api_url, "/../practice/", path, NULL);
  g_autoptr(SoupMessage) message = soup_message_new (method, uri);
  g_autoptr(GBytes) sent = g_bytes_new (body != NULL ? body : "", body != NULL ? strlen (body) : 0);
  g_autoptr(GError) error = NULL;
  GBytes *answer;

  if (body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", sent);
  answer = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  return answer;
}

void
fixture_order (Fixture    *self,
               const char *order)
{
  g_autofree char *body = g_strdelimit (g_strdup (order), "'", '"');
  g_autoptr(GBytes) answer = talk (self, "POST", "control", body);
}

void
fixture_set_clocks (Fixture *self,
                    gint64   to)
{
  gint64           ahead = MAX (to - convene_clock_now (self->clock), 0);
  g_autofree char *order = NULL;

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->clock), ahead);
  order = g_strdup_printf ("{'set': {'clock_offset_us': %" G_GINT64_FORMAT "}}", convene_clock_now (self->clock) - g_get_real_time ());
  fixture_order (self, order);
}

JsonObject *
fixture_state (Fixture *self)
{
  g_autoptr(GBytes) answer = talk (self, "GET", "state", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize       size;
  const char *text = g_bytes_get_data (answer, &size);

  g_assert_true (json_parser_load_from_data (parser, text, size, NULL));
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

guint
fixture_count_meetings (Fixture *self)
{
  g_autoptr(JsonObject) state = fixture_state (self);
  JsonArray *meetings = json_object_get_array_member (state, "meetings");
  guint      count = 0;

  for (guint i = 0; i < json_array_get_length (meetings); i++)
    count += !json_object_get_boolean_member (json_array_get_object_element (meetings, i), "deleted");

  return count;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
fixture_subjects (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "mail", NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  GString    *subjects = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".eml"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr(GMatchInfo) match = NULL;
      g_autoptr(GRegex) regex = g_regex_new ("^Subject: (.*(?:\\r\\n[ \\t].*)*)\\r$", G_REGEX_MULTILINE, 0, NULL);
      g_autofree char *subject = NULL;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &text, NULL, NULL));
      g_assert_true (g_regex_match (regex, text, 0, &match));
      subject = g_match_info_fetch (match, 1);
      g_string_append_printf (subjects, "%s\n", subject);
    }

  return g_string_free (subjects, FALSE);
}

guint
fixture_count_calls (Fixture    *self,
                     const char *name)
{
  g_autoptr(JsonObject) state = fixture_state (self);

  return json_object_get_int_member_with_default (json_object_get_object_member (state, "counts"), name, 0);
}

static void
add (ConveneInterview *interview,
     ConveneRole       role,
     const char       *name,
     const char       *address)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "name", name, "address", address, NULL);

  convene_interview_add_participant (interview, person);
}

ConveneInterview *
fixture_interview (const char *job)
{
  gint64 start = get_beginning () + 7 * CONVENE_DAY;
  g_autoptr(ConveneMoment) moment = convene_moment_new_at (start, "America/Mexico_City", NULL);
  ConveneInterview *interview = g_object_new (CONVENE_TYPE_INTERVIEW, "job", job, "start", moment, "duration", 45, "platform", CONVENE_PLATFORM_ZOOM,
                                              "agenda", "Introduction, experience, questions", NULL);

  add (interview, CONVENE_ROLE_CANDIDATE, "Ada Example", "ada@example.com");
  add (interview, CONVENE_ROLE_HIRING_MANAGER, "Hal Manager", "hal@example.com");
  add (interview, CONVENE_ROLE_REQUIRED, "Rita Required", "rita@example.com");
  return interview;
}

char *
fixture_schedule (Fixture          *self,
                  ConveneInterview *interview)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->engine);
  g_autoptr(GAsyncResult) planned = NULL;
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &planned);
  plan = convene_scheduler_plan_finish (scheduler, fixture_await (&planned), &error);
  g_assert_no_error (error);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, fixture_result_cb, &committed);
  g_assert_true (convene_scheduler_commit_finish (scheduler, fixture_await (&committed), &error));
  g_assert_no_error (error);
  return g_strdup (convene_interview_get_uid (interview));
}

ConveneInterview *
fixture_find (Fixture    *self,
              const char *uid)
{
  g_autoptr(GAsyncResult) found = NULL;
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview;

  convene_engine_find_interview_async (self->engine, uid, NULL, fixture_result_cb, &found);
  interview = convene_engine_find_interview_finish (self->engine, fixture_await (&found), &error);
  g_assert_no_error (error);
  return interview;
}

ConveneInterview *
fixture_settle (Fixture    *self,
                const char *uid,
                gint64      wait)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (self->engine);
  g_autoptr(GAsyncResult) settled = NULL;
  g_autoptr(ConveneOutboxReport) report = NULL;
  g_autoptr(GError) error = NULL;

  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, uid, wait, NULL, fixture_result_cb, &settled);
  report = convene_outbox_settle_finish (outbox, fixture_await (&settled), &error);
  g_assert_no_error (error);
  return fixture_find (self, uid);
}

char *
fixture_operation (ConveneInterview    *interview,
                   ConveneOperationKind kind)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      const char *code = convene_operation_get_error_code (operation);
      const char *state = convene_enum_to_nick (CONVENE_TYPE_OPERATION_STATE, convene_operation_get_state (operation));

      if (convene_operation_get_kind (operation) == kind)
        return code != NULL ? g_strdup_printf ("%s:%s", state, code) : g_strdup (state);
    }

  return NULL;
}

ConveneAccount *
fixture_account (Fixture           *self,
                 ConveneAccountKind kind)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) list = NULL;

  convene_accounts_list_async (accounts, NULL, fixture_result_cb, &result);
  list = convene_accounts_list_finish (accounts, fixture_await (&result), NULL);
  g_assert_nonnull (list);
  for (guint i = 0; i < list->len; i++)
    if (convene_account_get_kind (g_ptr_array_index (list, i)) == kind)
      return g_object_ref (g_ptr_array_index (list, i));

  return NULL;
}

void
fixture_assert_operation (ConveneInterview    *interview,
                          ConveneOperationKind kind,
                          const char          *expected)
{
  g_autofree char *actual = fixture_operation (interview, kind);

  g_assert_cmpstr (actual, ==, expected);
}

void
fixture_until (Fixture             *self,
               const char          *uid,
               ConveneOperationKind kind,
               const char          *expected)
{
  gboolean is_so = FALSE;

  convene_outbox_start (convene_engine_get_outbox (self->engine));
  while (!is_so)
    {
      g_autoptr(ConveneInterview) interview = fixture_find (self, uid);
      g_autofree char *actual = fixture_operation (interview, kind);

      is_so = g_strcmp0 (actual, expected) == 0;
      g_main_context_iteration (NULL, FALSE);
    }
}

void
fixture_pass (Fixture *self,
              gint64   microseconds)
{
  gint64 end = convene_clock_now (self->clock) + microseconds;

  while (convene_clock_now (self->clock) < end)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
}

void
fixture_connect (Fixture *self)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  g_autoptr(GError) error = NULL;

  convene_accounts_connect_server_to_server_async (accounts, CONVENE_PRACTICE_ACCOUNT_NUMBER, CONVENE_PRACTICE_CLIENT_ID, secret, CONVENE_PRACTICE_HOST,
                                                   NULL, fixture_result_cb, &result);
  account = convene_accounts_connect_server_to_server_finish (accounts, fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_account_get_name (account), ==, CONVENE_PRACTICE_HOST_NAME);
}

void
fixture_connect_mail (Fixture *self)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneAccount) settings =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "address", "recruiter@example.com", "server", "127.0.0.1", "port", self->endpoints->smtp_port, "security",
                               CONVENE_MAIL_SECURITY_NONE, "user", "", NULL);
  g_autoptr(GError) error = NULL;

  convene_accounts_connect_mail_async (accounts, settings, NULL, NULL, fixture_result_cb, &result);
  account = convene_accounts_connect_mail_finish (accounts, fixture_await (&result), &error);
  g_assert_no_error (error);
}

void
fixture_disconnect (Fixture           *self,
                    ConveneAccountKind kind)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  g_autoptr(ConveneAccount) account = fixture_account (self, kind);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;

  convene_accounts_disconnect_async (accounts, convene_account_get_id (account), NULL, fixture_result_cb, &result);
  address = convene_accounts_disconnect_finish (accounts, fixture_await (&result), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (address);
}

int
fixture_retry (ConveneEngine *engine,
               const char    *uid)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int count;

  convene_scheduler_retry_async (scheduler, uid, NULL, fixture_result_cb, &result);
  count = convene_scheduler_retry_finish (scheduler, fixture_await (&result), &error);
  g_assert_no_error (error);
  return count;
}
