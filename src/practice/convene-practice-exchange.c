/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-exchange.h"

#include <string.h>

#include "convene-practice-arrival.h"
#include "convene-practice-authorize.h"
#include "convene-practice-canned.h"
#include "convene-practice-control.h"
#include "convene-practice-device.h"
#include "convene-practice-json.h"
#include "convene-practice-oauth.h"
#include "convene-practice-peer.h"
#include "convene-practice-random.h"
#include "convene-practice-wire.h"
#include "convene-practice-zoom.h"

struct _ConvenePracticeExchanges
{
  ConvenePracticeState *state;
  GHashTable           *running; /* Exchange */
};

typedef ConvenePracticeAnswer *(*PerformFunc) (ConvenePracticeState *state, ConvenePracticeRequest *request);

/* One request. The steps are begin, act, finish; between them time may pass. */
typedef struct
{
  ConvenePracticeExchanges *owner;

  /* inputs */
  SoupServerMessage         *message;
  ConvenePracticeRequest    *request;
  const ConvenePracticeCall *call;    /* of the REST API */
  PerformFunc                perform; /* of the OAuth endpoints */
  const char                *grant;   /* of a token request; NULL for any other */

  /* progress */
  const ConvenePracticeFault *end; /* how it is to end; owned by request->faults; NULL: well */
  char                       *written_host;
  gboolean                    is_second_write;
  GSource                    *source;

  /* result */
  ConvenePracticeAnswer *answer;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *self = data;

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->written_host != NULL)
    convene_practice_limits_end_write (self->owner->state->limits, self->written_host);
  g_free (self->written_host);
  g_clear_pointer (&self->answer, convene_practice_answer_free);
  g_clear_pointer (&self->request, convene_practice_request_free);
  g_object_unref (self->message);
  g_free (self);
}

static void
end (Exchange *self)
{
  g_hash_table_remove (self->owner->running, self);
}

static gboolean
gone_cb (gpointer user_data)
{
  end (user_data);
  return G_SOURCE_REMOVE;
}

static void
set_source (Exchange *self,
            GSource  *source)
{
  g_clear_pointer (&self->source, g_source_unref);
  self->source = source;
}

static void
wait_for (Exchange   *self,
          gint64      milliseconds,
          GSourceFunc next)
{
  GSource *source;

  if (milliseconds <= 0)
    {
      next (self);
      return;
    }

  source = g_timeout_source_new (MIN (milliseconds, G_MAXINT));
  g_source_set_callback (source, next, self, NULL);
  g_source_attach (source, NULL);
  set_source (self, source);
}

static gint64
get_delay (Exchange   *self,
           const char *name)
{
  const ConvenePracticeFault *fault = convene_practice_request_find_fault (self->request, CONVENE_PRACTICE_FAULT_SLOW);

  return fault != NULL ? convene_practice_json_get_int (fault->spec, name, 0) : 0;
}

static gint64
get_pid (Exchange *self)
{
  return convene_practice_json_get_int (self->end->spec, "pid", 0);
}

static void
send_answer (Exchange *self)
{
  g_autofree char *random = convene_practice_random_text (32);
  g_autofree char *tracking_id = g_strconcat ("v=2.0;clid=practice;rid=WEB_", random, NULL);

  convene_practice_answer_set_header (self->answer, "x-zm-trackingid", tracking_id);
  convene_practice_wire_send (self->message, self->answer);
  end (self);
}

static void
replace_answer (Exchange              *self,
                ConvenePracticeAnswer *answer)
{
  g_clear_pointer (&self->answer, convene_practice_answer_free);
  self->answer = answer;
}

static void
send_canned (Exchange *self)
{
  replace_answer (self, convene_practice_canned_new (self->end, convene_practice_state_now (self->owner->state)));
  send_answer (self);
}

static void
hang (Exchange *self)
{
  set_source (self, convene_practice_wire_hang (self->message, gone_cb, self));
}

static void
drop (Exchange *self)
{
  convene_practice_wire_drop (self->message);
  end (self);
}

static void
reset (Exchange *self)
{
  convene_practice_wire_reset (self->message);
  end (self);
}

/* "cut" octets of the body's end are missing too, so that what comes is no whole JSON. */
static void
send_truncated (Exchange *self)
{
  gsize length = self->answer->body != NULL ? strlen (self->answer->body) : 0;
  gsize cut = CLAMP (convene_practice_json_get_int (self->end->spec, "cut", 0), 0, (gint64) length);

  if (cut > 0)
    self->answer->body[length - cut] = '\0';
  convene_practice_wire_truncate (self->message, self->answer);
  end (self);
}

