/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-enums.h"

G_BEGIN_DECLS

/* What is known about the server that takes letters from the addresses of a domain. */
typedef struct
{
  const char         *domain; /* "" for servers of many domains */
  const char         *server;
  int                 port;
  ConveneMailSecurity security;
  gboolean            app_password; /* it takes no everyday password from a program */
  const char         *advice;       /* a sentence or two about the sign-in, marked for translation, or NULL */
  const char         *advice_url;   /* where a person follows the advice, or NULL */
} ConveneMailSettings;

/* The settings of an address's domain, which must match exactly: a subdomain may be anybody's. NULL for an unknown one and for what is no address. */
const ConveneMailSettings *convene_mail_settings_find (const char *address);

/* What is known of a server that somebody with this address uses, whatever the address's own domain: many firms' mail lives with one of them. NULL for
 * an unknown one. `address` may be NULL. */
const ConveneMailSettings *convene_mail_settings_find_server (const char *server,
                                                              const char *address);

G_END_DECLS
