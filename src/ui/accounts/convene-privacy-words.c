/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-privacy-words.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const ConvenePrivacyWords rows[] = {
  { N_ ("Interviews"),
    N_ ("Job, time and time zone, length, place or link, agenda, message, notes, passcode, alternative hosts, what becomes of its link when it is moved, whether you get a copy of its letters, why it was cancelled, and of which invitation of others it was made. They are what the calendar shows and the invitations say."),
    { "interview" } },
  { N_ ("People of an interview"),
    N_ ("Name, mail address, role, time zone and language, and what each of them answered and proposed, when, and with which words. Invitations and reminders go by it."),
    { "participant", "answer" } },
  { N_ ("Zoom meetings"),
    N_ ("Meeting ID, join link, passcode, hosts, topic, agenda and time, and what Zoom was last seen to show instead. By them a meeting is changed and deleted, found again after a failure, and compared with Zoom."),
    { "meeting" } },
  { N_ ("People and jobs"),
    N_ ("Names, mail addresses, time zones, languages, usual places and hosts; job titles with their hiring managers and places. They are suggested as you type."),
    { "person", "job" } },
  { N_ ("What is to be done"),
    N_ ("Each meeting to make, change or delete and each letter to send, when it is due, how often it was tried and what went wrong. So nothing is lost or done twice."),
    { "operation" } },
  { N_ ("Letters"),
    N_ ("Each letter as it was sent, with its recipients, its invitation and what it said; and the texts that you wrote in place of Convene’s. So the same letter can go again, and later ones say what changed."),
    { "letter", "template" } },
  { N_ ("Notifications"),
    N_ ("For which interviews your desktop has told you that they begin soon. So each is told once."),
    { "notice" } },
  { N_ ("History"),
    N_ ("What happened to an interview, and when. Its details show it."),
    { "activity" } },
  { N_ ("Accounts"),
    N_ ("Address, name, plan, permissions and server of what you connected, who lets you schedule for them, and which secrets are yet to be deleted. Never a password or a token."),
    { "account", "delegation", "stale_secret" } },
  { N_ ("Requests to Zoom"),
    N_ ("How many there were for each host on each day, because Zoom has a limit for a day."),
    { "quota_day" } },
  { N_ ("Preferences"),
    N_ ("What you chose, the views that you saved, and an interview that you have not finished writing. So you find it as you left it. The window’s size is among your desktop’s settings."),
    { "preference", "view" } },
  { N_ ("Calendar and search"),
    N_ ("Some of the above once more, in the order in which it is shown and searched. So both are quick."),
    { "entry", "interview_day", "interview_search", "person_search", "job_search" } },
};
/* clang-format on */

const ConvenePrivacyWords *
convene_privacy_words_get (guint *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}
