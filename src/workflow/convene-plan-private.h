/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letters-owed.h"
#include "convene-change.h"
#include "convene-hosts-private.h"
#include "convene-letter-edits.h"
#include "convene-plan.h"
#include "convene-preferences.h"
#include "convene-scheduler.h"

G_BEGIN_DECLS

/* What somebody asked for. */
typedef struct
{
  ConvenePlanKind   kind;
  gboolean          mail;
  ConveneInterview *interview; /* SCHEDULE, EDIT: as it shall be; else NULL */
  char             *uid;       /* CANCEL, FIX, RESEND */
  char             *reason;    /* CANCEL; or NULL */
  ConveneFixKind    fix;
  char             *value; /* FIX; or NULL */
} ConvenePlanRequest;

void convene_plan_request_free (ConvenePlanRequest *self);

/* All that a plan is made from, read at once: with it planning is a pure function. Everything is owned. */
typedef struct
{
  ConveneInterview   *before;     /* as stored, with its operations, its meeting and what people were told; NULL for a new one */
  GPtrArray          *users;      /* ConveneInterview, not cancelled, oldest first: who uses its meeting, itself among them; NULL for nobody */
  ConveneInterview   *slot;       /* another interview of the slot that it goes to, with a meeting to join; NULL for none */
  ConveneLinkPolicy   job_policy; /* what its job says, or CONVENE_LINK_POLICY_DEFAULT */
  ConveneHostFacts   *hosts;
  ConveneAccount     *sender; /* whose name and address the letters have; NULL for nobody */
  ConvenePreferences *preferences;
  ConveneLetterEdits *edits; /* the person's own words of the letters; NULL for none */
  gboolean            apart; /* each person gets a letter of their own */
  gint64              now;
} ConvenePlanFacts;

void convene_plan_facts_free (ConvenePlanFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePlanRequest, convene_plan_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePlanFacts, convene_plan_facts_free)

/* An operation that is there already: what a plan makes of it. */
typedef struct
{
  ConveneOperation *before;  /* as it was read */
  ConveneOperation *after;   /* as it will be; NULL: it is forgotten */
  gboolean          changed; /* by the plan itself */
  gboolean          carries; /* it will do what the plan asks for, so it waits as long as the plan can be taken back */
} ConvenePlanStep;

/* A meeting that a plan writes. */
typedef struct
{
  ConveneMeeting *before; /* as it was read; NULL for a new one */
  ConveneMeeting *after;
} ConvenePlanMeeting;

struct _ConvenePlan
{
  GObject parent_instance;

  /* What is shown. */
  ConveneInterview *interview;
  ConvenePlanKind   kind;
  ConveneLinkEffect effect;
  GListStore       *operations;
  GPtrArray        *letters;
  char             *host;
  char             *host_reason;
  ConveneHostWay    host_way;
  char             *made_by;
  char             *link;
  const char       *entry; /* of the language's catalogue */
  char             *summary;
  char             *draft_key;
  gboolean          expects_link;
  int               quota_cost;
  int               quota_left;

  /* What it was made from: for who has to plan again, or takes it back. */
  ConvenePlanRequest *request;
  ConveneInterview   *before; /* NULL for a new one */

  /* What is written besides. */
  gboolean   empty;
  GPtrArray *steps;    /* ConvenePlanStep */
  GPtrArray *meetings; /* ConvenePlanMeeting */
  gboolean   attaches;
  char      *attach;    /* the meeting that it is linked to from now on, where it `attaches`; NULL for none */
  char      *joins;     /* a meeting of others that must still be there; NULL for none */
  char      *slot_host; /* nobody may have made a meeting to share at this host meanwhile; NULL for no matter */
  char      *sole;      /* a meeting that nobody else may use; NULL for none */
  GPtrArray *witnesses; /* ConveneInterview, others: they must be as they were read */
  GPtrArray *others;    /* ConveneInterview, which are told of it too: as they shall be */
  GPtrArray *activity;  /* char * */

  /* What somebody answered, which it does as they said: written with it, and kept when it is made again. NULL for nothing. */
  ConveneAnswer *answer;
  char          *answer_text; /* for the history; NULL for nothing */

  /* While it is made. */
  char    *clause;     /* the sentence about the link, without its end */
  int      quota_room; /* requests of the host's day that were left before it; -1 where no host is */
  int      retried;    /* requests that are tried again */
  gboolean carried;    /* by the invitation, which has not left yet */
};

/* Takes everything of another plan, which is used no more. Who watches the operations sees the new ones. */
void convene_plan_replace (ConvenePlan *self,
                           ConvenePlan *other);

