/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-judge.h"
#include "convene-opening-words.h"

/* What a file says × what is known here → what it means. */

#define NOW (G_GINT64_CONSTANT (1796116800000000)) /* Tuesday 2026-12-01T09:20:00Z */
#define UID "5f0c9a52-7a57-4c5d-9d44-1d0b2b7a7a11"
#define FOREIGN_UID "040000008200E00074C5B7101A82E008"
#define OWN "rita@example.com"
#define BOSS "boss@example.org"

#define REPLY CONVENE_CLAIM_KIND_REPLY
#define REQUEST CONVENE_CLAIM_KIND_REQUEST
#define CANCEL CONVENE_CLAIM_KIND_CANCEL
#define COUNTER CONVENE_CLAIM_KIND_COUNTER
#define OTHER CONVENE_CLAIM_KIND_OTHER

#define V(name) CONVENE_VERDICT_##name
#define R(name) CONVENE_OPENING_REASON_##name
#define D(name) CONVENE_OPENING_DOUBT_##name

/* What is known. */
typedef enum
{
  NOTHING,
  INVITED,          /* Ada and Grace are, nobody has answered: sequence 1, its time is that of 0 */
  MOVED,            /* to another time: sequence 3, its time is that of 2 */
  ANSWERED,         /* Ada has accepted version 1 ten minutes ago */
  ANSWERED_EARLIER, /* Ada has accepted version 0 thirty minutes ago, and the interview moved: 3, 2 */
  KEPT_EARLIER,     /* that answer came when it had moved, and was kept */
  CALLED_OFF,
  PAST,
  ADOPTED,     /* made from version 1 of an event of others */
  ADOPTED_OFF, /* and cancelled */
} State;

typedef struct
{
  const char          *name;
  ConveneClaimKind     kind;
  const char          *people; /* "ADDRESS WORD [by ADDRESS] [to ADDRESS]", several with a comma between */
  State                state;
  ConveneVerdict       verdict;
  const char          *person; /* address; NULL for nobody */
  ConveneOpeningReason reason;
  guint                doubts;
  int                  sequence;
  int                  ago;     /* minutes before now; 0: it does not say */
  int                  hours;   /* until it begins; 0: it says no time */
  int                  minutes; /* it takes; 0: it does not say */
  const char          *sender;
  const char          *organizer;
  const char          *method;
  ConveneClaimTime     time_kind; /* with hours 0 */
  gboolean             cancelled;
  gboolean             recurring;
  gboolean             foreign; /* the UID of somebody else's event */
} Row;

