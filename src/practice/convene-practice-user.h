/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A person of practice's Zoom account. There is a fixed few. */
typedef struct
{
  const char *id;
  const char *address;
  const char *first_name;
  const char *last_name;
  const char *zone;
  gint64      pmi;
  int         type; /* 1 basic, 2 licensed */
} ConvenePracticeUser;

/* By id, or by address without regard to case; NULL for anybody else. */
const ConvenePracticeUser *convene_practice_user_find (const char *id_or_address);

/* The users that a person can be on a page of practice's, in their order; NULL past the last. */
const ConvenePracticeUser *convene_practice_user_get (gint64 index);

/* The same with host-1@example.com and the rest of the crowd after them, which is there for whoever needs many hosts. */
const ConvenePracticeUser *convene_practice_user_get_member (gint64 index);

gboolean convene_practice_user_is_licensed (const ConvenePracticeUser *self);

/* As GET /users/{userId} shows them. */
JsonObject *convene_practice_user_to_json (const ConvenePracticeUser *self);

G_END_DECLS
