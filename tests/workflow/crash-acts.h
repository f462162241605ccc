/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "workflow-fixture.h"

G_BEGIN_DECLS

/* Does one thing that a person may do to an interview, as a face does it: plans, commits, and plans again where something was written meanwhile. `words` are
 * its name and what it needs:
 *
 *   schedule JOB UID DAY POLICY  move UID DAY POLICY       set UID PROPERTY TEXT     replace UID ADDRESS
 *   cancel UID                   host UID ADDRESS          link UID URL              undo-move UID DAY       undo-cancel UID
 *
 * A policy may be left out. DAY counts from a day that is the same in every process of a round, whose clock began at `epoch`. Prints "committed", the
 * revision, uid, status, platform and start of the interview once that is durable, "taken-back" and the same, or "refused" and why. */
void crash_act (Fixture *fixture, gint64 epoch, const char *const *words);

G_END_DECLS
