/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which letter people are owed when a meeting's link or password is not what they were told. */

#include <glib.h>

#include "convene-letter-use.h"
#include "convene-letters-owed.h"
#include "convene-told.h"

#define UPDATE CONVENE_OPERATION_KIND_MAIL_UPDATE
#define LINK_READY CONVENE_OPERATION_KIND_MAIL_LINK_READY
#define OLD "https://example.com/j/1"
#define NEW "https://example.com/j/2"

typedef struct
{
  const char *name;
  const char *told;   /* the link in the last letter; "" for one without; NULL: nobody was told */
  gboolean    forgot; /* a letter of an older version: what it said is not known */
  const char *before; /* the meeting's link until now, where it matters */
  const char *now;
  int         owed; /* kind of letter, -1 for none */
  gboolean    waiting;
  gboolean    cancelled;
} Case;

static const Case cases[] = {
  { "nobody-told", NULL, FALSE, OLD, NEW, -1 },
  { "told-it", NEW, FALSE, OLD, NEW, -1 },
  { "told-another", OLD, FALSE, OLD, NEW, UPDATE },
  { "told-none", "", FALSE, NULL, NEW, LINK_READY },
  { "no-link", OLD, FALSE, OLD, NULL, -1 },
  { "letter-waits", OLD, FALSE, OLD, NEW, -1, TRUE },
  { "cancelled", OLD, FALSE, OLD, NEW, -1, FALSE, TRUE },
  { "forgotten/first-link", "", TRUE, NULL, NEW, LINK_READY },
  { "forgotten/same", "", TRUE, OLD, OLD, -1 },
  { "forgotten/another", "", TRUE, OLD, NEW, UPDATE },
};

static ConveneMeeting *
meeting_new (const char *link)
{
  return g_object_new (CONVENE_TYPE_MEETING, "id", "m", "state", link != NULL ? CONVENE_MEETING_STATE_LIVE : CONVENE_MEETING_STATE_PENDING, "join-url", link,
                       NULL);
}

static ConveneInterview *
interview_new (const char *link)
{
  g_autoptr(ConveneMoment) start = convene_moment_new_at (G_GINT64_CONSTANT (1800000000000000), "UTC", NULL);
  g_autoptr(ConveneParticipant) candidate = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "name", "Ada Example", "address", "ada@example.com", NULL);
  g_autoptr(ConveneMeeting) meeting = meeting_new (link);
  ConveneInterview *interview = g_object_new (CONVENE_TYPE_INTERVIEW, "uid", "u", "status", CONVENE_STATUS_SCHEDULED, "job", "Engineer", "start", start,
                                              "duration", 45, "platform", CONVENE_PLATFORM_ZOOM, "meeting", meeting, NULL);

  convene_interview_add_participant (interview, candidate);
  return interview;
}

static ConveneInterview *
make (const Case *one)
{
  ConveneInterview *interview = interview_new (one->now);

  if (one->told != NULL)
    {
      g_autoptr(ConveneInterview) then = interview_new (*one->told != '\0' ? one->told : NULL);
      g_autofree char *told = one->forgot ? g_strdup ("") : convene_told_to_string (then);

      convene_interview_set_told (interview, told);
      convene_interview_set_told_sequence (interview, 3);
    }
  if (one->waiting)
    {
      g_autoptr(ConveneOperation) letter = g_object_new (CONVENE_TYPE_OPERATION, "id", "o", "kind", UPDATE, "state", CONVENE_OPERATION_STATE_WAITING, NULL);

      convene_interview_add_operation (interview, letter);
    }
  if (one->cancelled)
    convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  return interview;
}

static void
test_owed (gconstpointer data)
{
  const Case *one = data;
  g_autoptr(ConveneInterview) interview = make (one);
  g_autoptr(ConveneMeeting) before = meeting_new (one->before);
  ConveneOperationKind kind = CONVENE_OPERATION_KIND_ACCOUNT_REVOKE;

  g_assert_cmpint (convene_letters_owed_find (interview, before, &kind), ==, one->owed >= 0);
  if (one->owed >= 0)
    g_assert_cmpint (kind, ==, one->owed);
}

/* A letter of which somebody may have a copy goes again, whatever people were told; one that has not left, only with something new. */
static void
test_again (void)
{
  g_autoptr(ConveneInterview) interview = make (&cases[1]);
  g_autoptr(ConveneOperation) letter = g_object_new (CONVENE_TYPE_OPERATION, "id", "o", "kind", UPDATE, "state", CONVENE_OPERATION_STATE_WAITING, NULL);

  g_assert_false (convene_letter_still_helps (interview, letter, 0));
  convene_operation_set_state (letter, CONVENE_OPERATION_STATE_DOUBT);
  g_assert_true (convene_letter_still_helps (interview, letter, 0));
  convene_operation_set_state (letter, CONVENE_OPERATION_STATE_WAITING);
  convene_operation_set_posts (letter, 1);
  g_assert_true (convene_letter_still_helps (interview, letter, 0));
  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  g_assert_false (convene_letter_still_helps (interview, letter, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/letters-owed/X-9/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_owed);
    }
  g_test_add_func ("/workflow/letters-owed/O-1/again", test_again);

  return g_test_run ();
}
