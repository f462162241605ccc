/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar file that came with a mail: its octets without the transfer encoding. */
typedef struct
{
  GBytes *bytes;
  char   *charset; /* as the part says; NULL where it does not */
} ConveneMailPart;

/* What a mail that somebody saved (.eml) holds of interest. From is as the mail claims it, nobody has checked; NULL without. */
typedef struct
{
  char      *from_name;
  char      *from_address;
  GPtrArray *parts; /* of ConveneMailPart, in the order of the mail, equal ones once */
} ConveneMailReading;

void convene_mail_reading_free (ConveneMailReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneMailReading, convene_mail_reading_free)

/* Whether the file is a mail: header lines come before anything like BEGIN:VCALENDAR. Otherwise it may be a calendar file itself. */
gboolean convene_mail_is_mail (GBytes *bytes);

/* Finds all calendar files in a mail, wherever they stand and however they are named; may be called on any thread. Without one, `parts` is empty.
 * Errors: INVALID about "file" for one that is too large, nested too deeply or in too many parts, or no mail. */
ConveneMailReading *convene_mail_read (GBytes  *bytes,
                                       GError **error);

G_END_DECLS
