/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-card.h"
#include "convene-opening-facts.h"
#include "convene-opening-section.h"
#include "convene-opening-window.h"
#include "opening-fixture.h"

#define CLAIMS "Ada Example accepts the interview of Tuesday 1 December, 10:00"

typedef struct
{
  UiFixture        *fixture;
  ConveneInterview *interview;
} Cards;

static void
set_up (Cards        *self,
        gconstpointer data)
{
  g_autofree char *uid = NULL;

  self->fixture = ui_fixture_new ();
  uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  self->interview = ui_fixture_find (self->fixture, uid);
}

static void
tear_down (Cards        *self,
           gconstpointer data)
{
  g_clear_object (&self->interview);
  ui_fixture_free (self->fixture);
}

static ConveneOpening *
make_opening (Cards           *self,
              ConveneVerdict   verdict,
              ConveneClaimKind kind,
              GPtrArray       *candidates,
              const char      *effect,
              const char      *warning)
{
  g_autoptr(ConveneClaim) claim = opening_make_claim (kind, self->interview);
  gboolean known = verdict != CONVENE_VERDICT_FOREIGN && verdict != CONVENE_VERDICT_UNKNOWN_REPLY && verdict != CONVENE_VERDICT_IMPOSSIBLE;

  return convene_opening_new (claim, known ? self->interview : NULL, NULL, verdict, candidates, CLAIMS, effect, warning);
}

static GtkWindow *
present (Cards          *self,
         ConveneOpening *opening,
         GtkWidget     **card)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWindow *window;

  *card = convene_opening_card_new (self->fixture->engine, opening);
  gtk_widget_set_margin_start (*card, 12);
  gtk_widget_set_margin_end (*card, 12);
  gtk_widget_set_margin_top (*card, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *card);
  window = ui_present (scroller, 360, 700);
  return window;
}

/* Each verdict has its button, or none; nobody is asked who it is where that is known. */
static void
test_verdicts (Cards        *self,
               gconstpointer data)
{
  static const struct
  {
    ConveneVerdict   verdict;
    ConveneClaimKind kind;
    const char      *button; /* NULL for none */
  } cases[] = {
    { CONVENE_VERDICT_ANSWER, CONVENE_CLAIM_KIND_REPLY, "_Take the Answer" },
    { CONVENE_VERDICT_ANSWER_EARLIER, CONVENE_CLAIM_KIND_REPLY, "_Keep the Answer" },
    { CONVENE_VERDICT_ANSWER_OLD, CONVENE_CLAIM_KIND_REPLY, NULL },
    { CONVENE_VERDICT_ANSWER_SAME, CONVENE_CLAIM_KIND_REPLY, NULL },
    { CONVENE_VERDICT_ANSWER_STRANGER, CONVENE_CLAIM_KIND_REPLY, "_Take the Answer" },
    { CONVENE_VERDICT_ANSWER_DELEGATED, CONVENE_CLAIM_KIND_REPLY, "_Invite in Their Place" },
    { CONVENE_VERDICT_PROPOSAL, CONVENE_CLAIM_KIND_COUNTER, "_Reschedule…" },
    { CONVENE_VERDICT_FOREIGN, CONVENE_CLAIM_KIND_REQUEST, "_Add to Convene" },
    { CONVENE_VERDICT_FOREIGN_UPDATE, CONVENE_CLAIM_KIND_REQUEST, "_Update the Interview" },
    { CONVENE_VERDICT_FOREIGN_CANCEL, CONVENE_CLAIM_KIND_CANCEL, "_Take the Cancellation" },
    { CONVENE_VERDICT_OWN, CONVENE_CLAIM_KIND_REQUEST, NULL },
    { CONVENE_VERDICT_UNKNOWN_REPLY, CONVENE_CLAIM_KIND_REPLY, NULL },
    { CONVENE_VERDICT_IMPOSSIBLE, CONVENE_CLAIM_KIND_OTHER, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneOpening) opening = make_opening (self, cases[i].verdict, cases[i].kind, NULL, cases[i].button != NULL ? "What it does." : NULL, NULL);
      GtkWidget       *card;
      GtkWindow       *window = present (self, opening, &card);
      gboolean         known = convene_opening_get_interview (opening) != NULL;
      g_autofree char *name = g_strdup_printf ("card-%u", i);

      g_assert_true (opening_says (card, CLAIMS));
      g_assert_true (opening_says (card, "What it does.") == (cases[i].button != NULL));
      g_assert_true ((convene_opening_card_get_button (CONVENE_OPENING_CARD (card)) != NULL) == (cases[i].button != NULL));
      if (cases[i].button != NULL)
        g_assert_nonnull (opening_find_button (card, cases[i].button));
      g_assert_true ((opening_find_button (card, "_Show Interview") != NULL) == known);
      g_assert_false (gtk_widget_get_mapped (ui_find (card, ADW_TYPE_COMBO_ROW)));
      if (cases[i].verdict == CONVENE_VERDICT_PROPOSAL)
        {
          g_assert_true (opening_says (card, "Proposed time"));
          g_assert_true (opening_says (card, "The interview now"));
        }
      ui_show (GTK_WIDGET (window), name);
      ui_destroy (window, card);
    }
}

