/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-request.h"

ConvenePracticeRequest *
convene_practice_request_new (const char *method,
                              const char *path)
{
  ConvenePracticeRequest *self = g_new0 (ConvenePracticeRequest, 1);
  g_auto(GStrv) segments = g_strsplit (path, "/", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; segments[i] != NULL; i++)
    {
      g_autofree char *decoded = g_uri_unescape_string (segments[i], NULL);

      /* The path begins with a slash. A segment that cannot be decoded names nothing. */
      if (i > 0)
        g_strv_builder_add (builder, decoded != NULL && g_utf8_validate (decoded, -1, NULL) ? decoded : "");
    }

  self->method = g_strdup (method);
  self->path = g_strv_builder_end (builder);
  self->query = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
convene_practice_request_free (ConvenePracticeRequest *self)
{
  g_free (self->method);
  g_strfreev (self->path);
  g_hash_table_unref (self->query);
  g_free (self->authorization);
  g_free (self->content_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self);
}

const char *
convene_practice_request_get_query (ConvenePracticeRequest *self,
                                    const char             *name)
{
  return g_hash_table_lookup (self->query, name);
}

const char *
convene_practice_request_get_text (ConvenePracticeRequest *self,
                                   gsize                  *length)
{
  const char *text = self->body != NULL ? g_bytes_get_data (self->body, length) : NULL;

  if (text == NULL)
    {
      *length = 0;
      return "";
    }

  return text;
}

const ConvenePracticeFault *
convene_practice_request_find_fault (ConvenePracticeRequest  *self,
                                     ConvenePracticeFaultKind kind)
{
  for (guint i = 0; self->faults != NULL && i < self->faults->len; i++)
    {
      const ConvenePracticeFault *fault = g_ptr_array_index (self->faults, i);

      if (fault->kind == kind)
        return fault;
    }

  return NULL;
}
