/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts the pieces together: the profile, where its Zoom and its secrets are, the engine, and the face that was asked for. Only here is it known
 * that practice exists. */

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "convene-command.h"
#include "convene-engine.h"
#include "convene-error.h"
#include "convene-http-session.h"
#include "convene-practice.h"
#include "convene-vault.h"

/* The app that the program brings can be replaced by these; whoever reads them does it before any thread or child starts, and takes them away. */
static const char *const client_variables[] = {
  "CONVENE_ZOOM_CLIENT_ID",
  "CONVENE_ZOOM_CLIENT_SECRET",
  "ZOOM_API_CLIENT_ID",
  "ZOOM_API_CLIENT_SECRET",
};

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

/* Where Zoom is instead of where it is for everybody: a variable's value without slashes at its end, or NULL. */
static gboolean
read_address (const char *variable,
              char      **address,
              GError    **error)
{
  g_autofree char *value = g_strdup (g_getenv (variable));

  if (value == NULL || *value == '\0')
    return TRUE;
  if (!convene_http_check_uri (value, variable, error))
    {
      g_prefix_error (error, "%s: ", variable);
      return FALSE;
    }

  while (g_str_has_suffix (value, "/"))
    value[strlen (value) - 1] = '\0';
  *address = g_steal_pointer (&value);
  return TRUE;
}

static ConveneAccount *
practice_zoom_new (const ConvenePracticeEndpoints *endpoints)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_id (account, "zoom-practice");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_ZOOM);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
  convene_account_set_address (account, CONVENE_PRACTICE_HOST);
  convene_account_set_name (account, CONVENE_PRACTICE_HOST_NAME);
  convene_account_set_plan (account, "licensed");
  convene_account_set_account_number (account, CONVENE_PRACTICE_ACCOUNT_NUMBER);
  convene_account_set_client_id (account, CONVENE_PRACTICE_CLIENT_ID);
  convene_account_set_oauth_url (account, endpoints->oauth_url);
  return account;
}

static ConveneAccount *
practice_mail_new (const ConvenePracticeEndpoints *endpoints)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_id (account, "mail-practice");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_PASSWORD);
  convene_account_set_address (account, CONVENE_PRACTICE_HOST);
  convene_account_set_name (account, CONVENE_PRACTICE_HOST_NAME);
  convene_account_set_server (account, "127.0.0.1");
  convene_account_set_port (account, endpoints->smtp_port);
  convene_account_set_security (account, CONVENE_MAIL_SECURITY_NONE);
  convene_account_set_user (account, "");
  return account;
}

static gboolean
provide_practice (ConveneEngine                  *engine,
                  const ConvenePracticeEndpoints *endpoints,
                  GError                        **error)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  ConveneAccounts *all = convene_engine_get_accounts (engine);

  g_ptr_array_add (accounts, practice_zoom_new (endpoints));
  g_ptr_array_add (accounts, practice_mail_new (endpoints));
  convene_accounts_provide_async (all, accounts, NULL, result_cb, &result);
  return convene_accounts_provide_finish (all, await (&result), error);
}

static gboolean
open_engine (ConveneEngine *engine,
             GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_open_async (engine, NULL, result_cb, &result);
  return convene_engine_open_finish (engine, await (&result), error);
}

static void
close_engine (ConveneEngine *engine)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_close_async (engine, NULL, result_cb, &result);
  if (!convene_engine_close_finish (engine, await (&result), &error))
    g_printerr ("%s\n", error->message);
}

static ConvenePracticeEndpoints *
connect_practice (const char *folder,
                  GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);

  if (program == NULL)
    return NULL;

  convene_practice_connect_async (program, folder, NULL, result_cb, &result);
  return convene_practice_connect_finish (await (&result), error);
}

/* Practice's secret is everybody's: it needs no Secret Service, and no session bus. */
static ConveneVault *
vault_new (gboolean practice)
{
  g_autoptr(ConveneSecret) secret = NULL;
  ConveneVault *vault;

  if (!practice)
    return convene_service_vault_new ();

  secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  vault = convene_memory_vault_new ();
  convene_memory_vault_set_default (CONVENE_MEMORY_VAULT (vault), "client-secret", secret);
  return vault;
}

static int
run (ConveneCommand *command)
{
  gboolean         practice = convene_command_is_practice (command);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "convene", practice ? "practice" : NULL, NULL);
  g_autofree char *api_url = NULL;
  g_autofree char *oauth_url = NULL;
  g_autoptr(ConvenePracticeEndpoints) endpoints = NULL;
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();
  g_autoptr(ConveneVault) vault = vault_new (practice);
  g_autoptr(ConveneEngine) engine = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (practice && convene_command_is_online (command))
    {
      endpoints = connect_practice (folder, &error);
      if (endpoints == NULL)
        return convene_command_refuse (command, error);
      api_url = g_strdup (endpoints->api_url);
      oauth_url = g_strdup (endpoints->oauth_url);
    }
  else if (!practice && (!read_address ("CONVENE_ZOOM_API_URL", &api_url, &error) || !read_address ("CONVENE_ZOOM_OAUTH_URL", &oauth_url, &error)))
    {
      return convene_command_refuse (command, error);
    }

  engine = convene_engine_new (folder, vault, clock, api_url, oauth_url);
  if (!open_engine (engine, &error) || (endpoints != NULL && !provide_practice (engine, endpoints, &error)))
    return convene_command_refuse (command, error);

  status = convene_command_run (command, engine);
  close_engine (engine);
  return status;
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
  g_autoptr(ConveneCommand) command = NULL;
  int status = 0;

  occupy_streams ();
  for (guint i = 0; i < G_N_ELEMENTS (client_variables); i++)
    g_unsetenv (client_variables[i]);

  /* Standard output is for answers, whatever G_MESSAGES_DEBUG says. */
  g_log_writer_default_set_use_stderr (TRUE);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("convene");
  umask (0077);

  if (argc > 1 && g_str_equal (argv[1], CONVENE_PRACTICE_SERVER_OPTION))
    return convene_practice_server_main (argc, argv);

  command = convene_command_new (argc, argv, CONVENE_VERSION, &status);
  return command != NULL ? run (command) : status;
}
