/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-desktop-notifier.h"

#include <glib/gi18n-lib.h>

struct _ConveneDesktopNotifier
{
  GObject parent_instance;

  GApplication *application; /* NULL once it is gone */
};

/* What stands on the button of an action; NULL for one that is what the notification itself does. */
static const char *
find_label (const char *action)
{
  if (g_str_equal (action, "app.join"))
    return _("Join");
  if (g_str_equal (action, "app.start"))
    return C_("meeting", "Start");
  if (g_str_equal (action, "app.no-show"))
    return C_("interview", "No-Show");

  return NULL;
}

/* Joining is a button: whoever only wants to know more chooses the notification itself. */
static void
set_actions (GNotification     *notification,
             const char *const *actions,
             const char        *target)
{
  gboolean has_buttons = target != NULL && find_label (actions[0]) != NULL;

  if (target == NULL)
    g_notification_set_default_action (notification, actions[0]);
  else
    g_notification_set_default_action_and_target (notification, has_buttons ? "app.show-interview" : actions[0], "s", target);

  for (guint i = 0; target != NULL && actions[i] != NULL; i++)
    if (find_label (actions[i]) != NULL)
      g_notification_add_button_with_target (notification, find_label (actions[i]), actions[i], "s", target);
}

static void
convene_desktop_notifier_notify (ConveneNotifier *notifier,
                                 const char      *id,
                                 const char      *title,
                                 const char      *body,
                                 const char      *action,
                                 const char      *target)
{
  ConveneDesktopNotifier *self = CONVENE_DESKTOP_NOTIFIER (notifier);
  g_autoptr(GNotification) notification = NULL;
  g_auto(GStrv) actions = g_strsplit (action, " ", -1);
  gboolean is_known = g_strv_contains ((const char *const *) actions, "app.no-show");

  if (self->application == NULL)
    return;

  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, is_known ? G_NOTIFICATION_PRIORITY_LOW : G_NOTIFICATION_PRIORITY_HIGH);
  set_actions (notification, (const char *const *) actions, target);
  g_application_send_notification (self->application, id, notification);
}

static void
convene_desktop_notifier_withdraw (ConveneNotifier *notifier,
                                   const char      *id)
{
  ConveneDesktopNotifier *self = CONVENE_DESKTOP_NOTIFIER (notifier);

  if (self->application != NULL)
    g_application_withdraw_notification (self->application, id);
}

static void
notifier_iface_init (ConveneNotifierInterface *iface)
{
  iface->notify = convene_desktop_notifier_notify;
  iface->withdraw = convene_desktop_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneDesktopNotifier, convene_desktop_notifier, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_NOTIFIER, notifier_iface_init))

static void
convene_desktop_notifier_dispose (GObject *object)
{
  g_clear_weak_pointer (&CONVENE_DESKTOP_NOTIFIER (object)->application);

  G_OBJECT_CLASS (convene_desktop_notifier_parent_class)->dispose (object);
}

static void
convene_desktop_notifier_class_init (ConveneDesktopNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_desktop_notifier_dispose;
}

static void
convene_desktop_notifier_init (ConveneDesktopNotifier *self)
{
}

ConveneNotifier *
convene_desktop_notifier_new (GApplication *application)
{
  ConveneDesktopNotifier *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (CONVENE_TYPE_DESKTOP_NOTIFIER, NULL);
  g_set_weak_pointer (&self->application, application);
  return CONVENE_NOTIFIER (self);
}
