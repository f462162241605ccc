/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-password-rules.h"
#include "convene-zone.h"

typedef struct
{
  const char *name;  /* as errors say it */
  const char *label; /* as its row says it, N_() */
  int         step;
} Field;

/* In the order of the rows. */
static const Field fields[] = {
  { "job", N_("Job"), 0 },
    { "candidate", N_("Candidate"), 0 },
      { "platform", N_("Meeting Software"), 0 },
        { "link", N_("Link"), 0 },
          { "location", N_("Location"), 0 },
            { "agenda", N_("Agenda"), 0 },
              { "password", N_("Password"), 0 },
                { "start", N_("Start"), 1 },
                  { "duration", N_("Length"), 1 },
                    { "timezone", N_("Time Zone"), 1 },
                      { "candidate_timezone", N_("Candidate’s Time Zone"), 1 },
                        { "hiring_manager", N_("Hiring Manager"), 2 },
                          { "attendees", N_("Interviewers"), 2 },
                            { "alternative_hosts", N_("Alternative Hosts"), 2 },
                              { "details", N_("Message to the Candidate"), 3 },
                                { "notes", N_("Notes for the Team"), 3 },
                              };

static const Field *
find_field (const char *name)
{
  if (g_str_equal (name, "interviewers"))
    name = "attendees";

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      return &fields[i];

  return NULL;
}

/* An interview with which nothing is wrong: what is wrong once one field of the draft stands in it is wrong with that field. */
static ConveneInterview *
probe_new (gint64 now)
{
  ConveneInterview *probe = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_new_at (now + G_TIME_SPAN_DAY, "UTC", NULL);

  convene_interview_set_job (probe, "Job");
  convene_interview_set_start (probe, start);
  convene_interview_set_duration (probe, 1);
  convene_interview_set_platform (probe, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (probe, "1");
  return probe;
}

static void
add_somebody (ConveneInterview *probe)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  convene_participant_set_address (person, "candidate@example.com");
  convene_participant_set_role (person, CONVENE_ROLE_CANDIDATE);
  convene_interview_add_participant (probe, person);
}

/* The agenda is checked before what stands beside it. */
static gboolean
apply_place (ConveneDraft     *self,
             const char       *field,
             ConveneInterview *probe)
{
  convene_draft_apply_place (self, probe);
  if (!g_str_equal (field, "agenda"))
    convene_interview_set_agenda (probe, "Agenda");
  return TRUE;
}

static gboolean
apply_texts (ConveneDraft     *self,
             const char       *field,
             ConveneInterview *probe)
{
  convene_draft_apply_texts (self, probe);
  if (g_str_equal (field, "notes"))
    convene_interview_set_details (probe, NULL);
  return TRUE;
}

static gboolean
apply_duration (ConveneDraft     *self,
                ConveneInterview *probe)
{
  int duration;

  g_object_get (self, "duration", &duration, NULL);
  convene_interview_set_duration (probe, duration);
  return TRUE;
}

static gboolean
check_candidate_timezone (ConveneDraft *self,
                          GError      **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GTimeZone) zone = NULL;

  g_object_get (self, "candidate-timezone", &name, NULL);
  if (*g_strstrip (name) == '\0')
    return TRUE;

  zone = convene_zone_new (name, "candidate_timezone", error);
  return zone != NULL;
}

static gboolean
apply_field (ConveneDraft     *self,
             const char       *field,
             ConveneInterview *probe,
             GError          **error)
{
  if (g_str_equal (field, "candidate"))
    return convene_draft_apply_candidate (self, probe, error);

  add_somebody (probe);
  if (g_str_equal (field, "job"))
    convene_draft_apply_job (self, probe);
  if (g_str_equal (field, "candidate_timezone"))
    return check_candidate_timezone (self, error);
  if (g_str_equal (field, "details") || g_str_equal (field, "notes"))
    return apply_texts (self, field, probe);
  if (g_str_equal (field, "start") || g_str_equal (field, "timezone"))
    return convene_draft_apply_time (self, probe, error);
  if (g_str_equal (field, "duration"))
    return apply_duration (self, probe);
  if (g_str_equal (field, "hiring_manager"))
    return convene_draft_apply_hiring_manager (self, probe, error);
  if (g_str_equal (field, "attendees"))
    return convene_draft_apply_interviewers (self, probe, error) && convene_draft_check_typed_interviewer (self, error);
  if (g_str_equal (field, "alternative_hosts"))
    return convene_draft_apply_alternative_hosts (self, probe, error);
  if (!g_str_equal (field, "job"))
    return apply_place (self, field, probe);

  return TRUE;
}

