/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-copy.h"
#include "convene-interview.h"
#include "convene-letter-edits.h"

/* Answers go with an interview that is copied to be changed, and not with one that is copied to be written. */
static void
test_copies (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(ConveneAnswer) answer = convene_answer_new ();
  g_autoptr(ConveneInterview) copy = NULL;
  g_autoptr(ConveneInterview) written = NULL;

  convene_answer_set_response (answer, CONVENE_RESPONSE_TENTATIVE);
  convene_interview_add_answer (interview, answer);
  convene_interview_set_copy_to_sender (interview, TRUE);
  convene_interview_set_origin_uid (interview, "event");
  convene_interview_set_origin_organizer (interview, "boss@example.org");
  convene_interview_set_origin_sequence (interview, 4);

  copy = convene_interview_copy (interview);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_answers (copy)), ==, 1);
  g_assert_true (convene_interview_get_copy_to_sender (copy));
  g_assert_cmpstr (convene_interview_get_origin_uid (copy), ==, "event");
  g_assert_cmpstr (convene_interview_get_origin_organizer (copy), ==, "boss@example.org");
  g_assert_cmpint (convene_interview_get_origin_sequence (copy), ==, 4);
  written = convene_copy_interview (interview);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_answers (written)), ==, 0);
  g_assert_cmpstr (convene_interview_get_origin_uid (written), ==, "event");
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
test_notify (void)
{
  g_autoptr(ConveneAnswer) answer = convene_answer_new ();
  guint count = 0;

  g_signal_connect (answer, "notify", G_CALLBACK (count_cb), &count);
  convene_answer_set_earlier (answer, TRUE);
  convene_answer_set_earlier (answer, TRUE);
  convene_answer_set_sequence (answer, 2);
  convene_answer_set_comment (answer, "gladly");
  g_object_set (answer, "comment", "gladly", "sequence", 2, NULL);
  g_assert_cmpuint (count, ==, 3);
}

static void
test_edits (void)
{
  g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
  g_autoptr(ConveneLetterEdits) other = convene_letter_edits_ref (edits);

  g_assert_null (convene_letter_edits_get (NULL, "en", "invitation.text"));
  g_assert_null (convene_letter_edits_get (edits, "en", "invitation.text"));
  convene_letter_edits_set (edits, "en", "invitation.text", "One");
  convene_letter_edits_set (edits, "de", "invitation.text", "Eins");
  convene_letter_edits_set (edits, "en", "invitation.text", "");
  g_assert_cmpstr (convene_letter_edits_get (other, "en", "invitation.text"), ==, "");
  g_assert_cmpstr (convene_letter_edits_get (other, "de", "invitation.text"), ==, "Eins");
  g_assert_null (convene_letter_edits_get (other, "de", "invitation.subject"));
  convene_letter_edits_set (edits, "de", "invitation.text", NULL);
  convene_letter_edits_set (edits, "de", "invitation.text", NULL);
  g_assert_null (convene_letter_edits_get (other, "de", "invitation.text"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/O-8/answer/copies", test_copies);
  g_test_add_func ("/model/O-8/answer/notify", test_notify);
  g_test_add_func ("/model/letter-edits", test_edits);
  return g_test_run ();
}
