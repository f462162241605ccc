/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-wire.h"

#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MISSING_OCTETS 64

void
convene_practice_kill (gint64 pid)
{
  /* Neither groups nor everybody, nor init, nor ourselves. */
  if (pid > 1 && pid <= G_MAXINT && pid != getpid ())
    kill ((pid_t) pid, SIGKILL);
}

void
convene_practice_wire_send (SoupServerMessage     *message,
                            ConvenePracticeAnswer *answer)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, answer->status, NULL);
  for (guint i = 0; i < answer->headers->len; i += 2)
    soup_message_headers_replace (headers, g_ptr_array_index (answer->headers, i), g_ptr_array_index (answer->headers, i + 1));
  if (answer->content_type != NULL)
    soup_server_message_set_response (message, answer->content_type, SOUP_MEMORY_COPY,
                                      answer->body != NULL ? answer->body : "", answer->body != NULL ? strlen (answer->body) : 0);

  soup_server_message_unpause (message);
}

static void
close_socket (GSocket *socket)
{
  g_socket_close (socket, NULL);
}

/* The socket outlives the message, which libsoup forgets with the connection. */
static GIOStream *
steal (SoupServerMessage *message,
       GSocket          **socket)
{
  *socket = g_object_ref (soup_server_message_get_socket (message));
  return soup_server_message_steal_connection (message);
}

void
convene_practice_wire_drop (SoupServerMessage *message)
{
  g_autoptr(GSocket) socket = NULL;
  g_autoptr(GIOStream) stream = steal (message, &socket);

  close_socket (socket);
}

void
convene_practice_wire_reset (SoupServerMessage *message)
{
  struct linger at_once = { .l_onoff = 1, .l_linger = 0 };
  g_autoptr(GSocket) socket = NULL;
  g_autoptr(GIOStream) stream = steal (message, &socket);

  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close_socket (socket);
}

typedef struct
{
  GIOStream  *stream;
  GSocket    *socket;
  GSourceFunc gone;
  gpointer    user_data;
} Hanging;

static void
hanging_free (gpointer data)
{
  Hanging *hanging = data;

  close_socket (hanging->socket);
  g_object_unref (hanging->socket);
  g_object_unref (hanging->stream);
  g_free (hanging);
}

static gboolean
gone_cb (GSocket     *socket,
         GIOCondition condition,
         gpointer     user_data)
{
  Hanging *hanging = user_data;

  hanging->gone (hanging->user_data);
  return G_SOURCE_REMOVE;
}

GSource *
convene_practice_wire_hang (SoupServerMessage *message,
                            GSourceFunc        gone,
                            gpointer           user_data)
{
  Hanging *hanging = g_new0 (Hanging, 1);
  GSource *source;

  hanging->stream = steal (message, &hanging->socket);
  hanging->gone = gone;
  hanging->user_data = user_data;
  source = g_socket_create_source (hanging->socket, G_IO_IN | G_IO_HUP, NULL);
  g_source_set_callback (source, G_SOURCE_FUNC (gone_cb), hanging, hanging_free);
  g_source_attach (source, NULL);

  return source;
}

/* A message that is written behind libsoup's back: up to `first`, then the kill if there is one, then the rest. */
typedef struct
{
  GIOStream *stream;
  GSocket   *socket;
  GBytes    *bytes;
  gsize      first;
  gint64     pid;
} Writing;

static void
writing_free (Writing *writing)
{
  close_socket (writing->socket);
  g_object_unref (writing->socket);
  g_object_unref (writing->stream);
  g_bytes_unref (writing->bytes);
  g_free (writing);
}

static void
all_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  writing_free (user_data);
}

static void
first_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Writing    *writing = user_data;
  gsize       length;
  const char *data = g_bytes_get_data (writing->bytes, &length);

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  convene_practice_kill (writing->pid);
  g_output_stream_write_all_async (G_OUTPUT_STREAM (source), data + writing->first, length - writing->first,
                                   G_PRIORITY_DEFAULT, NULL, all_written_cb, writing);
}

static void
write_raw (SoupServerMessage *message,
           GBytes            *bytes,
           gsize              first,
           gint64             pid)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->stream = steal (message, &writing->socket);
  writing->bytes = g_bytes_ref (bytes);
  writing->first = first;
  writing->pid = pid;
  g_output_stream_write_all_async (g_io_stream_get_output_stream (writing->stream), g_bytes_get_data (bytes, NULL), first,
                                   G_PRIORITY_DEFAULT, NULL, first_written_cb, writing);
}

void
convene_practice_wire_truncate (SoupServerMessage     *message,
                                ConvenePracticeAnswer *answer)
{
  g_autoptr(GBytes) bytes = convene_practice_answer_to_wire (answer, MISSING_OCTETS);

  write_raw (message, bytes, g_bytes_get_size (bytes), 0);
}

void
convene_practice_wire_kill_half (SoupServerMessage     *message,
                                 ConvenePracticeAnswer *answer,
                                 int                    pid)
{
  g_autoptr(GBytes) bytes = convene_practice_answer_to_wire (answer, 0);

  write_raw (message, bytes, g_bytes_get_size (bytes) / 2, pid);
}