static const Row rows[] = {
  /* Answers. */
  { "accepted", REPLY, "ada@example.com accepted", INVITED, V (ANSWER), "ada@example.com", .sequence = 1, .ago = 5 },
  { "declined", REPLY, "ada@example.com declined", INVITED, V (ANSWER), "ada@example.com", .ago = 5 },
  { "tentative", REPLY, "grace@example.com tentative", INVITED, V (ANSWER), "grace@example.com", .ago = 5 },
  { "undecided", REPLY, "ada@example.com needs-action", INVITED, V (ANSWER), "ada@example.com" },
  { "upper-case", REPLY, "ADA@Example.COM accepted", INVITED, V (ANSWER), "ada@example.com", .ago = 5 },
  { "without-dtstamp", REPLY, "ada@example.com accepted", INVITED, V (ANSWER), "ada@example.com" },
  { "of-several", REPLY, "grace@example.com needs-action, ada@example.com accepted", INVITED, V (ANSWER), "ada@example.com", .ago = 5 },
  { "of-several-by-sender", REPLY, "grace@example.com accepted, ada@example.com accepted", INVITED, V (ANSWER), "ada@example.com", .ago = 5, .sender = "ada@example.com" },
  { "of-several-unclear", REPLY, "grace@example.com accepted, ada@example.com accepted", INVITED, V (IMPOSSIBLE), NULL, R (SEVERAL), .ago = 5 },
  { "nobody", REPLY, NULL, INVITED, V (IMPOSSIBLE), NULL, R (NOBODY), .ago = 5 },
  { "unknown-word", REPLY, "ada@example.com maybe-not", INVITED, V (IMPOSSIBLE), "ada@example.com", R (NO_ANSWER), .ago = 5 },
  { "never-sent", REPLY, "ada@example.com accepted", INVITED, V (IMPOSSIBLE), "ada@example.com", R (UNSENT), .sequence = 2, .ago = 5 },
  { "cancelled", REPLY, "ada@example.com accepted", CALLED_OFF, V (IMPOSSIBLE), "ada@example.com", R (CANCELLED), .ago = 5 },
  { "after-it-was", REPLY, "ada@example.com accepted", PAST, V (ANSWER), "ada@example.com", .ago = 5 },
  { "unknown", REPLY, "ada@example.com accepted", NOTHING, V (UNKNOWN_REPLY), NULL, .ago = 5 },

  /* One answer after the other: SEQUENCE, then DTSTAMP. */
  { "newer", REPLY, "ada@example.com declined", ANSWERED, V (ANSWER), "ada@example.com", .sequence = 1, .ago = 5 },
  { "older-by-time", REPLY, "ada@example.com declined", ANSWERED, V (ANSWER_OLD), "ada@example.com", R (OLDER), .sequence = 1, .ago = 20 },
  { "older-by-sequence", REPLY, "ada@example.com declined", ANSWERED, V (ANSWER_OLD), "ada@example.com", R (OLDER), .sequence = 0, .ago = 5 },
  { "same", REPLY, "ada@example.com accepted", ANSWERED, V (ANSWER_SAME), "ada@example.com", R (KNOWN), .sequence = 1, .ago = 10 },
  { "same-without-dtstamp", REPLY, "ada@example.com accepted", ANSWERED, V (ANSWER_SAME), "ada@example.com", R (KNOWN), .sequence = 1 },
  { "other-without-dtstamp", REPLY, "ada@example.com declined", ANSWERED, V (ANSWER), "ada@example.com", .sequence = 1 },
  { "somebody-else", REPLY, "grace@example.com declined", ANSWERED, V (ANSWER), "grace@example.com", .sequence = 0, .ago = 60 },
  { "from-the-future", REPLY, "ada@example.com declined", ANSWERED, V (ANSWER), "ada@example.com", .sequence = 1, .ago = -100000 },

  /* To an older time. */
  { "earlier", REPLY, "ada@example.com accepted", MOVED, V (ANSWER_EARLIER), "ada@example.com", .doubts = D (EARLIER), .sequence = 1, .ago = 5 },
  { "not-earlier", REPLY, "ada@example.com accepted", MOVED, V (ANSWER), "ada@example.com", .sequence = 2, .ago = 5 },
  { "newest", REPLY, "ada@example.com accepted", MOVED, V (ANSWER), "ada@example.com", .sequence = 3, .ago = 5 },
  { "earlier-kept", REPLY, "ada@example.com accepted", KEPT_EARLIER, V (ANSWER_SAME), "ada@example.com", R (KNOWN), D (EARLIER), .sequence = 0, .ago = 30 },
  { "earlier-other", REPLY, "ada@example.com declined", KEPT_EARLIER, V (ANSWER_EARLIER), "ada@example.com", .doubts = D (EARLIER), .sequence = 0, .ago = 25 },
  { "answered-anew", REPLY, "ada@example.com accepted", ANSWERED_EARLIER, V (ANSWER), "ada@example.com", .sequence = 2, .ago = 5 },

  /* Strangers, aliases, and who answers for whom. */
  { "stranger", REPLY, "eve@example.org accepted", INVITED, V (ANSWER_STRANGER), NULL, .ago = 5 },
  { "tag", REPLY, "ada+jobs@example.com accepted", INVITED, V (ANSWER_STRANGER), NULL, .ago = 5 },
  { "stranger-again", REPLY, "eve@example.org accepted", MOVED, V (ANSWER_STRANGER), NULL, .doubts = D (EARLIER), .ago = 5 },
  { "assistant", REPLY, "ada@example.com accepted by sam@example.com", INVITED, V (ANSWER), "ada@example.com", .doubts = D (SENT_BY), .ago = 5 },
  { "assistant-mails", REPLY, "ada@example.com accepted by sam@example.com", INVITED, V (ANSWER), "ada@example.com", .doubts = D (SENT_BY), .ago = 5, .sender = "SAM@example.com" },
  { "mail-of-another", REPLY, "ada@example.com accepted", INVITED, V (ANSWER), "ada@example.com", .doubts = D (SENDER), .ago = 5, .sender = "eve@example.org" },
  { "to-another", REPLY, "ada@example.com accepted", INVITED, V (ANSWER), "ada@example.com", .doubts = D (ORGANIZER), .ago = 5, .organizer = "eve@example.org" },
  { "delegated", REPLY, "ada@example.com delegated to bob@example.com, bob@example.com needs-action", INVITED, V (ANSWER_DELEGATED), "ada@example.com", .ago = 5 },
  { "delegated-to-nobody", REPLY, "ada@example.com delegated", INVITED, V (IMPOSSIBLE), "ada@example.com", R (DELEGATE), .ago = 5 },
  { "delegated-to-nonsense", REPLY, "ada@example.com delegated to bob", INVITED, V (IMPOSSIBLE), "ada@example.com", R (DELEGATE), .ago = 5 },
  { "delegated-by-stranger", REPLY, "eve@example.org delegated to bob@example.com", INVITED, V (IMPOSSIBLE), NULL, R (STRANGER), .ago = 5 },
  { "delegated-late", REPLY, "ada@example.com delegated to bob@example.com", PAST, V (IMPOSSIBLE), "ada@example.com", R (OVER), .ago = 5 },

  /* Another time. */
  { "proposal", COUNTER, "ada@example.com tentative", INVITED, V (PROPOSAL), "ada@example.com", .ago = 5, .hours = 48, .minutes = 60 },
  { "proposal-without-end", COUNTER, "ada@example.com tentative", INVITED, V (PROPOSAL), "ada@example.com", .ago = 5, .hours = 48 },
  { "proposal-without-word", COUNTER, "ada@example.com unknown", INVITED, V (PROPOSAL), "ada@example.com", .ago = 5, .hours = 48, .minutes = 60 },
  { "proposal-as-it-is", COUNTER, "ada@example.com tentative", INVITED, V (ANSWER_SAME), "ada@example.com", R (KNOWN), .ago = 5, .hours = 24, .minutes = 60 },
  { "proposal-longer", COUNTER, "ada@example.com tentative", INVITED, V (PROPOSAL), "ada@example.com", .ago = 5, .hours = 24, .minutes = 90 },
  { "proposal-of-stranger", COUNTER, "eve@example.org tentative", INVITED, V (ANSWER_STRANGER), NULL, .ago = 5, .hours = 48, .minutes = 60 },
  { "proposal-to-earlier", COUNTER, "ada@example.com tentative", MOVED, V (PROPOSAL), "ada@example.com", .doubts = D (EARLIER), .ago = 5, .hours = 48, .minutes = 60 },
  { "proposal-old", COUNTER, "ada@example.com tentative", ANSWERED, V (PROPOSAL), "ada@example.com", .doubts = D (LATER), .sequence = 1, .ago = 15, .hours = 48, .minutes = 60 },
  { "proposal-whole-day", COUNTER, "ada@example.com tentative", INVITED, V (IMPOSSIBLE), "ada@example.com", R (TIME), .ago = 5, .time_kind = CONVENE_CLAIM_TIME_DATE },
  { "proposal-floating", COUNTER, "ada@example.com tentative", INVITED, V (IMPOSSIBLE), "ada@example.com", R (TIME), .ago = 5, .time_kind = CONVENE_CLAIM_TIME_FLOATING },
  { "proposal-of-no-zone", COUNTER, "ada@example.com tentative", INVITED, V (IMPOSSIBLE), "ada@example.com", R (TIME), .ago = 5, .time_kind = CONVENE_CLAIM_TIME_UNKNOWN_ZONE },
  { "proposal-past", COUNTER, "ada@example.com tentative", INVITED, V (IMPOSSIBLE), "ada@example.com", R (PAST), .ago = 5, .hours = -1, .minutes = 60 },
  { "proposal-of-days", COUNTER, "ada@example.com tentative", INVITED, V (IMPOSSIBLE), "ada@example.com", R (LENGTH), .ago = 5, .hours = 48, .minutes = 2000 },
  { "proposal-late", COUNTER, "ada@example.com tentative", PAST, V (IMPOSSIBLE), "ada@example.com", R (OVER), .ago = 5, .hours = 48, .minutes = 60 },
  { "proposal-cancelled", COUNTER, "ada@example.com tentative", CALLED_OFF, V (IMPOSSIBLE), "ada@example.com", R (CANCELLED), .ago = 5, .hours = 48, .minutes = 60 },
  { "proposal-never-sent", COUNTER, "ada@example.com tentative", INVITED, V (IMPOSSIBLE), "ada@example.com", R (UNSENT), .sequence = 9, .hours = 48, .minutes = 60 },
  { "proposal-unknown", COUNTER, "ada@example.com tentative", NOTHING, V (UNKNOWN_REPLY), NULL, .hours = 48, .minutes = 60 },

  /* What we sent. */
  { "own", REQUEST, "ada@example.com needs-action", INVITED, V (OWN), NULL, .organizer = OWN, .hours = 48, .minutes = 60 },
  { "own-cancel", CANCEL, "ada@example.com needs-action", INVITED, V (OWN), NULL, .organizer = OWN, .sequence = 9 },
  { "own-published", OTHER, "ada@example.com needs-action", INVITED, V (OWN), NULL, .organizer = OWN, .hours = 48, .method = "PUBLISH" },
  { "own-forged", REQUEST, "ada@example.com needs-action", INVITED, V (OWN), NULL, .doubts = D (ORGANIZER), .organizer = "eve@example.org", .sequence = 9, .hours = 72 },
  { "own-cancel-forged", CANCEL, "ada@example.com needs-action", INVITED, V (OWN), NULL, .doubts = D (ORGANIZER), .organizer = "eve@example.org", .sequence = 9 },

  /* What others organize. */
  { "foreign", REQUEST, "ada@example.com needs-action, " OWN " needs-action", NOTHING, V (FOREIGN), "ada@example.com", .organizer = BOSS, .hours = 48, .minutes = 45 },
  { "foreign-organizer-comes", REQUEST, "ada@example.com needs-action, " BOSS " accepted, " OWN " needs-action", NOTHING, V (FOREIGN), "ada@example.com", .organizer = BOSS, .hours = 48 },
  { "foreign-published", OTHER, "ada@example.com needs-action", NOTHING, V (FOREIGN), "ada@example.com", .organizer = BOSS, .hours = 48, .method = "PUBLISH" },
  { "foreign-no-method", OTHER, "ada@example.com needs-action", NOTHING, V (FOREIGN), "ada@example.com", .organizer = BOSS, .hours = 48 },
  { "foreign-of-two", REQUEST, "ada@example.com needs-action, bob@example.com needs-action", NOTHING, V (FOREIGN), NULL, .organizer = BOSS, .hours = 48 },
  { "foreign-of-organizer", REQUEST, OWN " needs-action", NOTHING, V (FOREIGN), NULL, .organizer = BOSS, .hours = 48 },
  { "foreign-alone", REQUEST, OWN " needs-action", NOTHING, V (IMPOSSIBLE), NULL, R (ALONE), .organizer = OWN, .hours = 48 },
  { "foreign-series", REQUEST, "ada@example.com needs-action", NOTHING, V (FOREIGN), "ada@example.com", .doubts = D (SERIES), .organizer = BOSS, .hours = 48, .recurring = TRUE },
  { "foreign-mailed", REQUEST, "ada@example.com needs-action", NOTHING, V (FOREIGN), "ada@example.com", .doubts = D (SENDER), .organizer = BOSS, .sender = "eve@example.org", .hours = 48 },
  { "foreign-whole-day", REQUEST, "ada@example.com needs-action", NOTHING, V (IMPOSSIBLE), NULL, R (TIME), .organizer = BOSS, .time_kind = CONVENE_CLAIM_TIME_DATE },
  { "foreign-without-zone", REQUEST, "ada@example.com needs-action", NOTHING, V (IMPOSSIBLE), NULL, R (TIME), .organizer = BOSS, .time_kind = CONVENE_CLAIM_TIME_UNKNOWN_ZONE },
  { "foreign-week", REQUEST, "ada@example.com needs-action", NOTHING, V (IMPOSSIBLE), NULL, R (LENGTH), .organizer = BOSS, .hours = 48, .minutes = 7 * 1440 },
  { "foreign-again", REQUEST, "ada@example.com needs-action", ADOPTED, V (FOREIGN_UPDATE), NULL, R (KNOWN), .organizer = BOSS, .sequence = 1, .hours = 24, .minutes = 60, .foreign = TRUE },
  { "foreign-moved", REQUEST, "ada@example.com needs-action", ADOPTED, V (FOREIGN_UPDATE), NULL, .organizer = BOSS, .sequence = 2, .hours = 48, .minutes = 60, .foreign = TRUE },
  { "foreign-older", REQUEST, "ada@example.com needs-action", ADOPTED, V (FOREIGN_UPDATE), NULL, R (OLDER), .organizer = BOSS, .sequence = 0, .hours = 72, .minutes = 60, .foreign = TRUE },
  { "foreign-cancelled", CANCEL, "ada@example.com needs-action", ADOPTED, V (FOREIGN_CANCEL), NULL, .organizer = BOSS, .sequence = 2, .foreign = TRUE, .cancelled = TRUE },
  { "foreign-cancelled-by-status", REQUEST, "ada@example.com needs-action", ADOPTED, V (FOREIGN_CANCEL), NULL, .organizer = BOSS, .sequence = 2, .hours = 24, .foreign = TRUE, .cancelled = TRUE },
  { "foreign-cancelled-older", CANCEL, "ada@example.com needs-action", ADOPTED, V (FOREIGN_CANCEL), NULL, R (OLDER), .organizer = BOSS, .sequence = 0, .foreign = TRUE },
  { "foreign-cancelled-for-others", CANCEL, "bob@example.com needs-action", ADOPTED, V (FOREIGN_CANCEL), NULL, R (OTHERS), .organizer = BOSS, .sequence = 2, .foreign = TRUE },
  { "foreign-cancelled-for-us", CANCEL, OWN " needs-action", ADOPTED, V (FOREIGN_CANCEL), NULL, .organizer = BOSS, .sequence = 2, .foreign = TRUE },
  { "foreign-cancelled-again", CANCEL, "ada@example.com needs-action", ADOPTED_OFF, V (FOREIGN_CANCEL), NULL, R (CANCELLED), .organizer = BOSS, .sequence = 2, .foreign = TRUE },
  { "foreign-revived", REQUEST, "ada@example.com needs-action", ADOPTED_OFF, V (FOREIGN), "ada@example.com", .organizer = BOSS, .sequence = 2, .hours = 48, .foreign = TRUE },
  { "foreign-not-revived", REQUEST, "ada@example.com needs-action", ADOPTED_OFF, V (FOREIGN_UPDATE), NULL, R (CANCELLED), .organizer = BOSS, .sequence = 1, .hours = 48, .foreign = TRUE },
  { "foreign-cancel-unknown", CANCEL, "ada@example.com needs-action", NOTHING, V (IMPOSSIBLE), NULL, R (UNKNOWN), .organizer = BOSS },

  /* Nothing of that. */
  { "refresh", OTHER, "ada@example.com needs-action", INVITED, V (IMPOSSIBLE), NULL, R (METHOD), .method = "REFRESH" },
  { "decline-counter", OTHER, "ada@example.com needs-action", INVITED, V (IMPOSSIBLE), NULL, R (METHOD), .method = "DECLINECOUNTER" },
};

