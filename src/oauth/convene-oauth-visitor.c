/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-visitor.h"

#include <string.h>

/* Milliseconds that an answer may take to leave, and the other side to say that it has it. */
#define FAREWELL 2000

/* In the order of its steps from the end of the file: read a head, write the answer, say that this is all, and wait until the other side has closed, because
 * a connection that is closed with something unread takes its answer with it. One call is under way at any time, and frees it at the end. */
struct _ConveneOauthVisitor
{
  GSocketConnection              *connection;
  const ConveneOauthVisitorHooks *hooks; /* NULL once it was told that this one left */
  gpointer                        user_data;

  GCancellable *cancellable;
  GSource      *deadline;
  gsize         used;
  gboolean      spoken;
  char         *answer;
  char          head[CONVENE_OAUTH_CALLBACK_MAX_HEAD + 1];
};

static void
clear_deadline (ConveneOauthVisitor *self)
{
  if (self->deadline == NULL)
    return;

  g_source_destroy (self->deadline);
  g_clear_pointer (&self->deadline, g_source_unref);
}

static gboolean
deadline_cb (gpointer user_data)
{
  ConveneOauthVisitor *self = user_data;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
set_deadline (ConveneOauthVisitor *self,
              guint                patience)
{
  clear_deadline (self);
  self->deadline = g_timeout_source_new (patience);
  g_source_set_callback (self->deadline, deadline_cb, self, NULL);
  g_source_attach (self->deadline, g_main_context_get_thread_default ());
}

static void
say_left (ConveneOauthVisitor *self)
{
  const ConveneOauthVisitorHooks *hooks = g_steal_pointer (&self->hooks);

  if (hooks != NULL)
    hooks->left (self, self->user_data);
}

/* The code was in the head. */
static void
visitor_free (ConveneOauthVisitor *self)
{
  clear_deadline (self);
  explicit_bzero (self->head, sizeof self->head);
  g_clear_object (&self->connection);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answer, g_free);
  g_free (self);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_io_stream_close_finish (G_IO_STREAM (object), result, NULL);
  visitor_free (user_data);
}

static void
end (ConveneOauthVisitor *self)
{
  clear_deadline (self);
  say_left (self);
  g_io_stream_close_async (G_IO_STREAM (self->connection), G_PRIORITY_DEFAULT, NULL, closed_cb, self);
}

static void
drained_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneOauthVisitor *self = user_data;

  if (g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL) <= 0)
    end (self);
  else
    g_input_stream_read_async (G_INPUT_STREAM (object), self->head, sizeof self->head, G_PRIORITY_DEFAULT, self->cancellable, drained_cb, self);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneOauthVisitor *self = user_data;
  GInputStream        *input = g_io_stream_get_input_stream (G_IO_STREAM (self->connection));

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL) ||
      !g_socket_shutdown (g_socket_connection_get_socket (self->connection), FALSE, TRUE, NULL))
    {
      end (self);
      return;
    }

  g_input_stream_read_async (input, self->head, sizeof self->head, G_PRIORITY_DEFAULT, self->cancellable, drained_cb, self);
  say_left (self);
}

static void
answer (ConveneOauthVisitor *self,
        gsize                length)
{
  GOutputStream           *output = g_io_stream_get_output_stream (G_IO_STREAM (self->connection));
  ConveneOauthCallbackKind kind = self->hooks->judge (self, self->head, length, self->user_data);

  self->answer = convene_oauth_callback_format (kind);
  set_deadline (self, FAREWELL);
  g_output_stream_write_all_async (output, self->answer, strlen (self->answer), G_PRIORITY_DEFAULT, self->cancellable, written_cb, self);
}

/* The length of the head with its empty line, 0 where that is still to come. There may be anything in it. */
static gsize
measure_head (ConveneOauthVisitor *self)
{
  static const char end[] = { '\r', '\n', '\r', '\n' };

  for (gsize i = 0; i + sizeof end <= self->used; i++)
    if (memcmp (self->head + i, end, sizeof end) == 0)
      return i + sizeof end;

  return 0;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneOauthVisitor *self = user_data;
  gssize               length = g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL);
  gsize                head;

  if (length <= 0 || self->hooks == NULL)
    {
      end (self);
      return;
    }

  self->used += length;
  head = measure_head (self);
  if (head == 0 && self->used < sizeof self->head)
    {
      g_input_stream_read_async (G_INPUT_STREAM (object), self->head + self->used, sizeof self->head - self->used, G_PRIORITY_DEFAULT,
                                 self->cancellable, read_cb, self);
      return;
    }

  self->spoken = TRUE;
  answer (self, head != 0 ? head : self->used);
}

ConveneOauthVisitor *
convene_oauth_visitor_new (GSocketConnection              *connection,
                           guint                           patience,
                           const ConveneOauthVisitorHooks *hooks,
                           gpointer                        user_data)
{
  ConveneOauthVisitor *self = g_new0 (ConveneOauthVisitor, 1);

  self->connection = g_object_ref (connection);
  self->hooks = hooks;
  self->user_data = user_data;
  self->cancellable = g_cancellable_new ();
  set_deadline (self, patience);
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (connection)), self->head, sizeof self->head, G_PRIORITY_DEFAULT,
                             self->cancellable, read_cb, self);
  return self;
}

gboolean
convene_oauth_visitor_is_silent (ConveneOauthVisitor *self)
{
  return !self->spoken;
}

void
convene_oauth_visitor_dismiss (ConveneOauthVisitor *self)
{
  self->hooks = NULL;
  g_cancellable_cancel (self->cancellable);
}
