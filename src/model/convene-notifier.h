/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_NOTIFIER (convene_notifier_get_type ())

G_DECLARE_INTERFACE (ConveneNotifier, convene_notifier, CONVENE, NOTIFIER, GObject)

/* Tells a person something although they look elsewhere: a face. */
struct _ConveneNotifierInterface
{
  GTypeInterface parent_iface;

  void (*notify) (ConveneNotifier *self, const char *id, const char *title, const char *body, const char *action, const char *target);
  void (*withdraw) (ConveneNotifier *self, const char *id);
};

/* `id` names it ("account:ID"): the same one replaces what was told before. `action` is what happens when it is chosen ("app.reconnect"), `target` the
 * string that goes with it or NULL; several actions stand with blanks between them, and the first is what it is about: "app.join app.no-show". What offers
 * "app.no-show" is known already, and disturbs nobody. Never a secret: others see it too. */
void convene_notifier_notify (ConveneNotifier *self, const char *id, const char *title, const char *body, const char *action, const char *target);

/* It is no longer so. Nothing happens where it was not told. */
void convene_notifier_withdraw (ConveneNotifier *self, const char *id);

G_END_DECLS
