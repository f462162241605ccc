/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "convene-clock.h"
#include "convene-interview-check.h"
#include "convene-store.h"

/* fill-store FOLDER COUNT NOW BEFORE AFTER [SEED]: fills a profile's database with interviews as work leaves them, from BEFORE days before NOW
 * (seconds since 1970 UTC) to AFTER days after it. The same seed makes the same interviews. */

#define PER_CHANGE 250
#define QUARTER (15 * CONVENE_MINUTE)
#define HOST "recruiter@example.com"

static const char *const first_names[] = { "Ada", "Björn", "Chiara", "Dmitri", "Elif", "Fátima", "Grace", "Hiroshi", "Ines", "Joon",
                                           "Kwame", "Lucía", "Mateo", "Noor", "Olena", "Priya", "Quentin", "Rosa", "Søren", "Tomás" };
static const char *const last_names[] = { "Abara", "Brandt", "Castillo", "Dubois", "Eriksson", "Fischer", "García", "Haddad", "Ivanova", "Jensen", "Kim",
                                          "López", "Moreau", "Nakamura", "Okafor", "Patel", "Quiroga", "Rossi", "Schäfer", "Tanaka" };
static const char *const levels[] = { "Junior", "Senior", "Staff", "Principal", "Lead" };
static const char *const trades[] = { "Engineer", "Designer", "Data Scientist", "Product Manager", "Nurse", "Accountant", "Recruiter", "Translator" };
static const char *const zones[] = { "America/Mexico_City", "America/New_York", "Europe/Berlin", "Europe/London", "Asia/Tokyo", "Asia/Kolkata", "UTC" };
static const char *const agendas[] = {
  "Introductions, a walk through recent work, and your questions.",
  "A problem that we solve together on a shared page, then how the team works, then your questions.",
  "Your experience with people and plans; what you look for; salary and start; your questions.\nPlease have your portfolio at hand.",
};
static const char *const notes[] = { "Knows the team from a conference.", "Second round. Ask about the gap between the last two posts.", NULL };

typedef struct
{
  guint64        state; /* of the generator */
  gint64         now;   /* microseconds since 1970 UTC, as the next one */
  gint64         first;
  guint64        quarters; /* how many come into question */
  ConveneChange *change;
} Filler;

/* SplitMix64: the same numbers on every machine, which no random number of a library promises. */
static guint64
draw (Filler *self)
{
  guint64 z;

  self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = self->state;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
draw_below (Filler *self,
            guint   bound)
{
  return (guint) (draw (self) % bound);
}

#define PICK(self, list) ((list)[draw_below (self, G_N_ELEMENTS (list))])

static char *
draw_uuid (Filler *self)
{
  guint64 high = draw (self);
  guint64 low = draw (self);

  return g_strdup_printf ("%08x-%04x-4%03x-a%03x-%012" G_GINT64_MODIFIER "x", (guint) (high >> 32), (guint) (high >> 16) & 0xffff, (guint) high & 0xfff,
                          (guint) (low >> 52), low & G_GUINT64_CONSTANT (0xffffffffffff));
}

static void
add_person (Filler           *self,
            ConveneInterview *interview,
            ConveneRole       role,
            guint             crowd)
{
  g_autoptr(ConveneParticipant) participant = convene_participant_new ();
  g_autofree char *name = g_strdup_printf ("%s %s", PICK (self, first_names), PICK (self, last_names));
  g_autofree char *address = g_strdup_printf ("person-%u@example.com", draw_below (self, crowd));

  convene_participant_set_name (participant, name);
  convene_participant_set_address (participant, address);
  convene_participant_set_role (participant, role);
  convene_participant_set_response (participant, draw_below (self, 4));
  if (role == CONVENE_ROLE_CANDIDATE)
    convene_participant_set_timezone (participant, PICK (self, zones));
  convene_interview_add_participant (interview, participant);
}

static ConveneInterview *
make_interview (Filler        *self,
                ConveneMoment *start)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autofree char  *uid = draw_uuid (self);
  g_autofree char  *job = g_strdup_printf ("%s %s", PICK (self, levels), PICK (self, trades));
  gint64            instant = convene_moment_get_instant (start);

  convene_interview_set_uid (interview, uid);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_job (interview, job);
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 30 + 15 * (int) draw_below (self, 4));
  convene_interview_set_platform (interview, CONVENE_PLATFORM_ZOOM);
  convene_interview_set_agenda (interview, PICK (self, agendas));
  convene_interview_set_notes (interview, PICK (self, notes));
  convene_interview_set_created (interview, MIN (instant, self->now) - 7 * CONVENE_DAY);

  add_person (self, interview, CONVENE_ROLE_CANDIDATE, 1000000);
  add_person (self, interview, CONVENE_ROLE_HIRING_MANAGER, 40);
  for (guint i = draw_below (self, 4); i > 0; i--)
    add_person (self, interview, CONVENE_ROLE_REQUIRED, 400);

  return interview;
}