/* Parts of a plan: see convene-plan-parts.c. */
void convene_plan_add_activity (ConvenePlan *self, char *text);
void convene_plan_set_answer (ConvenePlan *self, ConveneAnswer *answer, const char *text);
void convene_plan_say_link (ConvenePlan *self, ConveneLinkEffect effect, const char *clause);
void convene_plan_attach (ConvenePlan *self, const char *meeting_id);

/* The plan is right as long as another interview stays as it was read. */
void convene_plan_rely_on (ConvenePlan *self, ConveneInterview *other);

/* A copy of an operation that is there, to be changed; the same one where the plan has changed it already. Owned by the plan. */
ConveneOperation *convene_plan_change_operation (ConvenePlan *self, ConveneOperation *operation);

/* It stays as it is, and will do what the plan asks for. */
void convene_plan_carry (ConvenePlan *self, ConveneOperation *operation);
void convene_plan_drop (ConvenePlan *self, ConveneOperation *operation, gint64 now);
void convene_plan_forget (ConvenePlan *self, ConveneOperation *operation);

/* A copy of a meeting that is there, to be changed and written. Owned by the plan. */
ConveneMeeting *convene_plan_change_meeting (ConvenePlan *self, ConveneMeeting *meeting);
void            convene_plan_add_meeting (ConvenePlan *self, ConveneMeeting *meeting);

/* Looking at what is there: see convene-plan-look.c. What is answered is owned by the interview. */

/* The operation of a kind that was written last and not dropped; without one NULL. */
ConveneOperation *convene_plan_find_last (ConveneInterview *interview, ConveneOperationKind kind);

/* The one of a kind that is written last and not settled, for a meeting; `untouched`: that nothing of has left, so that it will do what the interview says
 * then. A letter to some only is none. */
ConveneOperation *convene_plan_find_open (ConveneInterview *interview, ConveneOperationKind kind, gboolean untouched);

/* The last letter to all that may be on its way: what is told later goes after it. Or NULL. */
ConveneOperation *convene_plan_find_leaving (ConveneInterview *interview);

/* Whether it is a letter, or something for the meeting that the interview has now: one that it let go may be waited for yet. */
gboolean convene_plan_concerns (ConveneInterview *interview,
                                ConveneOperation *operation);

/* Whether others use the meeting of the stored interview, and whether Zoom has the words of this one. */
gboolean convene_plan_is_shared (const ConvenePlanFacts *facts);
gboolean convene_plan_is_first (const ConvenePlanFacts *facts);

/* Whether nobody can be asked for it until the account that made it is connected again; one that may not change it any more is something else. */
gboolean convene_plan_is_orphaned (const ConvenePlanFacts *facts,
                                   ConveneMeeting         *meeting);

/* What counts for this interview: what itself says, its job, the preference. */
ConveneLinkPolicy convene_plan_find_policy (const ConvenePlanFacts *facts, ConveneInterview *interview);

/* Making meetings, changing them, letting them go: see convene-plan-meeting.c. */
ConveneOperation *convene_plan_add_create (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneHostChoice *choice);
ConveneOperation *convene_plan_add_update (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneMeeting *meeting);

/* Nobody else may have come to use the interview's meeting meanwhile; where others use it already, nothing. */
void convene_plan_expect_sole (ConvenePlan *self, const ConvenePlanFacts *facts);

/* The meeting that the stored interview has is of no use to it any more: deleted, unless others use it or it is not made yet; `letter`: the operation of the
 * letter that says so, which goes first, or NULL. Answers whether it will be deleted. */
gboolean convene_plan_let_go (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperation *letter);

/* Linked to the meeting of the slot from now on. Answers the operation that makes it, which is not settled yet, or NULL. */
ConveneOperation *convene_plan_join (ConvenePlan *self, const ConvenePlanFacts *facts);

/* The link that it gets: the slot's meeting, or a new one. Says so, and answers the operation that makes the meeting, NULL where it is there. */
ConveneOperation *convene_plan_find_link (ConvenePlan *self, const ConvenePlanFacts *facts);

/* Where nobody can make it, the hiring manager is asked for a link. `create` may be any operation, or NULL. */
void convene_plan_ask_for_link (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperation *create);

/* Says who hosts, what a plan has cost so far and what is left: see convene-plan-host.c. */
void convene_plan_set_choice (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneHostChoice *choice);
void convene_plan_set_meeting_host (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneMeeting *meeting);
void convene_plan_count (ConvenePlan *self, const ConvenePlanFacts *facts);