static ConveneClaimPerson *
parse_person (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  ConveneClaimPerson *person = g_new0 (ConveneClaimPerson, 1);
  int                 response;

  person->address = g_strdup (words[0]);
  person->role = CONVENE_ROLE_REQUIRED;
  if (words[1] == NULL)
    return person;

  person->delegated = g_str_equal (words[1], "delegated");
  person->known_response = convene_enum_from_nick (CONVENE_TYPE_RESPONSE, words[1], &response);
  person->response = person->known_response ? (ConveneResponse) response : CONVENE_RESPONSE_NEEDS_ACTION;
  for (guint i = 2; words[i] != NULL && words[i + 1] != NULL; i += 2)
    *(g_str_equal (words[i], "by") ? &person->sent_by : &person->delegated_to) = g_strdup (words[i + 1]);
  return person;
}

static GPtrArray *
parse_people (const char *text)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_claim_person_free);
  g_auto(GStrv) parts = g_strsplit (text != NULL ? text : "", ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (people, parse_person (parts[i]));

  return people;
}

static ConveneClaim *
make_claim (const Row *row)
{
  g_autoptr(GPtrArray) people = parse_people (row->people);
  g_autoptr(ConveneClaimPerson) organizer = row->organizer != NULL ? parse_person (row->organizer) : NULL;
  ConveneClaimFacts facts = { .kind = row->kind, .method = row->method, .sequence = row->sequence, .people = people, .organizer = organizer };

  facts.uid = row->foreign || row->state == NOTHING ? FOREIGN_UID : UID;
  facts.made_at = row->ago != 0 ? NOW - row->ago * CONVENE_MINUTE : 0;
  facts.time_kind = row->hours != 0 ? CONVENE_CLAIM_TIME_KNOWN : row->time_kind;
  facts.start = row->hours != 0 ? NOW + row->hours * CONVENE_HOUR : 0;
  facts.end = row->minutes != 0 ? facts.start + row->minutes * CONVENE_MINUTE : 0;
  facts.zone = row->hours != 0 ? "Europe/Berlin" : NULL;
  facts.summary = "Chief Gardener";
  facts.is_cancelled = row->cancelled;
  facts.is_recurring = row->recurring;
  return convene_claim_new (&facts);
}

