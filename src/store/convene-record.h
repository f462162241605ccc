/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-statement.h"

G_BEGIN_DECLS

/* Which properties of a type stand in which table: each in the column of its name, with _ for -. The first n_keys of them (1 where it is 0) are the
 * key by which a record is replaced. Numbers, truths, texts, enumerations (as their words), lists of text and bytes are known. */
typedef struct
{
  const char        *table;
  const char *const *properties;
  guint              n_properties;
  GType (*get_type) (void);
  guint n_keys;
} ConveneRecord;

extern const ConveneRecord convene_record_account;
extern const ConveneRecord convene_record_answer;
extern const ConveneRecord convene_record_interview; /* without start and meeting */
extern const ConveneRecord convene_record_job;
extern const ConveneRecord convene_record_letter;
extern const ConveneRecord convene_record_meeting;
extern const ConveneRecord convene_record_operation;
extern const ConveneRecord convene_record_participant;
extern const ConveneRecord convene_record_person; /* a participant without an interview */

/* Pieces of SQL: "a", "b" for an INSERT or an UPDATE; table."a", table."b" for a SELECT; ?, ? for the values. */
char *convene_record_list_columns (const ConveneRecord *self);
char *convene_record_list_selected (const ConveneRecord *self);
char *convene_record_list_marks (const ConveneRecord *self);

/* Fills the next parameters. */
void convene_record_bind (const ConveneRecord *self,
                          ConveneStatement    *statement,
                          gpointer             object);

/* An object of the columns from `column` on; DATABASE where one has a value that the type does not know. */
gpointer convene_record_read (const ConveneRecord *self,
                              ConveneStatement    *statement,
                              int                  column,
                              GError             **error);

/* Writes an object as a new row; or over the one with the same key. */
gboolean convene_record_insert (const ConveneRecord *self,
                                ConveneConnection   *connection,
                                gpointer             object,
                                GError             **error);
gboolean convene_record_put (const ConveneRecord *self,
                             ConveneConnection   *connection,
                             gpointer             object,
                             GError             **error);

/* A SELECT of the record's columns and of what `rest` says: "FROM …". */
ConveneStatement *convene_record_prepare (const ConveneRecord *self,
                                          ConveneConnection   *connection,
                                          const char          *rest,
                                          GError             **error);

/* Objects of every row of such a statement. */
GPtrArray *convene_record_list (const ConveneRecord *self,
                                ConveneStatement    *statement,
                                GError             **error);

/* The object of the first row; `key` is the one parameter. *object is NULL where there is none, which is no error. */
gboolean convene_record_find (const ConveneRecord *self,
                              ConveneConnection   *connection,
                              const char          *rest,
                              const char          *key,
                              gpointer            *object,
                              GError             **error);

G_END_DECLS
