/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

/* driver FOLDER...: gives every file of the folders to the target that it is linked with, each as a case. A folder that
 * is not there is empty. */

static void
test_nothing (void)
{
  LLVMFuzzerTestOneInput ((const guint8 *) "", 0);
}

/* An allocation of exactly its size, so that a sanitizer sees who reads beyond. */
static void
test_file (gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char   *text = NULL;
  g_autofree guint8 *data = NULL;
  gsize              length;

  g_file_get_contents (user_data, &text, &length, &error);
  g_assert_no_error (error);
  data = g_memdup2 (text, length);
  LLVMFuzzerTestOneInput (data != NULL ? data : (const guint8 *) "", length);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare);

  return names;
}

/* The last two names of its path tell one folder from another. */
static guint
add_folder (const char *folder)
{
  g_autoptr(GPtrArray) files = list_files (folder);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *first = g_path_get_basename (parent);
  g_autofree char *second = g_path_get_basename (folder);

  for (guint i = 0; i < files->len; i++)
    {
      char            *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_path_get_basename (file);
      g_autofree char *path = g_strdup_printf ("/fuzz/%s/%s/%s", first, second, name);

      g_test_add_data_func_full (path, g_strdup (file), test_file, g_free);
    }

  return files->len;
}

int
main (int    argc,
      char **argv)
{
  guint n_seeds = 0;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/nothing", test_nothing);
  for (int i = 1; i < argc; i++)
    n_seeds += add_folder (argv[i]);
  if (n_seeds == 0)
    g_error ("There are no files");

  return g_test_run ();
}
