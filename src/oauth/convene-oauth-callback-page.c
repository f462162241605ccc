/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-callback.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nothing of it may be kept, framed, or tell another site where it came from; and it runs nothing. */
#define HEADERS                                                             \
  "Content-Type: text/html; charset=utf-8\r\n"                              \
  "Connection: close\r\n"                                                   \
  "Cache-Control: no-store\r\n"                                             \
  "Referrer-Policy: no-referrer\r\n"                                        \
  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n" \
  "X-Content-Type-Options: nosniff\r\n"

typedef struct
{
  const char *status;
  const char *title;
  const char *text;
} Page;

static const Page pages[] = {
  [CONVENE_OAUTH_CALLBACK_CODE] = { "200 OK", N_("Back to Convene"),
                                                  N_("Convene has the answer and goes on by itself. You can close this page.") },
                                    [CONVENE_OAUTH_CALLBACK_DECLINED] = { "200 OK", N_("You declined"),
                                                                                        N_("Convene was not connected, and nothing has changed. You can close this page.") },
                                                                          [CONVENE_OAUTH_CALLBACK_FAILED] = { "200 OK", N_("Convene was not connected"),
                                                                                                                            N_("Convene tells you why. You can close this page.") },
                                                                                                              [CONVENE_OAUTH_CALLBACK_WRONG_STATE] = { "403 Forbidden", N_("This answer was refused"),
                                                                                                                                                                            N_("It does not belong to the sign-in that Convene is waiting for. Go back to Convene and open its page again.") },
                                                                                                                                                       [CONVENE_OAUTH_CALLBACK_ELSEWHERE] = { "404 Not Found", N_("There is nothing here"), N_("Convene is waiting for a sign-in at this address.") },
                                                                                                                                                                                              [CONVENE_OAUTH_CALLBACK_WRONG_HOST] = { "403 Forbidden", N_("This request was refused"),
                                                                                                                                                                                                                                                           N_("It did not come from a page that you opened yourself.") },
                                                                                                                                                                                                                                      [CONVENE_OAUTH_CALLBACK_MALFORMED] = { "400 Bad Request", N_("This request was refused"), N_("It makes no sense.") },
                                                                                                                                                                                                                                                                             [CONVENE_OAUTH_CALLBACK_LATE] = { "409 Conflict", N_("This answer came second"), N_("Convene has one already and goes on with it. You can close this page.") },
                                                                                                                                                                                                                                                                             };

char *
convene_oauth_callback_format (ConveneOauthCallbackKind kind)
{
  const Page      *page = &pages[kind];
  g_autofree char *title = g_markup_escape_text (_(page->title), -1);
  g_autofree char *text = g_markup_escape_text (_(page->text), -1);
  g_autofree char *body = NULL;

  body = g_strdup_printf ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%s</title></head>\n<body><h1>%s</h1><p>%s</p></body></html>\n",
                          title, title, text);
  return g_strdup_printf ("HTTP/1.1 %s\r\n" HEADERS "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s", page->status, strlen (body), body);
}
