/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-portal.h"

#include <glib/gi18n-lib.h>
#include <libportal/portal.h>

#include "convene-error.h"
#include "convene-mail-draft.h"
#include "convene-mail-file.h"

#define PORTAL "org.freedesktop.portal.Desktop"

/* For so long a mail program may take to read a draft's file, in microseconds. */
#define KEEP (10 * G_TIME_SPAN_MINUTE)

typedef struct
{
  char  *path;
  gint64 made_at; /* of the monotonic clock */
} File;

struct _ConveneMailPortal
{
  GObject    parent_instance;
  GPtrArray *files; /* of File, those that are still there */
};

/* Handing a letter over: find the bus and the portal, read the letter and put its file down, ask the portal, hear from it, or that it went away.
 * libportal is given no cancellable: it frees its call when that is cancelled, and once more when the portal's first answer comes (seen with 0.6). So it
 * may still answer after the end, which nobody hears, and the desktop takes its question back when the program ends. Where the portal died with the
 * question libportal never answers, and the task stays. */
typedef struct
{
  /* inputs */
  ConveneLetter *letter;
  GPtrArray     *old; /* paths of files that may go now */

  /* progress */
  ConveneMailDraft *draft;
  char             *path; /* of the .ics; NULL without one */
  XdpPortal        *portal;
  GSource          *cancelled;
  guint             watch;
  gboolean          seen; /* the portal is on the bus */

  /* result */
  gboolean over;
} HandOver;

static void
file_free (gpointer data)
{
  File *self = data;

  g_free (self->path);
  g_free (self);
}

static void
stop_listening (HandOver *self)
{
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->cancelled != NULL)
    g_source_destroy (self->cancelled);
  g_clear_pointer (&self->cancelled, g_source_unref);
}

static void
hand_over_free (gpointer data)
{
  HandOver *self = data;

  stop_listening (self);
  g_clear_object (&self->letter);
  g_clear_pointer (&self->old, g_ptr_array_unref);
  g_clear_pointer (&self->draft, convene_mail_draft_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->portal);
  g_free (self);
}

/* The only end once the portal was asked; takes the error, which is NULL for a draft that was opened. */
static void
end (GTask  *task,
     GError *error)
{
  HandOver *self = g_task_get_task_data (task);

  self->over = TRUE;
  stop_listening (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_new0 (char *, 1), (GDestroyNotify) g_strfreev);
}

static GError *
new_cancelled (void)
{
  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _ ("The draft was not opened in a mail program: try again, or connect a mail account"));
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  end (user_data, new_cancelled ());
  return G_SOURCE_REMOVE;
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  HandOver *self = g_task_get_task_data (user_data);

  self->seen = TRUE;
}

/* It is not there before it is asked for the first time, either. Once it was and went, nobody will answer any more. */
static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  HandOver *self = g_task_get_task_data (user_data);

  if (self->seen)
    end (user_data, g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("The desktop’s portal for e-mail went away: try again, or connect a mail account")));
}

static GError *
new_no_portal (void)
{
  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("This desktop has no portal that opens a mail program: connect a mail account"));
}

/* Takes the error, which is libportal's or the bus's. */
static GError *
translate (GError *error)
{
  g_autoptr(GError) owned = error;

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return new_cancelled ();
  if (owned->domain == G_DBUS_ERROR || g_dbus_error_is_remote_error (owned))
    return new_no_portal ();

  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("No mail program could be opened: choose one in the system’s settings and try again, or connect a mail account"));
}

static void
composed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  HandOver *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gboolean opened = xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error);

  if (!self->over)
    end (task, opened ? NULL : translate (g_steal_pointer (&error)));
}

/* Takes the task. The listeners go with the end, so they need no reference of their own. */
static void
compose (GTask *task)
{
  HandOver         *self = g_task_get_task_data (task);
  ConveneMailDraft *draft = self->draft;
  const char *const attachments[] = { self->path, NULL };

  self->portal = xdp_portal_new ();
  self->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, PORTAL, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, vanished_cb, task, NULL);
  if (g_task_get_cancellable (task) != NULL)
    {
      self->cancelled = g_cancellable_source_new (g_task_get_cancellable (task));
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), task, NULL);
      g_source_attach (self->cancelled, g_task_get_context (task));
    }

  xdp_portal_compose_email (self->portal, NULL, (const char *const *) draft->to, (const char *const *) draft->cc, (const char *const *) draft->bcc,
                            draft->subject, draft->text, self->path != NULL ? attachments : NULL, XDP_EMAIL_FLAG_NONE, NULL, composed_cb, task);
}

