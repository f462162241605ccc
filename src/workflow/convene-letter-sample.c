/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-sample.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-told.h"

#define LINK "https://zoom.example.com/j/12345678901"
#define HOUR 15 /* in UTC: on both sides of the ocean people are at work */
#define ZONE "America/New_York"

/* What a person would write in each language: letters have nothing of the program's own. */
static const struct
{
  const char *language; /* the first one is for all others too */
  const char *zone;     /* of the candidate */
  const char *job;
  const char *agenda;
  const char *reason;
} words[] = {
  { "en", "Europe/London", "Staff Engineer", "Introduction\nA system you built\nYour questions", "The position has been filled." },
  { "de", "Europe/Berlin", "Softwareentwicklung", "Vorstellung\nEin System, das Sie gebaut haben\nIhre Fragen", "Die Stelle ist besetzt." },
  { "es", "Europe/Madrid", "Ingeniería de software", "Presentación\nUn sistema que haya construido\nSus preguntas", "El puesto ya está cubierto." },
  { "fr", "Europe/Paris", "Développement logiciel", "Présentation\nUn système que vous avez construit\nVos questions", "Le poste est pourvu." },
};

const char *const *
convene_letter_sample_list (void)
{
  static const char *const letters[] = { "invitation", "update", "link-ready", "reminder", "cancellation", "removal", "urgent", "missing", NULL };

  return letters;
}

/* As mail's variants of letters go. */
static ConveneOperationKind
find_kind (const char *letter)
{
  g_autofree char *nick = g_strconcat ("mail-", letter, NULL);
  int              kind;

  if (g_str_equal (letter, "removal"))
    return CONVENE_OPERATION_KIND_MAIL_CANCELLATION;
  if (g_str_equal (letter, "missing"))
    return CONVENE_OPERATION_KIND_MAIL_URGENT;

  return convene_enum_from_nick (CONVENE_TYPE_OPERATION_KIND, nick, &kind) ? (ConveneOperationKind) kind : CONVENE_OPERATION_KIND_MAIL_INVITATION;
}

static guint
find_words (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].language, language))
      return i;

  return 0;
}

static void
add_person (ConveneInterview *interview,
            ConveneRole       role,
            const char       *person,
            const char       *language,
            const char       *zone)
{
  g_auto(GStrv) parts = g_strsplit (person, "|", 2);
  g_autoptr(ConveneParticipant) participant =
                 g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "name", parts[0], "address", parts[1], "language", language, "timezone", zone, NULL);

  convene_interview_add_participant (interview, participant);
}

static void
add_meeting (ConveneInterview *interview,
             const char       *letter)
{
  gboolean missing = g_str_equal (letter, "missing");
  g_autoptr(ConveneMeeting) meeting =
                 g_object_new (CONVENE_TYPE_MEETING, "id", "sample", "state", missing ? CONVENE_MEETING_STATE_MISSING : CONVENE_MEETING_STATE_LIVE, "join-url",
                               missing ? NULL : LINK, "password", "k7Wq-2", NULL);

  if (!g_str_equal (letter, "urgent"))
    convene_interview_set_meeting (interview, meeting);
}

/* A Tuesday after a week, in microseconds since 1970 UTC. */
static gint64
find_start (gint64 now)
{
  gint64 day = now / CONVENE_DAY + 7;

  /* 1 January 1970 was a Thursday. */
  while ((day + 4) % 7 != 2)
    day++;

  return day * CONVENE_DAY + HOUR * CONVENE_HOUR;
}

static ConveneInterview *
interview_new (const char *language,
               const char *letter,
               gint64      now)
{
  guint index = find_words (language);
  g_autoptr(ConveneMoment) start = convene_moment_new_at (find_start (now), ZONE, NULL);
  ConveneInterview *interview = g_object_new (CONVENE_TYPE_INTERVIEW, "uid", "sample", "status", CONVENE_STATUS_SCHEDULED, "job", words[index].job, "start", start,
                                              "duration", 45, "platform", CONVENE_PLATFORM_ZOOM, "agenda", words[index].agenda, NULL);

  add_person (interview, CONVENE_ROLE_CANDIDATE, "Ada Example|ada@example.com", language, words[index].zone);
  add_person (interview, CONVENE_ROLE_HIRING_MANAGER, "Hal Manager|hal@example.com", language, ZONE);
  add_person (interview, CONVENE_ROLE_REQUIRED, "Rita Required|rita@example.com", language, ZONE);
  if (g_str_equal (letter, "removal"))
    add_person (interview, CONVENE_ROLE_OPTIONAL, "Otto Other|otto@example.com", language, ZONE);
  add_meeting (interview, letter);
  return interview;
}

/* What people were told before the letter: NULL where it is the first. */
static ConveneTold *
told_new (ConveneInterview *interview,
          const char       *letter)
{
  g_autoptr(ConveneInterview) before = convene_interview_copy (interview);
  g_autofree char *text = NULL;

  if (g_str_equal (letter, "invitation"))
    return NULL;

  convene_interview_set_meeting (before, g_str_equal (letter, "link-ready") ? NULL : convene_interview_get_meeting (interview));
  if (g_str_equal (letter, "update"))
    {
      g_autoptr(ConveneMoment) start = convene_moment_new_at (convene_moment_get_instant (convene_interview_get_start (interview)) - CONVENE_DAY, ZONE, NULL);

      convene_interview_set_start (before, start);
    }
  text = convene_told_to_string (before);
  return convene_told_parse (text);
}

char *
convene_letter_sample_write (const char         *language,
                             const char         *letter,
                             ConveneLetterEdits *edits,
                             gint64              now,
                             char              **subject,
                             GError            **error)
{
  static const char *const removed[] = { "Otto Other <otto@example.com>", NULL };
  g_autoptr(ConveneInterview) interview = interview_new (language, letter, now);
  g_autoptr(ConveneTold) told = told_new (interview, letter);
  ConveneOperationKind     kind = find_kind (letter);
  const ConveneLetterDraft draft = {
    .kind = kind,
    .interview = interview,
    .sender_name = "Grace Recruiter",
    .sender_address = "recruiter@example.com",
    .reason = kind == CONVENE_OPERATION_KIND_MAIL_URGENT ? _ ("Zoom did not answer in time") : words[find_words (language)].reason,
                                                              .made_at = now,
                                                              .told = told,
                                                              .recipients = g_str_equal (letter, "removal") ? removed : NULL,
                                                              .edits = edits,
    };
  g_autofree char *text = convene_letter_write_text (&draft, error);
  g_autoptr(ConveneLetterHeading) heading = NULL;

  if (text == NULL)
    return NULL;

  heading = convene_letter_heading_new (&draft);
  *subject = g_strdup (heading->subject);
  return g_strchomp (g_steal_pointer (&text));
}
