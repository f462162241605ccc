/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include <glib/gstdio.h>

void
ui_fixture_result_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
ui_fixture_await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

void
ui_fixture_run_until (UiFixture         *self,
                      UiFixtureCondition condition,
                      gpointer           user_data)
{
  while (!condition (user_data))
    g_main_context_iteration (NULL, TRUE);
}

void
ui_fixture_run_pending (UiFixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

gint64
ui_fixture_now (UiFixture *self)
{
  return convene_clock_now (self->clock);
}

void
ui_fixture_advance (UiFixture *self,
                    gint64     microseconds)
{
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->clock), microseconds);
}

static void
open_engine (UiFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  self->engine = convene_engine_new (self->folder, self->vault, self->clock, NULL, NULL);
  convene_engine_open_async (self->engine, NULL, ui_fixture_result_cb, &result);
  convene_engine_open_finish (self->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

static void
open_store (UiFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  self->store = convene_store_new (self->folder);
  convene_store_open_async (self->store, NULL, ui_fixture_result_cb, &result);
  convene_store_open_finish (self->store, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

UiFixture *
ui_fixture_new_in (const char *folder)
{
  UiFixture *self = g_new0 (UiFixture, 1);

  self->folder = g_strdup (folder);
  self->clock = convene_scaled_clock_new (0, UI_FIXTURE_NOW, 0);
  self->vault = convene_memory_vault_new ();
  open_engine (self);
  open_store (self);
  return self;
}

UiFixture *
ui_fixture_new (void)
{
  g_autofree char *folder = g_dir_make_tmp ("convene-ui-XXXXXX", NULL);
  UiFixture       *self = ui_fixture_new_in (folder);

  self->temporary = TRUE;
  return self;
}

static void
close_engine (UiFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_close_async (self->engine, NULL, ui_fixture_result_cb, &result);
  convene_engine_close_finish (self->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

static void
close_store (UiFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_store_close_async (self->store, NULL, ui_fixture_result_cb, &result);
  convene_store_close_finish (self->store, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  const char *argv[] = { "rm", "-rf", path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* What a thread or the other side of a socket still answers holds a reference for a moment; one that was leaked stays. */
static void
let_go (gpointer object)
{
  for (guint i = 0; i < 1000 && ((GObject *) object)->ref_count > 1; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

void
ui_fixture_free (UiFixture *self)
{
  close_store (self);
  close_engine (self);

  /* Sources that hold a reference until they are dispatched. */
  ui_fixture_run_pending (self);
  let_go (self->store);
  let_go (self->engine);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_assert_finalize_object (g_steal_pointer (&self->vault));
  g_assert_finalize_object (g_steal_pointer (&self->clock));
  if (self->temporary)
    remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

void
ui_fixture_commit (UiFixture     *self,
                   ConveneChange *change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_store_commit_async (self->store, change, NULL, ui_fixture_result_cb, &result);
  convene_store_commit_finish (self->store, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

ConveneInterview *
ui_fixture_find (UiFixture  *self,
                 const char *uid)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview;

  convene_engine_find_interview_async (self->engine, uid, NULL, ui_fixture_result_cb, &result);
  interview = convene_engine_find_interview_finish (self->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  return interview;
}
