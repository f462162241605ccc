/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-invite-ical.h"

G_BEGIN_DECLS

/* What a stranger's property says, whatever it says of what kind that is: libical's own getters take the kind that a property should have for the one
 * that it has. NULL where it is no text. Owned by the property. */
const char *convene_invite_property_get_text (icalproperty *property);

/* The same as one line, or as several, that can be shown: UTF-8 without control characters, at most `max_length` characters. NULL without; the caller's. */
char *convene_invite_property_dup_line (icalproperty *property,
                                        gsize         max_length);
char *convene_invite_property_dup_lines (icalproperty *property,
                                         gsize         max_length);

/* The same of a parameter's value, or any other text of a file; NULL is none. */
char *convene_invite_property_clean_line (const char *text,
                                          gsize       max_length);

G_END_DECLS
