/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "convene-error.h"
#include "convene-practice-place.h"
#include "convene-practice.h"

#define N_CLIENTS 6

typedef struct
{
  const char *program;
  char       *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->program = data;
  fixture->folder = g_dir_make_tmp ("convene-XXXXXX", NULL);
}

static gint64
get_pid (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, CONVENE_PRACTICE_JSON_FILE, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_file (parser, path, NULL))
    return 0;

  return json_object_get_int_member (json_node_get_object (json_parser_get_root (parser)), "pid");
}

static gboolean
is_served (Fixture *fixture)
{
  g_autoptr(ConvenePracticeEndpoints) endpoints = convene_practice_place_find_server (fixture->folder);

  return endpoints != NULL;
}

/* Asked to go, a server is gone when its claim is. */
static void
end_server (Fixture *fixture,
            int      number)
{
  gint64 pid = get_pid (fixture);

  if (pid > 1 && is_served (fixture))
    kill ((pid_t) pid, number);
  while (is_served (fixture))
    g_usleep (1000);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  end_server (fixture, SIGTERM);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static ConvenePracticeEndpoints *
wait_for (GAsyncResult **result,
          GError       **error)
{
  ConvenePracticeEndpoints *endpoints;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  endpoints = convene_practice_connect_finish (*result, error);
  g_clear_object (result);
  return endpoints;
}

static ConvenePracticeEndpoints *
connect_to (const char *program,
            const char *folder,
            GError    **error)
{
  GAsyncResult *result = NULL;

  convene_practice_connect_async (program, folder, NULL, connected_cb, &result);
  return wait_for (&result, error);
}

static void
assert_answers (ConvenePracticeEndpoints *endpoints)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GSocketConnection) http = NULL;
  g_autoptr(GSocketConnection) smtp = NULL;
  g_autoptr(GUri) uri = g_uri_parse (endpoints->api_url, G_URI_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_host (uri), ==, "127.0.0.1");
  g_assert_cmpstr (g_uri_get_path (uri), ==, "/v2");
  g_assert_true (g_str_has_suffix (endpoints->oauth_url, "/oauth"));
  http = g_socket_client_connect_to_host (client, "127.0.0.1", g_uri_get_port (uri), NULL, &error);
  g_assert_no_error (error);
  smtp = g_socket_client_connect_to_host (client, "127.0.0.1", endpoints->smtp_port, NULL, &error);
  g_assert_no_error (error);
}

static void
test_start (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "new", "practice", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePracticeEndpoints) endpoints = connect_to (fixture->program, folder, &error);
  Fixture inner = { fixture->program, folder };

  g_assert_no_error (error);
  assert_answers (endpoints);
  end_server (&inner, SIGTERM);
}

static void
test_one_in_a_process (Fixture      *fixture,
                       gconstpointer data)
{
  GAsyncResult             *results[N_CLIENTS] = { NULL };
  ConvenePracticeEndpoints *endpoints[N_CLIENTS];

  for (guint i = 0; i < N_CLIENTS; i++)
    convene_practice_connect_async (fixture->program, fixture->folder, NULL, connected_cb, &results[i]);

  for (guint i = 0; i < N_CLIENTS; i++)
    {
      g_autoptr(GError) error = NULL;

      endpoints[i] = wait_for (&results[i], &error);
      g_assert_no_error (error);
      g_assert_cmpstr (endpoints[i]->api_url, ==, endpoints[0]->api_url);
      g_assert_cmpint (endpoints[i]->smtp_port, ==, endpoints[0]->smtp_port);
      g_assert_cmpint (endpoints[i]->lease, >=, 0);
    }

  assert_answers (endpoints[0]);
  for (guint i = 0; i < N_CLIENTS; i++)
    convene_practice_endpoints_free (endpoints[i]);
}

/* This program as a client: says where the server is, and holds its lease until its input ends. */
static int
be_client (const char *program,
           const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePracticeEndpoints) endpoints = connect_to (program, folder, &error);

  g_print ("%s\n", endpoints != NULL ? endpoints->api_url : error->message);
  return getchar () == EOF && endpoints != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void