static void
add_person (ConveneInterview *interview,
            const char       *name,
            const char       *address,
            ConveneRole       role)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_role (person, role);
  convene_interview_add_participant (interview, person);
}

static void
set_answered (ConveneInterview *interview,
              int               sequence,
              int               ago)
{
  ConveneParticipant *ada = convene_interview_get_candidate (interview);

  convene_participant_set_response (ada, CONVENE_RESPONSE_ACCEPTED);
  convene_participant_set_answered_sequence (ada, sequence);
  convene_participant_set_answered_at (ada, NOW - ago * CONVENE_MINUTE);
}

static void
add_kept (ConveneInterview *interview)
{
  g_autoptr(ConveneAnswer) answer = convene_answer_new ();

  convene_answer_set_address (answer, "ada@example.com");
  convene_answer_set_response (answer, CONVENE_RESPONSE_ACCEPTED);
  convene_answer_set_made_at (answer, NOW - 30 * CONVENE_MINUTE);
  convene_answer_set_earlier (answer, TRUE);
  convene_interview_add_answer (interview, answer);
}

static ConveneInterview *
make_interview (State state)
{
  ConveneInterview *interview = convene_interview_new ();
  const gint64      hours = state == PAST ? -24 : 24;
  g_autoptr(ConveneMoment) start = convene_moment_new_at (NOW + hours * CONVENE_HOUR, "Europe/Berlin", NULL);
  const gboolean moved = state == MOVED || state == ANSWERED_EARLIER || state == KEPT_EARLIER;
  const gboolean adopted = state == ADOPTED || state == ADOPTED_OFF;

  convene_interview_set_uid (interview, adopted ? "uid-adopted" : UID);
  convene_interview_set_job (interview, "Chief Gardener");
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 60);
  convene_interview_set_platform (interview, CONVENE_PLATFORM_IN_PERSON);
  convene_interview_set_location (interview, "Not said");
  convene_interview_set_status (interview, state == CALLED_OFF || state == ADOPTED_OFF ? CONVENE_STATUS_CANCELLED : CONVENE_STATUS_SCHEDULED);
  convene_interview_set_sequence (interview, moved ? 3 : 1);
  convene_interview_set_time_sequence (interview, moved ? 2 : 0);
  add_person (interview, "Ada Example", "ada@example.com", CONVENE_ROLE_CANDIDATE);
  if (adopted)
    {
      convene_interview_set_origin_uid (interview, FOREIGN_UID);
      convene_interview_set_origin_organizer (interview, BOSS);
      convene_interview_set_origin_sequence (interview, 1);
      add_person (interview, NULL, BOSS, CONVENE_ROLE_REQUIRED);
      return interview;
    }

  add_person (interview, "Grace Example", "grace@example.com", CONVENE_ROLE_HIRING_MANAGER);
  if (state == ANSWERED)
    set_answered (interview, 1, 10);
  if (state == ANSWERED_EARLIER)
    set_answered (interview, 0, 30);
  if (state == KEPT_EARLIER)
    add_kept (interview);
  return interview;
}

