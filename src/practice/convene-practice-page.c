/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-page.h"

#include <glib/gi18n-lib.h>

#include "convene-practice-user.h"

#define STYLE "body{font:1em/1.5 sans-serif;max-width:38em;margin:2em auto;padding:0 1em;color-scheme:light dark}" \
              "li{margin:.5em 0}form{display:inline}a,button{margin-left:.6em}"

/* A form's answer carries an Origin, which is how practice knows its own page: so no policy may blank it. */
static void
protect (ConvenePracticeAnswer *answer)
{
  convene_practice_answer_set_header (answer, "Cache-Control", "no-store");
  convene_practice_answer_set_header (answer, "Referrer-Policy", "same-origin");
  convene_practice_answer_set_header (answer, "X-Content-Type-Options", "nosniff");
  convene_practice_answer_set_header (answer, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
}

static ConvenePracticeAnswer *
new_page (guint       status,
          const char *title,
          const char *content)
{
  g_autofree char       *escaped = g_markup_escape_text (title, -1);
  g_autofree char       *body = g_strdup_printf ("<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                                                       "<title>%s</title><style>" STYLE "</style></head>\n<body><main><h1>%s</h1>\n%s</main></body>\n</html>\n",
                                                 escaped, escaped, content);
  ConvenePracticeAnswer *answer = convene_practice_answer_new (status, "text/html;charset=UTF-8", body);

  protect (answer);
  return answer;
}

static void
add_paragraph (GString    *content,
               const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (content, "<p>%s</p>\n", escaped);
}

static void
add_link (GString                   *content,
          const char                *request_id,
          const ConvenePracticeUser *user,
          gboolean                   allow)
{
  g_autofree char *words = g_markup_escape_text (allow ? _ ("Allow") : _ ("Decline"), -1);

  g_string_append_printf (content, "<a href=\"/oauth/consent?request=%s&amp;user=%s&amp;allow=%d\">%s</a>", request_id, user->id, allow, words);
}

static void
add_form (GString                   *content,
          const char                *user_code,
          const ConvenePracticeUser *user,
          gboolean                   allow)
{
  g_autofree char *words = g_markup_escape_text (allow ? _ ("Allow") : _ ("Decline"), -1);
  g_autofree char *code = g_markup_escape_text (user_code, -1);

  g_string_append_printf (content,
                          "<form method=\"post\" action=\"/oauth/device\"><input type=\"hidden\" name=\"user_code\" value=\"%s\">"
                          "<input type=\"hidden\" name=\"user\" value=\"%s\"><button name=\"allow\" value=\"%d\">%s</button></form>",
                          code, user->id, allow, words);
}

typedef void (*AddAnswerFunc) (GString *content, const char *id, const ConvenePracticeUser *user, gboolean allow);

/* Each user of practice with both answers: whoever practises may be any of them. */
static ConvenePracticeAnswer *
new_question (const char   *id,
              const char   *scopes,
              AddAnswerFunc add_answer)
{
  g_autoptr(GString) content = g_string_new (NULL);
  g_autofree char *list = g_markup_escape_text (scopes, -1);

  add_paragraph (content, _ ("This is the practice server of Convene, not Zoom: nothing here reaches anybody. Choose who signs in."));
  g_string_append (content, "<ul>\n");
  for (gint64 i = 0; convene_practice_user_get (i) != NULL; i++)
    {
      const ConvenePracticeUser *user = convene_practice_user_get (i);

      g_string_append_printf (content, "<li>%s %s, %s", user->first_name, user->last_name, user->address);
      add_answer (content, id, user, TRUE);
      add_answer (content, id, user, FALSE);
      g_string_append (content, "</li>\n");
    }
  g_string_append_printf (content, "</ul>\n<p><small>%s</small></p>\n", list);

  return new_page (200, _ ("Convene wants to use a practice account"), content->str);
}

ConvenePracticeAnswer *
convene_practice_page_new_consent (const char *request_id,
                                   const char *scopes)
{
  return new_question (request_id, scopes, add_link);
}

ConvenePracticeAnswer *
convene_practice_page_new_device (const char *user_code,
                                  const char *scopes)
{
  return new_question (user_code, scopes, add_form);
}

ConvenePracticeAnswer *
convene_practice_page_new_code (void)
{
  g_autoptr(GString) content = g_string_new (NULL);
  g_autofree char *label = g_markup_escape_text (_ ("The code that Convene shows"), -1);
  g_autofree char *words = g_markup_escape_text (_ ("Continue"), -1);

  g_string_append_printf (content, "<form method=\"get\" action=\"/oauth/device\"><label>%s <input name=\"user_code\" autofocus autocomplete=\"off\"></label><button>%s</button></form>\n", label, words);
  return new_page (200, _ ("Sign in with a code"), content->str);
}

ConvenePracticeAnswer *
convene_practice_page_new_message (guint       status,
                                   const char *title,
                                   const char *text)
{
  g_autoptr(GString) content = g_string_new (NULL);

  add_paragraph (content, text);
  return new_page (status, title, content->str);
}
