/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-table.h"

#include <stdarg.h>

#include "convene-cli-output.h"

#define GAP 2

struct _ConveneCliTable
{
  guint      columns;
  guint     *widths;
  GPtrArray *cells; /* char *, row by row */
};

ConveneCliTable *
convene_cli_table_new (guint columns)
{
  ConveneCliTable *self;

  g_return_val_if_fail (columns > 0, NULL);

  self = g_new0 (ConveneCliTable, 1);
  self->columns = columns;
  self->widths = g_new0 (guint, columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
convene_cli_table_free (ConveneCliTable *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self->widths);
  g_free (self);
}

guint
convene_cli_table_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

void
convene_cli_table_add_row (ConveneCliTable *self,
                           const char      *cell,
                           ...)
{
  va_list args;

  g_return_if_fail (self != NULL);

  va_start (args, cell);
  for (guint i = 0; i < self->columns; i++)
    {
      char *line = convene_cli_output_line (i == 0 ? cell : va_arg (args, const char *));

      self->widths[i] = MAX (self->widths[i], convene_cli_table_get_width (line));
      g_ptr_array_add (self->cells, line);
    }
  va_end (args);
}

static void
end_line (GString *text)
{
  while (g_str_has_suffix (text->str, " "))
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

char *
convene_cli_table_to_string (ConveneCliTable *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      guint       column = i % self->columns;

      g_string_append (text, cell);
      if (column + 1 < self->columns)
        g_string_append_printf (text, "%*s", (int) (self->widths[column] - convene_cli_table_get_width (cell) + GAP), "");
      else
        end_line (text);
    }

  return g_string_free (text, FALSE);
}
