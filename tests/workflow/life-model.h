/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-plan.h"

G_BEGIN_DECLS

/* What must be, thought out a second time and as simply as it goes: interviews, the meetings that they use, and what each thing that a person does to an
 * interview makes of them and tells whom. It knows no database, no outbox and no failure. */

#define LIFE_SLOTS 3
#define LIFE_OTHERS 3
#define LIFE_HOST "recruiter@example.com"
#define LIFE_OTHER_HOST "host-1@example.com"

typedef enum
{
  /* What a person does to an interview. */
  LIFE_SCHEDULE,
  LIFE_MOVE,
  LIFE_LENGTH,
  LIFE_JOB,
  LIFE_DETAILS,
  LIFE_PEOPLE, /* one more, or one less */
  LIFE_POLICY,
  LIFE_CANCEL,
  LIFE_PASTE,
  LIFE_BACK_TO_ZOOM,
  LIFE_RECREATE,
  LIFE_HOST_FIX,
  LIFE_UNDONE,  /* moved, and taken back */
  LIFE_GONE,    /* somebody deletes the meeting at Zoom: another one is made */
  LIFE_TAKE,    /* somebody moves it there: so be it */
  LIFE_RESTORE, /* the same, and it is moved back */
  /* What happens around it. */
  LIFE_PREFER,
  LIFE_MIDNIGHT,
  LIFE_OPEN,  /* from here on something is wrong, and nothing is waited for */
  LIFE_PAUSE, /* some time passes in which something is wrong */
  LIFE_CLOSE, /* all is well again, and everything comes to its end */
} LifeAct;

/* Numbers are drawn once, and mean something in whatever state the model is: so a sequence can be shortened. */
typedef struct
{
  LifeAct act;
  guint   n; /* which interview */
  guint   a;
} LifeStep;

typedef struct
{
  char       *id; /* in the database; NULL while that is not known */
  const char *host;
  guint       slot;
  guint       length; /* minutes */
  guint       job;
  gboolean    alive;
} LifeMeeting;

typedef struct
{
  char             *uid;
  guint             number;
  guint             slot;
  guint             length;
  guint             job;
  guint             details;
  guint             others; /* a bit for each */
  ConveneLinkPolicy policy;
  gboolean          cancelled;
  gboolean          pasted;
  LifeMeeting      *meeting; /* NULL without one */
} LifeItem;

typedef struct
{
  GPtrArray        *items;    /* LifeItem, in the order in which they were scheduled */
  GPtrArray        *meetings; /* LifeMeeting */
  ConveneLinkPolicy preference;
} LifeModel;

/* What a plan has to say. */
typedef struct
{
  ConveneLinkEffect effect;
  int               cost;
  const char       *host;    /* NULL: nobody is asked for anything */
  GPtrArray        *letters; /* "mail-update a@example.com b@example.com": the kind and the addresses, sorted */
} LifePromise;

LifeModel *life_model_new (void);
void       life_model_free (LifeModel *self);

const char *life_act_to_string (LifeAct act);

/* Whether a step is about an interview that is there; whether it is done only while all is well; its interview, NULL where it is about none, or cannot be
 * done now. */
gboolean  life_act_needs_item (LifeAct act);
gboolean  life_act_needs_calm (LifeAct act);
LifeItem *life_model_pick (LifeModel *self, const LifeStep *step);

/* The interview as it will be after a step: what a person writes into the window, no more. */
LifeItem *life_model_edit (LifeModel *self, const LifeStep *step, const LifeItem *before);
void      life_item_free (LifeItem *self);

/* What the plan of that has to say while all is settled: `before` NULL for a new one. */
LifePromise *life_model_promise (LifeModel *self, const LifeStep *step, const LifeItem *before, const LifeItem *after);
void         life_promise_free (LifePromise *self);

/* Makes it so, with what the plan says becomes of the link; `meeting_id` is the meeting that the interview has then, NULL without one. FALSE where that
 * cannot be. */
gboolean life_model_follow (LifeModel *self, const LifeStep *step, LifeItem *before, LifeItem *after, ConveneLinkEffect effect, const char *host, const char *meeting_id);

/* Those who use a meeting, the oldest first: the container is the caller's. */
GPtrArray *life_model_list_users (LifeModel *self, const LifeMeeting *meeting);

/* Sorted addresses of those who take part, each followed by a blank; the kind before it. Owned by the caller. */
char *life_item_format_letter (const LifeItem *self, const char *kind);

char *life_item_dup_candidate (const LifeItem *self);
char *life_dup_other (guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LifePromise, life_promise_free)

G_END_DECLS
