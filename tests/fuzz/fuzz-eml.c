/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-reader.h"
#include "fuzz-calendar.h"
#include "fuzz.h"

/* A mail that somebody saved, with the calendars in it. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(ConveneMailReading) reading = NULL;

  convene_mail_is_mail (bytes);
  reading = convene_mail_read (bytes, &error);
  fuzz_check_error (reading == NULL, &error);
  if (reading == NULL)
    return 0;

  fuzz_check_line (reading->from_name);
  fuzz_check_line (reading->from_address);
  for (guint i = 0; i < reading->parts->len; i++)
    {
      const ConveneMailPart *part = g_ptr_array_index (reading->parts, i);

      fuzz_calendar (part->bytes, part->charset);
    }

  return 0;
}
