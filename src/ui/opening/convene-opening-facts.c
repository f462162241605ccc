/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-facts.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-details.h"
#include "convene-words.h"

void
convene_opening_fact_free (ConveneOpeningFact *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

/* Takes the text; says nothing where there is none. */
static void
add (GPtrArray  *facts,
     const char *title,
     char       *text)
{
  ConveneOpeningFact *fact;

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }

  fact = g_new0 (ConveneOpeningFact, 1);
  fact->title = g_strdup (title);
  fact->text = text;
  g_ptr_array_add (facts, fact);
}

/* "Tuesday 1 December, 10:00 · 45 min"; the other place's time, too, where its clock shows another one. */
static char *
format_known (gint64      start,
              gint64      end,
              const char *zone,
              gint64      now)
{
  /* Where it is UTC, a program chose that and nobody lives by it. */
  g_autofree char *times = convene_words_both_times (start, NULL, g_strcmp0 (zone, "UTC") == 0 ? NULL : zone, NULL, now);
  g_autofree char *length = end > start ? convene_words_duration ((int) ((end - start) / CONVENE_MINUTE)) : NULL;

  return length != NULL ? g_strdup_printf (C_("two facts", "%s · %s"), times, length) : g_steal_pointer (&times);
}

/* The file's clock, where nobody knows which instant it means. */
static char *
format_wall (ConveneClaim *claim)
{
  g_autofree char *wall = g_strdup (convene_claim_get_wall (claim));

  if (wall == NULL)
    return NULL;

  g_strdelimit (wall, "T", ' ');
  switch (convene_claim_get_time_kind (claim))
    {
    case CONVENE_CLAIM_TIME_DATE:
      /* Translators: of an event in a calendar file; %s is a date: "2026-12-01" */
      return g_strdup_printf (_("%s, the whole day"), wall);
    case CONVENE_CLAIM_TIME_FLOATING:
      /* Translators: of an event in a calendar file; %s is a date and a time: "2026-12-01 10:00" */
      return g_strdup_printf (_("%s; the file does not say in which time zone"), wall);
    case CONVENE_CLAIM_TIME_UNKNOWN_ZONE:
      /* Translators: of an event in a calendar file; a date and a time, and what the file calls the time zone: "2026-12-01 10:00" */
      return g_strdup_printf (_("%s in the time zone “%s”, which is not known here"), wall, convene_claim_get_zone_name (claim));
    case CONVENE_CLAIM_TIME_NONE:
    case CONVENE_CLAIM_TIME_KNOWN:
    default:
      return g_steal_pointer (&wall);
    }
}

static char *
format_time (ConveneClaim *claim,
             gint64        now)
{
  if (convene_claim_get_time_kind (claim) != CONVENE_CLAIM_TIME_KNOWN)
    return format_wall (claim);

  return format_known (convene_claim_get_start (claim), convene_claim_get_end (claim), convene_claim_get_zone (claim), now);
}

/* An answer is to a time, which the interview may have no longer. */
static void
add_times (GPtrArray      *facts,
           ConveneOpening *self,
           gint64          now)
{
  ConveneClaim     *claim = convene_opening_get_claim (self);
  ConveneInterview *interview = convene_opening_get_interview (self);
  gint64            start = interview != NULL ? convene_moment_get_instant (convene_interview_get_start (interview)) : 0;
  gboolean          proposes = convene_claim_get_kind (claim) == CONVENE_CLAIM_KIND_COUNTER;

  add (facts, proposes ? _("Proposed time") : C_("of an invitation", "When"), format_time (claim, now));
  if (interview != NULL && (convene_claim_get_time_kind (claim) != CONVENE_CLAIM_TIME_KNOWN || convene_claim_get_start (claim) != start))
    add (facts, _("The interview now"), convene_details_format_times (interview, now));
}

char *
convene_opening_format_person (const char *name,
                               const char *address)
{
  if (address == NULL || *address == '\0')
    return g_strdup (name);
  if (name == NULL || *name == '\0' || g_str_equal (name, address))
    return g_strdup (address);

  return g_strdup_printf ("%s <%s>", name, address);
}

static char *
format_claimed (const ConveneClaimPerson *person)
{
  return person != NULL ? convene_opening_format_person (person->name, person->address) : NULL;
}

