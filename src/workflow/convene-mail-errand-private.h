/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-errand.h"
#include "convene-letter-style.h"
#include "convene-mail-errand.h"

G_BEGIN_DECLS

/* For the files of the class alone. */
struct _ConveneMailErrand
{
  ConveneErrand parent_instance;

  /* how it leaves */
  char                 *meeting_id; /* of the meeting that is this errand's alone */
  ConveneAccount       *account;    /* the mail account; NULL where the letter is handed over */
  ConveneLetterCarrier *carrier;
  ConveneLetterStyle   *style;

  /* what leaves: by position, final and stored before the first of them does */
  GPtrArray *letters;

  /* what came of this attempt so far */
  guint      next;
  gboolean   noted;   /* that somebody may have these octets */
  gboolean   taken;   /* a letter was */
  GPtrArray *refused; /* addresses, char * */
  GError    *refusal; /* of a letter that nobody got; NULL for none */
  GError    *later;   /* what put a letter off; NULL for nothing */
};

/* Sends the letters that have not left, one after the other, and ends the errand. Each that is taken is written down before the next one goes. */
void convene_mail_errand_send (ConveneErrand *errand);

/* Ends the errand with what went wrong: tried again where that may help. */
void convene_mail_errand_end (ConveneMailErrand *self, const GError *error);

/* From now on the same octets go under the same Message-ID, whatever becomes of them: somebody may have them. */
void convene_mail_errand_note_arrival (ConveneErrand *errand);

G_END_DECLS
