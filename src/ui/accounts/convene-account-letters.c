/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account-letters.h"

#include <glib/gi18n-lib.h>

static char *
format (const char *subject,
        const char *body)
{
  g_auto(GStrv) lines = g_strsplit (body, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);
  g_autofree char *escaped_subject = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *escaped_body = g_uri_escape_string (text, NULL, FALSE);

  return g_strdup_printf ("mailto:?subject=%s&body=%s", escaped_subject, escaped_body);
}

char *
convene_account_letter_ask_admin (void)
{
  return format (_ ("Please approve Convene for our Zoom account"),
                    /* Translators: a letter to the administrator of a company’s Zoom account; “My Admin Dashboard”, “App Requests” and “Pre-approve” are Zoom’s own words, which it shows in English */
                    _ ("Hello,\n"
                    "\n"
                    "I would like to schedule interviews with Convene, and Zoom wants an administrator to approve it first. It takes a minute:\n"
                    "\n"
                    "1. Sign in to https://marketplace.zoom.us as an administrator.\n"
                    "2. Open Manage at the top right.\n"
                    "3. Under “My Admin Dashboard”, open “App Requests”.\n"
                    "4. Find the app and choose “Pre-approve”, for me or for everybody.\n"
                    "\n"
                    "Convene creates and manages my own meetings, and sees their details and my profile. It never asks for recordings, transcripts or chats.\n"
                    "\n"
                    "Thank you!\n"));
}

char *
convene_account_letter_instructions (void)
{
  return format (_ ("Please connect your Zoom account in Convene"),
                    /* Translators: a letter to a colleague */
                    _ ("Hello,\n"
                    "\n"
                    "Could you connect your Zoom account in Convene, so that your interviews take place in your own Zoom? Everybody signs in to their own account: nobody else can do it, and nobody needs your password.\n"
                    "\n"
                    "1. Open Convene on your computer.\n"
                    "2. In its menu, choose Connected Apps.\n"
                    "3. Beside Zoom, choose Connect, then Continue in Browser.\n"
                    "4. Sign in to Zoom and choose Allow. Then the browser’s tab can be closed.\n"
                    "\n"
                    "If Zoom says that an administrator has to approve it first, choose “Ask your Zoom admin” there.\n"
                    "\n"
                    "Thank you!\n"));
}