/* What a stranger writes is words, not mark-up. */
static void
test_plain (Cards        *self,
            gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = make_opening (self, CONVENE_VERDICT_ANSWER, CONVENE_CLAIM_KIND_REPLY, NULL, "The answer is taken & <kept>.", "Look <b>at</b> it");
  GtkWidget *card;
  GtkWindow *window = present (self, opening, &card);

  g_assert_true (opening_says (card, "Interview: <i>Staff Engineer</i> & friends"));
  g_assert_true (opening_says (card, "Ada <b>Example</b> <ada.example@example.com>"));
  g_assert_true (opening_says (card, "I will be there.\n<b>Really.</b>"));
  g_assert_true (opening_says (card, "The answer is taken & <kept>."));
  g_assert_true (opening_says (card, "Look <b>at</b> it"));
  ui_show (GTK_WIDGET (window), "card-plain");
  ui_destroy (window, card);
}

static GPtrArray *
make_candidates (Cards *self)
{
  GListModel *people = convene_interview_get_participants (self->interview);
  GPtrArray  *candidates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    g_ptr_array_add (candidates, g_list_model_get_item (people, i));

  return candidates;
}

/* nothing can be taken of somebody unknown before it is said who that is. */
static void
test_stranger (Cards        *self,
               gconstpointer data)
{
  g_autoptr(GPtrArray) candidates = make_candidates (self);
  g_autoptr(ConveneOpening) opening = make_opening (self, CONVENE_VERDICT_ANSWER_STRANGER, CONVENE_CLAIM_KIND_REPLY, candidates, "It is taken as the answer of whom you choose.", "Nobody was invited at this address.");
  GtkWidget *card;
  GtkWindow *window = present (self, opening, &card);
  GtkWidget *choice = ui_find (card, ADW_TYPE_COMBO_ROW);
  GtkWidget *button = opening_find_button (card, "_Take the Answer");

  g_assert_true (gtk_widget_get_mapped (choice));
  g_assert_true (opening_says (card, "Nobody was invited at this address."));
  g_assert_false (gtk_widget_get_sensitive (button));
  ui_show (GTK_WIDGET (window), "card-stranger");

  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 1);
  g_assert_true (gtk_widget_get_sensitive (button));
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 0);
  g_assert_false (gtk_widget_get_sensitive (button));
  ui_destroy (window, card);
}

/* Who is likely the candidate of an invitation of others is chosen already, and can be another one. */
static void
test_likely (Cards        *self,
             gconstpointer data)
{
  g_autoptr(GPtrArray) candidates = make_candidates (self);
  g_autoptr(ConveneClaim) claim = opening_make_claim (CONVENE_CLAIM_KIND_REQUEST, self->interview);
  g_autoptr(ConveneOpening) opening = convene_opening_new (claim, NULL, g_ptr_array_index (candidates, 1), CONVENE_VERDICT_FOREIGN, candidates, CLAIMS, "It becomes an interview.", NULL);
  GtkWidget *card;
  GtkWindow *window = present (self, opening, &card);
  GtkWidget *choice = ui_find (card, ADW_TYPE_COMBO_ROW);

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 2);
  g_assert_true (gtk_widget_get_sensitive (opening_find_button (card, "_Add to Convene")));
  ui_show (GTK_WIDGET (window), "card-foreign");
  ui_destroy (window, card);
}

