/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "convene-connection.h"

G_BEGIN_DECLS

struct _ConveneConnection
{
  char                *folder;
  char                *path;
  const ConveneSchema *schema;

  sqlite3    *db;         /* NULL while closed */
  GHashTable *statements; /* SQL text to the idle statement that was made of it */

  ConveneStopFunc stop;
  gpointer        stop_data;
};

G_END_DECLS
