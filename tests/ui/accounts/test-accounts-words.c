/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-account-letters.h"
#include "convene-account-words.h"
#include "convene-clock.h"

static void
test_state (void)
{
  static const struct
  {
    ConveneAccountState state;
    const char         *words;
    const char         *tone;
    gboolean            has_advice;
  } rows[] = {
    { CONVENE_ACCOUNT_STATE_CONNECTED, "Connected", "good", FALSE },
    { CONVENE_ACCOUNT_STATE_EXPIRED, "Sign in again", "warning", TRUE },
    { CONVENE_ACCOUNT_STATE_REVOKED, "Sign in again", "warning", TRUE },
    { CONVENE_ACCOUNT_STATE_MISSING_SCOPES, "Permissions missing", "warning", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (convene_account_words_state (rows[i].state), ==, rows[i].words);
      g_assert_cmpstr (convene_account_words_state_tone (rows[i].state), ==, rows[i].tone);
      g_assert_nonnull (convene_account_words_state_icon (rows[i].state));
      for (int kind = CONVENE_ACCOUNT_KIND_ZOOM; kind <= CONVENE_ACCOUNT_KIND_MAIL; kind++)
        g_assert_true ((*convene_account_words_advice (kind, rows[i].state) != '\0') == rows[i].has_advice);
    }
}

static void
test_quota (void)
{
  static const struct
  {
    const char *now;
    int         used;
    const char *words;
  } rows[] = {
    { "2026-12-01T09:20:00Z", 3, "3 of 100 requests today · resets at 18:00" },
    { "2026-12-01T00:00:00Z", 0, "0 of 100 requests today · resets at 18:00" },
    { "2026-12-01T23:59:59Z", 100, "100 of 100 requests today · resets at 18:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (rows[i].now, NULL);
      gint64           now = g_date_time_to_unix (time) * CONVENE_SECOND;
      gint64           reset = convene_account_words_reset (now);
      g_autofree char *words = convene_account_words_quota (rows[i].used, now);

      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpint (reset % CONVENE_DAY, ==, 0);
      g_assert_cmpint (reset, >, now);
      g_assert_cmpint (reset - now, <=, CONVENE_DAY);
    }
}

static void
test_plan (void)
{
  g_assert_cmpstr (convene_account_words_plan (NULL), ==, "");
  g_assert_cmpstr (convene_account_words_plan ("licensed"), ==, "Licensed");
  g_assert_nonnull (g_strstr_len (convene_account_words_plan ("basic"), -1, "40 minutes"));
  g_assert_nonnull (g_strstr_len (convene_account_words_plan ("basic"), -1, "one at a time"));
}

static void
test_sentence (void)
{
  static const struct
  {
    ConveneAccountKind kind;
    const char        *name;
    const char        *address;
    const char        *server;
    const char        *title;
    const char        *sentence;
  } rows[] = {
    { CONVENE_ACCOUNT_KIND_ZOOM, "Rea Recruiter", "rea@example.com", NULL, "Rea Recruiter", "Rea Recruiter, rea@example.com, Zoom, server-to-server, Connected" },
    { CONVENE_ACCOUNT_KIND_ZOOM, NULL, "rea@example.com", NULL, "rea@example.com", "rea@example.com, Zoom, server-to-server, Connected" },
    { CONVENE_ACCOUNT_KIND_MAIL, "", "rea@example.com", "smtp.example.com", "rea@example.com", "rea@example.com, Mail, smtp.example.com, Connected" },
    { CONVENE_ACCOUNT_KIND_MAIL, "Rea", NULL, NULL, "Rea", "Rea, Mail, , Connected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "kind", rows[i].kind, "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "name", rows[i].name,
                                                         "address", rows[i].address, "server", rows[i].server, NULL);
      g_autofree char *sentence = convene_account_words_sentence (account);

      g_assert_cmpstr (convene_account_words_title (account), ==, rows[i].title);
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

static void
test_checked (void)
{
  g_autofree char *never = convene_account_words_checked (0, "1.3");
  g_autofree char *once = convene_account_words_checked (G_GINT64_CONSTANT (1796116800000000), NULL);
  g_autofree char *well = convene_account_words_checked (G_GINT64_CONSTANT (1796116800000000), "1.3");

  g_assert_cmpstr (never, ==, "");
  g_assert_true (g_str_has_prefix (once, "Checked "));
  g_assert_null (strstr (once, "TLS"));
  g_assert_true (g_str_has_suffix (well, " · TLS 1.3"));
}

/* The question before it says how many interviews it touches. */
static void
test_farewell (void)
{
  static const struct
  {
    ConveneAccountKind   kind;
    ConveneAccountMethod method;
    ConveneFarewell      farewell;
    const char          *says;
    const char * not ;
  } rows[] = {
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_BROWSER, { .live = 0 }, "No interview that is to come depends on it.", "keeps" },
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_BROWSER, { .live = 1 }, "1 interview keeps its link", "wait" },
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_DEVICE, { .live = 3 }, "3 interviews keep their links", "wait" },
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_BROWSER, { .waiting = 2 }, "2 interviews that wait for it go on waiting", "keep" },
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_BROWSER, { .live = 3 }, "revoked at Zoom", "No interview" },
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, { .live = 1 }, "removed from the keyring", "revoked" },
    { CONVENE_ACCOUNT_KIND_MAIL, CONVENE_ACCOUNT_METHOD_PASSWORD, { .live = 0 }, "Letters that are due wait", "interview" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "kind", rows[i].kind, "method", rows[i].method, NULL);
      g_autofree char *words = convene_account_words_farewell (account, &rows[i].farewell);
      g_autofree char *in_general = convene_account_words_farewell (account, NULL);

      g_assert_nonnull (strstr (words, rows[i].says));
      g_assert_null (strstr (words, rows[i].not ));
      g_assert_nonnull (strstr (in_general, "keyring"));
    }
}

