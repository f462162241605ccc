/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-sink.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/socket.h>

#include "convene-practice-dialogue.h"
#include "convene-practice-json.h"
#include "convene-practice-wire.h"

#define READ_SIZE (64 * 1024)

/* A line without end is no line of a letter's. */
#define MAX_PENDING (CONVENE_PRACTICE_MAX_LETTER + 2 * READ_SIZE)

struct _ConvenePracticeSink
{
  ConvenePracticeState *state;
  GSocketService       *service;
  guint16               port;
  GHashTable           *connections; /* Connection */
};

typedef struct _Connection Connection;
typedef void (*StepFunc) (Connection *self);

/* One client. There is always one thing going on: a read, a write or a pause; what follows it is `next`. */
struct _Connection
{
  ConvenePracticeSink     *owner;
  GSocketConnection       *stream;
  GCancellable            *cancellable;
  ConvenePracticeDialogue *dialogue;
  GByteArray              *input;
  gsize                    start; /* of what is not yet used of the input */
  GBytes                  *line;  /* the one that is due */

  StepFunc next;
  StepFunc go_on; /* next_line: where every step comes back to */
  char    *reply;
  GSource *pause;
  gboolean is_in_text;   /* a first line of the letter has come */
  gboolean closes;       /* after the reply */
  gboolean is_suspended; /* hangs: reads on, and says nothing */
};

static void
connection_free (gpointer data)
{
  Connection *self = data;

  if (self->pause != NULL)
    g_source_destroy (self->pause);
  g_clear_pointer (&self->pause, g_source_unref);
  g_socket_close (g_socket_connection_get_socket (self->stream), NULL);
  g_object_unref (self->stream);
  g_object_unref (self->cancellable);
  convene_practice_dialogue_free (self->dialogue);
  g_byte_array_unref (self->input);
  g_clear_pointer (&self->line, g_bytes_unref);
  g_free (self->reply);
  g_free (self);
}

static void
finish (Connection *self)
{
  g_hash_table_remove (self->owner->connections, self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Connection *self = user_data;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  gsize         size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (size == 0 || self->input->len + size > MAX_PENDING)
    {
      finish (self);
      return;
    }

  if (!self->is_suspended)
    g_byte_array_append (self->input, data, size);
  self->next (self);
}

static void
read_more (Connection *self,
           StepFunc    next)
{
  g_byte_array_remove_range (self->input, 0, self->start);
  self->start = 0;
  self->next = next;
  g_input_stream_read_bytes_async (g_io_stream_get_input_stream (G_IO_STREAM (self->stream)), READ_SIZE, G_PRIORITY_DEFAULT,
                                   self->cancellable, read_cb, self);
}

static void
hang (Connection *self)
{
  self->is_suspended = TRUE;
  read_more (self, hang);
}

static void
reset (Connection *self)
{
  struct linger at_once = { .l_onoff = 1, .l_linger = 0 };

  setsockopt (g_socket_get_fd (g_socket_connection_get_socket (self->stream)), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  finish (self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Connection *self = user_data;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL) || self->closes)
    {
      finish (self);
      return;
    }

  self->next (self);
}

/* Takes the reply. */
static void
say (Connection *self,
     char       *reply,
     StepFunc    next)
{
  g_free (self->reply);
  self->reply = reply;
  self->next = next;
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (self->stream)), self->reply, strlen (self->reply),
                                   G_PRIORITY_DEFAULT, self->cancellable, written_cb, self);
}

static gboolean
paused_cb (gpointer user_data)
{
  Connection *self = user_data;

  g_clear_pointer (&self->pause, g_source_unref);
  self->next (self);
  return G_SOURCE_REMOVE;
}

static void
pause_for (Connection *self,
           gint64      milliseconds,
           StepFunc    next)
{
  self->next = next;
  self->pause = g_timeout_source_new (CLAMP (milliseconds, 0, G_MAXINT));
  g_source_set_callback (self->pause, paused_cb, self, NULL);
  g_source_attach (self->pause, NULL);
}

