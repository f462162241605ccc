/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

#define STORE_UID "3f2c9a10-5f7e-4b7a-9d7a-6f0f6f1c2b3d"

/* An interview with Ana. */
void store_add_interview (ConveneStore *store, const char *uid);

/* A database with the interview STORE_UID inside, closed. */
void store_fixture_set_up_filled (StoreFixture *fixture, gconstpointer data);

void store_fixture_close (StoreFixture *fixture);

/* Files by their name in the fixture's folder. */
char      *store_fixture_read (StoreFixture *fixture, const char *name, gsize *size);
void       store_fixture_write (StoreFixture *fixture, const char *name, const char *contents, gsize size);
GPtrArray *store_fixture_list (StoreFixture *fixture, const char *name);
int        store_fixture_get_mode (StoreFixture *fixture, const char *name);
void       store_fixture_remove_copies (StoreFixture *fixture);

G_END_DECLS
