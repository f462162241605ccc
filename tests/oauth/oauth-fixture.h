/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-error.h"
#include "convene-http-session.h"
#include "convene-oauth-app.h"
#include "convene-oauth-session.h"
#include "stubs.h"

#include <libsoup/soup.h>

#define ID "4f2c"
#define SERVER_FORM "grant_type=account_credentials&account_id=number%2F1"
#define BASIC "Basic Y2xpZW50OnNlY3JldA==" /* client:secret */

/* Members of an Answer */
#define LOST 0, ""
#define PAIR 200, "{\"access_token\":\"access-#\",\"refresh_token\":\"refresh-#\"}"
#define SINGLE 200, "{\"access_token\":\"access-#\"}"
#define BAD_GRANT 400, "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}"
#define BAD_CLIENT 401, "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}"
#define HTML 502, "<html></html>"
#define SLOW 1, ""            /* reads the request, and says nothing */
#define TRUNCATED 2, "{\"acc" /* says that more will come, and closes the connection */
#define HUGE_BODY 3, ""       /* 5 MiB */
#define ELSEWHERE 307, "{}"   /* to the other server */

/* What the server answers to its n-th request; the last row stays. Status 0: reads the request, and closes the connection. In the body, "#" stands
 * for the request's number. */
typedef struct
{
  guint       status;
  const char *body;
} Answer;

typedef struct
{
  SoupServer          *server;
  char                *folder;
  StubClock           *clock;
  StubVault           *vault;
  ConveneHttpSession  *http;
  ConveneAccount      *account;
  ConveneOauthSession *session;

  const Answer *answers;
  gsize         n_answers;
  GPtrArray    *requests; /* "PATH AUTHORIZATION FORM" */
  GArray       *times;    /* gint64: when they came, by the clock */
  GPtrArray    *held;     /* connections of SLOW */

  SoupServer *elsewhere; /* where nothing must come */
  int         strays;

  /* of the last call */
  ConveneSecret *token;
  GError        *error;
  int            done;
} Fixture;

ConveneOauthSession *create_session (Fixture *self);

/* The same client without an account, public unless there is a secret. Owned by the fixture. */
ConveneOauthApp fixture_get_app (Fixture *self, ConveneSecret *client_secret);

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void got_cb (GObject *object, GAsyncResult *result, gpointer user_data);
void fixture_wait (Fixture *self, int count);
void fixture_get_from (Fixture *self, ConveneOauthSession *session);
void fixture_get (Fixture *self);
void fixture_set_answers (Fixture *self, const Answer *answers, gsize n_answers);
void assert_token (Fixture *self, const char *text);
void assert_error (Fixture *self, ConveneError code);
void assert_request (Fixture *self, guint index, const char *text);
