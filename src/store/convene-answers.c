/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-answers.h"

#include "convene-page.h"
#include "convene-record.h"

#define LETTERS "FROM letter WHERE letter.operation_id = ? ORDER BY letter.position"
#define OF_ORIGIN                   \
  "WHERE interview.origin_uid = ? " \
  "AND ifnull (interview.origin_organizer, '') = ifnull (?, '') COLLATE NOCASE "
/* One that still is before one that was cancelled, then the last one. */
#define BEST "ORDER BY interview.status = 'cancelled', interview.id DESC LIMIT 1"

typedef struct
{
  const ConveneOrigin *origin;
  ConvenePage         *page;
} Reading;

void
convene_origin_free (gpointer data)
{
  ConveneOrigin *origin = data;

  g_free (origin->uid);
  g_free (origin->organizer);
  g_free (origin);
}

GPtrArray *
convene_answers_list_letters (ConveneConnection *connection,
                              const char        *operation_id,
                              GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_record_prepare (&convene_record_letter, connection, LETTERS, error);

  if (statement == NULL)
    return NULL;

  convene_statement_bind_text (statement, operation_id);
  return convene_record_list (&convene_record_letter, statement, error);
}

static gboolean
take_edit (ConveneStatement   *statement,
           ConveneLetterEdits *edits,
           GError            **error)
{
  const char *language = convene_statement_get_text (statement, 0);
  const char *name = convene_statement_get_text (statement, 1);
  const char *text = convene_statement_get_text (statement, 2);

  if (!g_utf8_validate (language, -1, NULL) || !g_utf8_validate (name, -1, NULL) || !g_utf8_validate (text, -1, NULL))
    return convene_connection_fail_value (convene_statement_get_connection (statement), "template", "text", error);

  convene_letter_edits_set (edits, language, name, text);
  return TRUE;
}

ConveneLetterEdits *
convene_answers_read_letter_edits (ConveneConnection *connection,
                                   GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT language, name, text FROM template", error);
  g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  while (row)
    {
      if (!convene_statement_step (statement, &row, error) || (row && !take_edit (statement, edits, error)))
        return NULL;
    }

  return g_steal_pointer (&edits);
}

static void
bind_origin (ConveneStatement    *statement,
             const ConveneOrigin *origin)
{
  convene_statement_bind_text (statement, origin->uid);
  convene_statement_bind_text (statement, origin->organizer);
}

static gboolean
read_origin (ConveneConnection *connection,
             gpointer           data,
             GError           **error)
{
  Reading         *reading = data;
  g_autofree char *sql = convene_page_format (OF_ORIGIN BEST);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bind_origin (statement, reading->origin);
  return convene_page_read (reading->page, statement, error) && convene_page_fill (reading->page, connection, error);
}

ConveneInterview *
convene_answers_find_by_origin (ConveneConnection   *connection,
                                const ConveneOrigin *origin,
                                GError             **error)
{
  g_autoptr(ConvenePage) page = convene_page_new ();
  Reading reading = { origin, page };

  if (!convene_connection_transact (connection, FALSE, read_origin, &reading, error) || convene_page_get_interviews (page)->len == 0)
    return NULL;

  return g_object_ref (g_ptr_array_index (convene_page_get_interviews (page), 0));
}

gboolean
convene_answers_has_origin (ConveneConnection   *connection,
                            const ConveneOrigin *origin,
                            gboolean            *known,
                            GError             **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT 1 FROM interview " OF_ORIGIN "AND interview.status != 'cancelled'", error);

  if (statement == NULL)
    return FALSE;

  bind_origin (statement, origin);
  return convene_statement_step (statement, known, error);
}
