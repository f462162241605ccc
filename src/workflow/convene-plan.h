/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-hosts.h"
#include "convene-interview.h"
#include "convene-letter-way.h"
#include "convene-operation.h"

G_BEGIN_DECLS

/* A letter that a plan will send. Where each person gets one of their own, each of those is one. */
typedef struct
{
  ConveneOperationKind kind;
  gboolean             apart;    /* it is for one of several people, of whom each gets one */
  guint                position; /* which of those it is, from 0 */
  gboolean             copied;   /* whoever sends it is in Cc, for a copy */
  GStrv                to;       /* "Name <address>" */
  GStrv                cc;
  char                *subject;
  ConveneLetterWay     way;
} ConvenePlanLetter;

/* What a plan is for. */
typedef enum
{
  CONVENE_PLAN_SCHEDULE,
  CONVENE_PLAN_EDIT,
  CONVENE_PLAN_CANCEL,
  CONVENE_PLAN_FIX,
  CONVENE_PLAN_RESEND,
} ConvenePlanKind;

/* What becomes of the link that people join by. */
typedef enum
{
  CONVENE_LINK_EFFECT_NONE,    /* there is none, before and after */
  CONVENE_LINK_EFFECT_STAYS,   /* as it is; the meeting behind it may be changed */
  CONVENE_LINK_EFFECT_NEW,     /* a new meeting is made; one that nobody else uses is deleted */
  CONVENE_LINK_EFFECT_JOINS,   /* that of a meeting which another interview of the slot has already */
  CONVENE_LINK_EFFECT_DELETED, /* the meeting is deleted, and none takes its place */
  CONVENE_LINK_EFFECT_LEFT,    /* the meeting stays for the others who use it, and this interview has none any more */
  CONVENE_LINK_EFFECT_PASTED,  /* one that the person gave */
  CONVENE_LINK_EFFECT_FOLLOWS, /* what Zoom shows now is taken over */
} ConveneLinkEffect;

/* "schedule", "edit", "cancel", "fix", "resend", and "none", "stays", "new", "joins", "deleted", "left", "pasted", "follows": for JSON. */
const char *convene_plan_kind_to_nick (ConvenePlanKind kind);
const char *convene_link_effect_to_nick (ConveneLinkEffect effect);

#define CONVENE_TYPE_PLAN (convene_plan_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePlan, convene_plan, CONVENE, PLAN, GObject)

/* What will be done for an interview, before anything is: the scheduler makes it, a person or the terminal sees it, and exactly this is committed. */
ConvenePlan *convene_plan_new (ConveneInterview *interview);

/* The interview as it will be. */
ConveneInterview *convene_plan_get_interview (ConvenePlan *self);

ConvenePlanKind convene_plan_get_kind (ConvenePlan *self);
void            convene_plan_set_kind (ConvenePlan *self, ConvenePlanKind kind);

/* Whether committing it would do nothing at all. */
gboolean convene_plan_is_empty (ConvenePlan *self);

/* ConveneOperation that will be done, in the order in which they will be written. Those that wait already and stay are not among them. */
GListModel *convene_plan_get_operations (ConvenePlan *self);
void        convene_plan_add_operation (ConvenePlan *self, ConveneOperation *operation);

/* ConvenePlanLetter; takes `letter`. */
GPtrArray *convene_plan_get_letters (ConvenePlan *self);
void       convene_plan_add_letter (ConvenePlan *self, ConvenePlanLetter *letter);

/* Says of every letter how it leaves; without this they are sent. */
void convene_plan_set_ways (ConvenePlan *self,
                            gboolean     mail,
                            gboolean     hand_over);

/* Who hosts and why, in a sentence; the host is NULL where nobody does. */
const char *convene_plan_get_host (ConvenePlan *self);
const char *convene_plan_get_host_reason (ConvenePlan *self);
void        convene_plan_set_host (ConvenePlan *self, const char *host, const char *reason);

/* In what way; NOBODY also where the interview needs no meeting. */
ConveneHostWay convene_plan_get_host_way (ConvenePlan *self);
void           convene_plan_set_host_way (ConvenePlan *self, ConveneHostWay way);

/* Who makes the meeting, as convene_account_dup_identity () says; NULL for nobody. */
const char *convene_plan_get_made_by (ConvenePlan *self);
void        convene_plan_set_made_by (ConvenePlan *self, const char *made_by);

/* What becomes of the join link, in one sentence (O-9). */
const char *convene_plan_get_link (ConvenePlan *self);
void        convene_plan_set_link (ConvenePlan *self, const char *link);

ConveneLinkEffect convene_plan_get_link_effect (ConvenePlan *self);
void              convene_plan_set_link_effect (ConvenePlan *self, ConveneLinkEffect effect);

/* How people get into the meeting, in one sentence; NULL where there will be none of Convene's, or nothing is known of one that is there. */
const char *convene_plan_get_entry (ConvenePlan *self);

/* All that will happen, in one sentence: the link, what it costs of today's requests, who gets mail (O-9). */
const char *convene_plan_get_summary (ConvenePlan *self);
void        convene_plan_set_summary (ConvenePlan *self, const char *summary);

/* Whether the letters will have a link that is not there yet: the meeting is made before they leave. */
gboolean convene_plan_get_expects_link (ConvenePlan *self);
void     convene_plan_set_expects_link (ConvenePlan *self, gboolean expects_link);

/* The preference that is forgotten in the same transaction, because it keeps what the interview was made from; NULL for none. */
const char *convene_plan_get_draft_key (ConvenePlan *self);
void        convene_plan_set_draft_key (ConvenePlan *self, const char *key);

/* Requests of the host's day that it costs, and how many are left after it; -1 where no host is. */
int  convene_plan_get_quota_cost (ConvenePlan *self);
int  convene_plan_get_quota_left (ConvenePlan *self);
void convene_plan_set_quota (ConvenePlan *self, int cost, int left);

G_END_DECLS
