/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-answer.h"

#include <libsoup/soup.h>
#include <string.h>

#include "convene-practice-json.h"

ConvenePracticeAnswer *
convene_practice_answer_new (guint       status,
                             const char *content_type,
                             const char *body)
{
  ConvenePracticeAnswer *self = g_new0 (ConvenePracticeAnswer, 1);

  self->status = status;
  self->content_type = g_strdup (content_type);
  self->body = g_strdup (body);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  return self;
}

ConvenePracticeAnswer *
convene_practice_answer_new_json (guint       status,
                                  JsonObject *object)
{
  g_autofree char *body = convene_practice_json_to_string (object);

  json_object_unref (object);
  return convene_practice_answer_new (status, "application/json;charset=UTF-8", body);
}

ConvenePracticeAnswer *
convene_practice_answer_new_error (guint       status,
                                   int         code,
                                   const char *format,
                                   ...)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  json_object_set_int_member (object, "code", code);
  json_object_set_string_member (object, "message", message);
  return convene_practice_answer_new_json (status, object);
}

ConvenePracticeAnswer *
convene_practice_answer_new_invalid (JsonArray *errors)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "code", 300);
  json_object_set_string_member (object, "message", "Validation Failed.");
  json_object_set_array_member (object, "errors", errors);
  return convene_practice_answer_new_json (400, object);
}

ConvenePracticeAnswer *
convene_practice_answer_new_field (const char *field,
                                   const char *message)
{
  JsonArray  *errors = json_array_new ();
  JsonObject *error = json_object_new ();

  json_object_set_string_member (error, "field", field);
  json_object_set_string_member (error, "message", message);
  json_array_add_object_element (errors, error);
  return convene_practice_answer_new_invalid (errors);
}

ConvenePracticeAnswer *
convene_practice_answer_new_refusal (guint       status,
                                     const char *reason,
                                     const char *error)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "reason", reason);
  json_object_set_string_member (object, "error", error);
  return convene_practice_answer_new_json (status, object);
}

ConvenePracticeAnswer *
convene_practice_answer_new_numbered (int         code,
                                      const char *message)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "status", FALSE);
  json_object_set_int_member (object, "errorCode", code);
  json_object_set_string_member (object, "errorMessage", message);
  json_object_set_null_member (object, "result");
  return convene_practice_answer_new_json (400, object);
}

static guint
find_header (ConvenePracticeAnswer *self,
             const char            *name)
{
  guint i = 0;

  while (i < self->headers->len && g_ascii_strcasecmp (g_ptr_array_index (self->headers, i), name) != 0)
    i += 2;

  return i;
}

void
convene_practice_answer_set_header (ConvenePracticeAnswer *self,
                                    const char            *name,
                                    const char            *value)
{
  guint i = find_header (self, name);

  if (i < self->headers->len)
    g_ptr_array_remove_range (self->headers, i, 2);
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

const char *
convene_practice_answer_get_header (ConvenePracticeAnswer *self,
                                    const char            *name)
{
  guint i = find_header (self, name);

  return i < self->headers->len ? g_ptr_array_index (self->headers, i + 1) : NULL;
}

GBytes *
convene_practice_answer_to_wire (ConvenePracticeAnswer *self,
                                 gsize                  missing)
{
  GString *text = g_string_new (NULL);
  gsize    length = self->body != NULL ? strlen (self->body) : 0;

  g_string_append_printf (text, "HTTP/1.1 %u %s\r\n", self->status, soup_status_get_phrase (self->status));
  for (guint i = 0; i < self->headers->len; i += 2)
    g_string_append_printf (text, "%s: %s\r\n", (char *) g_ptr_array_index (self->headers, i),
                            (char *) g_ptr_array_index (self->headers, i + 1));
  if (self->content_type != NULL)
    g_string_append_printf (text, "Content-Type: %s\r\n", self->content_type);
  if (self->status != SOUP_STATUS_NO_CONTENT || missing > 0)
    g_string_append_printf (text, "Content-Length: %" G_GSIZE_FORMAT "\r\n", length + missing);
  g_string_append (text, "Connection: close\r\n\r\n");
  g_string_append_len (text, self->body != NULL ? self->body : "", length);

  return g_string_free_to_bytes (text);
}

void
convene_practice_answer_free (ConvenePracticeAnswer *self)
{
  g_free (self->content_type);
  g_free (self->body);
  g_ptr_array_unref (self->headers);
  g_free (self);
}
