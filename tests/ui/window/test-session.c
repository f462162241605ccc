/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-session.h"
#include "fake-face.h"

typedef struct
{
  FakeFace       *face;
  ConveneSession *session;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer broken)
{
  self->face = fake_face_new (GPOINTER_TO_INT (broken));
  self->session = convene_session_new (&self->face->face);
}

static void
run_until (Fixture *self,
           gboolean (*is_there) (ConveneSession *session))
{
  while (!is_there (self->session))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_idle (ConveneSession *session)
{
  return !convene_session_get_busy (session);
}

static gboolean
is_open (ConveneSession *session)
{
  return convene_session_get_engine (session) != NULL;
}

static void
tear_down (Fixture      *self,
           gconstpointer broken)
{
  convene_session_close (self->session);
  run_until (self, is_idle);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->session);
  fake_face_free (self->face);
}

static void
test_opens (Fixture      *self,
            gconstpointer broken)
{
  g_assert_false (convene_session_get_busy (self->session));
  convene_session_open (self->session);
  convene_session_open (self->session);
  g_assert_true (convene_session_get_busy (self->session));
  g_assert_null (convene_session_get_engine (self->session));

  run_until (self, is_open);
  g_assert_null (convene_session_get_error (self->session));
  g_assert_cmpuint (self->face->opened, ==, 1);
}

/* What cannot be opened is told, and opened when that was mended. */
static void
test_tries_again (Fixture      *self,
                  gconstpointer broken)
{
  convene_session_open (self->session);
  run_until (self, is_idle);
  g_assert_cmpstr (convene_session_get_error (self->session)->message, ==, FAKE_FACE_ERROR);
  g_assert_null (convene_session_get_engine (self->session));

  convene_session_open (self->session);
  g_assert_null (convene_session_get_error (self->session));
  run_until (self, is_idle);
  g_assert_nonnull (convene_session_get_error (self->session));

  self->face->broken = FALSE;
  convene_session_open (self->session);
  run_until (self, is_open);
  g_assert_null (convene_session_get_error (self->session));
  g_assert_cmpuint (self->face->opened, ==, 3);
}

/* A window closed before the profile is open leaves nothing open. */
static void
test_called_off (Fixture      *self,
                 gconstpointer broken)
{
  convene_session_open (self->session);
  convene_session_close (self->session);
  run_until (self, is_idle);
  g_assert_null (convene_session_get_engine (self->session));
  g_assert_null (convene_session_get_error (self->session));
}

static void
test_called_off_and_wanted (Fixture      *self,
                            gconstpointer broken)
{
  convene_session_open (self->session);
  convene_session_close (self->session);
  convene_session_open (self->session);
  run_until (self, is_open);
}

/* While the last engine is still being closed nobody sees it, and another window gets another one. */
static void
test_opens_after_closing (Fixture      *self,
                          gconstpointer broken)
{
  g_autoptr(ConveneEngine) first = NULL;

  convene_session_open (self->session);
  run_until (self, is_open);
  first = g_object_ref (convene_session_get_engine (self->session));

  convene_session_close (self->session);
  g_assert_null (convene_session_get_engine (self->session));
  g_assert_true (convene_session_get_busy (self->session));
  convene_session_open (self->session);
  run_until (self, is_open);
  g_assert_true (convene_session_get_engine (self->session) != first);
  g_assert_cmpuint (self->face->opened, ==, 2);
}

/* Whoever holds it has it until they release it; wanted again meanwhile, it stays. */
static void
test_held (Fixture      *self,
           gconstpointer data)
{
  ConveneEngine *engine;

  convene_session_open (self->session);
  run_until (self, is_open);
  engine = convene_session_get_engine (self->session);
  convene_engine_hold (engine);
  convene_engine_hold (engine);
  convene_session_close (self->session);
  convene_engine_release (engine);
  g_assert_true (convene_session_get_engine (self->session) == engine);
  convene_session_open (self->session);
  convene_engine_release (engine);
  g_assert_true (convene_session_get_engine (self->session) == engine);

  convene_engine_hold (engine);
  convene_session_close (self->session);
  g_assert_true (convene_session_get_busy (self->session));
  convene_engine_release (engine);
  g_assert_null (convene_session_get_engine (self->session));
  run_until (self, is_idle);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/window/session/opens", Fixture, GINT_TO_POINTER (FALSE), set_up, test_opens, tear_down);
  g_test_add ("/ui/window/session/tries-again", Fixture, GINT_TO_POINTER (TRUE), set_up, test_tries_again, tear_down);
  g_test_add ("/ui/window/session/called-off", Fixture, GINT_TO_POINTER (FALSE), set_up, test_called_off, tear_down);
  g_test_add ("/ui/window/session/called-off-and-wanted", Fixture, GINT_TO_POINTER (FALSE), set_up, test_called_off_and_wanted, tear_down);
  g_test_add ("/ui/window/session/opens-after-closing", Fixture, GINT_TO_POINTER (FALSE), set_up, test_opens_after_closing, tear_down);
  g_test_add ("/ui/window/session/held", Fixture, GINT_TO_POINTER (FALSE), set_up, test_held, tear_down);

  return g_test_run ();
}
