/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-table.h"
#include "convene-cli-text.h"
#include "convene-error.h"
#include "fake-engine.h"
#include "sample.h"

/* The contract's interview, member by member. */
static const char whole[] =
    "{'uid':'1f0e3dad-0000-4000-8000-000000000001','sequence':2,'status':'scheduled','job':'Staff Engineer',"
    "'candidate':{'name':'María López','address':'maria@example.org','timezone':'Europe/Berlin','response':'needs-action','answered':null,'language':null},"
    "'start':'2026-12-01T16:00:00Z','timezone':'America/Mexico_City','duration':45,'platform':'zoom',"
    "'agenda':'Introduction\\nQuestions, “quoted”','details':'Bring \\\"work\\\" along','notes':'Knows C',"
    "'hiring_manager':{'name':'Hana Manager','address':'hana@example.com','response':'accepted','answered':null,'language':null},"
    "'attendees':[{'name':null,'address':'opt@example.com','role':'optional','response':'declined','answered':null,'language':null},"
    "{'name':'山田 太郎','address':'yamada@example.com','role':'required','response':'tentative','answered':null,'language':null}],"
    "'alternative_hosts':['second@example.com'],'link':'https://example.com/room','location':'Room 1','link_policy':'default','cancel_reason':null,'copy_to_me':false,'answers':[],"
    "'meeting':{'id':'81234567890','join_url':'https://example.com/j/81234567890?pwd=x','password':'aB3@_*','host':'recruiter@example.com','state':'live','entry':'unknown','drift':[],'at_zoom':null,'checked':null},"
    "'operations':[{'kind':'meeting-create','state':'done','attempts':1,'error':null,'due':null,'held':false,'recipients':null},"
    "{'kind':'mail-invitation','state':'failed','attempts':1,'error':{'code':'mail-refused','message':'The mail server refused it'},'due':null,'held':false,'recipients':null},"
    "{'kind':'mail-reminder','state':'waiting','attempts':0,'error':null,'due':'2026-11-30T16:00:00Z','held':false,'recipients':null}]";

static const char bare[] =
    "{'uid':'2a7c0000-0000-4000-8000-000000000002','sequence':0,'status':'scheduled','job':'Cook',"
    "'candidate':{'name':null,'address':'li@example.org','timezone':'America/Mexico_City','response':'needs-action','answered':null,'language':null},"
    "'start':'2026-12-01T16:00:00Z','timezone':'America/Mexico_City','duration':45,'platform':'phone',"
    "'agenda':null,'details':null,'notes':null,'hiring_manager':null,'attendees':[],'alternative_hosts':[],"
    "'link':null,'location':null,'link_policy':'default','cancel_reason':null,'copy_to_me':false,'answers':[],'meeting':null,'operations':[]";

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static JsonNode *
expect (const char *text,
        const char *end)
{
  g_autofree char *json = g_strconcat (text, end, NULL);

  return parse (g_strdelimit (json, "'", '"'));
}

static void
assert_json (const char *text,
             const char *wanted,
             const char *wanted_end)
{
  g_autoptr(JsonNode) node = parse (text);
  g_autoptr(JsonNode) expected = expect (wanted, wanted_end);
  g_autofree char *seen = json_to_string (node, FALSE);
  g_autofree char *wished = json_to_string (expected, FALSE);

  g_assert_true (g_str_has_suffix (text, "}\n"));
  g_assert_cmpstr (seen, ==, wished);
}

static void
test_interview_json (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ();
  g_autoptr(ConveneInterview) other = sample_bare_interview_new ();
  g_autoptr(GError) problem = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_STILL_WAITING, "Later");
  g_autofree char *text = convene_cli_json_interview (interview, NULL);
  g_autofree char *troubled = convene_cli_json_interview (interview, problem);
  g_autofree char *little = convene_cli_json_interview (other, NULL);

  assert_json (text, whole, "}");
  assert_json (troubled, whole, ",'error':{'code':'still-waiting','message':'Later','field':null}}");
  assert_json (little, bare, "}");
}

