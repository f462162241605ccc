/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-http-session.h"

#include <libsoup/soup.h>

/* A source of numbered tokens, "token-1" on. */
#define STUB_TYPE_SOURCE (stub_source_get_type ())
G_DECLARE_FINAL_TYPE (StubSource, stub_source, STUB, SOURCE, GObject)

struct _StubSource
{
  GObject parent_instance;

  int         number;
  int         asked;
  const char *text;     /* the token instead, or NULL */
  int         fails_at; /* the asking that fails, or 0 */
};

/* What the server answers to its n-th request; the last row stays. */
typedef struct
{
  guint       status;
  const char *body;
  const char *header; /* "Name: value", or NULL */
} Answer;

typedef struct
{
  SoupServer         *server;
  char               *uri;
  ConveneClock       *clock;
  ConveneHttpSession *http;
  StubSource         *source;

  const Answer *answers;
  gsize         n_answers;
  GPtrArray    *requests; /* "METHOD PATH?QUERY\nheaders\n\nbody" */

  /* of the last request */
  ConveneHttpReply *reply;
  GError           *error;
  gboolean          done;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_clear (Fixture *self);
void fixture_wait (Fixture *self);
void fixture_begin (Fixture *self, const char *method, const char *uri, const char *body, ConveneTokenSource *source, GCancellable *cancellable);
void fixture_send (Fixture *self, const char *method, const char *path, const char *body, ConveneTokenSource *source);
void fixture_set_answers (Fixture *self, const Answer *answers, gsize n_answers);
void form_sent_cb (GObject *object, GAsyncResult *result, gpointer user_data);
void assert_has (Fixture *self, guint index, const char *text);
void assert_has_not (Fixture *self, guint index, const char *text);
