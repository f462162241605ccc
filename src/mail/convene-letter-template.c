/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"

/* More partials than this include each other. */
#define MAX_PARTIALS 32

typedef struct
{
  GHashTable *values;
  gboolean    html;
  GString    *out;
  GPtrArray  *sections; /* names of the open ones, the innermost last */
  guint       hidden;   /* how many were open when the first came that is left out, itself included; 0 for none */
} Expander;

typedef struct
{
  char  kind; /* one of "#^/>~", or 0 */
  char *name;
} Tag;

static void
tag_clear (Tag *tag)
{
  g_clear_pointer (&tag->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, tag_clear)

static gboolean
fail (GError    **error,
      const char *name)
{
  return convene_error_set_field (error, "template", _ ("The template of the letter is wrong at “%s”"), name);
}

static gboolean
is_link_start (const char *text)
{
  return g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");
}

/* A web address ends before a blank, a bracket or a quotation mark; a full stop or comma at its end belongs to the sentence. */
static gsize
link_length (const char *text)
{
  gsize length = strcspn (text, " \t\n\"'<>()[]{}");

  while (length > 0 && strchr (".,;:!?", text[length - 1]) != NULL)
    length--;
  return length;
}

static void
append_escaped (GString    *out,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
append_link (GString    *out,
             const char *text,
             gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append_printf (out, "<a href=\"%s\">%s</a>", escaped, escaped);
}

static void
append_running_html (GString    *out,
                     const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize length = is_link_start (p) ? link_length (p) : 0;

      if (length > 0)
        append_link (out, p, length);
      else if (*p == '\n')
        g_string_append (out, "<br>\n");
      else
        append_escaped (out, p, g_utf8_next_char (p) - p);

      p = length > 0 ? p + length : g_utf8_next_char (p);
    }
}

static gboolean
append_value (Expander  *self,
              const Tag *tag,
              GError   **error)
{
  const char *value = g_hash_table_lookup (self->values, tag->name);

  if (value == NULL)
    return fail (error, tag->name);
  if (self->hidden > 0)
    return TRUE;

  if (!self->html)
    g_string_append (self->out, value);
  else if (tag->kind == '~')
    append_running_html (self->out, value);
  else
    append_escaped (self->out, value, -1);

  return TRUE;
}

static gboolean
read_tag (const char  *open,
          const char **after,
          Tag         *tag,
          GError     **error)
{
  const char *end = strstr (open, "}}");

  if (end == NULL)
    return fail (error, "{{");

  open += 2;
  tag->kind = strchr ("#^/>~", *open) != NULL ? *open++ : 0;
  tag->name = g_strstrip (g_strndup (open, end - open));
  *after = end + 2;
  return TRUE;
}

/* Where to go on behind a tag: if it writes nothing itself and its line holds nothing else, at the next line. */
static const char *
skip_line (const Tag  *tag,
           const char *start,
           const char *open,
           const char *after)
{
  if (tag->kind == 0 || tag->kind == '~' || (open > start && open[-1] != '\n'))
    return after;

  return *after == '\n' ? after + 1 : after;
}

static gboolean
open_section (Expander  *self,
              const Tag *tag,
              GError   **error)
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
close_section (Expander  *self,
               const Tag *tag,
               GError   **error)
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
apply (Expander  *self,
       const Tag *tag,
       GError   **error)
{
  switch (tag->kind)
    {
    case '#':
    case '^':
      return open_section (self, tag, error);
    case '/':
      return close_section (self, tag, error);
    default:
      return append_value (self, tag, error);
    }
}

static gboolean
expand (Expander *self,
        const char *template,
        GError **error)
{
  const char *cursor = template;

  for (const char *open = strstr (cursor, "{{"); open != NULL; open = strstr (cursor, "{{"))
    {
      g_auto (Tag) tag = { 0 };
      const char *after;

      if (self->hidden == 0)
        g_string_append_len (self->out, cursor, open - cursor);
      if (!read_tag (open, &after, &tag, error) || !apply (self, &tag, error))
        return FALSE;
      cursor = skip_line (&tag, template, open, after);
    }

  if (self->sections->len > 0)
    return fail (error, self->sections->pdata[self->sections->len - 1]);

  g_string_append (self->out, cursor);
  return TRUE;
}

/* Puts the text of the partial at `at` into its place. */
static gboolean
insert_partial (GString                 *text,
                gsize                    at,
                ConveneLetterPartialFunc partial,
                gpointer                 user_data,
                GError                 **error)
{
  g_auto (Tag) tag = { 0 };
  g_autofree char *inner = NULL;
  const char      *after;

  if (!read_tag (text->str + at, &after, &tag, error))
    return FALSE;

  inner = partial != NULL ? partial (tag.name, user_data) : NULL;
  if (inner == NULL)
    return fail (error, tag.name);

  g_string_erase (text, at, skip_line (&tag, text->str, text->str + at, after) - (text->str + at));
  g_string_insert (text, at, inner);
  return TRUE;
}

static gboolean
insert_partials (GString                 *text,
                 ConveneLetterPartialFunc partial,
                 gpointer                 user_data,
                 GError                 **error)
{
  const char *open;

  for (guint i = 0; (open = strstr (text->str, "{{>")) != NULL; i++)
    if (i >= MAX_PARTIALS)
      return fail (error, "{{>");
    else if (!insert_partial (text, open - text->str, partial, user_data, error))
      return FALSE;

  return TRUE;
}

char *
convene_letter_template_expand (const char *template,
                                GHashTable              *values,
                                gboolean                 html,
                                ConveneLetterPartialFunc partial,
                                gpointer                 user_data,
                                GError                 **error)
{
  g_autoptr(GString) text = g_string_new (template);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func (g_free);
  Expander expander = { values, html, out, sections, 0 };

  g_return_val_if_fail (template != NULL && values != NULL, NULL);

  if (!insert_partials (text, partial, user_data, error) || !expand (&expander, text->str, error))
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
}
