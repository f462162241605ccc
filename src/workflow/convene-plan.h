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

/* A letter that a plan will send. */
typedef struct
{
  ConveneOperationKind kind;
  GStrv                to; /* "Name <address>" */
  GStrv                cc;
  char                *subject;
  ConveneLetterWay     way;
} ConvenePlanLetter;

#define CONVENE_TYPE_PLAN (convene_plan_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePlan, convene_plan, CONVENE, PLAN, GObject)

/* What will be done for an interview, before anything is: the scheduler makes it, a person or the terminal sees it, and exactly this is committed. */
ConvenePlan *convene_plan_new (ConveneInterview *interview);

ConveneInterview *convene_plan_get_interview (ConvenePlan *self);

/* ConveneOperation, in the order in which they will be written. */
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
