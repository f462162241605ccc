/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-clients.h"

#include <string.h>

#include "convene-practice.h"

static const struct
{
  const char *id;
  const char *secret;
} clients[] = {
  { CONVENE_PRACTICE_CLIENT_ID, CONVENE_PRACTICE_CLIENT_SECRET },
  { CONVENE_PRACTICE_OTHER_CLIENT_ID, CONVENE_PRACTICE_OTHER_CLIENT_SECRET },
};

static const char *
find_by_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    if (g_strcmp0 (clients[i].id, id) == 0)
      return clients[i].id;

  return NULL;
}

gboolean
convene_practice_clients_has (const char *id)
{
  return find_by_id (id) != NULL;
}

static const char *
find_by_basic (const char *authorization)
{
  if (g_ascii_strncasecmp (authorization, "Basic ", strlen ("Basic ")) != 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      g_autofree char *pair = g_strconcat (clients[i].id, ":", clients[i].secret, NULL);
      g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

      if (g_str_equal (authorization + strlen ("Basic "), encoded))
        return clients[i].id;
    }

  return NULL;
}

const char *
convene_practice_clients_find_confidential (ConvenePracticeRequest *request)
{
  const char *said = convene_practice_request_get_query (request, "client_id");
  const char *id = request->authorization != NULL ? find_by_basic (request->authorization) : NULL;

  return said == NULL || g_strcmp0 (said, id) == 0 ? id : NULL;
}

const char *
convene_practice_clients_find (ConvenePracticeRequest *request)
{
  if (convene_practice_request_get_query (request, "client_secret") != NULL)
    return NULL;
  if (request->authorization != NULL)
    return convene_practice_clients_find_confidential (request);

  return find_by_id (convene_practice_request_get_query (request, "client_id"));
}

ConvenePracticeAnswer *
convene_practice_answer_new_invalid_client (void)
{
  return convene_practice_answer_new_refusal (401, "Invalid client_id or client_secret", "invalid_client");
}
