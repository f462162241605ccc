/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-place.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "convene-practice-file.h"
#include "convene-practice-json.h"

#define MAX_JSON 4096

int
convene_practice_place_lock (const char *folder,
                             const char *name,
                             int         operation,
                             GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int              fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, operation | LOCK_NB) == 0)
    return fd;

  convene_practice_file_fail (error, path);
  if (fd >= 0)
    close (fd);
  return -1;
}

static JsonObject *
read_json (int fd)
{
  char   text[MAX_JSON];
  gssize length = pread (fd, text, sizeof text, 0);

  return length > 0 ? convene_practice_json_parse_object (text, length) : NULL;
}

static int
open_json (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, CONVENE_PRACTICE_JSON_FILE, NULL);

  return open (path, O_RDONLY | O_CLOEXEC);
}

static guint16
get_port (JsonObject *object,
          const char *name)
{
  gint64 port = convene_practice_json_get_int (object, name, 0);

  return port > 0 && port <= G_MAXUINT16 ? port : 0;
}

/* Whoever can lock it has the word of a dead server. */
static gboolean
is_claimed (int fd)
{
  if (flock (fd, LOCK_SH | LOCK_NB) != 0)
    return TRUE;

  flock (fd, LOCK_UN);
  return FALSE;
}

static ConvenePracticeEndpoints *
endpoints_new (guint16 http_port,
               guint16 smtp_port)
{
  ConvenePracticeEndpoints *endpoints = g_new0 (ConvenePracticeEndpoints, 1);

  endpoints->api_url = g_strdup_printf ("http://127.0.0.1:%u/v2", http_port);
  endpoints->oauth_url = g_strdup_printf ("http://127.0.0.1:%u/oauth", http_port);
  endpoints->smtp_port = smtp_port;
  endpoints->lease = -1;
  return endpoints;
}

ConvenePracticeEndpoints *
convene_practice_place_find_server (const char *folder)
{
  int fd = open_json (folder);
  g_autoptr(JsonObject) object = NULL;

  if (fd < 0)
    return NULL;

  if (is_claimed (fd))
    object = read_json (fd);
  close (fd);

  return object != NULL ? endpoints_new (get_port (object, "http_port"), get_port (object, "smtp_port")) : NULL;
}

void
convene_practice_place_get_last_ports (const char *folder,
                                       guint16    *http_port,
                                       guint16    *smtp_port)
{
  int fd = open_json (folder);
  g_autoptr(JsonObject) object = fd >= 0 ? read_json (fd) : NULL;

  if (fd >= 0)
    close (fd);
  *http_port = object != NULL ? get_port (object, "http_port") : 0;
  *smtp_port = object != NULL ? get_port (object, "smtp_port") : 0;
}

static char *
format_json (guint16 http_port,
             guint16 smtp_port)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(ConvenePracticeEndpoints) endpoints = endpoints_new (http_port, smtp_port);

  json_object_set_int_member (object, "pid", getpid ());
  json_object_set_int_member (object, "http_port", http_port);
  json_object_set_int_member (object, "smtp_port", smtp_port);
  json_object_set_string_member (object, "api_url", endpoints->api_url);
  json_object_set_string_member (object, "oauth_url", endpoints->oauth_url);
  return convene_practice_json_to_string (object);
}

/* The file is locked before it has its name: nobody sees it unclaimed. */
int
convene_practice_place_publish (const char *folder,
                                guint16     http_port,
                                guint16     smtp_port,
                                GError    **error)
{
  g_autofree char *path = g_build_filename (folder, CONVENE_PRACTICE_JSON_FILE, NULL);
  g_autofree char *new_path = g_strconcat (path, ".tmp", NULL);
  g_autofree char *text = format_json (http_port, smtp_port);
  int              fd = open (new_path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0 && convene_practice_file_write (fd, text, strlen (text)) && g_rename (new_path, path) == 0)
    return fd;

  convene_practice_file_fail (error, path);
  if (fd >= 0)
    close (fd);
  return -1;
}
