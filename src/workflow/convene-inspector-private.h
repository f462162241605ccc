/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-clock.h"
#include "convene-inspector.h"
#include "convene-outbox.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* It keeps all four. */
ConveneInspector *convene_inspector_new (ConveneStore    *store,
                                         ConveneClock    *clock,
                                         ConveneAccounts *accounts,
                                         ConveneOutbox   *outbox);

G_END_DECLS
