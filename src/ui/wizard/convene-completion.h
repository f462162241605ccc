/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

typedef enum
{
  CONVENE_COMPLETION_PEOPLE, /* ConveneParticipant */
  CONVENE_COMPLETION_JOBS,   /* ConveneJob */
  CONVENE_COMPLETION_ZONES,  /* GtkStringObject: an IANA name */
} ConveneCompletionKind;

#define CONVENE_TYPE_COMPLETION (convene_completion_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCompletion, convene_completion, CONVENE, COMPLETION, GObject)

/* Offers what the profile knows under a row while somebody types into it. Nothing is chosen until Down was pressed or one is clicked: until then Enter is the row's. Down in
 * an empty row offers what was used last. Signal "chosen" (the item): whoever is connected fills in what belongs to it.
 * The row keeps it alive. */
ConveneCompletion *convene_completion_attach (GtkEditable          *row,
                                              ConveneEngine        *engine,
                                              ConveneCompletionKind kind);

gboolean convene_completion_is_open (ConveneCompletion *self);

G_END_DECLS
