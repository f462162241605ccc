/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

struct _Visit
{
  GSocket *socket;
};

Visit *
visit_new (guint16 port)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr(GSocket) socket = NULL;
  g_autoptr(GError) error = NULL;
  Visit *self;

  socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);
  g_assert_no_error (error);
  if (!g_socket_connect (socket, address, NULL, NULL))
    return NULL;

  g_socket_set_blocking (socket, FALSE);
  self = g_new0 (Visit, 1);
  self->socket = g_steal_pointer (&socket);
  return self;
}

void
visit_send (Visit      *self,
            const char *text,
            gssize      length)
{
  if (length < 0)
    length = strlen (text);
  g_socket_send (self->socket, text, length, NULL, NULL);
}

char *
visit_read (Visit *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  while (TRUE)
    {
      char   part[4096];
      gssize length;
      g_autoptr(GError) error = NULL;

      length = g_socket_receive (self->socket, part, sizeof part, NULL, &error);
      if (length == 0 || (length < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)))
        break;
      if (length > 0)
        g_string_append_len (text, part, length);
      else if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
visit_free (Visit *self)
{
  g_clear_object (&self->socket);
  g_free (self);
}

char *
visit_target (guint16     port,
              const char *target)
{
  g_autoptr(Visit) self = visit_new (port);
  g_autofree char *request = NULL;

  g_assert_nonnull (self);
  request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nSec-Fetch-Mode: navigate\r\n\r\n", target, port);
  visit_send (self, request, -1);
  return visit_read (self);
}

guint16
get_port (const char *uri)
{
  g_autoptr(GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);

  return g_uri_get_port (parsed);
}

char *
get_parameter (const char *uri,
               const char *name)
{
  const char *query = strchr (uri, '?');
  g_autoptr(GHashTable) parameters = NULL;

  g_assert_nonnull (query);
  parameters = g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  return g_strdup (g_hash_table_lookup (parameters, name));
}
