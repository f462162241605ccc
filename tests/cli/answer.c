/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "convene-command.h"

/* Not a status that the program ever answers: all was read, and there was no engine to go on with. */
#define STATUS_READ (-1)

typedef struct
{
  int number;
  int saved;
  int file;
} Redirection;

static void
redirect (Redirection *self,
          int          number,
          const char  *content)
{
  self->number = number;
  self->saved = fcntl (number, F_DUPFD_CLOEXEC, 10);
  self->file = memfd_create ("convene-test", MFD_CLOEXEC);
  if (content != NULL)
    {
      g_assert_cmpint (write (self->file, content, strlen (content)), ==, strlen (content));
      lseek (self->file, 0, SEEK_SET);
    }
  dup2 (self->file, number);
}

static char *
restore (Redirection *self)
{
  gsize length = lseek (self->file, 0, SEEK_END);
  char *text = g_malloc0 (length + 1);

  lseek (self->file, 0, SEEK_SET);
  g_assert_cmpint (read (self->file, text, length), ==, length);
  dup2 (self->saved, self->number);
  close (self->saved);
  close (self->file);
  return text;
}

static int
call (ConveneEngine     *engine,
      const char *const *arguments)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(ConveneCommand) command = NULL;
  int status = STATUS_READ;

  g_ptr_array_add (argv, (gpointer) "convene");
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  command = convene_command_new (argv->len - 1, (char **) argv->pdata, "1.2.3", &status);
  return command != NULL && engine != NULL ? convene_command_run (command, engine) : status;
}

Answer *
answer_new (ConveneEngine     *engine,
            const char        *input,
            const char *const *arguments)
{
  Answer          *self = g_new0 (Answer, 1);
  Redirection      in, out, err;
  g_autofree char *rest = NULL;

  fflush (NULL);
  redirect (&in, STDIN_FILENO, input);
  redirect (&out, STDOUT_FILENO, NULL);
  redirect (&err, STDERR_FILENO, NULL);
  self->status = call (engine, arguments);
  self->err = restore (&err);
  self->out = restore (&out);
  rest = restore (&in);
  return self;
}

void
answer_free (Answer *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

JsonNode *
answer_parse (const Answer *self)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (self->out, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

char *
answer_get (const Answer *self,
            const char   *path)
{
  g_autoptr(JsonNode) root = answer_parse (self);
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  JsonNode *node = root;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      node = json_object_get_member (json_node_get_object (node), names[i]);
      if (node == NULL)
        g_error ("No %s in %s", path, self->out);
    }

  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  return json_to_string (node, FALSE);
}
