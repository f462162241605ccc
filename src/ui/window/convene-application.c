/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-application-private.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "convene-accounts-window.h"
#include "convene-background.h"
#include "convene-compat.h"
#include "convene-desktop-notifier.h"
#include "convene-names.h"
#include "convene-opener.h"
#include "convene-search-provider.h"
#include "convene-session.h"
#include "convene-window-drop.h"
#include "convene-window.h"

/* A notification that an account is connected, for whoever is still in the browser. */
#define CONNECTED "connected"

#define RESOURCES "/io/github/conveneapp/Convene"

struct _ConveneApplication
{
  AdwApplication parent_instance;

  const ConveneFace     *face;
  ConveneSession        *session;
  gboolean               held; /* the process stays while the session is busy */
  ConveneUriOpener      *opener;
  ConveneNotifier       *notifier;
  ConveneBackground     *background;
  ConveneSearchProvider *provider; /* NULL in practice, whose interviews are invented */
  gboolean               leaving;  /* the person asked for the end, not for the windows to be closed */

  /* What was asked for before the profile was open. */
  char      *pending;
  GVariant  *pending_target;
  GPtrArray *waiting; /* of GFile, to be opened */

  guint signal_sources[3];
};

G_DEFINE_FINAL_TYPE (ConveneApplication, convene_application, ADW_TYPE_APPLICATION)

/* The list of windows is the application's own: no second one is kept. */
gpointer
convene_application_find_window (ConveneApplication *self,
                                 GType               type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;

  return NULL;
}

static void
close_windows (ConveneApplication *self)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)), (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  /* Closing one may close others. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

/* A window that belongs to the main one stands before it. */
void
convene_application_present (ConveneApplication *self,
                             GtkWindow          *window)
{
  GtkWindow *main_window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);

  if (main_window != NULL && main_window != window)
    {
      /* It may still wait for the interviews, and must not come last. */
      if (!gtk_widget_get_visible (GTK_WIDGET (main_window)))
        gtk_window_present (main_window);
      gtk_window_set_transient_for (window, main_window);
    }
  gtk_window_present (window);
}

/* Whether the profile is open. What needs it and comes earlier, as from the desktop's menu, is done as soon as it is. */
gboolean
convene_application_is_open_for (ConveneApplication *self,
                                 const char         *action,
                                 GVariant           *target)
{
  if (convene_session_get_engine (self->session) != NULL)
    return TRUE;

  g_free (self->pending);
  g_clear_pointer (&self->pending_target, g_variant_unref);
  self->pending = g_strdup (action);
  self->pending_target = target != NULL ? g_variant_ref (target) : NULL;
  g_application_activate (G_APPLICATION (self));
  return FALSE;
}

void
convene_application_hold_profile (ConveneApplication *self)
{
  convene_engine_hold (convene_session_get_engine (self->session));
}

void
convene_application_release_profile (ConveneApplication *self)
{
  convene_engine_release (convene_session_get_engine (self->session));
}

static void
do_pending (ConveneApplication *self)
{
  g_autofree char *pending = g_steal_pointer (&self->pending);
  g_autoptr(GVariant) target = g_steal_pointer (&self->pending_target);

  if (pending != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), pending, target);
}

/* On Wayland a window may not put itself before the browser: there a notification says that it worked. */
static void
account_connected_cb (GtkWindow      *window,
                      ConveneAccount *account,
                      gpointer        user_data)
{
  ConveneApplication *self = user_data;
  GdkDisplay         *display = gtk_widget_get_display (GTK_WIDGET (window));
  g_autofree char    *title = NULL;

  if (gtk_window_is_active (window) || !g_str_equal (G_OBJECT_TYPE_NAME (display), "GdkWaylandDisplay"))
    return;

  /* Translators: %s is the mail address of an account */
  title = g_strdup_printf (_("%s is connected"), convene_account_get_address (account));
  convene_notifier_notify (self->notifier, CONNECTED, title, _("Convene is ready to go on."), "app.connected-apps", NULL);
}

static void
accounts_active_cb (GtkWindow  *window,
                    GParamSpec *pspec,
                    gpointer    user_data)
{
  if (gtk_window_is_active (window))
    convene_notifier_withdraw (CONVENE_APPLICATION (user_data)->notifier, CONNECTED);
}