/* An operation that is there is tried again: its cost and its letter are the plan's. */
void convene_plan_retry (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperation *operation);

/* How many requests of a host's day this interview may use: all of them, or all but the reserve (O-2). */
int convene_plan_find_limit (const ConvenePlanFacts *facts, ConveneInterview *interview);

/* Who is told: see convene-plan-letters.c. `wait` is what letters wait for, NULL for nothing; with `points`, also those that are there. */

/* An operation that sends a letter, and the letter. Owned by the plan. */
ConveneOperation *convene_plan_add_letter_operation (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperationKind kind, ConveneOperation *wait, GPtrArray *recipients);

/* The letter alone, of an operation that is there. */
void convene_plan_list_letter (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperation *operation);

/* Everybody is told how it is now, by a letter that has not left yet or by another one of `kind`; without `mail`, only by the former. Answers the operation
 * that does it, NULL where nobody is told. */
ConveneOperation *convene_plan_tell (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperationKind kind, ConveneOperation *wait, gboolean points, gboolean mail);

/* Others who use the meeting, and know it otherwise than it is `now`, are told as well. */
void convene_plan_tell_others (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneMeeting *now);

/* Those who take part no more are told so; who does again is not. Answers the operation that does it, or NULL. */
ConveneOperation *convene_plan_tell_removed (ConvenePlan *self, const ConvenePlanFacts *facts, gboolean mail);

/* Reminders for the time that it has, after `letter`: those that wait for another time are forgotten. */
void convene_plan_add_reminders (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperation *letter);
void convene_plan_move_reminders (ConvenePlan *self, const ConvenePlanFacts *facts, ConveneOperation *letter);

/* Whether people were told anything, or may have been; and whether they have a link. */
gboolean convene_plan_was_told (ConveneInterview *before);
gboolean convene_plan_was_told_link (ConveneInterview *before);

/* The next sequence, where the last one left with a letter; with `time`, the time changed too, and everybody is asked anew (RFC 5546 §2.1.4). */
void convene_plan_raise_sequence (ConveneInterview *after, gboolean time);

/* The summary, when all else is there: see convene-plan-summary.c. */
void convene_plan_summarize (ConvenePlan *self, const ConvenePlanFacts *facts);

/* How people get into the meeting, when all else is there: see convene-plan-entry.c. */
void convene_plan_say_entry (ConvenePlan *self, const ConvenePlanFacts *facts);

/* Whether the account that hosts takes the password: INVALID, field "password" (SH-22). */
gboolean convene_plan_check_password (ConvenePlan *self, const ConvenePlanFacts *facts, GError **error);

/* The plans themselves. INVALID with its field, REFUSED, NO_ACCOUNT, STALE. */
ConvenePlan *convene_plan_schedule (ConveneInterview *interview, const ConvenePlanFacts *facts, gboolean mail);
ConvenePlan *convene_plan_edit (ConveneInterview *edited, const ConvenePlanFacts *facts, gboolean mail, GError **error);
ConvenePlan *convene_plan_cancel (const char *reason, const ConvenePlanFacts *facts, gboolean mail, GError **error);
ConvenePlan *convene_plan_fix (ConveneFixKind kind, const char *value, const ConvenePlanFacts *facts, gboolean mail, GError **error);
ConvenePlan *convene_plan_resend (const ConvenePlanFacts *facts, GError **error);

/* What becomes of the stored interview where it shall be `after`, which was checked. */
ConvenePlan *convene_plan_change (ConveneInterview *after, const ConvenePlanFacts *facts, ConvenePlanKind kind, gboolean mail);

/* The one of those that a request asks for. */
ConvenePlan *convene_plan_make (const ConvenePlanRequest *request, const ConvenePlanFacts *facts, GError **error);

/* Whether it can still be changed: REFUSED for one that is cancelled or over. */
gboolean convene_plan_check_open (ConveneInterview *before, gint64 now, GError **error);

/* Whether two plans do the same for everybody: what is committed must be what was seen. */
gboolean convene_plan_does_same (ConvenePlan *a, ConvenePlan *b);

/* What is written: see convene-plan-write.c. `delay`: microseconds from `now` that everything waits at least. */
void convene_plan_write (ConvenePlan *self, ConveneChange *change, gint64 now, gint64 delay);

/* Takes back what was written with a delay; `stored` is the interview as it is now. FALSE, and nothing in the change, where it is too late. */
gboolean convene_plan_write_back (ConvenePlan *self, ConveneChange *change, ConveneInterview *stored, gint64 now);

G_END_DECLS
