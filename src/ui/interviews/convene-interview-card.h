/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview-cell.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_CARD (convene_interview_card_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewCard, convene_interview_card, CONVENE, INTERVIEW_CARD, AdwBin)

/* An interview in a narrow list (SH-31), in two lines: candidate and type, time and job with the state. It follows its item, and names the row around it. */
GtkWidget *convene_interview_card_new (ConveneNow now,
                                       gpointer   user_data);

/* NULL for none. */
void                  convene_interview_card_set_item (ConveneInterviewCard *self,
                                                       ConveneInterviewItem *item);
ConveneInterviewItem *convene_interview_card_get_item (ConveneInterviewCard *self);

G_END_DECLS
