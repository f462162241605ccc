/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "letter-shelf.h"

#include "convene-engine-private.h"
#include "convene-store-answers.h"
#include "life-fixture.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mail", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".eml"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));

  g_ptr_array_sort (names, compare_names);
  return names;
}

GPtrArray *
shelf_read (Fixture *fixture)
{
  g_autoptr(GPtrArray) names = list_files (fixture);
  GPtrArray *letters = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      char *text = NULL;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &text, NULL, NULL));
      g_ptr_array_add (letters, text);
    }

  return letters;
}

static char *
unfold (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\r\\n[ \\t]", 0, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, " ", 0, NULL);
}

char *
shelf_header (const char *letter,
              const char *name)
{
  const char      *body = strstr (letter, "\r\n\r\n");
  g_autofree char *head = g_strndup (letter, body != NULL ? (gsize) (body - letter) : strlen (letter));
  g_autofree char *unfolded = unfold (head);
  g_auto(GStrv) lines = g_strsplit (unfolded, "\r\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_strncasecmp (lines[i], name, length) == 0 && lines[i][length] == ':')
      return g_strdup (g_strstrip (lines[i] + length + 1));

  return NULL;
}

static gboolean
is_to (const char *letter,
       const char *address)
{
  g_autofree char *to = shelf_header (letter, "To");

  return to != NULL && strstr (to, address) != NULL;
}

guint
shelf_count (GPtrArray  *letters,
             const char *address)
{
  guint count = 0;

  for (guint i = 0; i < letters->len; i++)
    count += is_to (g_ptr_array_index (letters, i), address);

  return count;
}

const char *
shelf_find (GPtrArray  *letters,
            const char *address,
            guint       n)
{
  for (guint i = 0; i < letters->len; i++)
    if (is_to (g_ptr_array_index (letters, i), address) && n-- == 0)
      return g_ptr_array_index (letters, i);

  g_error ("No such letter to %s among %u", address, letters->len);
}

GPtrArray *
shelf_kept (Fixture             *fixture,
            const char          *uid,
            ConveneOperationKind kind)
{
  ConveneStore *store = convene_engine_get_store (fixture->engine);
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  g_autofree char *id = life_find_id (interview, kind);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *letters;

  convene_store_list_letters_async (store, id, NULL, fixture_result_cb, &result);
  letters = convene_store_list_letters_finish (store, fixture_await (&result), &error);
  g_assert_no_error (error);
  return letters;
}

char *
shelf_calendar (ConveneLetter *letter)
{
  GBytes          *bytes = (GBytes *) convene_letter_get_calendar (letter);
  g_autofree char *text = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("\\r\\n[ \\t]", 0, 0, NULL);

  if (bytes == NULL)
    return NULL;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_regex_replace (regex, text, -1, 0, "", 0, NULL);
}
