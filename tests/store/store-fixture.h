/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-store.h"

G_BEGIN_DECLS

/* A store in a folder of its own. */
typedef struct
{
  char         *folder;
  ConveneStore *store;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_set_up_open (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

/* Closes and opens again, so that what is read comes from the disk. */
void store_fixture_reopen (StoreFixture *fixture);

/* In the fixture's folder. */
char *store_fixture_build_path (StoreFixture *fixture, const char *name);

/* SQL on the database behind the store's back, which must succeed. */
void store_fixture_execute (StoreFixture *fixture, const char *sql);

void remove_folder (const char *folder);

/* The calls of the store, waited for. */
gboolean          store_open (ConveneStore *store, GError **error);
gboolean          store_close (ConveneStore *store, GError **error);
gboolean          store_commit (ConveneStore *store, ConveneChange *change, GError **error);
ConveneInterview *store_find (ConveneStore *store, const char *uid, GError **error);
GPtrArray        *store_list (ConveneStore *store, const ConveneInterviewFilter *filter, guint *total, GError **error);
GPtrArray        *store_list_due (ConveneStore *store, gint64 now, gint64 *next_due, GError **error);
GPtrArray        *store_list_open (ConveneStore *store, gint64 now, GError **error);
GPtrArray        *store_get_operations (ConveneStore *store, const char *const *ids, GError **error);
ConveneLetter    *store_get_letter (ConveneStore *store, const char *operation_id, GError **error);
ConveneLetter    *store_get_last_calendar (ConveneStore *store, const char *uid, GError **error);
GPtrArray        *store_list_accounts (ConveneStore *store, gint64 now, GError **error);
int               store_get_requests (ConveneStore *store, const char *host, gint64 now, GError **error);
ConveneJob       *store_get_job (ConveneStore *store, const char *title, GError **error);
char             *store_get_preference (ConveneStore *store, const char *key, GError **error);

/* Commits and expects it to go well. */
void commit_ok (ConveneStore *store, ConveneChange *change);

/* Sets every property to something of its own, so that a field that is lost or swapped shows. */
void fill_object (gpointer object, guint seed);

/* Compares every property. */
void assert_objects_equal (gpointer a, gpointer b);

/* An interview with everything that it must have. `start`: seconds since 1970. */
ConveneInterview *make_interview (const char *uid, gint64 start, int minutes);

void              add_person (ConveneInterview *interview, const char *name, const char *address, ConveneRole role);
ConveneOperation *make_operation (const char *id, const char *interview_uid, ConveneOperationState state);

G_END_DECLS
