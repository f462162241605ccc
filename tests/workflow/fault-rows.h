/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an order to practice may say for a value that is known only then. */
#define FAULT_NUMBER "#N"       /* of the meeting */
#define FAULT_FIVE_SECONDS "#5" /* of the program's clock, in milliseconds of practice's */
#define FAULT_MINUTE "#60"

/* Between two texts of which one is expected. */
#define FAULT_OR " or "

/* Between what the history says and what the operation may say by now, having been tried again. */
#define FAULT_THEN " then "

/* What a person does while Zoom is in trouble. */
typedef enum
{
  FAULT_ACT_CREATE,    /* schedules an interview */
  FAULT_ACT_LOOK,      /* the same, and it is not known whether Zoom made the meeting */
  FAULT_ACT_UPDATE,    /* moves one whose invitation has left by an hour */
  FAULT_ACT_READ_BACK, /* the same, and the meeting is read after it */
  FAULT_ACT_DELETE,    /* cancels one whose invitation has left */
} FaultAct;

/* How things stand once nothing more happens. */
typedef struct
{
  const char *operation; /* its state, its error, and when it goes on: "waiting:quota at midnight", "doubt:unreachable in minutes", "… on event" */
  const char *meeting;   /* the state of its row */
  const char *letters;   /* that left, by their initials: Invitation, Changed, X (cancelled), Link ready, Urgent; each once */
} FaultOutcome;

typedef struct
{
  const char *name;  /* the product row that it is about, and the fault */
  const char *order; /* what practice's Zoom does */

  FaultOutcome first; /* while it goes on */
  const char  *shown; /* part of what the interview's history and its operation say about it; NULL: it healed, and the history says nothing */

  const char  *mend; /* what is done about it besides that Zoom is well again: NULL nothing, "retry", "connect", or an order for practice */
  FaultOutcome last; /* after that; all NULL: as before */

  int writes; /* creates, updates and deletes that arrived at Zoom in all; 0: as many as patience makes, a dozen at most */
  int spent;  /* of the host's hundred by the program's own ledger, the create before included, on the day that it ends; 0: not said */
} FaultRow;

/* All the rows of an act. */
const FaultRow *fault_rows_get (FaultAct act, guint *count);

G_END_DECLS
