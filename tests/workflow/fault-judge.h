/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fault-rows.h"
#include "life-fixture.h"

G_BEGIN_DECLS

/* A row that is being played. */
typedef struct
{
  const FaultRow      *row;
  FaultAct             act;
  Fixture             *fixture;
  ConveneOperationKind kind;
  char                *job;
  char                *uid;
  gint64               start;   /* of the interview, as it is to be */
  guint                writes;  /* that had arrived before */
  GPtrArray           *history; /* char * */
} FaultPlay;

/* Judges how things stand by what the row says; where CONVENE_TEST_SHOW is set they print it instead, for whoever writes a row. */
void fault_judge_outcome (FaultPlay *self, const char *when, ConveneInterview *interview, const FaultOutcome *expected);
void fault_judge_shown (FaultPlay *self, ConveneInterview *interview);
void fault_judge_zoom (FaultPlay *self, ConveneInterview *interview);
void fault_judge_cost (FaultPlay *self);

/* The operation that the row is about. */
ConveneOperation *fault_play_get_operation (FaultPlay *self, ConveneInterview *interview);

/* What there is to do for the interview, and how that stands, for whoever reads a failure. */
char *fault_describe_operations (FaultPlay *self, ConveneInterview *interview);

/* Creates, updates and deletes that arrived at Zoom until now. */
guint fault_count_writes (Fixture *fixture);

G_END_DECLS