static void
test_disconnected (void)
{
  g_autofree char *done = convene_account_words_disconnected ("a@example.com", CONVENE_REVOCATION_DONE);
  g_autofree char *waits = convene_account_words_disconnected ("a@example.com", CONVENE_REVOCATION_WAITING);

  g_assert_cmpstr (done, ==, "a@example.com is disconnected");
  g_assert_nonnull (strstr (waits, "as soon as it can be"));
}

/* One person with two Zoom accounts is named; two people are not. */
static void
test_twins (void)
{
  static const struct
  {
    ConveneAccountKind kind;
    const char        *names[2];
    gboolean           twins;
  } rows[] = {
    { CONVENE_ACCOUNT_KIND_ZOOM, { "Rea Recruiter", "rea recruiter" }, TRUE },
    { CONVENE_ACCOUNT_KIND_ZOOM, { "Rea Recruiter", "Hal Manager" }, FALSE },
    { CONVENE_ACCOUNT_KIND_ZOOM, { NULL, NULL }, FALSE },
    { CONVENE_ACCOUNT_KIND_ZOOM, { "", "" }, FALSE },
    { CONVENE_ACCOUNT_KIND_MAIL, { "Rea Recruiter", "Rea Recruiter" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *words = NULL;

      g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "name", rows[i].names[0], "address", "a@example.com", NULL));
      g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "kind", rows[i].kind, "name", rows[i].names[1], "address", "b@example.org", NULL));
      words = convene_account_words_twins (accounts);
      g_assert_cmpint (words != NULL, ==, rows[i].twins);
      g_assert_true (words == NULL || (strstr (words, "a@example.com") != NULL && strstr (words, "b@example.org") != NULL));
    }
}

/* Letters as a mail program reads them: the steps are in them, and nothing of the address's own syntax. */
static void
assert_letter (char       *letter,
               const char *step)
{
  g_autofree char *text = g_uri_unescape_string (letter, NULL);

  g_assert_true (g_str_has_prefix (letter, "mailto:?subject="));
  g_assert_null (strpbrk (letter, " \r\n<>\""));
  g_assert_nonnull (strstr (text, step));
  g_assert_nonnull (strstr (letter, "%0D%0A"));
  g_free (letter);
}

static void
test_letters (void)
{
  assert_letter (convene_account_letter_ask_admin (), "App Requests");
  assert_letter (convene_account_letter_ask_admin (), "Pre-approve");
  assert_letter (convene_account_letter_instructions (), "Connected Apps");
}

int
main (int    argc,
      char **argv)
{
  /* Where midnight UTC is 18:00. */
  g_setenv ("TZ", "America/Mexico_City", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/accounts/words/SH-50/state", test_state);
  g_test_add_func ("/ui/accounts/words/quota", test_quota);
  g_test_add_func ("/ui/accounts/words/plan", test_plan);
  g_test_add_func ("/ui/accounts/words/SH-12/sentence", test_sentence);
  g_test_add_func ("/ui/accounts/words/checked", test_checked);
  g_test_add_func ("/ui/accounts/words/SH-52/farewell", test_farewell);
  g_test_add_func ("/ui/accounts/words/TA-17/disconnected", test_disconnected);
  g_test_add_func ("/ui/accounts/words/HL-3/twins", test_twins);
  g_test_add_func ("/ui/accounts/words/TH-5/letters", test_letters);
  return g_test_run ();
}