/* A meeting that is not there yet has members, and they are null. */
static void
test_pending_json (void)
{
  g_autoptr(ConveneInterview) interview = sample_bare_interview_new ();
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();
  g_autofree char *text = NULL;

  convene_interview_set_meeting (interview, meeting);
  text = convene_cli_json_interview (interview, NULL);
  g_assert_nonnull (strstr (text, "\"id\" : null"));
  g_assert_nonnull (strstr (text, "\"state\" : \"pending\""));
}

static void
test_list_json (void)
{
  g_autoptr(GPtrArray) interviews = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *none = convene_cli_json_interviews (interviews, NULL, 0);
  g_autofree char *text = NULL;
  g_autofree char *wanted = g_strconcat ("{'interviews':[", bare, "}", NULL);

  g_ptr_array_add (interviews, sample_bare_interview_new ());
  text = convene_cli_json_interviews (interviews, NULL, 7);
  assert_json (none, "{'interviews':[],'total':0}", "");
  assert_json (text, wanted, "],'total':7}");
}

static void
test_accounts_json (void)
{
  char          *granted[] = { (char *) "user:read:user", (char *) "extra", NULL };
  char          *missing[] = { (char *) "meeting:write:meeting", NULL };
  char          *extra[] = { (char *) "extra", NULL };
  ConveneGrants  grants = { granted, missing, extra };
  ConveneHostUse use = { (char *) "hana@example.com", 1 };
  g_autoptr(GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr(GPtrArray) hosts = g_ptr_array_new ();
  g_autoptr(ConveneAccount) zoom = sample_zoom_account_new ();
  g_autoptr(ConveneAccount) mail = convene_account_new ();
  ConveneCliAccount first = { zoom, &grants, hosts };
  ConveneCliAccount second = { mail, NULL, NULL };
  g_autofree char  *text = NULL;

  convene_account_set_id (mail, "b");
  convene_account_set_kind (mail, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_method (mail, CONVENE_ACCOUNT_METHOD_PASSWORD);
  convene_account_set_address (mail, "robin@example.com");
  convene_account_set_checked_at (zoom, FAKE_NOW);
  convene_account_set_tls (zoom, "1.3");
  convene_account_set_problem (mail, "The server does not answer");
  g_ptr_array_add (hosts, &use);
  g_ptr_array_add (accounts, &first);
  g_ptr_array_add (accounts, &second);
  text = convene_cli_json_accounts (accounts, FAKE_NOW);
  assert_json (text,
               "{'accounts':[{'id':'aaaaaaaa-0000-4000-8000-000000000003','kind':'zoom','method':'server-to-server','address':'recruiter@example.com',"
               "'name':'Robin Recruiter','state':'connected','plan':'licensed','granted_scopes':['user:read:user','extra'],"
               "'missing_scopes':['meeting:write:meeting'],'extra_scopes':['extra'],'quota':{'limit':100,'used':3,'resets':'2026-11-21T00:00:00Z'},"
               "'hosts':[{'address':'hana@example.com','used':1}],'checked':'2026-11-20T12:00:00Z','problem':null,'tls':'1.3'},"
               "{'id':'b','kind':'mail','method':'password','address':'robin@example.com','name':null,'state':'connected','plan':null,"
               "'granted_scopes':[],'missing_scopes':[],'extra_scopes':[],'quota':null,'checked':null,'problem':'The server does not answer','tls':null}]}",
               "");
}

static void
test_error_json (void)
{
  g_autoptr(GError) error = convene_error_new_field (CONVENE_ERROR_INVALID, "job", "Bad\nvalue \xff \x1b[31m");
  g_autofree char *text = convene_cli_json_error (error);

  assert_json (text, "{'error':{'code':'invalid','message':'Bad value \357\277\275  [31m','field':'job'}}", "");
}

typedef struct
{
  const char *text;
  guint       width;
} Width;

static const Width widths[] = {
  { "", 0 },
  { "Maria", 5 },
  { "María", 5 },
  { "Mari\xcc\x81"
    "a",
    5 }, /* a combining accent */
  { "山田 太郎", 9 },
  { "김철수", 6 },
  { "Ｗｉｄｅ", 8 },
  { "مريم", 4 },
};

static void
test_widths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpuint (convene_cli_table_get_width (widths[i].text), ==, widths[i].width);
}

static void
test_table (void)
{
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (3);
  g_autofree char *text = NULL;

  convene_cli_table_add_row (table, "山田", "Cook", "x");
  convene_cli_table_add_row (table, "Maria\x1b[2J", "Engineer\nof staff", NULL);
  convene_cli_table_add_row (table, NULL, NULL, "end");
  text = convene_cli_table_to_string (table);
  g_assert_cmpstr (text, ==,
                   "山田       Cook               x\n"
                   "Maria [2J  Engineer of staff\n"
                   "                              end\n");
}

static void
assert_says (const char *text,
             const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("There is no “%s” in:\n%s", part, text);
}

/* Both zones, the link and the password, and what was and was not done. */
static void
test_interview_text (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ();
  g_autofree char *text = convene_cli_text_interview (interview, FAKE_NOW);

  assert_says (text, "Tue 1 December 2026, 10:00 (America/Mexico_City)\n");
  assert_says (text, "Tue 1 December 2026, 17:00 (Europe/Berlin)\n");
  assert_says (text, "45 minutes\n");
  assert_says (text, "https://example.com/j/81234567890?pwd=x\n");
  assert_says (text, "aB3@_*\n");
  assert_says (text, "María López <maria@example.org> — no answer yet\n");
  assert_says (text, "山田 太郎 <yamada@example.com> — tentative\n");
  assert_says (text, "Introduction\n");
  assert_says (text, "\nThe meeting was created\n");
  assert_says (text, "\nThe invitation could not be sent: María López <maria@example.org>, copies to Hana Manager <hana@example.com>, opt@example.com, "
                     "山田 太郎 <yamada@example.com>; The mail server refused it\n");
  assert_says (text, "\nA reminder is queued: María López <maria@example.org>; due Mon 30 November 2026, 10:00 (America/Mexico_City)\n");
}

static void
test_list_text (void)
{
  g_autoptr(GPtrArray) interviews = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *none = convene_cli_text_interviews (interviews, 0, "UTC");
  g_autofree char *text = NULL;

  g_ptr_array_add (interviews, sample_interview_new ());
  g_ptr_array_add (interviews, sample_bare_interview_new ());
  text = convene_cli_text_interviews (interviews, 5, "UTC");
  g_assert_cmpstr (none, ==, "No interviews\n");
  assert_says (text, "\n1f0e3dad  Tue 1 December 2026, 16:00 (UTC)  45 minutes  María López     Staff Engineer  Zoom      scheduled\n");
  assert_says (text, "\n2a7c0000  Tue 1 December 2026, 16:00 (UTC)  45 minutes  li@example.org  Cook            Phone     scheduled\n");
  assert_says (text, "\n3 more: see them with --limit\n");
}

/* Nothing from outside can steer the terminal. */
static void
test_line (void)
{
  g_autofree char *line = convene_cli_output_line ("a\nb\tc\x1b]0;x\x07\x7f\xff\xe2\x80\xae"
                                                   "d\xc2\x9b");

  g_assert_cmpstr (line, ==, "a b c ]0;x  \xef\xbf\xbd d ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/json/interview", test_interview_json);
  g_test_add_func ("/cli/json/pending", test_pending_json);
  g_test_add_func ("/cli/json/list", test_list_json);
  g_test_add_func ("/cli/json/accounts", test_accounts_json);
  g_test_add_func ("/cli/json/error", test_error_json);
  g_test_add_func ("/cli/text/widths", test_widths);
  g_test_add_func ("/cli/text/table", test_table);
  g_test_add_func ("/cli/text/interview", test_interview_text);
  g_test_add_func ("/cli/text/list", test_list_text);
  g_test_add_func ("/cli/text/line", test_line);

  return g_test_run ();
}
