/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "convene-error.h"
#include "convene-text.h"

#include <stdlib.h>

/* GLib would end the program with a signal that libFuzzer does not take for a find. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0)
    return G_LOG_WRITER_HANDLED;

  g_log_writer_standard_streams (level, fields, n_fields, user_data);
  abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  return 0;
}

void
fuzz_check_line (const char *text)
{
  g_autoptr(GError) error = NULL;

  convene_text_check_line (text, "text", G_MAXLONG, &error);
  g_assert_no_error (error);
}

void
fuzz_check_lines (const char *text)
{
  g_autoptr(GError) error = NULL;

  convene_text_check_lines (text, "text", G_MAXLONG, &error);
  g_assert_no_error (error);
}

void
fuzz_check_error (gboolean refused,
                  GError **error)
{
  g_assert_cmpint (refused, ==, *error != NULL);
  if (!refused)
    return;

  g_assert_true ((*error)->domain == CONVENE_ERROR);
  g_assert_cmpstr ((*error)->message, !=, "");
  fuzz_check_line ((*error)->message);
  g_clear_error (error);
}
