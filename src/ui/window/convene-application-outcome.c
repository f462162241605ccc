/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The invitation again, and what became of an interview. */

#include "convene-application-private.h"

#include <glib/gi18n-lib.h>

#include "convene-window.h"

/* An interview that is marked, and what it was before: while that can be taken back. */
typedef struct
{
  ConveneApplication *application; /* unowned where the window's toast holds this */
  char               *uid;
  ConveneStatus       status;
  ConveneStatus       before;
} Marking;

static Marking *
marking_new (ConveneApplication *application,
             const char         *uid,
             ConveneStatus       status)
{
  Marking *self = g_new0 (Marking, 1);

  self->application = application;
  self->uid = g_strdup (uid);
  self->status = status;
  return self;
}

static void
marking_free (gpointer data)
{
  Marking *self = data;

  g_free (self->uid);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Marking, marking_free)

/* The end of what was asked for. Whoever closed the window meanwhile, or quit, wants none for the answer. */
static void
say (ConveneApplication *self,
     const char         *words)
{
  ConveneWindow *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);

  convene_application_release_profile (self);

  if (window != NULL)
    convene_window_toast (window, words);
}

static void
resent_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = convene_scheduler_resend_finish (CONVENE_SCHEDULER (source), result, &error);

  say (self, done ? _("The invitation goes out again") : error->message);
}

static void
resend_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       user_data)
{
  ConveneApplication *self = user_data;

  if (!convene_application_is_open_for (self, "resend", target))
    return;

  convene_application_hold_profile (self);
  convene_scheduler_resend_async (convene_engine_get_scheduler (convene_application_get_engine (self)), g_variant_get_string (target, NULL), NULL, resent_cb, g_object_ref (self));
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ConveneApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = convene_scheduler_mark_finish (CONVENE_SCHEDULER (source), result, &error);

  say (self, done ? _("The interview is as it was before") : error->message);
}

static void
undo_cb (gpointer data)
{
  Marking       *marking = data;
  ConveneEngine *engine = convene_application_get_engine (marking->application);

  if (engine == NULL)
    return;

  convene_application_hold_profile (marking->application);
  convene_scheduler_mark_async (convene_engine_get_scheduler (engine), marking->uid, marking->before, NULL, taken_back_cb, g_object_ref (marking->application));
}

static const char *
describe (ConveneStatus status)
{
  switch (status)
    {
    case CONVENE_STATUS_COMPLETED:
      return _("Marked as completed");
    case CONVENE_STATUS_NO_SHOW:
      return _("Marked as no-show");
    default:
      return _("Scheduled again");
    }
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Marking) marking = user_data;
  g_autoptr(ConveneApplication) self = marking->application;
  g_autoptr(GError) error = NULL;
  gboolean       done = convene_scheduler_mark_finish (CONVENE_SCHEDULER (source), result, &error);
  ConveneWindow *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);
  const char    *words = done ? describe (marking->status) : error->message;

  if (window == NULL || !done || marking->before == marking->status)
    {
      say (self, words);
      return;
    }

  convene_application_release_profile (self);
  convene_window_toast_undo (window, words, undo_cb, g_steal_pointer (&marking), marking_free);
}

/* What it is now is what Undo makes of it again. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Marking) marking = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);
  ConveneScheduler *scheduler = convene_engine_get_scheduler (CONVENE_ENGINE (source));
  const char       *uid = marking->uid;
  ConveneStatus     status = marking->status;

  if (interview == NULL)
    {
      say (marking->application, error->message);
      g_object_unref (marking->application);
      return;
    }

  marking->before = convene_interview_get_status (interview);
  convene_scheduler_mark_async (scheduler, uid, status, NULL, marked_cb, g_steal_pointer (&marking));
}

static void
mark (ConveneApplication *self,
      const char         *uid,
      ConveneStatus       status)
{
  convene_application_hold_profile (self);
  convene_engine_find_interview_async (convene_application_get_engine (self), uid, NULL, found_cb, marking_new (g_object_ref (self), uid, status));
}

static void
mark_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  const char *uid, *nick;
  int         status;

  g_variant_get (target, "(&s&s)", &uid, &nick);
  if (!convene_enum_from_nick (CONVENE_TYPE_STATUS, nick, &status))
    g_info ("There is no status %s", nick);
  else if (convene_application_is_open_for (user_data, "mark", target))
    mark (user_data, uid, (ConveneStatus) status);
}

/* A notification may ask while no window is there; it can be taken back in one alone. */
static void
no_show_cb (GSimpleAction *action,
            GVariant      *target,
            gpointer       user_data)
{
  if (!convene_application_is_open_for (user_data, "no-show", target))
    return;

  if (convene_application_find_window (user_data, CONVENE_TYPE_WINDOW) == NULL)
    g_application_activate (user_data);
  mark (user_data, g_variant_get_string (target, NULL), CONVENE_STATUS_NO_SHOW);
}

void
convene_application_add_outcome_actions (ConveneApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "resend", .activate = resend_cb, .parameter_type = "s" },
    { .name = "mark", .activate = mark_cb, .parameter_type = "(ss)" },
    { .name = "no-show", .activate = no_show_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
