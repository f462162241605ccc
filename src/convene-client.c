/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-client.h"

#include <stdlib.h>
#include <string.h>

/* Names of an id and of a secret that belong together, those that are Convene's own first. */
static const struct
{
  const char *id;
  const char *secret;
} pairs[] = {
  { "CONVENE_ZOOM_CLIENT_ID", "CONVENE_ZOOM_CLIENT_SECRET" },
  { "ZOOM_API_CLIENT_ID", "ZOOM_API_CLIENT_SECRET" },
};

/* The value, which is gone then; NULL for none and for an empty one. */
static char *
take (const char *variable)
{
  /* Not a copy: what the kernel shows of the process is these very bytes. */
  char *value = getenv (variable);
  char *copy = value != NULL && *value != '\0' ? g_strdup (value) : NULL;

  if (value != NULL)
    explicit_bzero (value, strlen (value));
  unsetenv (variable);
  return copy;
}

/* Every pair is taken away, the first that has an id is kept. */
ConveneClient *
convene_client_take (const char *built_in)
{
  ConveneClient *self = g_new0 (ConveneClient, 1);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      char *id = take (pairs[i].id);
      char *secret = take (pairs[i].secret);

      if (self->id == NULL && id != NULL)
        {
          self->id = g_steal_pointer (&id);
          if (secret != NULL)
            self->secret = convene_secret_new_take (g_steal_pointer (&secret));
        }
      convene_secret_free_text (id);
      convene_secret_free_text (secret);
    }

  if (self->id == NULL && built_in != NULL && *built_in != '\0')
    self->id = g_strdup (built_in);
  return self;
}

void
convene_client_free (ConveneClient *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_clear_pointer (&self->secret, convene_secret_unref);
  g_free (self);
}