/* Who answers, or who invites. */
static void
add_people (GPtrArray    *facts,
            ConveneClaim *claim)
{
  GPtrArray  *people = convene_claim_get_people (claim);
  GString    *others = g_string_new (NULL);
  gboolean    answers = convene_claim_get_kind (claim) == CONVENE_CLAIM_KIND_REPLY || convene_claim_get_kind (claim) == CONVENE_CLAIM_KIND_COUNTER;
  const guint limit = 10;

  if (!answers)
    add (facts, C_("of an invitation", "Organizer"), format_claimed (convene_claim_get_organizer (claim)));

  for (guint i = 0; i < MIN (people->len, limit); i++)
    {
      g_autofree char *person = format_claimed (g_ptr_array_index (people, i));

      if (person != NULL)
        g_string_append_printf (others, "%s%s", others->len > 0 ? "\n" : "", person);
    }
  if (people->len > limit)
    g_string_append_printf (others, ngettext ("\nand %u more", "\nand %u more", people->len - limit), people->len - limit);
  add (facts, answers ? C_("of an answer", "From") : C_("of an invitation", "Invited"), g_string_free (others, FALSE));
}

GPtrArray *
convene_opening_list_facts (ConveneOpening *self,
                            gint64          now)
{
  GPtrArray    *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_opening_fact_free);
  ConveneClaim *claim;

  g_return_val_if_fail (CONVENE_IS_OPENING (self), facts);

  claim = convene_opening_get_claim (self);
  add (facts, C_("of an invitation", "Title"), g_strdup (convene_claim_get_summary (claim)));
  add_times (facts, self, now);
  add_people (facts, claim);
  if (g_strcmp0 (convene_claim_get_location (claim), convene_claim_get_link (claim)) != 0)
    add (facts, C_("of an invitation", "Place"), g_strdup (convene_claim_get_location (claim)));
  add (facts, _("Join link"), g_strdup (convene_claim_get_link (claim)));
  add (facts, C_("of an answer", "Comment"), g_strdup (convene_claim_get_comment (claim)));
  if (convene_claim_get_made_at (claim) != 0)
    add (facts, C_("of a file", "Written"), convene_words_short (convene_claim_get_made_at (claim), NULL));
  return facts;
}

const char *
convene_opening_get_button (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  if (convene_opening_get_effect (self) == NULL)
    return NULL;

  switch (convene_opening_get_verdict (self))
    {
    case CONVENE_VERDICT_ANSWER:
    case CONVENE_VERDICT_ANSWER_STRANGER:
      return _("_Take the Answer");
    case CONVENE_VERDICT_ANSWER_EARLIER:
      return _("_Keep the Answer");
    case CONVENE_VERDICT_ANSWER_DELEGATED:
      return _("_Invite in Their Place");
    case CONVENE_VERDICT_PROPOSAL:
      return _("_Reschedule…");
    case CONVENE_VERDICT_FOREIGN:
      return _("_Add to Convene");
    case CONVENE_VERDICT_FOREIGN_UPDATE:
      return _("_Update the Interview");
    case CONVENE_VERDICT_FOREIGN_CANCEL:
      return _("_Take the Cancellation");
    case CONVENE_VERDICT_ANSWER_OLD:
    case CONVENE_VERDICT_ANSWER_SAME:
    case CONVENE_VERDICT_OWN:
    case CONVENE_VERDICT_UNKNOWN_REPLY:
    case CONVENE_VERDICT_IMPOSSIBLE:
    default:
      return NULL;
    }
}

const char *
convene_opening_get_done (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  switch (convene_opening_get_verdict (self))
    {
    case CONVENE_VERDICT_ANSWER_EARLIER:
      return _("The answer is kept");
    case CONVENE_VERDICT_ANSWER_DELEGATED:
      return _("They are invited");
    case CONVENE_VERDICT_FOREIGN:
      return _("The interview is in Convene");
    case CONVENE_VERDICT_FOREIGN_UPDATE:
      return _("The interview is updated");
    case CONVENE_VERDICT_FOREIGN_CANCEL:
      return _("The interview is cancelled");
    default:
      return _("The answer is taken");
    }
}

const char *
convene_opening_get_question (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return convene_opening_get_verdict (self) == CONVENE_VERDICT_FOREIGN ? _("Who is the candidate?") : _("Whose answer is it?");
}
