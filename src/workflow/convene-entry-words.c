/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-entry-words.h"

#include <glib/gi18n-lib.h>

const char *
convene_entry_words_meeting (ConveneMeeting *meeting)
{
  g_return_val_if_fail (CONVENE_IS_MEETING (meeting), NULL);

  switch (convene_meeting_get_entry (meeting))
    {
    case CONVENE_ENTRY_OPEN:
      if (convene_meeting_get_password (meeting) == NULL)
        return _ ("People can join before the host.");
      return _ ("People can join before the host, with the passcode.");
    case CONVENE_ENTRY_WAITING_ROOM:
      return _ ("Zoom keeps people in a waiting room until the host lets them in: nobody can join before the host.");
    case CONVENE_ENTRY_HOST_FIRST:
      return _ ("People can join once the host has started the meeting.");
    case CONVENE_ENTRY_SIGN_IN:
      return _ ("People can join only when they are signed in to Zoom.");
    case CONVENE_ENTRY_UNKNOWN:
    default:
      return NULL;
    }
}

const char *
convene_entry_words_expected (ConveneEntry entry)
{
  switch (entry)
    {
    case CONVENE_ENTRY_OPEN:
      return _ ("People can join before the host, with the passcode.");
    case CONVENE_ENTRY_WAITING_ROOM:
      return _ ("Zoom keeps people in a waiting room until the host lets them in: nobody can join before the host.");
    case CONVENE_ENTRY_HOST_FIRST:
      return _ ("People are to be let in before the host; as this Zoom account is set, they may have to wait until the host starts the meeting.");
    case CONVENE_ENTRY_SIGN_IN:
      return _ ("People can join only when they are signed in to Zoom.");
    case CONVENE_ENTRY_UNKNOWN:
    default:
      return _ ("People can join before the host, with the passcode, unless the host’s Zoom account has a waiting room.");
    }
}