static void
remember (ConveneMailPortal *self,
          const char        *path)
{
  File *file = g_new0 (File, 1);

  file->path = g_strdup (path);
  file->made_at = g_get_monotonic_time ();
  g_ptr_array_add (self->files, file);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  HandOver *self = g_task_get_task_data (task);
  GError   *error = NULL;

  if (self->path != NULL)
    remember (CONVENE_MAIL_PORTAL (source), self->path);

  if (g_task_propagate_boolean (G_TASK (result), &error) && !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    compose (g_steal_pointer (&task));
  else
    g_task_return_error (task, error->domain == CONVENE_ERROR ? error : translate (error));
}

/* In a thread: everything that waits for a disk. */
static void
prepare (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  HandOver *self = task_data;
  GError   *error = NULL;

  for (guint i = 0; i < self->old->len; i++)
    convene_mail_file_remove (g_ptr_array_index (self->old, i));

  self->draft = convene_mail_draft_new (self->letter, &error);
  if (self->draft != NULL && self->draft->calendar != NULL)
    self->path = convene_mail_file_write (self->draft->calendar, &error);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr(GTask) preparing = NULL;

  if (reply == NULL)
    {
      g_task_return_error (task, new_no_portal ());
      return;
    }

  preparing = g_task_new (g_task_get_source_object (task), NULL, prepared_cb, g_object_ref (task));
  g_task_set_task_data (preparing, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (preparing, prepare);
}

/* Starts the portal where it sleeps. Where there is none libportal would only complain in the log. */
static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    g_task_return_error (task, new_no_portal ());
  else
    g_dbus_connection_call (bus, PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.DBus.Peer", "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, started_cb, g_object_ref (task));
}

/* Those that no mail program still has to read: their paths. */
static GPtrArray *
steal_old (ConveneMailPortal *self)
{
  GPtrArray *old = g_ptr_array_new_with_free_func (g_free);
  gint64     now = g_get_monotonic_time ();

  while (self->files->len > 0 && now - ((File *) g_ptr_array_index (self->files, 0))->made_at > KEEP)
    {
      g_ptr_array_add (old, g_strdup (((File *) g_ptr_array_index (self->files, 0))->path));
      g_ptr_array_remove_index (self->files, 0);
    }

  return old;
}

static gboolean
convene_mail_portal_is_unattended (ConveneLetterCarrier *carrier)
{
  return FALSE;
}

static void
convene_mail_portal_send_async (ConveneLetterCarrier *carrier,
                                ConveneLetter        *letter,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (carrier, cancellable, callback, user_data);
  HandOver *hand_over = g_new0 (HandOver, 1);

  hand_over->letter = g_object_ref (letter);
  hand_over->old = steal_old (CONVENE_MAIL_PORTAL (carrier));
  /* A draft that was opened is open, whatever was cancelled since. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, convene_mail_portal_send_async);
  g_task_set_task_data (task, hand_over, hand_over_free);

  /* libportal would ask for it again, and wait for the answer. */
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, g_steal_pointer (&task));
}

static GStrv
convene_mail_portal_send_finish (ConveneLetterCarrier *carrier,
                                 GAsyncResult         *result,
                                 GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, carrier), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
letter_carrier_iface_init (ConveneLetterCarrierInterface *iface)
{
  iface->is_unattended = convene_mail_portal_is_unattended;
  iface->send_async = convene_mail_portal_send_async;
  iface->send_finish = convene_mail_portal_send_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneMailPortal, convene_mail_portal, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_LETTER_CARRIER, letter_carrier_iface_init))

static void
convene_mail_portal_finalize (GObject *object)
{
  ConveneMailPortal *self = CONVENE_MAIL_PORTAL (object);

  for (guint i = 0; i < self->files->len; i++)
    convene_mail_file_remove (((File *) g_ptr_array_index (self->files, i))->path);
  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (convene_mail_portal_parent_class)->finalize (object);
}

static void
convene_mail_portal_class_init (ConveneMailPortalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_mail_portal_finalize;
}

static void
convene_mail_portal_init (ConveneMailPortal *self)
{
  self->files = g_ptr_array_new_with_free_func (file_free);
}

ConveneLetterCarrier *
convene_mail_portal_new (void)
{
  return g_object_new (CONVENE_TYPE_MAIL_PORTAL, NULL);
}
