/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "convene-practice-exchange.h"
#include "convene-practice-file.h"
#include "convene-practice-place.h"
#include "convene-practice-sink.h"
#include "convene-practice-state.h"

/* How often the server looks whether anybody wants it, and how long nobody must have. */
#define LOOK_MS 500
#define GRACE_US (3 * G_USEC_PER_SEC)

/* How long a second server waits for the first one to be ready. */
#define PATIENCE_US (15 * G_USEC_PER_SEC)
#define PAUSE_US 10000

/* The process. It has one thread, which also writes: each change is on the disk before anything else is looked at, as the promise is. */
typedef struct
{
  char *folder;
  int   lock;  /* server.lock, for life */
  int   claim; /* server.json, for life */
  int   users; /* server.users, from the decision to go */

  ConvenePracticeState     *state;
  ConvenePracticeExchanges *exchanges;
  SoupServer               *http;
  ConvenePracticeSink      *sink;

  GMainLoop *loop;
  gint64     unwanted_since; /* of the monotonic clock; 0 while somebody wants it */
} Server;

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

/* The claims are given up in this order: who gets the users file after us finds no living server any more. */
static void
server_clear (Server *self)
{
  g_clear_object (&self->http);
  g_clear_pointer (&self->exchanges, convene_practice_exchanges_free);
  g_clear_pointer (&self->sink, convene_practice_sink_free);
  g_clear_pointer (&self->state, convene_practice_state_free);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  close_fd (&self->claim);
  close_fd (&self->lock);
  close_fd (&self->users);
  g_clear_pointer (&self->folder, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Server, server_clear)

static void
request_cb (SoupServer        *http,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  convene_practice_exchanges_begin (user_data, message);
}

static gboolean
listen_on (SoupServer *http,
           guint16     port,
           GError    **error)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, port);

  return soup_server_listen (http, address, 0, error);
}

static guint16
get_port (SoupServer *http)
{
  GSList *uris = soup_server_get_uris (http);
  guint16 port = uris != NULL ? g_uri_get_port (uris->data) : 0;

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

/* The ports of last time, so that an address that somebody noted stays good; others where they are taken. */
static gboolean
start (Server  *self,
       GError **error)
{
  guint16 http_port;
  guint16 smtp_port;

  convene_practice_place_get_last_ports (self->folder, &http_port, &smtp_port);
  self->state = convene_practice_state_open (self->folder, error);
  if (self->state == NULL)
    return FALSE;

  self->http = soup_server_new ("server-header", "practice", "raw-paths", TRUE, NULL);
  self->exchanges = convene_practice_exchanges_new (self->state);
  soup_server_add_handler (self->http, NULL, request_cb, self->exchanges, NULL);
  if (!listen_on (self->http, http_port, NULL) && !listen_on (self->http, 0, error))
    return FALSE;

  self->sink = convene_practice_sink_new (self->state, smtp_port, error);
  if (self->sink == NULL)
    return FALSE;

  self->state->api_url = g_strdup_printf ("http://127.0.0.1:%u", get_port (self->http));
  self->claim = convene_practice_place_publish (self->folder, get_port (self->http), convene_practice_sink_get_port (self->sink), error);
  return self->claim >= 0;
}

/* Whoever waits reads a line and closes its end; nobody is written to after that. */
static void
say_ready (void)
{
  int null = open ("/dev/null", O_RDWR | O_CLOEXEC);

  convene_practice_file_write (STDOUT_FILENO, CONVENE_PRACTICE_READY, strlen (CONVENE_PRACTICE_READY));
  if (null >= 0)
    {
      dup2 (null, STDIN_FILENO);
      dup2 (null, STDOUT_FILENO);
      close (null);
    }
}

/* The folder may have been taken away, and another put in its place. */
static gboolean
is_in_its_folder (Server *self)
{
  g_autofree char *path = g_build_filename (self->folder, CONVENE_PRACTICE_LOCK_FILE, NULL);
  GStatBuf         named;
  struct stat      held;

  return g_stat (path, &named) == 0 && fstat (self->lock, &held) == 0 && named.st_ino == held.st_ino && named.st_dev == held.st_dev;
}

static gboolean
look_cb (gpointer user_data)
{
  Server *self = user_data;
  gint64  now = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  int users;

  if (!is_in_its_folder (self))
    {
      g_main_loop_quit (self->loop);
      return G_SOURCE_CONTINUE;
    }

  users = convene_practice_place_lock (self->folder, CONVENE_PRACTICE_USERS_FILE, LOCK_EX, &error);
  if (users < 0)
    self->unwanted_since = 0;
  else if (self->unwanted_since == 0)
    self->unwanted_since = now;

  if (users >= 0 && now - self->unwanted_since >= GRACE_US)
    {
      self->users = users;
      g_main_loop_quit (self->loop);
    }
  else
    close_fd (&users);

  return G_SOURCE_CONTINUE;
}

static gboolean
quit_cb (gpointer user_data)
{
  Server *self = user_data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_CONTINUE;
}

static void
run (Server *self)
{
  guint sources[] = {
    g_timeout_add (LOOK_MS, look_cb, self),
    g_unix_signal_add (SIGTERM, quit_cb, self),
    g_unix_signal_add (SIGINT, quit_cb, self),
  };

  self->unwanted_since = g_get_monotonic_time ();
  say_ready ();
  g_main_loop_run (self->loop);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    g_source_remove (sources[i]);
}

/* TRUE with self->lock where this is to be the server, or -1 there where another has become ready. */
static gboolean
take_lock (Server  *self,
           GError **error)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (g_get_monotonic_time () < deadline)
    {
      g_autoptr(GError) problem = NULL;
      ConvenePracticeEndpoints *other;

      self->lock = convene_practice_place_lock (self->folder, CONVENE_PRACTICE_LOCK_FILE, LOCK_EX, &problem);
      if (self->lock >= 0)
        return TRUE;

      if (!g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_AGAIN))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }

      other = convene_practice_place_find_server (self->folder);
      if (other != NULL)
        {
          convene_practice_endpoints_free (other);
          return TRUE;
        }

      g_usleep (PAUSE_US);
    }

  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN, "Another server does not become ready");
  return FALSE;
}

/* Nothing of the terminal that it was started from, nor of its folder, is held. */
static gboolean
detach (const char *folder,
        GError    **error)
{
  signal (SIGPIPE, SIG_IGN);
  signal (SIGHUP, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of the write */
  setsid ();
  umask (0077);
  if (g_mkdir_with_parents (folder, 0700) != 0 || chdir ("/") != 0)
    return convene_practice_file_fail (error, folder);

  return TRUE;
}

int
convene_practice_server_main (int    argc,
                              char **argv)
{
  g_auto(Server) self = { .lock = -1, .claim = -1, .users = -1 };
  g_autoptr(GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("%s %s FOLDER\n", argc > 0 ? argv[0] : "convene", CONVENE_PRACTICE_SERVER_OPTION);
      return 2;
    }

  self.folder = g_canonicalize_filename (argv[2], NULL);
  self.loop = g_main_loop_new (NULL, FALSE);
  if (!detach (self.folder, &error) || !take_lock (&self, &error) || (self.lock >= 0 && !start (&self, &error)))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  if (self.lock >= 0)
    run (&self);
  else
    say_ready ();

  return 0;
}
