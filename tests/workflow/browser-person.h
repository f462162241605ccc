/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-sign-in.h"
#include "workflow-fixture.h"

G_BEGIN_DECLS

/* What a person's browser does with an address that it is to open. */
typedef enum
{
  PERSON_FOLLOWS,   /* opens it, and goes where it is sent */
  PERSON_IS_MISLED, /* comes back with another state first, then with its own */
  PERSON_HAS_NONE,  /* there is no browser */
  PERSON_WAITS,     /* looks at it for ever */
} PersonHabit;

#define PERSON_TYPE_BROWSER (person_browser_get_type ())

G_DECLARE_FINAL_TYPE (PersonBrowser, person_browser, PERSON, BROWSER, GObject)

PersonBrowser *person_browser_new (PersonHabit habit);

/* One attempt of a person, and what they saw of it. */
typedef struct
{
  PersonHabit   habit;
  const char   *client_id;     /* NULL: the program's app */
  const char   *client_secret; /* NULL: none */
  const char   *reconnect;     /* NULL: a new account */
  GCancellable *cancellable;
  int           cancel_at; /* stage at which it is cancelled; 0 never */

  /* what they saw */
  GString *stages; /* a letter each: P B C F O */
  char    *warning;
  char    *address;
} Person;

/* By browser; the account, or NULL with the error. */
ConveneAccount *person_sign_in (Fixture *fixture, Person *person, GError **error);
void            person_clear (Person *person);

/* As practice's app, consenting: must succeed. */
ConveneAccount *person_connect (Fixture *fixture);

/* How many accounts of a kind there are; how many tokens practice has given out that are good ("access" or "refresh"). */
guint person_count_accounts (Fixture *fixture, ConveneAccountKind kind);
guint person_count_tokens (Fixture *fixture, const char *kind);

/* Whether the vault has a secret under a key. */
gboolean person_has_secret (Fixture *fixture, const char *secret_id, const char *kind);

/* Schedules an interview and expects that its meeting is made. */
void person_assert_works (Fixture *fixture, const char *job);

G_END_DECLS