static char *
get_refusal (const ConvenePracticeFault *fault)
{
  static const struct
  {
    const char *name;
    const char *reply;
  } replies[] = {
    { "refuse-sender", "550 The sender is refused" },
    { "refuse-recipient", "550 The recipient is unknown" },
    { "later", "451 Try again later" },
    { "421", "421 practice.example.com is closing" },
  };
  const char *reply = "550 Refused";

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    if (g_str_equal (replies[i].name, fault->name))
      reply = replies[i].reply;

  return g_strconcat (convene_practice_json_get_string (fault->spec, "reply", reply), "\r\n", NULL);
}

/* After a refusal in place of the reply to a line; a letter that has arrived is forgotten. */
static void
refuse (Connection                 *self,
        const ConvenePracticeFault *fault)
{
  char *reply = get_refusal (fault);

  if (g_str_equal (fault->when, "after-data"))
    convene_practice_dialogue_reset (self->dialogue);
  self->closes = g_str_has_prefix (reply, "421");
  say (self, reply, self->go_on);
}

/* FALSE where it goes on all the same. */
static gboolean
end_badly (Connection                 *self,
           const ConvenePracticeFault *fault)
{
  switch ((int) fault->kind)
    {
    case CONVENE_PRACTICE_FAULT_KILL:
      convene_practice_kill (convene_practice_json_get_int (fault->spec, "pid", 0));
      return FALSE;
    case CONVENE_PRACTICE_FAULT_DROP:
      finish (self);
      return TRUE;
    case CONVENE_PRACTICE_FAULT_RESET:
      reset (self);
      return TRUE;
    case CONVENE_PRACTICE_FAULT_HANG:
      hang (self);
      return TRUE;
    case CONVENE_PRACTICE_FAULT_REFUSE:
      if (g_str_equal (fault->when, "in-data"))
        return FALSE;
      refuse (self, fault);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Does what was asked for at this moment of the dialogue, then goes on with `next`. What remains of self is not the caller's to say. */
static void
apply_faults (Connection *self,
              const char *moment,
              const char *text,
              StepFunc    next)
{
  ConvenePracticeState *state = self->owner->state;
  g_autoptr(JsonArray) changes = json_array_new ();
  g_autoptr(GPtrArray) faults = convene_practice_faults_take (state->faults, "smtp", moment, text, changes);
  const ConvenePracticeFault *end = NULL;
  gint64                      milliseconds = 0;

  convene_practice_state_commit (state, changes, NULL);
  for (guint i = 0; i < faults->len; i++)
    {
      const ConvenePracticeFault *fault = g_ptr_array_index (faults, i);

      if (convene_practice_fault_ends (fault))
        end = fault;
      else if (fault->kind == CONVENE_PRACTICE_FAULT_SLOW)
        milliseconds += convene_practice_json_get_int (fault->spec, "ms", 0);
    }

  if (end != NULL && end_badly (self, end))
    return;

  if (milliseconds > 0)
    pause_for (self, milliseconds, next);
  else
    next (self);
}

static void
after_accept (Connection *self)
{
  apply_faults (self, "after-250", NULL, self->go_on);
}

static void
accept_letter (Connection *self)
{
  say (self, g_strdup ("250 Filed\r\n"), after_accept);
}

static void
file_letter (Connection *self)
{
  ConvenePracticeState *state = self->owner->state;
  g_autoptr(GBytes) letter = convene_practice_dialogue_dup_letter (self->dialogue);
  g_auto(GStrv) recipients = convene_practice_dialogue_dup_recipients (self->dialogue);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = convene_practice_mailbox_file (state->mailbox, letter, convene_practice_dialogue_get_sender (self->dialogue),
                                                         recipients, convene_practice_state_now (state), &error);

  convene_practice_dialogue_reset (self->dialogue);
  if (name == NULL)
    {
      g_message ("The letter cannot be filed: %s", error->message);
      say (self, g_strdup ("451 The letter cannot be filed\r\n"), self->go_on);
      return;
    }

  convene_practice_state_count (state, "letters");
  apply_faults (self, "after-file", NULL, accept_letter);
}

/* Feeds the line that is due: what was to go wrong before it is behind it. */
static void
use_line (Connection *self)
{
  ConvenePracticeAction action;
  gsize                 length;
  const char           *line = g_bytes_get_data (self->line, &length);
  char                 *reply = convene_practice_dialogue_feed (self->dialogue, line != NULL ? line : "", length, &action);

  self->closes = action == CONVENE_PRACTICE_CLOSE;
  if (action == CONVENE_PRACTICE_LETTER)
    file_letter (self);
  else if (reply != NULL)
    say (self, reply, self->go_on);
  else
    self->go_on (self);
}

static gboolean
find_line (Connection  *self,
           const char **line,
           gsize       *length)
{
  const char *end;

  if (self->input->len == self->start)
    return FALSE;

  *line = (const char *) self->input->data + self->start;
  end = memmem (*line, self->input->len - self->start, "\r\n", 2);
  if (end == NULL)
    return FALSE;

  *length = end - *line;
  return TRUE;
}

/* The lines of a letter but its first: they are many, have no reply and no faults, and are taken in a loop. */
static void
use_text (Connection *self)
{
  const char *line;
  gsize       length;

  while (self->is_in_text && find_line (self, &line, &length))
    {
      ConvenePracticeAction action;

      self->is_in_text = g_strcmp0 (convene_practice_dialogue_get_moment (self->dialogue, line, length), "in-data") == 0;
      if (!self->is_in_text)
        return;

      convene_practice_dialogue_feed (self->dialogue, line, length, &action);
      self->start += length + 2;
    }
}

static void
next_line (Connection *self)
{
  g_autofree char *text = NULL;
  const char      *moment;
  const char      *line;
  gsize            length;

  use_text (self);
  if (!find_line (self, &line, &length))
    {
      read_more (self, next_line);
      return;
    }

  moment = convene_practice_dialogue_get_moment (self->dialogue, line, length);
  self->is_in_text = g_strcmp0 (moment, "in-data") == 0;
  text = g_strndup (line, length);
  g_clear_pointer (&self->line, g_bytes_unref);
  self->line = g_bytes_new (line, length);
  self->start += length + 2;

  if (moment != NULL)
    apply_faults (self, moment, text, use_line);
  else
    use_line (self);
}

static void
greet (Connection *self)
{
  say (self, g_strdup (CONVENE_PRACTICE_GREETING), next_line);
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *stream,
             GObject           *source,
             gpointer           user_data)
{
  ConvenePracticeSink *self = user_data;
  Connection          *connection = g_new0 (Connection, 1);

  connection->owner = self;
  connection->go_on = next_line;
  connection->stream = g_object_ref (stream);
  connection->cancellable = g_cancellable_new ();
  connection->dialogue = convene_practice_dialogue_new (self->state->switches.values[CONVENE_PRACTICE_STRICT_LINES]);
  connection->input = g_byte_array_new ();
  g_hash_table_add (self->connections, connection);
  convene_practice_state_count (self->state, "smtp");
  apply_faults (connection, "connect", NULL, greet);

  return TRUE;
}

static gboolean
listen_on (ConvenePracticeSink *self,
           guint16              port,
           GError             **error)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr(GSocketAddress) effective = NULL;

  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                      NULL, &effective, error))
    return FALSE;

  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  return TRUE;
}