static ConveneAccountsWindow *
get_accounts_window (ConveneApplication *self)
{
  ConveneAccountsWindow *accounts = convene_application_find_window (self, CONVENE_TYPE_ACCOUNTS_WINDOW);

  if (accounts != NULL)
    return accounts;

  accounts = convene_accounts_window_new (GTK_APPLICATION (self), convene_session_get_engine (self->session), NULL);
  g_object_set (accounts, "opener", self->opener, "database", self->face->database, NULL);
  g_signal_connect_object (accounts, "connected", G_CALLBACK (account_connected_cb), self, 0);
  g_signal_connect_object (accounts, "notify::is-active", G_CALLBACK (accounts_active_cb), self, 0);
  return accounts;
}

static void
show_accounts (ConveneApplication *self,
               const char         *page)
{
  ConveneAccountsWindow *accounts = get_accounts_window (self);

  convene_application_present (self, GTK_WINDOW (accounts));

  /* A form takes the focus. GTK 4.8 does not tell a screen reader that it is a window where that comes before it is shown. */
  if (page != NULL)
    convene_accounts_window_show_page (accounts, page);
}

static void
connected_apps_cb (GSimpleAction *action,
                   GVariant      *target,
                   gpointer       user_data)
{
  if (convene_application_is_open_for (user_data, "connected-apps", target))
    show_accounts (user_data, NULL);
}

static void
connect_cb (GSimpleAction *action,
            GVariant      *target,
            gpointer       user_data)
{
  if (convene_application_is_open_for (user_data, "connect", target))
    show_accounts (user_data, g_variant_get_string (target, NULL));
}

/* What a notification asks for may start the program: the main window comes with it. */
static void
reconnect_cb (GSimpleAction *action,
              GVariant      *target,
              gpointer       user_data)
{
  ConveneApplication    *self = user_data;
  ConveneAccountsWindow *accounts;

  if (!convene_application_is_open_for (self, "reconnect", target))
    return;

  if (convene_application_find_window (self, CONVENE_TYPE_WINDOW) == NULL)
    g_application_activate (G_APPLICATION (self));
  accounts = get_accounts_window (self);
  convene_application_present (self, GTK_WINDOW (accounts));
  convene_accounts_window_reconnect (accounts, g_variant_get_string (target, NULL));
}

static void
show_interview_cb (GSimpleAction *action,
                   GVariant      *target,
                   gpointer       user_data)
{
  ConveneApplication *self = user_data;

  if (!convene_application_is_open_for (self, "show-interview", target))
    return;

  g_application_activate (G_APPLICATION (self));
  convene_window_show_interview (convene_application_find_window (self, CONVENE_TYPE_WINDOW), g_variant_get_string (target, NULL));
}

/* Practice is a profile, an application id and so a process of its own. */
static void
practice_cb (GSimpleAction *action,
             GVariant      *target,
             gpointer       user_data)
{
  ConveneApplication *self = user_data;
  ConveneWindow      *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autoptr(GSubprocess) practice = NULL;

  if (program != NULL)
    practice = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--practice", NULL);
  if (practice != NULL)
    return;

  g_warning ("Starting practice: %s", error->message);
  if (window != NULL)
    convene_window_toast (window, _("The practice account could not be started"));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       user_data)
{
  ConveneApplication *self = user_data;

  convene_compat_show_about (gtk_application_get_active_window (GTK_APPLICATION (self)), self->face->application_id, self->face->version);
}

static void
try_again_cb (GSimpleAction *action,
              GVariant      *target,
              gpointer       user_data)
{
  convene_session_open (CONVENE_APPLICATION (user_data)->session);
}

/* Closing the windows is what quits: each of them keeps what it has to keep. What is due waits for the next start then. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  ConveneApplication *self = user_data;

  self->leaving = TRUE;
  if (gtk_application_get_windows (GTK_APPLICATION (self)) != NULL)
    close_windows (self);
  else if (self->held)
    convene_session_close (self->session);
  else
    g_application_quit (G_APPLICATION (self));
}

static gboolean
signalled_cb (gpointer user_data)
{
  g_action_group_activate_action (user_data, "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static void
session_changed_cb (ConveneSession *session,
                    gpointer        user_data)
{
  ConveneApplication *self = user_data;
  ConveneWindow      *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);

  convene_background_set_engine (self->background, convene_session_get_engine (session));
  if (window != NULL)
    {
      convene_window_set_engine (window, convene_session_get_engine (session));
      convene_window_set_error (window, convene_session_get_error (session));
    }
  if (convene_session_get_engine (session) != NULL)
    do_pending (self);
  convene_application_open_waiting (self);
}

/* The process stays until the engine is closed, although no window is left. */
static void
session_busy_cb (ConveneSession *session,
                 GParamSpec     *pspec,
                 gpointer        user_data)
{
  ConveneApplication *self = user_data;
  gboolean            busy = convene_session_get_busy (session);

  if (busy == self->held)
    return;

  self->held = busy;
  if (busy)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));

  /* Nobody who searches keeps what was asked to end. */
  if (!busy && self->leaving && gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    g_application_quit (G_APPLICATION (self));
}

