/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"
#include "convene-plan-words.h"

#define NOW (G_GINT64_CONSTANT (1796116800000000)) /* 2026-12-01T09:20:00Z */

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define URGENT CONVENE_OPERATION_KIND_MAIL_URGENT
#define REMINDER CONVENE_OPERATION_KIND_MAIL_REMINDER

#define WAITING CONVENE_OPERATION_STATE_WAITING
#define RUNNING CONVENE_OPERATION_STATE_RUNNING
#define DOUBT CONVENE_OPERATION_STATE_DOUBT
#define DONE CONVENE_OPERATION_STATE_DONE
#define FAILED CONVENE_OPERATION_STATE_FAILED
#define HANDED_OVER CONVENE_OPERATION_STATE_HANDED_OVER

typedef struct
{
  ConveneOperationKind  kind;
  ConveneOperationState state;
  const char           *code;
  const char           *event;
  gboolean              released;
} Operation;

typedef struct
{
  const char          *name;
  Operation            operations[4];
  guint                n_operations;
  ConveneOutcome       outcome;
  ConveneOutcomeRemedy remedy;
  const char          *words; /* part of the headline */
} Case;

static const Case cases[] = {
  { "new", { { CREATE, WAITING }, { INVITATION, WAITING } }, 2, CONVENE_OUTCOME_UNDER_WAY, CONVENE_OUTCOME_REMEDY_NONE, "The invitation is on its way" },
  { "creating", { { CREATE, RUNNING }, { INVITATION, WAITING } }, 2, CONVENE_OUTCOME_UNDER_WAY, CONVENE_OUTCOME_REMEDY_NONE, "on its way" },
  { "in-doubt", { { CREATE, DOUBT }, { INVITATION, WAITING } }, 2, CONVENE_OUTCOME_UNDER_WAY, CONVENE_OUTCOME_REMEDY_NONE, "on its way" },
  { "sending", { { CREATE, DONE }, { INVITATION, RUNNING } }, 2, CONVENE_OUTCOME_UNDER_WAY, CONVENE_OUTCOME_REMEDY_NONE, "The invitation is on its way" },
  { "done", { { CREATE, DONE }, { INVITATION, DONE }, { REMINDER, WAITING } }, 3, CONVENE_OUTCOME_DONE, CONVENE_OUTCOME_REMEDY_NONE, "Everything is done" },
  { "no-meeting", { { INVITATION, DONE } }, 1, CONVENE_OUTCOME_DONE, CONVENE_OUTCOME_REMEDY_NONE, "Everything is done" },
  { "refused", { { CREATE, FAILED, "refused" }, { INVITATION, DONE }, { URGENT, DONE } }, 3, CONVENE_OUTCOME_FAILED, CONVENE_OUTCOME_REMEDY_RETRY, "went out without a link, and an urgent letter asks for one" },
  { "refused-just-now", { { CREATE, FAILED, "refused" }, { INVITATION, WAITING } }, 2, CONVENE_OUTCOME_FAILED, CONVENE_OUTCOME_REMEDY_RETRY, "leaves without a link" },
  { "no-account",
    { { CREATE, WAITING, "no-account", NULL, TRUE }, { INVITATION, DONE }, { URGENT, DONE } },
    3,
    CONVENE_OUTCOME_WAITING,
    CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM,
    "no Zoom account is connected" },
  { "no-accounts",
    { { CREATE, WAITING, "no-account", NULL, TRUE }, { INVITATION, WAITING, "no-account", "mail" } },
    2,
    CONVENE_OUTCOME_WAITING,
    CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM,
    "The letters wait for a mail account" },
  { "no-mail", { { CREATE, DONE }, { INVITATION, WAITING, "no-account", "mail" } }, 2, CONVENE_OUTCOME_WAITING, CONVENE_OUTCOME_REMEDY_CONNECT_MAIL, "wait for a mail account" },
  { "signed-out", { { CREATE, WAITING, "signed-out", "account:1", TRUE }, { INVITATION, DONE } }, 2, CONVENE_OUTCOME_WAITING, CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM, "sign in again" },
  { "quota", { { CREATE, WAITING, "quota" }, { INVITATION, WAITING } }, 2, CONVENE_OUTCOME_WAITING, CONVENE_OUTCOME_REMEDY_RETRY, "used up" },
  { "unreachable", { { CREATE, WAITING, "unreachable" }, { INVITATION, WAITING } }, 2, CONVENE_OUTCOME_WAITING, CONVENE_OUTCOME_REMEDY_RETRY, "does not answer yet" },
  { "unreachable-long", { { CREATE, WAITING, "unreachable", NULL, TRUE }, { INVITATION, DONE }, { URGENT, DONE } }, 3, CONVENE_OUTCOME_WAITING, CONVENE_OUTCOME_REMEDY_RETRY, "keeps trying" },
  { "handed-over", { { CREATE, DONE }, { INVITATION, HANDED_OVER }, { REMINDER, WAITING } }, 3, CONVENE_OUTCOME_WAITING, CONVENE_OUTCOME_REMEDY_NONE, "a draft in your mail program: send it there" },
  { "handed-over-first", { { CREATE, RUNNING }, { INVITATION, HANDED_OVER } }, 2, CONVENE_OUTCOME_UNDER_WAY, CONVENE_OUTCOME_REMEDY_NONE, "The rest is on its way" },
  { "handed-over-without",
    { { CREATE, WAITING, "no-account", NULL, TRUE }, { INVITATION, HANDED_OVER }, { URGENT, WAITING, "no-account", "mail" } },
    3,
    CONVENE_OUTCOME_WAITING,
    CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM,
    "wait for a mail account" },
  { "handed-over-refused",
    { { CREATE, FAILED, "refused" }, { INVITATION, HANDED_OVER } },
    2,
    CONVENE_OUTCOME_FAILED,
    CONVENE_OUTCOME_REMEDY_RETRY,
    "a draft in your mail program, without a link" },
  { "mail-refused", { { CREATE, DONE }, { INVITATION, FAILED, "mail-refused" } }, 2, CONVENE_OUTCOME_FAILED, CONVENE_OUTCOME_REMEDY_RETRY, "A letter could not be sent" },
};

static ConveneInterview *
make_interview (const Case *one)
{
  ConveneInterview *interview = convene_interview_new ();

  for (guint i = 0; i < one->n_operations; i++)
    {
      const Operation *wanted = &one->operations[i];
      g_autoptr(ConveneOperation) operation = convene_operation_new ();

      convene_operation_set_kind (operation, wanted->kind);
      convene_operation_set_state (operation, wanted->state);
      convene_operation_set_error_code (operation, wanted->code);
      convene_operation_set_event (operation, wanted->event);
      convene_operation_set_released (operation, wanted->released);
      convene_interview_add_operation (interview, operation);
    }

  return interview;
}

static void
test_outcome (gconstpointer data)
{
  const Case *one = data;
  g_autoptr(ConveneInterview) interview = make_interview (one);
  g_autofree char     *headline = convene_outcome_headline (interview, NOW);
  ConveneOutcomeRemedy remedy;

  g_test_message ("%s", headline);
  g_assert_cmpint (convene_outcome_find (interview, NOW, &remedy), ==, one->outcome);
  g_assert_cmpint (remedy, ==, one->remedy);
  g_assert_nonnull (strstr (headline, one->words));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/wizard/SH-36/outcome/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_outcome);
    }
  return g_test_run ();
}