/* Ends in the middle of a value, with a Content-Length that is true. */
static void
send_garbled (Exchange *self)
{
  const char      *body = self->answer->body != NULL ? self->answer->body : "{\"id\": 8";
  g_autofree char *half = g_strndup (body, strlen (body) / 2);

  replace_answer (self, convene_practice_answer_new (self->answer->status == 204 ? 200 : self->answer->status, "application/json;charset=UTF-8", half));
  send_answer (self);
}

#define DEFAULT_HUGE (64 * 1024 * 1024)
#define DEFAULT_LATE_MS 5000

static void
send_huge (Exchange *self)
{
  gint64                 size = CLAMP (convene_practice_json_get_int (self->end->spec, "size", DEFAULT_HUGE), 64, 1 << 30);
  ConvenePracticeAnswer *answer = convene_practice_answer_new (self->answer->status == 204 ? 200 : self->answer->status, "application/json;charset=UTF-8", NULL);

  answer->body = g_malloc (size + 1);
  memset (answer->body, 'x', size);
  memcpy (answer->body, "{\"topic\":\"", strlen ("{\"topic\":\""));
  memcpy (answer->body + size - 2, "\"}", 3);
  replace_answer (self, answer);
  send_answer (self);
}

/* `after` where the request was done already: the process dies without its answer; before, nothing will have been done. */
static void
kill_it (Exchange *self)
{
  if (g_str_equal (self->end->when, "half"))
    {
      convene_practice_wire_kill_half (self->message, self->answer, (int) get_pid (self));
      end (self);
      return;
    }

  convene_practice_kill (get_pid (self));
  if (g_str_equal (self->end->when, "before"))
    drop (self);
  else
    send_answer (self);
}

static ConvenePracticeAnswer *
perform (Exchange *self)
{
  ConvenePracticeState *state = self->owner->state;

  if (self->is_second_write)
    {
      convene_practice_state_count (state, "429-concurrent");
      return convene_practice_canned_new_concurrent ();
    }

  return self->perform != NULL ? self->perform (state, self->request)
                               : convene_practice_zoom_perform (state, self->call, self->request);
}

/* Who asked has long turned away. */
static gboolean
late_cb (gpointer user_data)
{
  Exchange *self = user_data;

  self->answer = perform (self);
  end (self);
  return G_SOURCE_REMOVE;
}

static void
commit_late (Exchange *self)
{
  convene_practice_wire_drop (self->message);
  wait_for (self, MAX (convene_practice_json_get_int (self->end->spec, "ms", DEFAULT_LATE_MS), 1), late_cb);
}

static void
end_badly (Exchange *self)
{
  static void (*const ends[]) (Exchange * self) = {
    [CONVENE_PRACTICE_FAULT_ANSWER] = send_canned,
    [CONVENE_PRACTICE_FAULT_DROP] = drop,
    [CONVENE_PRACTICE_FAULT_RESET] = reset,
    [CONVENE_PRACTICE_FAULT_HANG] = hang,
    [CONVENE_PRACTICE_FAULT_TRUNCATED] = send_truncated,
    [CONVENE_PRACTICE_FAULT_GARBLED] = send_garbled,
    [CONVENE_PRACTICE_FAULT_HUGE] = send_huge,
    [CONVENE_PRACTICE_FAULT_KILL] = kill_it,
    [CONVENE_PRACTICE_FAULT_LATE] = commit_late,
    [CONVENE_PRACTICE_FAULT_REFUSE] = drop, /* of the mail server alone: there is nothing to refuse here */
  };

  ends[self->end->kind](self);
}

static gboolean
finish_cb (gpointer user_data)
{
  Exchange *self = user_data;

  if (self->end != NULL)
    end_badly (self);
  else
    send_answer (self);

  return G_SOURCE_REMOVE;
}

static gboolean
act_cb (gpointer user_data)
{
  Exchange *self = user_data;

  self->answer = perform (self);
  wait_for (self, get_delay (self, "after_ms") + self->owner->state->switches.values[CONVENE_PRACTICE_LATENCY_MS], finish_cb);
  return G_SOURCE_REMOVE;
}

static void
take_faults (Exchange   *self,
             const char *name)
{
  ConvenePracticeState *state = self->owner->state;
  g_autoptr(JsonArray) changes = json_array_new ();

  self->request->faults = convene_practice_faults_take (state->faults, name, NULL, self->grant, changes);
  convene_practice_state_commit (state, changes, NULL);
  for (guint i = 0; i < self->request->faults->len; i++)
    {
      const ConvenePracticeFault *fault = g_ptr_array_index (self->request->faults, i);

      if (convene_practice_fault_ends (fault))
        self->end = fault;
    }
}

static void
begin_write (Exchange *self)
{
  ConvenePracticeState *state = self->owner->state;
  g_autofree char      *host = NULL;

  if (self->call == NULL || !state->switches.values[CONVENE_PRACTICE_CONCURRENCY])
    return;

  host = convene_practice_zoom_dup_written_host (state, self->call, self->request);
  if (host != NULL && convene_practice_limits_begin_write (state->limits, host))
    self->written_host = g_steal_pointer (&host);
  else
    self->is_second_write = host != NULL;
}

