/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOOPBACK "127.0.0.1"

#define TLS CONVENE_MAIL_SECURITY_TLS
#define STARTTLS CONVENE_MAIL_SECURITY_STARTTLS

/* Each as the provider's own help tells people to set a mail program up. */
#define GOOGLE                                                                                                        \
  "smtp.gmail.com", 465, TLS, TRUE,                                                                                   \
      N_ ("Google takes an app password here, not the one of your account. Making one needs two-step verification."), \
          "https://myaccount.google.com/apppasswords"
#define OUTLOOK                                  \
  "smtp-mail.outlook.com", 587, STARTTLS, FALSE, \
      N_ ("Microsoft takes no passwords from programs for these addresses any more. Use another mail account, or hand letters over to your mail program."), NULL
#define MICROSOFT_365                         \
  "smtp.office365.com", 587, STARTTLS, FALSE, \
      N_ ("Microsoft 365 takes a password from programs only where your organization allows it (authenticated SMTP): ask your administrator."), NULL
#define YAHOO                                                                \
  "smtp.mail.yahoo.com", 465, TLS, TRUE,                                     \
      N_ ("Yahoo takes an app password here, not the one of your account."), \
          "https://login.yahoo.com/account/security"
#define AOL                                                                \
  "smtp.aol.com", 465, TLS, TRUE,                                          \
      N_ ("AOL takes an app password here, not the one of your account."), \
          "https://login.aol.com/account/security"
#define ICLOUD                                                                                                                    \
  "smtp.mail.me.com", 587, STARTTLS, TRUE,                                                                                        \
      N_ ("Apple takes an app-specific password here, not the one of your account. Making one needs two-factor authentication."), \
          "https://account.apple.com"
#define FASTMAIL                                                                \
  "smtp.fastmail.com", 465, TLS, TRUE,                                          \
      N_ ("Fastmail takes an app password here, not the one of your account."), \
          "https://app.fastmail.com/settings/security"
#define GMX(server, url)   \
  server, 465, TLS, FALSE, \
      N_ ("GMX takes letters from programs only where its settings allow POP3 and IMAP, and an app password where you use two-factor authentication."), url
#define WEB_DE                                                                                                                                             \
  "smtp.web.de", 587, STARTTLS, FALSE,                                                                                                                     \
      N_ ("WEB.DE takes letters from programs only where its settings allow POP3 and IMAP, and an app password where you use two-factor authentication."), \
          "https://web.de/"
#define T_ONLINE                                                                                \
  "securesmtp.t-online.de", 465, TLS, TRUE,                                                     \
      N_ ("Telekom takes the password for e-mail programs here, not the one of your account."), \
          "https://account.idm.telekom.com/"
#define POSTEO "posteo.de", 465, TLS, FALSE, NULL, NULL
#define MAILBOX "smtp.mailbox.org", 465, TLS, FALSE, NULL, NULL
#define ZOHO(server, url) \
  server, 465, TLS, FALSE, N_ ("Zoho takes an app password here where you use two-factor authentication."), url
#define PROTON                                                                                                                            \
  LOOPBACK, 1025, CONVENE_MAIL_SECURITY_NONE, TRUE,                                                                                       \
      N_ ("Letters go through Proton Mail Bridge, which has to run on this computer. Use the user name and the password that it shows."), \
          "https://proton.me/mail/bridge"

static const ConveneMailSettings known[] = {
  { "gmail.com", GOOGLE },
  { "googlemail.com", GOOGLE },
  { "outlook.com", OUTLOOK },
  { "outlook.de", OUTLOOK },
  { "outlook.fr", OUTLOOK },
  { "outlook.es", OUTLOOK },
  { "outlook.it", OUTLOOK },
  { "hotmail.com", OUTLOOK },
  { "hotmail.co.uk", OUTLOOK },
  { "hotmail.de", OUTLOOK },
  { "hotmail.fr", OUTLOOK },
  { "hotmail.es", OUTLOOK },
  { "hotmail.it", OUTLOOK },
  { "live.com", OUTLOOK },
  { "live.co.uk", OUTLOOK },
  { "live.de", OUTLOOK },
  { "live.fr", OUTLOOK },
  { "msn.com", OUTLOOK },
  { "", MICROSOFT_365 },
  { "yahoo.com", YAHOO },
  { "yahoo.ca", YAHOO },
  { "yahoo.co.in", YAHOO },
  { "yahoo.co.uk", YAHOO },
  { "yahoo.com.ar", YAHOO },
  { "yahoo.com.au", YAHOO },
  { "yahoo.com.br", YAHOO },
  { "yahoo.com.mx", YAHOO },
  { "yahoo.de", YAHOO },
  { "yahoo.es", YAHOO },
  { "yahoo.fr", YAHOO },
  { "yahoo.ie", YAHOO },
  { "yahoo.in", YAHOO },
  { "yahoo.it", YAHOO },
  { "rocketmail.com", YAHOO },
  { "ymail.com", YAHOO },
  { "aol.com", AOL },
  { "aim.com", AOL },
  { "icloud.com", ICLOUD },
  { "me.com", ICLOUD },
  { "mac.com", ICLOUD },
  { "fastmail.com", FASTMAIL },
  { "fastmail.fm", FASTMAIL },
  { "gmx.at", GMX ("mail.gmx.net", "https://www.gmx.at/") },
  { "gmx.ch", GMX ("mail.gmx.net", "https://www.gmx.ch/") },
  { "gmx.de", GMX ("mail.gmx.net", "https://www.gmx.net/") },
  { "gmx.net", GMX ("mail.gmx.net", "https://www.gmx.net/") },
  { "gmx.com", GMX ("mail.gmx.com", "https://www.gmx.com/") },
  { "web.de", WEB_DE },
  { "t-online.de", T_ONLINE },
  { "posteo.de", POSTEO },
  { "posteo.net", POSTEO },
  { "mailbox.org", MAILBOX },
  { "zoho.com", ZOHO ("smtp.zoho.com", "https://accounts.zoho.com/") },
  { "zohomail.com", ZOHO ("smtp.zoho.com", "https://accounts.zoho.com/") },
  { "zoho.eu", ZOHO ("smtp.zoho.eu", "https://accounts.zoho.eu/") },
  { "zoho.in", ZOHO ("smtp.zoho.in", "https://accounts.zoho.in/") },
  { "proton.me", PROTON },
  { "protonmail.com", PROTON },
  { "pm.me", PROTON },
};

const ConveneMailSettings *
convene_mail_settings_find (const char *address)
{
  const char *at = address != NULL ? strrchr (address, '@') : NULL;

  if (at == NULL || at == address || at[1] == '\0')
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (at + 1, known[i].domain) == 0)
      return &known[i];

  return NULL;
}

const ConveneMailSettings *
convene_mail_settings_find_server (const char *server,
                                   const char *address)
{
  const ConveneMailSettings *own = convene_mail_settings_find (address);

  g_return_val_if_fail (server != NULL, NULL);

  if (own != NULL && g_ascii_strcasecmp (own->server, server) == 0)
    return own;

  /* On this computer any server may listen. */
  if (g_str_equal (server, LOOPBACK))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (known[i].server, server) == 0)
      return &known[i];

  return NULL;
}
