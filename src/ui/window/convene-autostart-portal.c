/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-autostart-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* Names a question of ours. */
#define TOKEN "convene_autostart"

/* One question to org.freedesktop.portal.Background: a call, whose real answer is a signal of an object that we name. Counted: the call holds it, and
 * the signal. */
typedef struct
{
  GTask           *task;
  gboolean         wanted;
  gboolean         answered;
  GDBusConnection *bus;
  guint            subscription;
} Question;

static void
question_clear (gpointer data)
{
  Question *self = data;

  g_clear_object (&self->bus);
  g_object_unref (self->task);
}

static void
question_unref (gpointer data)
{
  g_rc_box_release_full (data, question_clear);
}

/* Takes the error. */
static void
answer (Question *self,
        GError   *error)
{
  if (self->answered)
    {
      g_clear_error (&error);
      return;
    }

  self->answered = TRUE;
  if (error != NULL)
    g_task_return_error (self->task, error);
  else
    g_task_return_boolean (self->task, TRUE);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
}

static void
responded_cb (GDBusConnection *bus,
              const char      *sender,
              const char      *path,
              const char      *interface,
              const char      *signal,
              GVariant        *parameters,
              gpointer         user_data)
{
  Question *self = user_data;
  g_autoptr(GVariant) results = NULL;
  guint32  response = 1;
  gboolean granted = FALSE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (results != NULL)
    g_variant_lookup (results, "autostart", "b", &granted);

  if (!self->wanted || (response == 0 && granted))
    answer (self, NULL);
  else
    answer (self, g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("Convene may not work in the background here: allow it in the desktop’s settings")));
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Question *self = user_data;
  GError   *error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  /* Else the response follows, or came already. */
  if (reply == NULL)
    answer (self, error);
  question_unref (self);
}

static GVariant *
make_options (Question *self)
{
  static const char *const line[] = { "convene", CONVENE_AUTOSTART_OPTION, NULL };
  GVariantBuilder          options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (TOKEN));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_("Reminders leave at their time, also while no window is open.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (self->wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (line, -1));
  return g_variant_new ("(s@a{sv})", "", g_variant_builder_end (&options));
}

/* The portal's documentation, Request: the path is made of the caller's name and the token, so that no answer is missed. */
static char *
make_path (Question *self)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1), ".", '_');

  return g_strconcat (PORTAL_PATH "/request/", sender, "/" TOKEN, NULL);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Question        *self = user_data;
  GError          *error = NULL;
  g_autofree char *path = NULL;

  self->bus = g_bus_get_finish (result, &error);
  if (self->bus == NULL)
    {
      answer (self, error);
      question_unref (self);
      return;
    }

  path = make_path (self);
  self->subscription = g_dbus_connection_signal_subscribe (self->bus, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, responded_cb, g_rc_box_acquire (self), question_unref);
  g_dbus_connection_call (self->bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground", make_options (self), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb, self);
}

void
convene_autostart_ask_portal (GTask   *task,
                              gboolean wanted)
{
  Question *self = g_rc_box_new0 (Question);

  self->task = task;
  self->wanted = wanted;
  g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, self);
}
