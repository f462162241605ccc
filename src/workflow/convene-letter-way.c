/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-way.h"

ConveneLetterWay
convene_letter_way_find (ConveneOperationKind kind,
                         gboolean             mail,
                         gboolean             hand_over)
{
  if (mail)
    return CONVENE_LETTER_WAY_SENT;
  if (!hand_over || kind == CONVENE_OPERATION_KIND_MAIL_REMINDER || kind == CONVENE_OPERATION_KIND_MAIL_URGENT)
    return CONVENE_LETTER_WAY_WAITS;

  return CONVENE_LETTER_WAY_HANDED_OVER;
}

const char *
convene_letter_way_to_nick (ConveneLetterWay way)
{
  static const char *const nicks[] = {
    [CONVENE_LETTER_WAY_SENT] = "sent",
    [CONVENE_LETTER_WAY_HANDED_OVER] = "handed-over",
    [CONVENE_LETTER_WAY_WAITS] = "waits",
  };

  g_return_val_if_fail ((guint) way < G_N_ELEMENTS (nicks), NULL);

  return nicks[way];
}
