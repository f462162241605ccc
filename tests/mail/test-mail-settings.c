/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-settings.h"

typedef struct
{
  const char         *domain;
  const char         *server; /* NULL: unknown */
  int                 port;
  ConveneMailSecurity security;
  gboolean            app_password;
} Row;

static const Row rows[] = {
  { "gmail.com", "smtp.gmail.com", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "GMail.COM", "smtp.gmail.com", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "googlemail.com", "smtp.gmail.com", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "hotmail.com", "smtp-mail.outlook.com", 587, CONVENE_MAIL_SECURITY_STARTTLS, FALSE },
  { "yahoo.de", "smtp.mail.yahoo.com", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "ymail.com", "smtp.mail.yahoo.com", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "aol.com", "smtp.aol.com", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "me.com", "smtp.mail.me.com", 587, CONVENE_MAIL_SECURITY_STARTTLS, TRUE },
  { "fastmail.com", "smtp.fastmail.com", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "gmx.at", "mail.gmx.net", 465, CONVENE_MAIL_SECURITY_TLS, FALSE },
  { "gmx.com", "mail.gmx.com", 465, CONVENE_MAIL_SECURITY_TLS, FALSE },
  { "web.de", "smtp.web.de", 587, CONVENE_MAIL_SECURITY_STARTTLS, FALSE },
  { "t-online.de", "securesmtp.t-online.de", 465, CONVENE_MAIL_SECURITY_TLS, TRUE },
  { "posteo.de", "posteo.de", 465, CONVENE_MAIL_SECURITY_TLS, FALSE },
  { "mailbox.org", "smtp.mailbox.org", 465, CONVENE_MAIL_SECURITY_TLS, FALSE },
  { "zoho.eu", "smtp.zoho.eu", 465, CONVENE_MAIL_SECURITY_TLS, FALSE },
  { "proton.me", "127.0.0.1", 1025, CONVENE_MAIL_SECURITY_NONE, TRUE },
  { "mail.gmail.com", NULL },
  { "notgmail.com", NULL },
  { "gmail.com.example.com", NULL },
  { "yahoo.co.jp", NULL }, /* another firm */
  { "example.com", NULL },
  { "", NULL },
};

static char *
address_at (const char *domain)
{
  return g_strjoin ("@", "rita", domain, NULL);
}

static void
test_domains (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char           *address = address_at (rows[i].domain);
      const ConveneMailSettings *found = convene_mail_settings_find (address);

      g_test_message ("%s", address);
      g_assert_cmpstr (found != NULL ? found->server : NULL, ==, rows[i].server);
      if (found == NULL)
        continue;
      g_assert_cmpint (found->port, ==, rows[i].port);
      g_assert_cmpint (found->security, ==, rows[i].security);
      g_assert_cmpint (found->app_password, ==, rows[i].app_password);
      /* Nobody guesses that the password they know is the wrong one. */
      g_assert_true (!found->app_password || found->advice != NULL);
    }
}

static void
test_no_address (void)
{
  g_autofree char *nobody = g_strconcat ("@", "gmail.com", NULL);
  g_autofree char *inner = g_strjoin ("@", "\"rita", "gmail.com\"", "example.com", NULL);

  g_assert_null (convene_mail_settings_find (nobody));
  g_assert_null (convene_mail_settings_find (inner));
  g_assert_null (convene_mail_settings_find ("gmail.com"));
  g_assert_null (convene_mail_settings_find (""));
  g_assert_null (convene_mail_settings_find (NULL));
}

static void
test_servers (void)
{
  g_autofree char *google = address_at ("gmail.com");
  g_autofree char *swiss = address_at ("gmx.ch");
  g_autofree char *proton = address_at ("proton.me");

  g_assert_true (convene_mail_settings_find_server ("SMTP.gmail.com", "rita@example.com")->app_password);
  g_assert_nonnull (convene_mail_settings_find_server ("smtp.office365.com", NULL));
  g_assert_cmpstr (convene_mail_settings_find_server ("mail.gmx.net", swiss)->domain, ==, "gmx.ch");
  g_assert_null (convene_mail_settings_find_server ("smtp.example.com", google));
  g_assert_null (convene_mail_settings_find_server ("gmail.com", google));

  /* What listens on this computer is Proton's bridge only for who has an address there. */
  g_assert_nonnull (convene_mail_settings_find_server ("127.0.0.1", proton));
  g_assert_null (convene_mail_settings_find_server ("127.0.0.1", "rita@example.com"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/settings/SH-50/domains", test_domains);
  g_test_add_func ("/mail/settings/SH-50/no-address", test_no_address);
  g_test_add_func ("/mail/settings/SH-50/servers", test_servers);
  return g_test_run ();
}
