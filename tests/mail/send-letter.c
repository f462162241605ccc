/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sends one letter, for test-smtp.py:
 *   send-letter SERVER PORT SECURITY USER CA-FILE LETTER RECIPIENT...
 * SECURITY is a word of the account's; CA-FILE and USER may be ""; the first line of standard input is the password. LETTER is a file with the
 * octets, or "" to sign in only, or "cancel:FILE" to cancel after half a second. Prints "sent REFUSED..." or "CODE doubtful|sure MESSAGE". */

#include <stdio.h>
#include <string.h>

#include "convene-error.h"
#include "convene-smtp-carrier.h"

typedef struct
{
  GMainLoop *loop;
  gboolean   failed;
} Run;

static void
print_error (const GError *error)
{
  g_print ("%s %s %s\n", convene_error_name (error), convene_error_is_doubtful (error) ? "doubtful" : "sure", error->message);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = convene_letter_carrier_send_finish (CONVENE_LETTER_CARRIER (source), result, &error);
  g_autofree char *names = refused != NULL ? g_strjoinv (" ", refused) : NULL;

  run->failed = refused == NULL;
  if (run->failed)
    print_error (error);
  else
    g_print ("sent %s\n", names);
  g_main_loop_quit (run->loop);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr(GError) error = NULL;

  run->failed = !convene_smtp_carrier_check_finish (CONVENE_SMTP_CARRIER (source), result, &error);
  if (run->failed)
    print_error (error);
  else
    g_print ("checked\n");
  g_main_loop_quit (run->loop);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static ConveneAccount *
new_account (char **argv)
{
  ConveneAccount *account = convene_account_new ();
  int             security = CONVENE_MAIL_SECURITY_TLS;

  g_assert_true (convene_enum_from_nick (CONVENE_TYPE_MAIL_SECURITY, argv[3], &security));
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_server (account, argv[1]);
  convene_account_set_port (account, (int) g_ascii_strtoll (argv[2], NULL, 10));
  convene_account_set_security (account, security);
  convene_account_set_user (account, argv[4]);
  return account;
}

static ConveneSecret *
read_password (void)
{
  char line[256] = "";

  if (fgets (line, sizeof line, stdin) == NULL)
    return NULL;

  line[strcspn (line, "\n")] = '\0';
  return *line != '\0' ? convene_secret_new (line) : NULL;
}

static ConveneLetter *
new_letter (const char        *path,
            const char *const *recipients)
{
  ConveneLetter *letter = convene_letter_new ();
  g_autoptr(GBytes) bytes = NULL;
  char *octets;
  gsize length;

  g_assert_true (g_file_get_contents (path, &octets, &length, NULL));
  bytes = g_bytes_new_take (octets, length);
  convene_letter_set_bytes (letter, bytes);
  convene_letter_set_sender (letter, "rita@example.org");
  convene_letter_set_recipients (letter, recipients);
  return letter;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneSecret) password = NULL;
  g_autoptr(ConveneSmtpCarrier) carrier = NULL;
  g_autoptr(ConveneLetter) letter = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Run         run = { loop, FALSE };
  const char *path;

  g_assert_cmpint (argc, >=, 7);
  account = new_account (argv);
  password = read_password ();
  carrier = g_object_new (CONVENE_TYPE_SMTP_CARRIER, "account", account, "password", password, "ca-file", *argv[5] != '\0' ? argv[5] : NULL, NULL);
  g_assert_true (convene_letter_carrier_is_unattended (CONVENE_LETTER_CARRIER (carrier)));

  path = argv[6];
  if (g_str_has_prefix (path, "cancel:"))
    {
      path += strlen ("cancel:");
      g_timeout_add (500, cancel_cb, cancellable);
    }

  if (*path == '\0')
    {
      convene_smtp_carrier_check_async (carrier, cancellable, checked_cb, &run);
    }
  else
    {
      letter = new_letter (path, (const char *const *) argv + 7);
      convene_letter_carrier_send_async (CONVENE_LETTER_CARRIER (carrier), letter, cancellable, sent_cb, &run);
    }

  g_main_loop_run (loop);
  return run.failed ? 1 : 0;
}
