/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-read.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-invite-reader.h"
#include "convene-mail-reader.h"

#define MEGABYTE (1024 * 1024)
#define FILE_MAX (10 * MEGABYTE)

/* Of all parts of a mail together: each is looked up here, and shown. */
#define CLAIMS_MAX 200

void
convene_opening_reading_free (ConveneOpeningReading *self)
{
  g_ptr_array_unref (self->claims);
  g_free (self->sender);
  g_free (self);
}

static ConveneOpeningReading *
reading_new (const char *sender)
{
  ConveneOpeningReading *self = g_new0 (ConveneOpeningReading, 1);

  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->sender = g_strdup (sender);
  return self;
}

static gboolean
is_same_person (const ConveneClaimPerson *a,
                const ConveneClaimPerson *b)
{
  return g_strcmp0 (a->address, b->address) == 0 && a->response == b->response && a->known_response == b->known_response && a->delegated == b->delegated;
}

static gboolean
have_same_people (GPtrArray *a,
                  GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!is_same_person (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_claim (ConveneClaim *a,
               ConveneClaim *b)
{
  return convene_claim_get_kind (a) == convene_claim_get_kind (b) && g_strcmp0 (convene_claim_get_method (a), convene_claim_get_method (b)) == 0 &&
         g_strcmp0 (convene_claim_get_uid (a), convene_claim_get_uid (b)) == 0 && convene_claim_get_sequence (a) == convene_claim_get_sequence (b) &&
         convene_claim_get_made_at (a) == convene_claim_get_made_at (b) && convene_claim_get_recurrence_id (a) == convene_claim_get_recurrence_id (b) &&
         convene_claim_get_start (a) == convene_claim_get_start (b) && convene_claim_get_end (a) == convene_claim_get_end (b) &&
         have_same_people (convene_claim_get_people (a), convene_claim_get_people (b));
}

/* A mail has the same claim more than once, for readers of different kinds, not always in the same octets. */
static void
add_new (ConveneOpeningReading *self,
         GPtrArray             *claims)
{
  const guint n_before = self->claims->len;

  for (guint i = 0; i < claims->len; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < n_before && !known; k++)
        known = is_same_claim (self->claims->pdata[k], claims->pdata[i]);
      if (!known)
        g_ptr_array_add (self->claims, g_object_ref (claims->pdata[i]));
    }
}

/* A part that cannot be read hides no other. */
static ConveneOpeningReading *
read_mail (GBytes  *bytes,
           GError **error)
{
  g_autoptr(ConveneMailReading) mail = convene_mail_read (bytes, error);
  g_autoptr(ConveneOpeningReading) self = NULL;
  g_autoptr(GError) first = NULL;

  if (mail == NULL)
    return NULL;

  self = reading_new (mail->from_address);
  for (guint i = 0; i < mail->parts->len && self->claims->len <= CLAIMS_MAX; i++)
    {
      const ConveneMailPart *part = mail->parts->pdata[i];
      g_autoptr(GPtrArray) claims = convene_invite_read (part->bytes, part->charset, first == NULL ? &first : NULL);

      if (claims != NULL)
        add_new (self, claims);
    }

  if (self->claims->len > 0 && self->claims->len <= CLAIMS_MAX)
    return g_steal_pointer (&self);

  if (self->claims->len > CLAIMS_MAX)
    convene_error_set_field (error, "file", ngettext ("The mail has more than %u event: open a single invitation", "The mail has more than %u events: open a single invitation", CLAIMS_MAX), CLAIMS_MAX);
  else if (first != NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  else
    convene_error_set_field (error, "file", _ ("The mail has no invitation in it, and no answer to one"));
  return NULL;
}

ConveneOpeningReading *
convene_opening_read_bytes (GBytes  *bytes,
                            GError **error)
{
  g_autoptr(GPtrArray) claims = NULL;
  ConveneOpeningReading *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > FILE_MAX)
    {
      convene_error_set_field (error, "file", _ ("The file has more than 10 MB: no invitation is so large"));
      return NULL;
    }
  if (convene_mail_is_mail (bytes))
    return read_mail (bytes, error);

  claims = convene_invite_read (bytes, NULL, error);
  if (claims == NULL)
    return NULL;

  self = reading_new (NULL);
  add_new (self, claims);
  return self;
}

static gboolean
fail_io (GFile   *file,
         GError  *cause,
         GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, cause->message);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, _ ("There is no file %s"), name);
  else
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("The file %s cannot be read: %s"), name, cause->message);
  return FALSE;
}

/* A folder, or what never ends, is not read. */
static gboolean
check_file (GFile        *file,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    return fail_io (file, cause, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return convene_error_set_field (error, "file", _("This is no file: give a calendar file or a mail"));
  if (g_file_info_get_size (info) > FILE_MAX)
    return convene_error_set_field (error, "file", _("The file has %d MB: no invitation has more than 10 MB"), (int) MIN (g_file_info_get_size (info) / MEGABYTE, G_MAXINT));

  return TRUE;
}

/* One octet more than may be: it may have grown. */
static GBytes *
read_file (GFile        *file,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  g_autofree char *buffer = NULL;
  gsize            size = 0;

  if (!check_file (file, cancellable, error))
    return NULL;

  stream = g_file_read (file, cancellable, &cause);
  if (stream != NULL)
    {
      buffer = g_malloc (FILE_MAX + 1);
      g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, FILE_MAX + 1, &size, cancellable, &cause);
    }
  if (cause != NULL)
    {
      fail_io (file, cause, error);
      return NULL;
    }

  return g_bytes_new_take (g_realloc (g_steal_pointer (&buffer), MAX (size, 1)), size);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_file (data, cancellable, &error);
  ConveneOpeningReading *reading = bytes != NULL ? convene_opening_read_bytes (bytes, &error) : NULL;

  if (reading != NULL)
    g_task_return_pointer (task, reading, (GDestroyNotify) convene_opening_reading_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_bytes_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  ConveneOpeningReading *reading = convene_opening_read_bytes (data, &error);

  if (reading != NULL)
    g_task_return_pointer (task, reading, (GDestroyNotify) convene_opening_reading_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
convene_opening_read_file_async (GFile              *file,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

void
convene_opening_read_bytes_async (GBytes             *bytes,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (bytes != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_bytes_thread);
}

ConveneOpeningReading *
convene_opening_read_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
