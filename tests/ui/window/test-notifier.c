/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdarg.h>

#include "convene-desktop-notifier.h"

/* What the desktop is given of a notification, written down: GIO has no way to ask for it. */
static GString *told;

void
g_notification_set_priority (GNotification        *notification,
                             GNotificationPriority priority)
{
  g_string_append (told, priority == G_NOTIFICATION_PRIORITY_LOW ? "low" : priority == G_NOTIFICATION_PRIORITY_HIGH ? "high"
                                                                                                                    : "other");
}

void
g_notification_set_default_action (GNotification *notification,
                                   const char    *action)
{
  g_string_append_printf (told, " %s", action);
}

void
g_notification_set_default_action_and_target (GNotification *notification,
                                              const char    *action,
                                              const char    *format,
                                              ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_printf (told, " %s:%s", action, va_arg (arguments, const char *));
  va_end (arguments);
}

void
g_notification_add_button_with_target (GNotification *notification,
                                       const char    *label,
                                       const char    *action,
                                       const char    *format,
                                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_printf (told, " [%s %s:%s]", label, action, va_arg (arguments, const char *));
  va_end (arguments);
}

void
g_application_send_notification (GApplication  *application,
                                 const char    *id,
                                 GNotification *notification)
{
  g_string_append_printf (told, " as %s", id);
}

/* The actions, and their target → how much it disturbs, what choosing it does, and its buttons. */
static const struct
{
  const char *action;
  const char *target;
  const char *told;
} cases[] = {
  { "app.connected-apps", NULL, "high app.connected-apps as id" },
  { "app.reconnect", "account", "high app.reconnect:account as id" },
  { "app.show-interview", "uid", "high app.show-interview:uid as id" },
  { "app.join", "uid", "high app.show-interview:uid [Join app.join:uid] as id" },
  { "app.start", "uid", "high app.show-interview:uid [Start app.start:uid] as id" },
  { "app.join app.no-show", "uid", "low app.show-interview:uid [Join app.join:uid] [No-Show app.no-show:uid] as id" },
  { "app.start app.no-show", "uid", "low app.show-interview:uid [Start app.start:uid] [No-Show app.no-show:uid] as id" },
  { "app.show-interview app.no-show", "uid", "low app.show-interview:uid [No-Show app.no-show:uid] as id" },
};

static void
test_cases (void)
{
  GApplication    *application = g_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  ConveneNotifier *notifier = convene_desktop_notifier_new (application);

  told = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_string_truncate (told, 0);
      convene_notifier_notify (notifier, "id", "Title", "Body", cases[i].action, cases[i].target);
      g_assert_cmpstr (told->str, ==, cases[i].told);
    }

  /* Who is gone is told nothing. */
  g_string_truncate (told, 0);
  g_assert_finalize_object (application);
  convene_notifier_notify (notifier, "id", "Title", "Body", "app.join", "uid");
  g_assert_cmpstr (told->str, ==, "");
  g_assert_finalize_object (notifier);
  g_string_free (told, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/window/notifier/SH-5/O-14/VC-24/buttons", test_cases);

  return g_test_run ();
}
