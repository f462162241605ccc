/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"

/* Owned by the caller. */
static char *
dup_letter_clause (ConvenePlan         *self,
                   ConveneOperationKind kind,
                   guint                people)
{
  switch (kind)
    {
    case CONVENE_OPERATION_KIND_MAIL_INVITATION:
      return g_strdup_printf (ngettext ("%u person is invited by mail", "%u people are invited by mail", people), people);
    case CONVENE_OPERATION_KIND_MAIL_CANCELLATION:
      if (self->kind != CONVENE_PLAN_CANCEL)
        return g_strdup_printf (ngettext ("%u person is told that they take no part any more", "%u people are told that they take no part any more", people), people);
      return g_strdup_printf (ngettext ("%u person gets a cancellation", "%u people get a cancellation", people), people);
    case CONVENE_OPERATION_KIND_MAIL_LINK_READY:
      return g_strdup_printf (ngettext ("%u person gets the link by mail", "%u people get the link by mail", people), people);
    case CONVENE_OPERATION_KIND_MAIL_URGENT:
      return g_strdup (_ ("an urgent letter asks for a link"));
    case CONVENE_OPERATION_KIND_MAIL_UPDATE:
    case CONVENE_OPERATION_KIND_MAIL_REMINDER:
    case CONVENE_OPERATION_KIND_MEETING_CREATE:
    case CONVENE_OPERATION_KIND_MEETING_UPDATE:
    case CONVENE_OPERATION_KIND_MEETING_DELETE:
    case CONVENE_OPERATION_KIND_ACCOUNT_REVOKE:
    default:
      return g_strdup_printf (ngettext ("%u person gets an update by mail", "%u people get an update by mail", people), people);
    }
}

/* How many letters there are from `index` on that are one for each of several people. */
static guint
count_same (ConvenePlan *self,
            guint        index)
{
  const ConvenePlanLetter *first = g_ptr_array_index (self->letters, index);
  guint                    count = 1;

  while (first->apart && index + count < self->letters->len)
    {
      const ConvenePlanLetter *letter = g_ptr_array_index (self->letters, index + count);

      if (letter->position == 0)
        break;
      count++;
    }

  return count;
}

/* How many people get them, but for whoever gets a copy. */
static guint
count_people (ConvenePlan *self,
              guint        index)
{
  guint count = count_same (self, index);
  guint people = 0;

  for (guint i = index; i < index + count; i++)
    {
      const ConvenePlanLetter *letter = g_ptr_array_index (self->letters, i);

      people += g_strv_length (letter->to) + g_strv_length (letter->cc) - (letter->copied ? 1 : 0);
    }

  return people;
}

static gboolean
has_copy (ConvenePlan *self)
{
  for (guint i = 0; i < self->letters->len; i++)
    if (((const ConvenePlanLetter *) g_ptr_array_index (self->letters, i))->copied)
      return TRUE;

  return FALSE;
}

static void
add_letter_clauses (ConvenePlan *self,
                    GPtrArray   *clauses)
{
  for (guint i = 0; i < self->letters->len; i += count_same (self, i))
    {
      const ConvenePlanLetter *letter = g_ptr_array_index (self->letters, i);
      g_autofree char         *clause = dup_letter_clause (self, letter->kind, count_people (self, i));

      /* Translators: %s is a part of a sentence, as "3 people are invited by mail" */
      g_ptr_array_add (clauses, letter->apart ? g_strdup_printf (_ ("%s, with a letter for each"), clause) : g_steal_pointer (&clause));
    }

  if (has_copy (self))
    g_ptr_array_add (clauses, g_strdup (_ ("you get a copy")));
  if (self->carried)
    g_ptr_array_add (clauses, g_strdup (_ ("the letter that has not left yet will say so")));
  else if (self->letters->len == 0)
    g_ptr_array_add (clauses, g_strdup (_ ("nobody gets mail")));
}

/* When Zoom counts anew, by the clock on the wall here. Owned by the caller. */
static char *
dup_renewal (gint64 now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (convene_next_utc_midnight (now) / G_USEC_PER_SEC);

  /* Translators: a time of day, for g_date_time_format () */
  return g_date_time_format (time, _ ("%H:%M"));
}

static void
add_cost_clause (ConvenePlan            *self,
                 const ConvenePlanFacts *facts,
                 GPtrArray              *clauses)
{
  int              cost = self->quota_cost;
  g_autofree char *renewal = NULL;

  if (self->host == NULL)
    return;
  if (cost == 0)
    {
      g_ptr_array_add (clauses, g_strdup (_ ("it costs none of today’s Zoom requests")));
      return;
    }
  if (self->quota_room < 0)
    {
      g_ptr_array_add (clauses, g_strdup_printf (ngettext ("it costs %d Zoom request", "it costs %d Zoom requests", cost), cost));
      return;
    }
  if (self->quota_room >= cost)
    {
      g_ptr_array_add (clauses, g_strdup_printf (ngettext ("it costs %d of today’s Zoom requests and leaves %d", "it costs %d of today’s Zoom requests and leaves %d", cost), cost, self->quota_left));
      return;
    }

  renewal = dup_renewal (facts->now);
  /* Translators: the first %d is a number of requests, %s a time of day in the person's own zone, when the day begins in UTC */
  g_ptr_array_add (clauses, g_strdup_printf (ngettext ("today’s Zoom requests are used up, so the %d that it costs waits until %s", "today’s Zoom requests are used up, so some of the %d that it costs wait until %s", cost), cost, renewal));
}

static char *
join_clauses (GPtrArray *clauses)
{
  GString *text = g_string_new (g_ptr_array_index (clauses, 0));

  for (guint i = 1; i < clauses->len; i++)
    {
      /* Translators: stands between the parts of a sentence that do not depend on each other */
      g_string_append (text, _ ("; "));
      g_string_append (text, g_ptr_array_index (clauses, i));
    }
  /* Translators: the end of a sentence */
  g_string_append (text, _ ("."));

  return g_string_free (text, FALSE);
}

void
convene_plan_summarize (ConvenePlan            *self,
                        const ConvenePlanFacts *facts)
{
  g_autoptr(GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sentence = NULL;

  g_ptr_array_add (clauses, g_strdup (self->clause));
  if (!self->empty)
    {
      add_cost_clause (self, facts, clauses);
      add_letter_clauses (self, clauses);
    }

  convene_plan_say_entry (self, facts);
  sentence = join_clauses (clauses);
  convene_plan_set_summary (self, sentence);
}
