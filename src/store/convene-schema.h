/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What makes a file a database of Convene: "Conv" in the SQLite header's application id. */
#define CONVENE_SCHEMA_APPLICATION_ID 0x436f6e76

/* The statements that lead from each version to the next: migrations[0] makes version 1 of an empty file. What was released is never edited;
 * a change is a new entry. */
typedef struct
{
  const char *const *migrations;
  int                version; /* how many there are: the user_version of an up-to-date file */
} ConveneSchema;

/* The schema that this program works with. */
const ConveneSchema *convene_schema_get (void);

G_END_DECLS
