/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-marks.h"
#include "convene-letter-tag.h"

typedef struct
{
  GHashTable *values;
  gboolean    marked;
  GString    *out;
  GPtrArray  *sections; /* names of the open ones, the innermost last */
  guint       hidden;   /* how many were open when the first came that is left out, itself included; 0 for none */
} Expander;

static gboolean
fail (GError    **error,
      const char *name)
{
  return convene_error_set_field (error, "template", _ ("The template of the letter is wrong at “%s”"), name);
}

static gboolean
append_value (Expander               *self,
              const ConveneLetterTag *tag,
              GError                **error)
{
  const char *value = g_hash_table_lookup (self->values, tag->name);

  if (value == NULL)
    return fail (error, tag->name);
  if (self->hidden == 0 && self->marked)
    convene_letter_marks_append_value (self->out, tag->name, value);
  else if (self->hidden == 0)
    g_string_append (self->out, value);

  return TRUE;
}

static gboolean
append_partial (Expander               *self,
                const ConveneLetterTag *tag,
                GError                **error)
{
  if (!self->marked)
    return fail (error, tag->name);
  if (self->hidden > 0)
    return TRUE;

  if (self->out->len > 0 && self->out->str[self->out->len - 1] != '\n')
    g_string_append_c (self->out, '\n');
  convene_letter_marks_append (self->out, CONVENE_LETTER_MARK_BLOCK, tag->name);
  if (*tag->end != '\n')
    g_string_append_c (self->out, '\n');
  return TRUE;
}

static gboolean
open_section (Expander               *self,
              const ConveneLetterTag *tag,
              GError                **error)
{
  const char *value = g_hash_table_lookup (self->values, tag->name);

  if (value == NULL)
    return fail (error, tag->name);

  g_ptr_array_add (self->sections, g_strdup (tag->name));
  if (self->hidden == 0 && (*value != '\0') != (tag->kind == '#'))
    self->hidden = self->sections->len;
  return TRUE;
}

static gboolean
close_section (Expander               *self,
               const ConveneLetterTag *tag,
               GError                **error)
{
  guint depth = self->sections->len;

  if (depth == 0 || !g_str_equal (self->sections->pdata[depth - 1], tag->name))
    return fail (error, tag->name);

  g_ptr_array_set_size (self->sections, depth - 1);
  if (self->hidden == depth)
    self->hidden = 0;
  return TRUE;
}

static gboolean
apply (Expander               *self,
       const ConveneLetterTag *tag,
       GError                **error)
{
  switch (tag->kind)
    {
    case '#':
    case '^':
      return open_section (self, tag, error);
    case '/':
      return close_section (self, tag, error);
    case '>':
      return append_partial (self, tag, error);
    default:
      return append_value (self, tag, error);
    }
}

/* Where to go on behind a tag: if it writes nothing itself and its line holds nothing else, at the next line. */
static const char *
skip_line (const ConveneLetterTag *tag,
           const char *template)
{
  gboolean alone = (tag->start == template || tag->start[-1] == '\n') && *tag->end == '\n';

  return alone && tag->kind != 0 && tag->kind != '>' ? tag->end + 1 : tag->end;
}

static gboolean
expand (Expander *self,
        const char *template,
        GError **error)
{
  const char *cursor = template;

  while (TRUE)
    {
      g_auto(ConveneLetterTag) tag = { 0 };
      gboolean found = convene_letter_tag_find (cursor, &tag);

      if (self->hidden == 0)
        g_string_append_len (self->out, cursor, found ? tag.start - cursor : -1);
      if (!found)
        break;
      if (tag.name == NULL)
        return fail (error, "{{");
      if (!apply (self, &tag, error))
        return FALSE;
      cursor = skip_line (&tag, template);
    }

  return self->sections->len == 0 || fail (error, self->sections->pdata[self->sections->len - 1]);
}

static char *
run (const char *template,
     GHashTable *values,
     gboolean    marked,
     GError    **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func (g_free);
  Expander expander = { values, marked, out, sections, 0 };

  return expand (&expander, template, error) ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

char *
convene_letter_template_expand (const char *template,
                                GHashTable *values,
                                GError    **error)
{
  g_return_val_if_fail (template != NULL && values != NULL, NULL);

  return run (template, values, FALSE, error);
}

char *
convene_letter_template_mark (const char *template,
                              GHashTable *values,
                              GError    **error)
{
  g_return_val_if_fail (template != NULL && values != NULL, NULL);

  return run (template, values, TRUE, error);
}
