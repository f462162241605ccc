/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"
#include "convene-vault.h"

/* A clock that stands until it is moved. */
#define STUB_TYPE_CLOCK (stub_clock_get_type ())
G_DECLARE_FINAL_TYPE (StubClock, stub_clock, STUB, CLOCK, GObject)

StubClock *stub_clock_new (void);
void       stub_clock_advance (StubClock *self, gint64 interval);
gint64     stub_clock_get_next (StubClock *self); /* when somebody waits for it next, 0 where nobody does */

/* A vault in memory that can be told to fail, and that counts. */
#define STUB_TYPE_VAULT (stub_vault_get_type ())
G_DECLARE_FINAL_TYPE (StubVault, stub_vault, STUB, VAULT, GObject)

StubVault  *stub_vault_new (void);
void        stub_vault_set (StubVault *self, const char *account_id, const char *kind, const char *text);
const char *stub_vault_get (StubVault *self, const char *account_id, const char *kind);    /* or NULL */
void        stub_vault_fail (StubVault *self, const char *get_kind, const char *put_kind); /* NULL: none */

/* Once the kind has been read `after` times, it reads as `text`: somebody else stored it meanwhile. */
void stub_vault_replace_later (StubVault *self, const char *kind, int after, const char *text);
