/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-engine.h"
#include "convene-enums.h"

G_BEGIN_DECLS

/* Named here so that the faces, which see no database, can read preferences too. */
typedef struct _ConveneStore ConveneStore;

/* Keys of the profile's preferences, and the words that each takes. What is not there, or is none of these words, is the first one. */
#define CONVENE_PREFERENCE_LINK_POLICY "link-policy"      /* "keep", "new", "share" */
#define CONVENE_PREFERENCE_REMINDERS "reminders"          /* "1440,60": minutes before the start, up to 5 of 5 to 20160; "" for none */
#define CONVENE_PREFERENCE_NOTIFY "notify-before"         /* "10": minutes, 0 to 1440; "0" for no notification */
#define CONVENE_PREFERENCE_QUOTA_RESERVE "quota-reserve"  /* "0": requests of a day, to 50, that interviews of other days leave alone */
#define CONVENE_PREFERENCE_QUOTA_DELETES "quota-deletes"  /* "count", "ignore" */
#define CONVENE_PREFERENCE_QUOTA_HOLD "quota-hold"        /* "hold", "send": an invitation whose meeting waits for the next day */
#define CONVENE_PREFERENCE_BACKGROUND "background"        /* "on", "off" */
#define CONVENE_PREFERENCE_PASSWORD "password-in-letters" /* "always", "unless-in-link" */
#define CONVENE_PREFERENCE_LETTERS "letters"              /* "together": one, with everyone else in Cc; "apart": one for each person */
#define CONVENE_PREFERENCE_COPY "copy-to-me"              /* "off", "on": of a new interview's letters */

#define CONVENE_REMINDERS_MAX 5

typedef struct
{
  ConveneLinkPolicy link_policy;             /* never CONVENE_LINK_POLICY_DEFAULT */
  GArray           *reminders;               /* int, minutes before the start, descending, each once */
  int               notify_before;           /* minutes; 0 for none */
  int               quota_reserve;           /* requests */
  gboolean          deletes_count;           /* of a host's day */
  gboolean          hold_for_quota;          /* an invitation waits for a link that the day's quota delays */
  gboolean          background;              /* reminders and notifications leave while no window is open */
  gboolean          password_unless_in_link; /* letters leave out a password that the join link carries */
  gboolean          letters_apart;           /* each person gets a letter of their own, in their language and zone */
  gboolean          copy_to_me;              /* what a new interview's copy-to-sender is at first */
} ConvenePreferences;

ConvenePreferences *convene_preferences_new (void);
void                convene_preferences_free (ConvenePreferences *self);

/* From what is stored, key → value, strings; a damaged value reads as the default. */
ConvenePreferences *convene_preferences_parse (GHashTable *stored);

/* Whether a value can be stored under one of the keys above; the message says what can. Errors: INVALID, with the key as its field; NOT_FOUND for no
 * such key. */
gboolean convene_preference_check (const char *key,
                                   const char *value,
                                   GError    **error);

/* The keys, and what one is while nothing is stored; NULL for no such key. */
const char *const *convene_preference_list_keys (void);
const char        *convene_preference_get_initial (const char *key);

/* Errors: DATABASE and CANCELLED alone. */
void                convene_preferences_read_async (ConveneStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePreferences *convene_preferences_read_finish (ConveneStore *store, GAsyncResult *result, GError **error);

/* The same for faces. */
void                convene_engine_read_preferences_async (ConveneEngine *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePreferences *convene_engine_read_preferences_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePreferences, convene_preferences_free)

G_END_DECLS
