/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fake-notifier.h"

struct _FakeNotifier
{
  GObject parent_instance;

  char *id;
  char *shown;
  guint count;
};

static void
fake_notifier_notify (ConveneNotifier *notifier,
                      const char      *id,
                      const char      *title,
                      const char      *body,
                      const char      *action,
                      const char      *target)
{
  FakeNotifier *self = FAKE_NOTIFIER (notifier);

  g_free (self->id);
  g_free (self->shown);
  self->id = g_strdup (id);
  self->shown = g_strdup_printf ("%s: %s. %s (%s %s)", id, title, body, action, target);
  self->count++;
}

static void
fake_notifier_withdraw (ConveneNotifier *notifier,
                        const char      *id)
{
  FakeNotifier *self = FAKE_NOTIFIER (notifier);

  if (g_strcmp0 (self->id, id) == 0)
    g_clear_pointer (&self->shown, g_free);
}

static void
notifier_iface_init (ConveneNotifierInterface *iface)
{
  iface->notify = fake_notifier_notify;
  iface->withdraw = fake_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeNotifier, fake_notifier, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_NOTIFIER, notifier_iface_init))

static void
fake_notifier_finalize (GObject *object)
{
  FakeNotifier *self = FAKE_NOTIFIER (object);

  g_free (self->id);
  g_free (self->shown);

  G_OBJECT_CLASS (fake_notifier_parent_class)->finalize (object);
}

static void
fake_notifier_class_init (FakeNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_notifier_finalize;
}

static void
fake_notifier_init (FakeNotifier *self)
{
}

FakeNotifier *
fake_notifier_new (void)
{
  return g_object_new (FAKE_TYPE_NOTIFIER, NULL);
}

guint
fake_notifier_count (FakeNotifier *self)
{
  return self->count;
}

const char *
fake_notifier_get_shown (FakeNotifier *self)
{
  return self->shown;
}
