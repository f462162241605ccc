/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-error.h"

/* For its owner alone: it holds a link and its password. */
#define FILE_MODE 0600

/* ".XXXXXX" of g_file_set_contents_full () */
#define DETOUR_LENGTH 7

/* A device or a pipe is written into, and stays what it is. */
static gboolean
pour (const char *output,
      const char *data,
      gsize       length,
      GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (output);
  g_autoptr(GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL && g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, NULL, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* The file that is meant behind symbolic links, so that they stay; the caller owns it. */
static char *
resolve (const char *output)
{
  char *resolved = realpath (output, NULL);

  return resolved != NULL ? resolved : g_strdup (output);
}

/* The contents go into a file beside it first, with seven characters more: of that one nobody has heard. */
static void
forget_detour (char       *message,
               const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  char            *name = strstr (message, shown);
  char            *end = name != NULL ? name + strlen (shown) : NULL;

  if (end != NULL && *end == '.' && strlen (end) > DETOUR_LENGTH)
    memmove (end, end + DETOUR_LENGTH, strlen (end + DETOUR_LENGTH) + 1);
}

static gboolean
write_file (const char *output,
            GBytes     *calendar,
            GError    **error)
{
  g_autoptr(GError) problem = NULL;
  g_autofree char *path = resolve (output);
  gsize            length;
  const char      *data = g_bytes_get_data (calendar, &length);
  GStatBuf         status;
  gboolean         written;

  if (g_stat (output, &status) == 0 && !S_ISREG (status.st_mode))
    written = pour (output, data, length, &problem);
  else
    written = g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, FILE_MODE, &problem);
  if (written)
    return TRUE;

  forget_detour (problem->message, path);
  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, problem->message);
  return FALSE;
}

static char *
format_json (const char *uid,
             const char *name,
             const char *value)
{
  return uid != NULL ? convene_cli_json_texts ("uid", uid, name, value, NULL) : convene_cli_json_texts (name, value, NULL);
}

int
convene_cli_file_answer (ConveneCommandRun *run,
                         const char        *uid,
                         const char        *output,
                         GBytes            *calendar,
                         GError           **error)
{
  gsize            length;
  const char      *data = g_bytes_get_data (calendar, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autofree char *json = NULL;
  g_autofree char *message = NULL;

  if (output != NULL && !write_file (output, calendar, error))
    return -1;

  if (run->json)
    {
      json = output != NULL ? format_json (uid, "output", output) : format_json (uid, "calendar", text);
      return convene_cli_output_bytes (json, -1, 0);
    }
  if (output == NULL)
    return convene_cli_output_bytes (data, length, 0);

  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_("Written: %s"), output);
  convene_cli_output_message (message);
  return 0;
}

gboolean
convene_cli_file_check (const char *output,
                        GError    **error)
{
  if (output != NULL && *output == '\0')
    return convene_error_set_field (error, "output", _("The name of the file is empty: give one, or leave --output away"));

  return TRUE;
}
