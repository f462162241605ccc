/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "life-fixture.h"
#include "life-world.h"

G_BEGIN_DECLS

struct _LifeWorld
{
  Fixture   *fixture;
  LifeModel *model;
  gint64     base; /* the first slot */
  gboolean   talks;
  char      *failure;
  gboolean   provided;  /* the Zoom account came with the profile */
  gboolean   open;      /* something is wrong */
  guint      trouble;   /* what */
  gboolean   clean;     /* nothing has been wrong on this day */
  guint      n_letters; /* that came so far */
  guint      n_planned; /* that may come of what was done while something is wrong */
};

void life_world_fail (LifeWorld *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void life_world_say (LifeWorld *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

gint64 life_world_get_start (LifeWorld *self, guint slot);

/* The title of a job. */
const char *life_world_get_job (guint job);

/* Zoom's requests of the host on this day. */
int life_world_count_requests (LifeWorld *self, const char *host);

/* Plans a step, commits the plan, takes it back. `before` is NULL for a new interview. */
ConvenePlan *life_world_plan (LifeWorld *self, const LifeStep *step, const LifeItem *before, const LifeItem *after, GError **error);
gboolean     life_world_commit (LifeWorld *self, ConvenePlan *planned, gint64 delay, GError **error);
void         life_world_take_back (LifeWorld *self, ConvenePlan *planned);

/* Compares what Zoom, the database and everybody's calendar have with the model. */
void life_world_check (LifeWorld *self);

/* The sequence that everybody has of it; -1 where they have heard nothing. */
int life_world_find_sequence (LifeWorld *self, const LifeItem *item);

/* The letters that came since the last time, as a promise writes them; the container owns them. */
GPtrArray *life_world_take_letters (LifeWorld *self);

/* Begins and ends what is wrong. */
void life_world_open (LifeWorld *self, guint trouble);
void life_world_close (LifeWorld *self);

/* Runs the outbox until nothing is to be done any more; what is due only after `wait` has its time put forward. */
void life_world_settle (LifeWorld *self, gint64 wait);

G_END_DECLS
