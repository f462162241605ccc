/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts the pieces together: the profile and the face that was asked for. Only here and in convene-profile.c is it known that practice exists. */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include "convene-cli-window.h"
#include "convene-client.h"
#include "convene-engine.h"
#include "convene-face.h"
#include "convene-outside.h"
#include "convene-practice.h"
#include "convene-profile.h"
#include "convene-terminal.h"

/* Which profile a face is given. */
typedef struct
{
  ConveneProfileFlags  flags;
  const ConveneClient *client;
} Opening;

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static ConveneEngine *
open_for_terminal (gboolean practice,
                   gboolean online,
                   gpointer open_data,
                   GError **error)
{
  const ConveneClient *client = open_data;
  ConveneProfileFlags  flags = (practice ? CONVENE_PROFILE_PRACTICE : 0) | (online ? CONVENE_PROFILE_ONLINE : 0);
  g_autoptr(GAsyncResult) opened = NULL;

  convene_profile_open_async (flags, client->id, client->secret, NULL, result_cb, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);

  return convene_profile_open_finish (opened, error);
}

static void
open_for_window (GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data,
                 gpointer            open_data)
{
  const Opening *opening = open_data;

  convene_profile_open_async (opening->flags, opening->client->id, opening->client->secret, cancellable, callback, user_data);
}

static int
fail_module (const char *name,
             const char *reason)
{
  g_printerr (_("“%s” cannot be loaded (%s): Convene has to be installed again"), name, reason);
  g_printerr ("\n");
  return 1;
}

/* In the folder of a build the modules lie beside the program. */
static char *
find_modules (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (MODULE_DIR);
  g_autofree char *beside = g_build_filename (folder, CONVENE_FACE_MODULE, NULL);

  return g_file_test (beside, G_FILE_TEST_EXISTS) ? g_steal_pointer (&folder) : g_strdup (MODULE_DIR);
}

/* It stays until the process ends, because its types cannot be taken back. */
static gpointer
load_face (const char *folder,
           const char *name,
           const char *symbol,
           int         when)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  void            *module = dlopen (path, when | RTLD_LOCAL);

  return module != NULL ? dlsym (module, symbol) : NULL;
}

static int
run_terminal (int            argc,
              char         **argv,
              ConveneClient *client,
              const char    *modules)
{
  ConveneTerminalRun run = load_face (modules, CONVENE_TERMINAL_MODULE, CONVENE_TERMINAL_SYMBOL, RTLD_NOW);

  if (run != NULL)
    return run (CONVENE_VERSION, open_for_terminal, client, argc, argv);

  return fail_module (CONVENE_TERMINAL_MODULE, dlerror ());
}

/* Looking up every function that GTK might call would take as long as making the window. */
static int
run_window (GStrv                arguments,
            gboolean             practice,
            const ConveneClient *client,
            const char          *modules)
{
  Opening opening = {
    .flags = CONVENE_PROFILE_ONLINE | (practice ? CONVENE_PROFILE_PRACTICE | CONVENE_PROFILE_SAMPLES : 0),
    .client = client,
  };
  g_autofree char *database = convene_profile_dup_database (opening.flags);
  ConveneFace      face = {
         .application_id = practice ? APPLICATION_ID ".Practice" : APPLICATION_ID,
         .version = CONVENE_VERSION,
         .practice = practice,
         .database = database,
         .open = open_for_window,
         .open_finish = convene_profile_open_finish,
         .open_data = &opening,
  };
  ConveneFaceRun run = load_face (modules, CONVENE_FACE_MODULE, CONVENE_FACE_SYMBOL, RTLD_LAZY);

  if (run != NULL)
    return run (&face, (int) g_strv_length (arguments), arguments);

  return fail_module (CONVENE_FACE_MODULE, dlerror ());
}

/* A stream that the starter closed must not be the next file that is opened, which would get what is printed. What stands in its place can be read
 * alone, so that printing still fails. */
static void
occupy_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) < 0)
        g_open ("/dev/null", O_RDONLY);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(ConveneClient) client = convene_client_take (CONVENE_ZOOM_CLIENT_ID);
  g_autofree char *modules = find_modules ();
  g_auto(GStrv) window = NULL;
  gboolean practice = FALSE;

  occupy_streams ();
#ifdef M_ARENA_MAX
  /* Threads mostly wait here: a heap for each of them would hold a tenth of all memory, and most of it unused. */
  mallopt (M_ARENA_MAX, 2);
#endif
  /* Standard output is for answers, whatever G_MESSAGES_DEBUG says. */
  g_log_writer_default_set_use_stderr (TRUE);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("convene");
  umask (0077);
  if (!convene_outside_find (modules))
    return fail_module (CONVENE_OUTSIDE_MODULE, g_strerror (errno));

  if (argc > 1 && g_str_equal (argv[1], CONVENE_PRACTICE_SERVER_OPTION))
    return convene_practice_server_main (argc, argv);

  window = convene_cli_dup_window_arguments (argc, argv, &practice);
  return window != NULL ? run_window (window, practice, client, modules) : run_terminal (argc, argv, client, modules);
}