static void
check_words (const ConveneOpeningFacts *facts,
             const ConveneJudgement    *judgement)
{
  g_autofree char *claims = convene_opening_word_claims (facts, judgement);
  g_autofree char *effect = convene_opening_word_effect (facts, judgement);
  g_autofree char *warning = convene_opening_word_warning (facts, judgement);

  g_test_message ("%s | %s | %s", claims, effect != NULL ? effect : "-", warning != NULL ? warning : "-");
  g_assert_nonnull (claims);
  g_assert_null (strchr (claims, '\n'));
  g_assert_cmpint (effect != NULL, ==, judgement->applies);
  /* Nobody is left without a reason. */
  if (!judgement->applies && judgement->verdict != CONVENE_VERDICT_OWN)
    g_assert_nonnull (warning);
  if (judgement->doubts != 0)
    g_assert_nonnull (warning);
}

static void
test_row (gconstpointer data)
{
  static const char *const own[] = { OWN, NULL };
  const Row               *row = data;
  const gboolean           adopted = row->state == ADOPTED || row->state == ADOPTED_OFF;
  g_autoptr(ConveneClaim) claim = make_claim (row);
  g_autoptr(ConveneInterview) interview = row->state != NOTHING ? make_interview (row->state) : NULL;
  ConveneOpeningFacts facts = { claim, adopted ? NULL : interview, adopted ? interview : NULL, own, row->sender, NOW };
  g_autoptr(ConveneJudgement) judgement = convene_opening_judge (&facts);

  check_words (&facts, judgement);
  g_assert_cmpstr (convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) judgement->verdict), ==, convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) row->verdict));
  g_assert_cmpint (judgement->reason, ==, row->reason);
  g_assert_cmpuint (judgement->doubts, ==, row->doubts);
  g_assert_cmpstr (judgement->person != NULL ? convene_participant_get_address (judgement->person) : NULL, ==, row->person);
  if (row->reason != R (NONE) || row->verdict == V (OWN) || row->verdict == V (UNKNOWN_REPLY))
    g_assert_false (judgement->applies);
  else
    g_assert_true (judgement->applies);
  if (row->verdict == V (ANSWER_STRANGER) || (row->verdict == V (FOREIGN) && row->person == NULL))
    g_assert_cmpuint (judgement->candidates->len, >, 0);
}

