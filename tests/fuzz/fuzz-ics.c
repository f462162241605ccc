/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-calendar.h"
#include "fuzz.h"

/* A calendar file that somebody was sent, without a word on its encoding and with a wrong one. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  fuzz_calendar (bytes, NULL);
  fuzz_calendar (bytes, "iso-8859-1");

  return 0;
}
