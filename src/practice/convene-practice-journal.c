/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "convene-practice-file.h"

struct _ConvenePracticeJournal
{
  char *path;
  int   fd;
  off_t length; /* of what is whole and durable */
};

static void
replay (ConvenePracticeJournal    *self,
        const char                *text,
        gsize                      length,
        ConvenePracticeJournalFunc func,
        gpointer                   user_data)
{
  const char *end = text + length;
  const char *line = text;
  const char *feed;

  while (line < end && (feed = memchr (line, '\n', end - line)) != NULL)
    {
      if (feed > line)
        func (line, feed - line, user_data);
      line = feed + 1;
    }

  self->length = line - text;
}

static gboolean
cut (ConvenePracticeJournal *self,
     GError                **error)
{
  if (ftruncate (self->fd, self->length) != 0 || fsync (self->fd) != 0)
    return convene_practice_file_fail (error, self->path);

  return TRUE;
}

ConvenePracticeJournal *
convene_practice_journal_open (const char                *path,
                               ConvenePracticeJournalFunc func,
                               gpointer                   user_data,
                               GError                   **error)
{
  g_autoptr(ConvenePracticeJournal) self = g_new0 (ConvenePracticeJournal, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  gsize            length = 0;

  self->path = g_strdup (path);
  self->fd = open (path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      convene_practice_file_fail (error, path);
      return NULL;
    }

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  replay (self, text, length, func, user_data);
  if (!cut (self, error) || !convene_practice_file_sync_folder (folder, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
convene_practice_journal_append (ConvenePracticeJournal *self,
                                 const char             *line,
                                 GError                **error)
{
  g_autofree char *whole = g_strconcat (line, "\n", NULL);
  gsize            length = strlen (whole);

  g_return_val_if_fail (strchr (line, '\n') == NULL, FALSE);

  if (!convene_practice_file_write (self->fd, whole, length) || fdatasync (self->fd) != 0)
    {
      convene_practice_file_fail (error, self->path);
      cut (self, NULL);
      return FALSE;
    }

  self->length += length;
  return TRUE;
}

gboolean
convene_practice_journal_clear (ConvenePracticeJournal *self,
                                GError                **error)
{
  self->length = 0;
  return cut (self, error);
}

void
convene_practice_journal_free (ConvenePracticeJournal *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self);
}
