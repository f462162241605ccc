/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-record.h"

#include "convene-enums.h"

#define MAX_PROPERTIES 32

static void
append_name (GString    *sql,
             const char *property)
{
  g_string_append_c (sql, '"');
  for (const char *c = property; *c != '\0'; c++)
    g_string_append_c (sql, *c == '-' ? '_' : *c);
  g_string_append_c (sql, '"');
}

char *
convene_record_list_columns (const ConveneRecord *self)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < self->n_properties; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append_name (sql, self->properties[i]);
    }

  return g_string_free (sql, FALSE);
}

char *
convene_record_list_selected (const ConveneRecord *self)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < self->n_properties; i++)
    {
      g_string_append_printf (sql, "%s%s.", i > 0 ? ", " : "", self->table);
      append_name (sql, self->properties[i]);
    }

  return g_string_free (sql, FALSE);
}

char *
convene_record_list_marks (const ConveneRecord *self)
{
  GString *sql = g_string_new ("?");

  for (guint i = 1; i < self->n_properties; i++)
    g_string_append (sql, ", ?");

  return g_string_free (sql, FALSE);
}

static void
bind_value (ConveneStatement *statement,
            const GValue     *value)
{
  GType type = G_VALUE_TYPE (value);

  if (type == G_TYPE_STRING)
    convene_statement_bind_text (statement, g_value_get_string (value));
  else if (type == G_TYPE_INT)
    convene_statement_bind_number (statement, g_value_get_int (value));
  else if (type == G_TYPE_INT64)
    convene_statement_bind_number (statement, g_value_get_int64 (value));
  else if (type == G_TYPE_BOOLEAN)
    convene_statement_bind_number (statement, g_value_get_boolean (value));
  else if (type == G_TYPE_STRV)
    convene_statement_bind_list (statement, g_value_get_boxed (value));
  else if (type == G_TYPE_BYTES)
    convene_statement_bind_bytes (statement, g_value_get_boxed (value));
  else if (G_TYPE_IS_ENUM (type))
    convene_statement_bind_text (statement, convene_enum_to_nick (type, g_value_get_enum (value)));
  else
    g_assert_not_reached ();
}

void
convene_record_bind (const ConveneRecord *self,
                     ConveneStatement    *statement,
                     gpointer             object)
{
  for (guint i = 0; i < self->n_properties; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (object, self->properties[i], &value);
      bind_value (statement, &value);
    }
}

static gboolean
set_text (GValue     *value,
          const char *text)
{
  g_value_set_string (value, text);
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

static gboolean
set_int (GValue *value,
         gint64  number)
{
  g_value_set_int (value, (int) number);
  return number >= G_MININT && number <= G_MAXINT;
}

static gboolean
set_enum (GValue     *value,
          const char *nick)
{
  int number;

  if (!convene_enum_from_nick (G_VALUE_TYPE (value), nick, &number))
    return FALSE;

  g_value_set_enum (value, number);
  return TRUE;
}

/* FALSE for a value that the type does not know: whatever stands in the file, no setter sees it. */
static gboolean
read_value (ConveneStatement *statement,
            int               column,
            GValue           *value)
{
  GType type = G_VALUE_TYPE (value);

  if (type == G_TYPE_STRING)
    return set_text (value, convene_statement_get_text (statement, column));
  if (type == G_TYPE_INT)
    return set_int (value, convene_statement_get_number (statement, column));
  if (G_TYPE_IS_ENUM (type))
    return set_enum (value, convene_statement_get_text (statement, column));

  if (type == G_TYPE_INT64)
    g_value_set_int64 (value, convene_statement_get_number (statement, column));
  else if (type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, convene_statement_get_number (statement, column) != 0);
  else if (type == G_TYPE_STRV)
    g_value_take_boxed (value, convene_statement_dup_list (statement, column));
  else if (type == G_TYPE_BYTES)
    g_value_take_boxed (value, convene_statement_dup_bytes (statement, column));
  else
    g_assert_not_reached ();

  return TRUE;
}

static gboolean
read_values (const ConveneRecord *self,
             GObjectClass        *klass,
             ConveneStatement    *statement,
             int                  column,
             GValue              *values,
             GError             **error)
{
  for (guint i = 0; i < self->n_properties; i++)
    {
      GParamSpec *pspec = g_object_class_find_property (klass, self->properties[i]);

      g_value_init (&values[i], pspec->value_type);
      /* Validating changes what is out of the property's range. */
      if (!read_value (statement, column + (int) i, &values[i]) || g_param_value_validate (pspec, &values[i]))
        return convene_connection_fail_value (convene_statement_get_connection (statement), self->table, self->properties[i], error);
    }

  return TRUE;
}

gpointer
convene_record_read (const ConveneRecord *self,
                     ConveneStatement    *statement,
                     int                  column,
                     GError             **error)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (self->get_type ());
  GValue   values[MAX_PROPERTIES] = { 0 };
  GObject *object = NULL;

  g_assert (self->n_properties <= MAX_PROPERTIES);

  if (read_values (self, G_OBJECT_CLASS (klass), statement, column, values, error))
    object = g_object_new_with_properties (self->get_type (), self->n_properties, (const char **) self->properties, values);

  for (guint i = 0; i < self->n_properties; i++)
    g_value_unset (&values[i]);

  return object;
}