static ConveneMeeting *
make_meeting (Filler           *self,
              ConveneInterview *interview)
{
  ConveneMeeting  *meeting = convene_meeting_new ();
  g_autofree char *id = draw_uuid (self);
  g_autofree char *topic = convene_interview_dup_topic (interview);
  gint64           number = 10000000000 + (gint64) (draw (self) % 89999999999);
  g_autofree char *link = g_strdup_printf ("https://zoom.example.com/j/%" G_GINT64_FORMAT "?pwd=%016" G_GINT64_MODIFIER "x", number, draw (self));

  convene_meeting_set_id (meeting, id);
  convene_meeting_set_provider (meeting, "zoom");
  convene_meeting_set_account_id (meeting, "account-of-" HOST);
  convene_meeting_set_number (meeting, number);
  convene_meeting_set_join_url (meeting, link);
  convene_meeting_set_password (meeting, "Ab3xK9");
  convene_meeting_set_host (meeting, HOST);
  convene_meeting_set_topic (meeting, topic);
  convene_meeting_set_agenda (meeting, convene_interview_get_agenda (interview));
  convene_meeting_set_start (meeting, convene_moment_get_instant (convene_interview_get_start (interview)));
  convene_meeting_set_duration (meeting, convene_interview_get_duration (interview));
  convene_meeting_set_timezone (meeting, convene_moment_get_zone (convene_interview_get_start (interview)));
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  convene_meeting_set_created_at (meeting, convene_interview_get_created (interview));
  return meeting;
}

/* What was due by now is done, the rest waits. */
static void
add_operation (Filler              *self,
               ConveneInterview    *interview,
               ConveneOperationKind kind,
               gint64               due)
{
  g_autoptr(ConveneOperation) operation = convene_operation_new ();
  g_autofree char *id = draw_uuid (self);
  ConveneMeeting  *meeting = convene_interview_get_meeting (interview);

  convene_operation_set_id (operation, id);
  convene_operation_set_kind (operation, kind);
  convene_operation_set_interview_uid (operation, convene_interview_get_uid (interview));
  convene_operation_set_created (operation, convene_interview_get_created (interview));
  convene_operation_set_due (operation, due);
  if (kind == CONVENE_OPERATION_KIND_MEETING_CREATE)
    {
      convene_operation_set_meeting_id (operation, convene_meeting_get_id (meeting));
      convene_operation_set_account_id (operation, convene_meeting_get_account_id (meeting));
      convene_operation_set_host (operation, convene_meeting_get_host (meeting));
    }
  if (due <= self->now)
    {
      convene_operation_set_state (operation, CONVENE_OPERATION_STATE_DONE);
      convene_operation_set_attempts (operation, 1);
      convene_operation_set_first_attempt (operation, due);
      convene_operation_set_settled (operation, due + CONVENE_SECOND);
    }
  convene_change_add_operation (self->change, operation);
}

static void
add_interview (Filler *self)
{
  gint64 at = self->first + (gint64) (draw (self) % self->quarters) * QUARTER;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) start = convene_moment_new_at (at, PICK (self, zones), &error);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneMeeting) meeting = NULL;

  g_assert_no_error (error);
  interview = make_interview (self, start);
  meeting = make_meeting (self, interview);
  convene_interview_set_meeting (interview, meeting);

  convene_change_add_interview (self->change, interview);
  convene_change_put_meeting (self->change, meeting);
  convene_change_attach_meeting (self->change, convene_interview_get_uid (interview), convene_meeting_get_id (meeting));
  add_operation (self, interview, CONVENE_OPERATION_KIND_MEETING_CREATE, convene_interview_get_created (interview));
  add_operation (self, interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, convene_interview_get_created (interview));
  add_operation (self, interview, CONVENE_OPERATION_KIND_MAIL_REMINDER, at - CONVENE_DAY);
  add_operation (self, interview, CONVENE_OPERATION_KIND_MAIL_REMINDER, at - CONVENE_HOUR);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

static gboolean
open_store (ConveneStore *store,
            GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_open_async (store, NULL, ready_cb, &result);
  return convene_store_open_finish (store, await (&result), error);
}

static gboolean
fill (Filler       *self,
      ConveneStore *store,
      guint         count,
      GError      **error)
{
  for (guint added = 0; added < count;)
    {
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autoptr(GAsyncResult) result = NULL;

      self->change = change;
      for (guint i = 0; i < PER_CHANGE && added < count; i++, added++)
        add_interview (self);

      convene_store_commit_async (store, change, NULL, ready_cb, &result);
      if (!convene_store_commit_finish (store, await (&result), error))
        return FALSE;
    }

  return TRUE;
}

static gint64
read_number (const char *word)
{
  return g_ascii_strtoll (word, NULL, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(ConveneStore) store = NULL;
  g_autoptr(GError) error = NULL;
  Filler self = { 0 };

  if (argc < 6 || read_number (argv[4]) + read_number (argv[5]) <= 0)
    {
      g_printerr ("fill-store FOLDER COUNT NOW BEFORE AFTER [SEED]\n");
      return EXIT_FAILURE;
    }

  self.now = read_number (argv[3]) * CONVENE_SECOND;
  self.first = self.now - self.now % QUARTER + QUARTER - read_number (argv[4]) * CONVENE_DAY;
  self.quarters = (guint64) ((read_number (argv[4]) + read_number (argv[5])) * CONVENE_DAY / QUARTER);
  self.state = argc > 6 ? (guint64) read_number (argv[6]) : 1;
  store = convene_store_new (argv[1]);
  if (open_store (store, &error) && fill (&self, store, (guint) read_number (argv[2]), &error))
    return EXIT_SUCCESS;

  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}
