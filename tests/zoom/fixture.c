/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "convene-moment.h"

Fixture *
fixture_new (ConveneAccountMethod method,
             const PeerStep      *steps,
             guint                n_steps)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->peer = peer_new (steps, n_steps);
  self->clock = convene_stub_clock_new (TEST_NOW);
  self->tokens = convene_stub_tokens_new ();
  self->http = convene_http_session_new (self->clock);
  self->client = convene_zoom_client_new (self->http, self->tokens, self->clock, peer_get_url (self->peer), method, "ann@example.com");
  self->provider = CONVENE_MEETING_PROVIDER (self->client);
  return self;
}

void
fixture_free (Fixture *self)
{
  g_clear_object (&self->result);

  /* whoever called back may hold the last reference until the main loop has gone round */
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_finalize_object (self->client);
  g_assert_finalize_object (self->http);
  g_assert_finalize_object (self->tokens);
  g_assert_finalize_object (self->clock);
  peer_free (self->peer);
  g_free (self);
}

void
fixture_done_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Fixture *self = user_data;

  g_assert_true (object == G_OBJECT (self->client));
  g_set_object (&self->result, result);
}

GAsyncResult *
fixture_wait (Fixture *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return self->result;
}

ConveneInterview *
fixture_interview (void)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2026-12-01 10:00", "America/Mexico_City", NULL);

  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_agenda (interview, "Questions");
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 45);
  return interview;
}