ConvenePracticeSink *
convene_practice_sink_new (ConvenePracticeState *state,
                           guint16               port,
                           GError              **error)
{
  g_autoptr(ConvenePracticeSink) self = g_new0 (ConvenePracticeSink, 1);

  self->state = state;
  self->service = g_socket_service_new ();
  self->connections = g_hash_table_new_full (NULL, NULL, connection_free, NULL);
  if (!listen_on (self, port, NULL) && !listen_on (self, 0, error))
    return NULL;

  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  return g_steal_pointer (&self);
}

guint16
convene_practice_sink_get_port (ConvenePracticeSink *self)
{
  return self->port;
}

static void
cancel_all (ConvenePracticeSink *self)
{
  g_autoptr(GList) connections = g_hash_table_get_keys (self->connections);

  for (GList *l = connections; l != NULL; l = l->next)
    {
      Connection *connection = l->data;

      if (connection->pause != NULL)
        finish (connection);
      else
        g_cancellable_cancel (connection->cancellable);
    }
}

/* Each connection ends in the callback of what it was doing. */
void
convene_practice_sink_free (ConvenePracticeSink *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  cancel_all (self);
  while (g_hash_table_size (self->connections) > 0)
    g_main_context_iteration (NULL, TRUE);

  g_hash_table_unref (self->connections);
  g_object_unref (self->service);
  g_free (self);
}