static void
begin (Exchange   *self,
       const char *name)
{
  convene_practice_state_count (self->owner->state, name);
  take_faults (self, name);
  if (self->end != NULL && g_str_equal (self->end->when, "before"))
    {
      end_badly (self);
      return;
    }

  begin_write (self);
  wait_for (self, get_delay (self, "before_ms"), act_cb);
}

/* Answers what has no faults. */
static void
answer_now (Exchange              *self,
            ConvenePracticeAnswer *answer)
{
  replace_answer (self, answer);
  send_answer (self);
}

/* Pages that a person sees are not what faults and counts are of. */
static const struct
{
  const char *method;
  const char *path;
  const char *name; /* NULL for a page */
  PerformFunc perform;
} endpoints[] = {
  { "POST", "token", "token", convene_practice_oauth_grant },
  { "POST", "revoke", "revoke", convene_practice_oauth_revoke },
  { "GET", "authorize", "authorize", convene_practice_authorize },
  { "GET", "consent", NULL, convene_practice_authorize_consent },
  { "POST", "devicecode", "devicecode", convene_practice_device_begin },
  { "GET", "device", NULL, convene_practice_device_show },
  { "POST", "device", NULL, convene_practice_device_answer },
};

static void
begin_endpoint (Exchange *self,
                guint     i)
{
  self->perform = endpoints[i].perform;
  if (endpoints[i].name == NULL)
    {
      answer_now (self, self->perform (self->owner->state, self->request));
      return;
    }

  if (g_str_equal (endpoints[i].name, "token"))
    {
      self->grant = convene_practice_oauth_get_grant (self->request);
      convene_practice_state_count_grant (self->owner->state, self->grant);
    }
  begin (self, endpoints[i].name);
}

static void
begin_oauth (Exchange *self)
{
  GStrv path = self->request->path;

  for (guint i = 0; i < G_N_ELEMENTS (endpoints); i++)
    if (g_str_equal (endpoints[i].method, self->request->method) && g_strcmp0 (path[0], endpoints[i].path) == 0 && path[1] == NULL)
      {
        begin_endpoint (self, i);
        return;
      }

  answer_now (self, convene_practice_answer_new_error (404, 2300, "This API endpoint is not recognized."));
}

static void
begin_zoom (Exchange *self)
{
  self->call = convene_practice_zoom_find_call (self->request);
  if (self->call != NULL)
    begin (self, convene_practice_call_get_name (self->call));
  else
    answer_now (self, convene_practice_zoom_refuse (self->request));
}

static void
begin_stranger (Exchange *self)
{
  answer_now (self, convene_practice_answer_new_error (403, 403, "This is for the program alone."));
}

/* Who controls can have processes killed: other users of the machine are none of those. */
static void
begin_control (Exchange *self)
{
  if (convene_practice_peer_is_ours (soup_server_message_get_remote_address (self->message), soup_server_message_get_local_address (self->message)))
    answer_now (self, convene_practice_control_perform (self->owner->state, self->request));
  else
    begin_stranger (self);
}

static void
begin_elsewhere (Exchange *self)
{
  answer_now (self, convene_practice_answer_new_error (404, 2300, "This API endpoint is not recognized."));
}

static const struct
{
  const char *prefix;
  void (*begin) (Exchange *self);
} doors[] = {
  { "/v2", begin_zoom },
  { "/oauth", begin_oauth },
  { "/practice", begin_control },
  { "", begin_elsewhere },
};

ConvenePracticeExchanges *
convene_practice_exchanges_new (ConvenePracticeState *state)
{
  ConvenePracticeExchanges *self = g_new0 (ConvenePracticeExchanges, 1);

  self->state = state;
  self->running = g_hash_table_new_full (NULL, NULL, exchange_free, NULL);
  return self;
}

void
convene_practice_exchanges_free (ConvenePracticeExchanges *self)
{
  g_hash_table_unref (self->running);
  g_free (self);
}

void
convene_practice_exchanges_begin (ConvenePracticeExchanges *self,
                                  SoupServerMessage        *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  Exchange   *exchange = g_new0 (Exchange, 1);
  guint       i = 0;

  while (!g_str_has_prefix (path, doors[i].prefix) || (*doors[i].prefix != '\0' && strchr ("/", path[strlen (doors[i].prefix)]) == NULL))
    i++;

  exchange->owner = self;
  exchange->message = g_object_ref (message);
  exchange->request = convene_practice_arrival_read (message, path + strlen (doors[i].prefix));
  g_hash_table_add (self->running, exchange);
  soup_server_message_pause (message);

  if (convene_practice_arrival_is_from_program (message))
    doors[i].begin (exchange);
  else
    begin_stranger (exchange);
}