typedef struct
{
  char  *uid;
  gint64 start;
  gint64 end;
} Asked;

static void
reschedule_to_cb (GSimpleAction *action,
                  GVariant      *target,
                  gpointer       user_data)
{
  Asked *asked = user_data;

  g_variant_get (target, "(sxx)", &asked->uid, &asked->start, &asked->end);
}

/* A time that is proposed is the wizard's: it shows the letters that go with it. */
static void
test_proposal (Cards        *self,
               gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "reschedule-to", .activate = reschedule_to_cb, .parameter_type = "(sxx)" } };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(ConveneOpening) opening = make_opening (self, CONVENE_VERDICT_PROPOSAL, CONVENE_CLAIM_KIND_COUNTER, NULL, "The interview is moved there.", NULL);
  Asked      asked = { NULL, 0, 0 };
  GtkWidget *card;
  GtkWindow *window = present (self, opening, &card);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &asked);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "app", G_ACTION_GROUP (group));
  convene_opening_card_apply (CONVENE_OPENING_CARD (card));

  g_assert_cmpstr (asked.uid, ==, convene_interview_get_uid (self->interview));
  g_assert_cmpint (asked.start, ==, convene_moment_get_instant (convene_interview_get_start (self->interview)) + 2 * CONVENE_HOUR);
  g_assert_cmpint (asked.end - asked.start, ==, 45 * CONVENE_MINUTE);
  g_free (asked.uid);
  ui_destroy (window, card);
}

/* A time that nobody can place is said as it is, never as another one. */
static void
test_times (void)
{
  static const struct
  {
    ConveneClaimTime kind;
    const char      *wall;
    const char      *zone_name;
    const char      *said;
  } cases[] = {
    { CONVENE_CLAIM_TIME_DATE, "2026-12-01", NULL, "2026-12-01, the whole day" },
    { CONVENE_CLAIM_TIME_FLOATING, "2026-12-01T10:00", NULL, "2026-12-01 10:00; the file does not say in which time zone" },
    { CONVENE_CLAIM_TIME_UNKNOWN_ZONE, "2026-12-01T10:00", "Customized <Zone>", "2026-12-01 10:00 in the time zone “Customized <Zone>”, which is not known here" },
    { CONVENE_CLAIM_TIME_NONE, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneClaim) claim = convene_claim_new (&(ConveneClaimFacts){ .kind = CONVENE_CLAIM_KIND_REQUEST, .time_kind = cases[i].kind, .wall = cases[i].wall, .zone_name = cases[i].zone_name });
      g_autoptr(ConveneOpening) opening = convene_opening_new (claim, NULL, NULL, CONVENE_VERDICT_IMPOSSIBLE, NULL, "An event", NULL, NULL);
      g_autoptr(GPtrArray) facts = convene_opening_list_facts (opening, UI_FIXTURE_NOW);

      g_assert_cmpuint (facts->len, ==, cases[i].said != NULL ? 1 : 0);
      if (cases[i].said != NULL)
        g_assert_cmpstr (((ConveneOpeningFact *) g_ptr_array_index (facts, 0))->text, ==, cases[i].said);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/ui/opening/card/verdicts", Cards, NULL, set_up, test_verdicts, tear_down);
  g_test_add ("/ui/opening/card/plain", Cards, NULL, set_up, test_plain, tear_down);
  g_test_add ("/ui/opening/card/X-13/stranger", Cards, NULL, set_up, test_stranger, tear_down);
  g_test_add ("/ui/opening/card/likely", Cards, NULL, set_up, test_likely, tear_down);
  g_test_add ("/ui/opening/card/proposal", Cards, NULL, set_up, test_proposal, tear_down);
  g_test_add_func ("/ui/opening/card/times", test_times);

  return g_test_run ();
}
