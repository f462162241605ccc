/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clash.h"

ConveneClash *
convene_clash_new (const char           *address,
                   ConveneCalendarEntry *entry)
{
  ConveneClash *clash;

  g_return_val_if_fail (address != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), NULL);

  clash = g_new0 (ConveneClash, 1);
  clash->address = g_strdup (address);
  clash->entry = g_object_ref (entry);
  return clash;
}

void
convene_clash_free (ConveneClash *clash)
{
  g_clear_object (&clash->entry);
  g_free (clash->address);
  g_free (clash);
}