static gboolean
write_object (const ConveneRecord *self,
              ConveneConnection   *connection,
              const char          *sql,
              gpointer             object,
              GError             **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_record_bind (self, statement, object);
  return convene_statement_run (statement, error);
}

gboolean
convene_record_insert (const ConveneRecord *self,
                       ConveneConnection   *connection,
                       gpointer             object,
                       GError             **error)
{
  g_autofree char *columns = convene_record_list_columns (self);
  g_autofree char *marks = convene_record_list_marks (self);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", self->table, columns, marks);

  return write_object (self, connection, sql, object, error);
}

static char *
list_excluded (const ConveneRecord *self)
{
  const ConveneRecord excluded = { "excluded", self->properties, self->n_properties, self->get_type, 0 };

  return convene_record_list_selected (&excluded);
}

gboolean
convene_record_put (const ConveneRecord *self,
                    ConveneConnection   *connection,
                    gpointer             object,
                    GError             **error)
{
  const ConveneRecord key = { self->table, self->properties, MAX (self->n_keys, 1), self->get_type, 0 };
  g_autofree char    *columns = convene_record_list_columns (self);
  g_autofree char    *marks = convene_record_list_marks (self);
  g_autofree char    *excluded = list_excluded (self);
  g_autofree char    *key_column = convene_record_list_columns (&key);
  g_autofree char    *sql = NULL;

  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET (%s) = (%s)",
                         self->table, columns, marks, key_column, columns, excluded);
  return write_object (self, connection, sql, object, error);
}

ConveneStatement *
convene_record_prepare (const ConveneRecord *self,
                        ConveneConnection   *connection,
                        const char          *rest,
                        GError             **error)
{
  g_autofree char *selected = convene_record_list_selected (self);
  g_autofree char *sql = g_strdup_printf ("SELECT %s %s", selected, rest);

  return convene_connection_prepare (connection, sql, error);
}

GPtrArray *
convene_record_list (const ConveneRecord *self,
                     ConveneStatement    *statement,
                     GError             **error)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  if (!convene_statement_step (statement, &row, error))
    return NULL;

  while (row)
    {
      gpointer object = convene_record_read (self, statement, 0, error);

      if (object == NULL)
        return NULL;
      g_ptr_array_add (objects, object);
      if (!convene_statement_step (statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&objects);
}

gboolean
convene_record_find (const ConveneRecord *self,
                     ConveneConnection   *connection,
                     const char          *rest,
                     const char          *key,
                     gpointer            *object,
                     GError             **error)
{
  g_autoptr(ConveneStatement) statement = convene_record_prepare (self, connection, rest, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, key);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  *object = row ? convene_record_read (self, statement, 0, error) : NULL;
  return !row || *object != NULL;
}
