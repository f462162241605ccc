/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-enums.h"

G_BEGIN_DECLS

/* How a letter leaves. */
typedef enum
{
  CONVENE_LETTER_WAY_SENT,        /* from the mail account, by itself */
  CONVENE_LETTER_WAY_HANDED_OVER, /* as a draft in the person's mail program, without answer buttons: they send it */
  CONVENE_LETTER_WAY_WAITS,       /* until a mail account is connected */
} ConveneLetterWay;

/* `mail`: a mail account is there; `hand_over`: a person is before the screen to take drafts over. Reminders and urgent letters have to leave when
 * nobody looks, so they are never handed over. */
ConveneLetterWay convene_letter_way_find (ConveneOperationKind kind,
                                          gboolean             mail,
                                          gboolean             hand_over);

/* "sent", "handed-over", "waits": for JSON. */
const char *convene_letter_way_to_nick (ConveneLetterWay way);

G_END_DECLS
