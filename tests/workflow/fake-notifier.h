/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-notifier.h"

G_BEGIN_DECLS

#define FAKE_TYPE_NOTIFIER (fake_notifier_get_type ())

G_DECLARE_FINAL_TYPE (FakeNotifier, fake_notifier, FAKE, NOTIFIER, GObject)

/* Takes down what a person would see. */
FakeNotifier *fake_notifier_new (void);

guint       fake_notifier_count (FakeNotifier *self);     /* how often something was told */
const char *fake_notifier_get_shown (FakeNotifier *self); /* "ID: TITLE. BODY (ACTION TARGET)" of what was told last and not taken back, or NULL */

G_END_DECLS
