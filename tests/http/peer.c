/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "peer.h"

#include <string.h>

struct _Peer
{
  GSocketService *service;
  PeerManner      manner;
  char           *uri;

  GMutex     lock;
  GPtrArray *methods; /* one for each request */
};

/* One request: up to the blank line and what Content-Length announces. FALSE when the client has gone. */
static gboolean
read_request (Peer              *self,
              GSocketConnection *connection,
              GDataInputStream  *input)
{
  g_autofree char *first = g_data_input_stream_read_line (input, NULL, NULL, NULL);
  gsize            body = 0;
  char             byte;

  if (first == NULL)
    return FALSE;

  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

      if (line == NULL)
        return FALSE;
      if (*line == '\0')
        break;
      if (g_ascii_strncasecmp (line, "Content-Length:", 15) == 0)
        body = g_ascii_strtoull (line + 15, NULL, 10);
    }
  for (; body > 0; body--)
    if (g_input_stream_read (G_INPUT_STREAM (input), &byte, 1, NULL, NULL) != 1)
      return FALSE;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->methods, g_strndup (first, strcspn (first, " ")));
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static gboolean
say (GSocketConnection *connection,
     const char        *text)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, strlen (text), NULL, NULL, NULL);
}

/* Until the client goes. */
static void
repeat (GSocketConnection *connection,
        const char        *text,
        gulong             pause)
{
  while (say (connection, text))
    if (pause > 0)
      g_usleep (pause);
}

static void
answer (Peer              *self,
        GSocketConnection *connection,
        GDataInputStream  *input)
{
  char byte;

  switch (self->manner)
    {
    case PEER_IS_SILENT:
      g_input_stream_read (G_INPUT_STREAM (input), &byte, 1, NULL, NULL);
      break;
    case PEER_DRIPS:
      say (connection, "HTTP/1.1 200 OK\r\n\r\n");
      repeat (connection, " ", 20000);
      break;
    case PEER_IS_ENDLESS:
      say (connection, "HTTP/1.1 200 OK\r\n\r\n");
      repeat (connection, "                                                                                                                                ", 0);
      break;
    case PEER_BREAKS_OFF_HEADERS:
      say (connection, "HTTP/1.1 200 OK\r\nContent-Le");
      break;
    case PEER_BREAKS_OFF_BODY:
      say (connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
      break;
    case PEER_CLOSES_TOO_SOON:
      say (connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"id\":1}");
      break;
    case PEER_TALKS_NONSENSE:
      say (connection, "220 mail.example.com ESMTP\r\n\r\n");
      break;
    case PEER_CLOSES_SECOND:
      say (connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
      read_request (self, connection, input);
      break;
    case PEER_CLOSES_AT_ONCE:
    case PEER_CLOSES_UNANSWERED:
    default:
      break;
    }
}

/* A thread each */
static gboolean
run_cb (Peer              *self,
        GSocketConnection *connection)
{
  g_autoptr(GDataInputStream) input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  if (self->manner == PEER_CLOSES_AT_ONCE)
    return TRUE;

  if (read_request (self, connection, input))
    answer (self, connection, input);

  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

Peer *
peer_new (PeerManner manner)
{
  Peer *self = g_new0 (Peer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(GError) error = NULL;

  self->manner = manner;
  self->methods = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&self->lock);
  self->service = g_threaded_socket_service_new (-1);
  g_signal_connect_swapped (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->uri = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  return self;
}

/* The threads hold references of the service; they end when the client's connections do, which the caller sees to. */
void
peer_free (Peer *self)
{
  g_autoptr(GMainContext) context = g_main_context_ref_thread_default ();
  GWeakRef weak;
  GObject *alive;

  g_weak_ref_init (&weak, self->service);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  while ((alive = g_weak_ref_get (&weak)) != NULL)
    {
      g_object_unref (alive);
      g_main_context_iteration (context, FALSE);
      g_usleep (1000);
    }
  g_weak_ref_clear (&weak);

  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->methods, g_ptr_array_unref);
  g_clear_pointer (&self->uri, g_free);
  g_free (self);
}

const char *
peer_get_uri (Peer *self)
{
  return self->uri;
}

int
peer_count_requests (Peer       *self,
                     const char *method)
{
  int count = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->methods->len; i++)
    count += g_str_equal (g_ptr_array_index (self->methods, i), method);
  g_mutex_unlock (&self->lock);
  return count;
}
