/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-trial.h"

#include <glib/gi18n-lib.h>

#include "convene-letter-header.h"
#include "convene-letter-mime.h"
#include "convene-letter-writer.h"
#include "convene-text.h"

ConveneLetter *
convene_letter_trial_new (const char *name,
                          const char *address,
                          gint64      now,
                          GError    **error)
{
  const char *const recipients[] = { address, NULL };
  const char       *subject = _ ("Test letter from Convene");
  g_autofree char  *message_id = NULL;
  g_autoptr(GBytes) bytes = NULL;
  ConveneLetter *letter;

  if (!convene_text_check_address (address, "address", error))
    return NULL;

  message_id = convene_letter_message_id_new (address);
  bytes = convene_letter_mime_write_note (name, address, subject, message_id, now,
                                          _ ("Your mail account works: invitations can leave from it.\n\nYou asked Convene to send this letter to yourself. Nobody else has got it.\n"));
  letter = convene_letter_new ();
  convene_letter_set_message_id (letter, message_id);
  convene_letter_set_sender (letter, address);
  convene_letter_set_recipients (letter, recipients);
  convene_letter_set_subject (letter, subject);
  convene_letter_set_bytes (letter, bytes);
  convene_letter_set_made_at (letter, now);
  return letter;
}
