/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-application-private.h"

#include <glib/gi18n-lib.h>

#include "convene-cancel-window.h"
#include "convene-fix-window.h"
#include "convene-window.h"
#include "convene-wizard.h"

/* What was done to an interview, while it can be taken back. */
typedef struct
{
  ConveneApplication *application; /* unowned: its window holds the toast, and the toast this */
  ConvenePlan        *plan;
} Done;

static void
done_free (gpointer data)
{
  Done *self = data;

  g_object_unref (self->plan);
  g_free (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  ConveneWindow *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);
  gboolean       undone = convene_scheduler_undo_finish (CONVENE_SCHEDULER (source), result, &error);

  if (window != NULL)
    convene_window_toast (window, undone ? _("The interview is as it was before") : error->message);
}

static void
undo_cb (gpointer data)
{
  Done          *done = data;
  ConveneEngine *engine = convene_application_get_engine (done->application);

  if (engine != NULL)
    convene_scheduler_undo_async (convene_engine_get_scheduler (engine), done->plan, NULL, undone_cb, g_object_ref (done->application));
}

void
convene_application_offer_undo (ConveneApplication *self,
                                ConvenePlan        *plan,
                                const char         *words)
{
  ConveneWindow *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);
  Done          *done;

  g_return_if_fail (CONVENE_IS_PLAN (plan));
  g_return_if_fail (words != NULL);

  if (window == NULL)
    return;

  done = g_new0 (Done, 1);
  done->application = self;
  done->plan = g_object_ref (plan);
  convene_window_toast_undo (window, words, undo_cb, done, done_free);
}

/* Without a plan nothing can be taken back. */
static void
saved_cb (GtkWindow   *window,
          ConvenePlan *plan,
          const char  *words,
          gpointer     user_data)
{
  ConveneWindow *main_window = convene_application_find_window (user_data, CONVENE_TYPE_WINDOW);

  if (plan != NULL)
    convene_application_offer_undo (user_data, plan, words);
  else if (main_window != NULL)
    convene_window_toast (main_window, words);
}

/* What such a window does is told in the main one, which may not be there if a notification asked for it. */
static void
present_before_main (ConveneApplication *self,
                     gpointer            window)
{
  if (convene_application_find_window (self, CONVENE_TYPE_WINDOW) == NULL)
    g_application_activate (G_APPLICATION (self));

  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, 0);
  convene_application_present (self, window);
}

/* The one that changes that interview already, or that schedules a new one where `uid` is NULL. A wizard for another one stays too: what was typed there is
 * not kept. */
static GtkWindow *
find_wizard (ConveneApplication *self,
             const char         *uid)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CONVENE_IS_WIZARD (l->data) && g_strcmp0 (convene_wizard_get_uid (l->data), uid) == 0)
      return l->data;

  return NULL;
}

GtkWindow *
convene_application_show_wizard (ConveneApplication *self,
                                 const char         *uid,
                                 int                 step)
{
  GtkWindow *wizard = find_wizard (self, uid);

  if (wizard != NULL)
    {
      convene_application_present (self, wizard);
      return wizard;
    }

  wizard = GTK_WINDOW (convene_wizard_new_edit (GTK_APPLICATION (self), convene_application_get_engine (self), uid, step));
  present_before_main (self, wizard);
  return wizard;
}

/* `when`: see convene_wizard_new (). */
static void
schedule (ConveneApplication *self,
          const char         *when)
{
  GtkWindow *wizard = find_wizard (self, NULL);

  if (wizard == NULL)
    wizard = GTK_WINDOW (convene_wizard_new (GTK_APPLICATION (self), convene_application_get_engine (self), when));
  else if (when != NULL)
    convene_wizard_begin_on (CONVENE_WIZARD (wizard), when);
  convene_application_present (self, wizard);
}

static void
schedule_cb (GSimpleAction *action,
             GVariant      *target,
             gpointer       user_data)
{
  if (convene_application_is_open_for (user_data, "schedule", target))
    schedule (user_data, NULL);
}

static void
schedule_on_cb (GSimpleAction *action,
                GVariant      *target,
                gpointer       user_data)
{
  if (convene_application_is_open_for (user_data, "schedule-on", target))
    schedule (user_data, g_variant_get_string (target, NULL));
}

static void
reschedule_cb (GSimpleAction *action,
               GVariant      *target,
               gpointer       user_data)
{
  if (convene_application_is_open_for (user_data, "reschedule", target))
    convene_application_show_wizard (user_data, g_variant_get_string (target, NULL), CONVENE_WIZARD_RESCHEDULE);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  if (convene_application_is_open_for (user_data, "edit", target))
    convene_application_show_wizard (user_data, g_variant_get_string (target, NULL), CONVENE_WIZARD_EDIT);
}

static void
fix_cb (GSimpleAction *action,
        GVariant      *target,
        gpointer       user_data)
{
  ConveneApplication *self = user_data;
  GtkWindow          *older = convene_application_find_window (self, CONVENE_TYPE_FIX_WINDOW);

  if (!convene_application_is_open_for (self, "fix", target))
    return;

  if (older != NULL)
    gtk_window_close (older);
  present_before_main (self, convene_fix_window_new (GTK_APPLICATION (self), convene_application_get_engine (self), g_variant_get_string (target, NULL)));
}

static void
cancel_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       user_data)
{
  ConveneApplication *self = user_data;
  GtkWindow          *older = convene_application_find_window (self, CONVENE_TYPE_CANCEL_WINDOW);

  if (!convene_application_is_open_for (self, "cancel-interview", target))
    return;

  if (older != NULL)
    gtk_window_close (older);
  present_before_main (self, convene_cancel_window_new (GTK_APPLICATION (self), convene_application_get_engine (self), g_variant_get_string (target, NULL)));
}

static void
join_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  if (convene_application_is_open_for (user_data, "join", target))
    convene_application_join (user_data, g_variant_get_string (target, NULL));
}

void
convene_application_add_life_actions (ConveneApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "schedule", .activate = schedule_cb },
    { .name = "schedule-on", .activate = schedule_on_cb, .parameter_type = "s" },
    { .name = "reschedule", .activate = reschedule_cb, .parameter_type = "s" },
    { .name = "edit", .activate = edit_cb, .parameter_type = "s" },
    { .name = "cancel-interview", .activate = cancel_cb, .parameter_type = "s" },
    { .name = "fix", .activate = fix_cb, .parameter_type = "s" },
    { .name = "join", .activate = join_cb, .parameter_type = "s" },
    { .name = "start", .activate = join_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