/* The engine names a field by the name it has in the JSON, a row has a title. A name that is also a word stands in sentences of its own too. */
static GError *
put_into_words (GError      *error,
                const Field *field)
{
  g_autoptr(GString) message = NULL;
  g_autofree char *label = NULL;
  g_autofree char *generic = NULL;
  g_autofree char *named = NULL;

  if (g_str_equal (field->name, "platform"))
    return convene_error_new_field (error->code, field->name, "%s", _("Not available yet: choose Other link, and paste the meeting’s address"));

  message = g_string_new (error->message);
  label = g_strdup_printf ("“%s”", _(field->label));
  generic = g_strdup_printf ("field %s ", field->name);
  named = g_strdup_printf ("field %s ", label);
  if (strchr (field->name, '_') != NULL)
    g_string_replace (message, field->name, label, 0);
  else
    g_string_replace (message, generic, named, 1);

  return convene_error_new_field (error->code, field->name, "%s", message->str);
}

/* What stands in the calendar already may have begun: only a new time has to be to come. */
static gint64
get_latest (ConveneDraft     *self,
            ConveneInterview *probe,
            gint64            now)
{
  const ConveneMoment *start = convene_interview_get_start (probe);
  gboolean             stays = convene_draft_get_subject (self) != NULL && start != NULL && convene_moment_get_instant (start) == convene_draft_get_subject_start (self);

  return stays ? MIN (now, convene_moment_get_instant (start) - 1) : now;
}

static gboolean
check_password_rules (ConveneDraft     *self,
                      const char       *field,
                      ConveneInterview *probe,
                      GError          **error)
{
  return !g_str_equal (field, "password") || convene_password_rules_check (convene_draft_get_password_rules (self), convene_interview_get_password (probe), error);
}

static GError *
check_field (ConveneDraft *self,
             const Field  *field,
             gint64        now)
{
  g_autoptr(ConveneInterview) probe = probe_new (now);
  g_autoptr(GError) error = NULL;

  if (!apply_field (self, field->name, probe, &error) || !convene_interview_check (probe, get_latest (self, probe, now), &error) ||
      !check_password_rules (self, field->name, probe, &error))
    if (g_strcmp0 (convene_error_get_field (error), field->name) == 0)
      return put_into_words (error, field);

  return NULL;
}

GError *
convene_draft_check_step (ConveneDraft *self,
                          int           step,
                          gint64        now)
{
  g_return_val_if_fail (CONVENE_IS_DRAFT (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GError *error = fields[i].step == step ? check_field (self, &fields[i], now) : NULL;

      if (error != NULL)
        return error;
    }

  return NULL;
}

GError *
convene_draft_check_field (ConveneDraft *self,
                           const char   *field,
                           gint64        now)
{
  const Field *found;

  g_return_val_if_fail (CONVENE_IS_DRAFT (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  found = find_field (field);
  g_return_val_if_fail (found != NULL, NULL);
  return check_field (self, found, now);
}

int
convene_draft_find_open_step (ConveneDraft *self,
                              int           wanted,
                              gint64        now)
{
  g_return_val_if_fail (CONVENE_IS_DRAFT (self), 0);

  for (int i = 0; i < wanted; i++)
    {
      g_autoptr(GError) error = convene_draft_check_step (self, i, now);

      if (error != NULL)
        return i;
    }

  return wanted;
}

int
convene_draft_find_step (const char *field)
{
  const Field *found = field != NULL ? find_field (field) : NULL;

  return found != NULL ? found->step : 0;
}
