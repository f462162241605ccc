/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A VEVENT of a file, cut down to what Convene reads of one: that alone reaches libical, and so no recurrence, attachment or alarm does. */
typedef struct
{
  char    *method; /* in upper case; NULL without */
  GString *lines;  /* BEGIN:VEVENT and all up to its end, names in upper case */
  int      sequence;
  gboolean is_recurring;
} ConveneInviteFound;

typedef struct
{
  GPtrArray *events;     /* of ConveneInviteFound, at least one */
  GPtrArray *vtimezones; /* of ConveneInviteVtimezone */
} ConveneInviteScan;

/* Goes through the content lines of a file, unfolded and in UTF-8, once, and changes them. Refuses with CONVENE_ERROR_INVALID about "file" what is no
 * calendar, has no event, ends in the middle, or has more in it than an invitation. */
ConveneInviteScan *convene_invite_scan (char    *lines,
                                        GError **error);

void convene_invite_scan_free (ConveneInviteScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneInviteScan, convene_invite_scan_free)

G_END_DECLS
