/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* What is asked in the course of an interview's life: see convene-store-life.h. Which members count is the question's affair. */
typedef struct
{
  char  *key;
  char  *host;
  char  *except;
  gint64 from;
  gint64 to;
  gint64 before;
  int    duration;
} ConveneLifeQuestion;

void convene_life_question_free (gpointer data);

/* On the worker's thread. */
GPtrArray        *convene_life_list_users (ConveneConnection *connection, ConveneLifeQuestion *question, GError **error);
ConveneInterview *convene_life_find_slot (ConveneConnection *connection, ConveneLifeQuestion *question, GError **error);
gboolean          convene_life_has_slot (ConveneConnection *connection, ConveneLifeQuestion *question, gboolean *row, GError **error);
GPtrArray        *convene_life_list_to_check (ConveneConnection *connection, ConveneLifeQuestion *question, GError **error);
GPtrArray        *convene_life_list_to_notify (ConveneConnection *connection, ConveneLifeQuestion *question, GError **error);
GPtrArray        *convene_life_list_doubtful_creates (ConveneConnection *connection, ConveneLifeQuestion *question, GError **error);
GHashTable       *convene_life_list_preferences (ConveneConnection *connection, GError **error);
gboolean          convene_life_get_next_open (ConveneConnection *connection, gint64 now, gint64 *next, GError **error);

G_END_DECLS