test_one_of_processes (Fixture      *fixture,
                       gconstpointer data)
{
  GSubprocess     *clients[N_CLIENTS];
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *first = NULL;

  for (guint i = 0; i < N_CLIENTS; i++)
    clients[i] = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                                   self, fixture->program, "--client", fixture->folder, NULL);

  for (guint i = 0; i < N_CLIENTS; i++)
    {
      g_autofree char *output = NULL;
      g_autoptr(GError) error = NULL;

      g_subprocess_communicate_utf8 (clients[i], NULL, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (clients[i]));
      if (first == NULL)
        first = g_strdup (output);
      g_assert_cmpstr (output, ==, first);
      g_assert_true (g_str_has_prefix (output, "http://127.0.0.1:"));
      g_object_unref (clients[i]);
    }
}

static void
test_after_its_death (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePracticeEndpoints) first = connect_to (fixture->program, fixture->folder, &error);
  g_autoptr(ConvenePracticeEndpoints) second = NULL;

  g_assert_no_error (error);
  end_server (fixture, SIGKILL);
  second = connect_to (fixture->program, fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->api_url, ==, first->api_url);
  assert_answers (second);
}

/* A server that has got the users file is going: whoever comes then waits, and starts the next. */
static void
test_while_it_goes (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GAsyncResult *result = NULL;
  g_autoptr(ConvenePracticeEndpoints) endpoints = NULL;
  int users = convene_practice_place_lock (fixture->folder, CONVENE_PRACTICE_USERS_FILE, LOCK_EX, &error);

  g_assert_no_error (error);
  convene_practice_connect_async (fixture->program, fixture->folder, NULL, connected_cb, &result);
  for (int i = 0; i < 20; i++)
    {
      g_usleep (5000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_null (result);
  g_assert_false (is_served (fixture));

  close (users);
  endpoints = wait_for (&result, &error);
  g_assert_no_error (error);
  assert_answers (endpoints);
}

static void
test_lease (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  ConvenePracticeEndpoints *endpoints = connect_to (fixture->program, fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_cmpint (convene_practice_place_lock (fixture->folder, CONVENE_PRACTICE_USERS_FILE, LOCK_EX, &error), ==, -1);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN);

  /* Without it the server goes by itself. */
  convene_practice_endpoints_free (endpoints);
  while (is_served (fixture))
    g_usleep (10000);
}

static void
test_no_program (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (connect_to ("/nonexistent/convene", fixture->folder, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (connect_to (fixture->program, "/dev/null/practice", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GAsyncResult *result = NULL;
  int           users = convene_practice_place_lock (fixture->folder, CONVENE_PRACTICE_USERS_FILE, LOCK_EX, &error);

  convene_practice_connect_async (fixture->program, fixture->folder, cancellable, connected_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (wait_for (&result, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  close (users);
}

int
main (int   argc,
      char *argv[])
{
  const char *program;

  if (argc == 4)
    return be_client (argv[1], argv[3]);

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];

  g_test_add ("/practice/connect/start", Fixture, program, set_up, test_start, tear_down);
  g_test_add ("/practice/connect/one-in-a-process", Fixture, program, set_up, test_one_in_a_process, tear_down);
  g_test_add ("/practice/connect/one-of-processes", Fixture, program, set_up, test_one_of_processes, tear_down);
  g_test_add ("/practice/connect/after-its-death", Fixture, program, set_up, test_after_its_death, tear_down);
  g_test_add ("/practice/connect/while-it-goes", Fixture, program, set_up, test_while_it_goes, tear_down);
  g_test_add ("/practice/connect/lease", Fixture, program, set_up, test_lease, tear_down);
  g_test_add ("/practice/connect/no-program", Fixture, program, set_up, test_no_program, tear_down);
  g_test_add ("/practice/connect/no-folder", Fixture, program, set_up, test_no_folder, tear_down);
  g_test_add ("/practice/connect/cancelled", Fixture, program, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