static void
convene_application_activate (GApplication *application)
{
  ConveneApplication *self = CONVENE_APPLICATION (application);
  GtkWidget          *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);

  self->leaving = FALSE;
  convene_session_open (self->session);
  if (window == NULL)
    {
      window = convene_window_new (GTK_APPLICATION (self), convene_session_get_engine (self->session), self->face->practice);
      convene_window_set_error (CONVENE_WINDOW (window), convene_session_get_error (self->session));
      convene_window_drop_add (GTK_WINDOW (window));
    }
  convene_window_present_soon (CONVENE_WINDOW (window));
}

static void
convene_application_open (GApplication *application,
                          GFile       **files,
                          int           n_files,
                          const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (CONVENE_APPLICATION (application)->waiting, g_object_ref (files[i]));
  g_application_activate (application);
  convene_application_open_waiting (CONVENE_APPLICATION (application));
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } entries[] = {
    { "app.schedule", { "<Control>n", NULL } },
    { "app.open-file", { "<Control>o", NULL } },
    { "app.preferences", { "<Control>comma", NULL } },
    { "app.shortcuts", { "<Control>question", NULL } },
    { "app.quit", { "<Control>q", NULL } },
    { "win.reschedule", { "<Control>r", NULL } },
    { "win.edit", { "<Control>e", NULL } },
    { "win.join-next", { "<Control>j", NULL } },
    { "win.print-day", { "<Control>p", NULL } },
    { "win.search", { "<Control>f", NULL } },
    { "win.go-to-date", { "<Control>g", NULL } },
    { "window.close", { "<Control>w", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_application_set_accels_for_action (application, entries[i].action, entries[i].accelerators);
}

static void
add_actions (ConveneApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "connected-apps", .activate = connected_apps_cb },
    { .name = "connect", .activate = connect_cb, .parameter_type = "s" },
    { .name = "reconnect", .activate = reconnect_cb, .parameter_type = "s" },
    { .name = "show-interview", .activate = show_interview_cb, .parameter_type = "s" },
    { .name = "about", .activate = about_cb },
    { .name = "try-again", .activate = try_again_cb },
    { .name = "quit", .activate = quit_cb },
  };
  /* Practice is not offered inside of practice: menus leave out what is missing. */
  static const GActionEntry own_entries[] = {
    { .name = "practice", .activate = practice_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  convene_application_add_life_actions (self);
  convene_application_add_outcome_actions (self);
  convene_application_add_open_actions (self);
  convene_application_add_desktop_actions (self);
  if (!self->face->practice)
    g_action_map_add_action_entries (G_ACTION_MAP (self), own_entries, G_N_ELEMENTS (own_entries), self);
}

static void
read_icons_func (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_task_return_boolean (task, gtk_icon_theme_has_icon (source, "open-menu-symbolic"));
}

/* GTK reads the theme on a thread, too, but what libadwaita and the application add to it makes it read all again with the first icon that is drawn. Once
 * it is set up, icons may be looked up by any thread. */
static void
read_icons (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr(GTask) task = display != NULL ? g_task_new (gtk_icon_theme_get_for_display (display), NULL, NULL, NULL) : NULL;

  if (task != NULL)
    g_task_run_in_thread (task, read_icons_func);
}

static void
convene_application_startup (GApplication *application)
{
  static const int    signals[] = { SIGINT, SIGTERM, SIGHUP };
  ConveneApplication *self = CONVENE_APPLICATION (application);

  /* Started by the desktop: for a window that is asked for in a moment, or for what is due. Opening goes on while the toolkit gets ready. */
  if (!self->face->practice || (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) == 0)
    convene_session_open (self->session);

  G_APPLICATION_CLASS (convene_application_parent_class)->startup (application);

  read_icons ();
  convene_name_menus ();
  add_actions (self);
  add_accelerators (GTK_APPLICATION (self));
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    self->signal_sources[i] = g_unix_signal_add (signals[i], signalled_cb, self);
}

static void
convene_application_window_added (GtkApplication *application,
                                  GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (convene_application_parent_class)->window_added (application, window);

  convene_background_set_visible (CONVENE_APPLICATION (application)->background, TRUE);
}

static gboolean
is_searched (ConveneApplication *self)
{
  return self->provider != NULL && convene_search_provider_get_busy (self->provider);
}

static void
background_idle_cb (ConveneBackground *background,
                    gpointer           user_data)
{
  ConveneApplication *self = user_data;

  if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL && !is_searched (self))
    convene_session_close (self->session);
}

/* The desktop may have started the process for a search alone, and asks again with the next letter: also where the profile cannot be opened. */
static void
searched_cb (ConveneApplication *self)
{
  if (is_searched (self))
    {
      g_application_hold (G_APPLICATION (self));
      return;
    }

  g_application_release (G_APPLICATION (self));
  convene_background_look (self->background);
}

/* Before the name on the bus is ours: who has it started finds this there. */
static gboolean
convene_application_dbus_register (GApplication    *application,
                                   GDBusConnection *connection,
                                   const char      *object_path,
                                   GError         **error)
{
  ConveneApplication *self = CONVENE_APPLICATION (application);
  g_autofree char    *path = g_strconcat (object_path, CONVENE_SEARCH_PROVIDER_PATH, NULL);
  g_autoptr(GError) refusal = NULL;

  if (!G_APPLICATION_CLASS (convene_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;

  if (self->provider != NULL && !convene_search_provider_export (self->provider, connection, path, &refusal))
    g_warning ("Searches of the desktop are not answered: %s", refusal->message);
  return TRUE;
}

static void
convene_application_dbus_unregister (GApplication    *application,
                                     GDBusConnection *connection,
                                     const char      *object_path)
{
  ConveneApplication *self = CONVENE_APPLICATION (application);

  if (self->provider != NULL)
    convene_search_provider_unexport (self->provider);
  G_APPLICATION_CLASS (convene_application_parent_class)->dbus_unregister (application, connection, object_path);
}

/* The others belong to the main window, and the engine to all, and to what is due. */
static void
convene_application_window_removed (GtkApplication *application,
                                    GtkWindow      *window)
{
  ConveneApplication *self = CONVENE_APPLICATION (application);

  GTK_APPLICATION_CLASS (convene_application_parent_class)->window_removed (application, window);

  if (CONVENE_IS_WINDOW (window))
    close_windows (self);
  if (gtk_application_get_windows (application) != NULL)
    return;

  if (self->leaving || convene_session_get_engine (self->session) == NULL)
    convene_session_close (self->session);
  convene_background_set_visible (self->background, FALSE);
}

static void
convene_application_dispose (GObject *object)
{
  ConveneApplication *self = CONVENE_APPLICATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->background);
  g_clear_object (&self->provider);
  g_clear_object (&self->session);
  g_clear_object (&self->opener);
  g_clear_object (&self->notifier);
  g_clear_pointer (&self->pending, g_free);
  g_clear_pointer (&self->pending_target, g_variant_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (convene_application_parent_class)->dispose (object);
}

static void
convene_application_class_init (ConveneApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_application_dispose;

  application_class->startup = convene_application_startup;
  application_class->activate = convene_application_activate;
  application_class->open = convene_application_open;
  application_class->dbus_register = convene_application_dbus_register;
  application_class->dbus_unregister = convene_application_dbus_unregister;

  GTK_APPLICATION_CLASS (klass)->window_added = convene_application_window_added;
  GTK_APPLICATION_CLASS (klass)->window_removed = convene_application_window_removed;
}

static void
convene_application_init (ConveneApplication *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

ConveneApplication *
convene_application_new (const ConveneFace *face)
{
  ConveneApplication *self;

  g_return_val_if_fail (face != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_APPLICATION,
                       "application-id", face->application_id,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCES,
                       NULL);
  self->face = face;
  self->opener = convene_opener_new ();
  self->notifier = convene_desktop_notifier_new (G_APPLICATION (self));
  self->background = convene_background_new (face, self->notifier);
  g_signal_connect_object (self->background, "idle", G_CALLBACK (background_idle_cb), self, 0);
  self->session = convene_session_new (face);
  g_signal_connect (self->session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect (self->session, "notify::busy", G_CALLBACK (session_busy_cb), self);
  if (!face->practice)
    {
      self->provider = convene_search_provider_new (self->session, G_ACTION_GROUP (self));
      g_signal_connect_object (self->provider, "notify::busy", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}

ConveneEngine *
convene_application_get_engine (ConveneApplication *self)
{
  g_return_val_if_fail (CONVENE_IS_APPLICATION (self), NULL);

  return convene_session_get_engine (self->session);
}

GPtrArray *
convene_application_get_waiting (ConveneApplication *self)
{
  return self->waiting;
}
