/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

/* Stores `each` interviews of every state on each of `days` days from `first` ("2026-12-01") on, in UTC. */
void busy_month_fill (UiFixture  *fixture,
                      const char *first,
                      guint       days,
                      guint       each);

G_END_DECLS
