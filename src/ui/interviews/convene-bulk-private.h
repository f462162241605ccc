/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-bulk.h"

G_BEGIN_DECLS

/* What was said of an interview. */
typedef struct
{
  char             *uid;
  char             *who;
  ConveneLinkEffect effect;
  guint             letters;
} ConveneBulkLook;

struct _ConveneBulk
{
  GObject parent_instance;

  ConveneEngine      *engine;
  ConveneBulkKind     kind;
  GStrv               uids;
  guint               total;
  guint               position;
  GAsyncReadyCallback step; /* with the next one */

  /* Looked at. */
  GPtrArray  *ready;   /* Look */
  GPtrArray  *refused; /* ConveneBulkTrouble */
  GHashTable *deleted; /* ids of meetings */
  GHashTable *left;
  GHashTable *people;
  guint       letters;

  /* Done. */
  char      *reason;
  gboolean   stopped;
  GPtrArray *plans; /* ConvenePlan */
  guint      done;
  guint      undone;
  GPtrArray *failed; /* ConveneBulkTrouble */
};

void convene_bulk_set_position (ConveneBulk *self,
                                guint        position);

void convene_bulk_add_trouble (GPtrArray  *list,
                               const char *who,
                               const char *why);

/* "Ada Example · Staff Engineer"; owned by the caller. */
char *convene_bulk_format_who (ConveneInterview *interview);

G_END_DECLS
