/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-application-private.h"

#include <glib/gi18n-lib.h>

#include "convene-details.h"
#include "convene-inspector.h"
#include "convene-toast.h"
#include "convene-window.h"

/* Somebody who wants to join: its link is read, then it is looked at whether that leads anywhere. */
typedef struct
{
  ConveneApplication *application;
  char               *uid;
  char               *link;
  gboolean            open; /* nobody has to wait for the host */
} Joining;

static void
joining_free (Joining *self)
{
  g_object_unref (self->application);
  g_free (self->uid);
  g_free (self->link);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Joining, joining_free)

/* A notification may ask while no window is there: what has to be said is said in one. */
static GtkWidget *
get_window (Joining *self)
{
  if (convene_application_find_window (self->application, CONVENE_TYPE_WINDOW) == NULL)
    g_application_activate (G_APPLICATION (self->application));

  return convene_application_find_window (self->application, CONVENE_TYPE_WINDOW);
}

/* VC-38: Zoom waits with whoever comes before the host, who may be the person that asks; where nobody has to wait there is nothing to say. */
static void
open_link (Joining         *self,
           GtkWidget       *window,
           ConveneJoinState state)
{
  if (state == CONVENE_JOIN_NOT_STARTED && !self->open)
    convene_toast (window, _("The host has not started the meeting yet"));
  convene_open (window, self->link);
}

static void
answer (Joining         *self,
        ConveneJoinState state)
{
  GtkWidget *window = get_window (self);

  if (state == CONVENE_JOIN_GONE)
    convene_toast_action (window, _("This meeting is no longer valid"), _("Fix"), "app.fix", self->uid);
  else if (self->link == NULL)
    convene_toast (window, _("There is no link to join by yet"));
  else
    open_link (self, window, state);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Joining) self = user_data;
  g_autoptr(GError) error = NULL;
  ConveneJoinState state = convene_inspector_look_finish (CONVENE_INSPECTOR (source), result, &error);

  /* Who cannot be asked says nothing against the link. */
  answer (self, error == NULL ? state : CONVENE_JOIN_UNKNOWN);
}

static gboolean
is_open (ConveneMeeting *meeting)
{
  return meeting != NULL && convene_meeting_get_entry (meeting) == CONVENE_ENTRY_OPEN;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Joining) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);
  const char *uid = self->uid;

  if (interview == NULL)
    {
      convene_toast (get_window (self), error->message);
      return;
    }

  self->link = g_strdup (convene_details_get_link (interview));
  self->open = is_open (convene_interview_get_meeting (interview));
  convene_inspector_look_async (convene_engine_get_inspector (CONVENE_ENGINE (source)), uid, NULL, looked_cb, g_steal_pointer (&self));
}

void
convene_application_join (ConveneApplication *self,
                          const char         *uid)
{
  ConveneEngine *engine = convene_application_get_engine (self);
  Joining       *joining;

  g_return_if_fail (engine != NULL);
  g_return_if_fail (uid != NULL);

  joining = g_new0 (Joining, 1);
  joining->application = g_object_ref (self);
  joining->uid = g_strdup (uid);
  convene_engine_find_interview_async (engine, uid, NULL, found_cb, joining);
}