/* Who is likelier stands first: an address with a tag, whom they answer for, the same name. */
static void
test_guess (void)
{
  static const struct
  {
    const char *people;
    const char *name;
    const char *first;
  } guesses[] = {
    { "ada+x@example.com accepted", NULL, "ada@example.com" },
    { "grace+x@example.com accepted", NULL, "grace@example.com" },
    { "eve@example.org accepted by grace@example.com", NULL, "grace@example.com" },
    { "eve@example.org accepted", "GRACE example", "grace@example.com" },
    { "eve@example.org accepted", "Eve", "ada@example.com" },
  };
  static const char *const own[] = { OWN, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (INVITED);
      g_autoptr(GPtrArray) people = parse_people (guesses[i].people);
      g_autoptr(ConveneClaim) claim = NULL;
      g_autoptr(ConveneJudgement) judgement = NULL;
      ConveneClaimFacts   said = { .kind = REPLY, .uid = UID, .people = people };
      ConveneOpeningFacts facts = { .interview = interview, .own = own, .now = NOW };

      ((ConveneClaimPerson *) people->pdata[0])->name = g_strdup (guesses[i].name);
      claim = convene_claim_new (&said);
      facts.claim = claim;
      judgement = convene_opening_judge (&facts);
      g_assert_cmpint (judgement->verdict, ==, CONVENE_VERDICT_ANSWER_STRANGER);
      g_assert_cmpuint (judgement->candidates->len, ==, 2);
      g_assert_cmpstr (convene_participant_get_address (judgement->candidates->pdata[0]), ==, guesses[i].first);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/O-8/judge/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/workflow/O-8/guess", test_guess);
  return g_test_run ();
}
