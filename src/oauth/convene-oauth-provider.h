/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A right that an app has to be granted, under each of the names that say so. */
typedef struct
{
  const char *granular; /* "meeting:write:meeting" */
  const char *classic;  /* "meeting:write": what an app from before granular scopes has */
} ConveneOauthScope;

/* A company at which one signs in, as data. Paths follow the account's OAuth address. */
typedef struct
{
  const char              *name; /* as a person knows it */
  const char              *oauth_url;
  const char              *authorize_path;
  const char              *token_path;
  const char              *device_path;
  const char              *revoke_path;
  const char              *api_domain; /* the bearer token is sent to this domain and below alone */
  const ConveneOauthScope *scopes;     /* what Convene cannot do without, ended by NULL names */
  const ConveneOauthScope *optional;   /* what it can do more with, likewise; never missing */
} ConveneOauthProvider;

const ConveneOauthProvider *convene_oauth_provider_get_zoom (void);

/* The scopes that are needed and not in `granted` (separated by blanks), by their granular names; empty where nothing is missing. A scope is
 * granted by its granular or its classic name, also for the whole account (":admin") or a master account (":master"). NULL, no answer at all, counts
 * as everything; "" as nothing. Free with g_strfreev (). */
char **convene_oauth_provider_list_missing (const ConveneOauthProvider *provider,
                                            const char                 *granted);

/* The scopes in `granted` that are neither needed nor optional, as they stand there: what a person should know that an app has been given. NULL counts as
 * nothing. Free with g_strfreev (). */
char **convene_oauth_provider_list_extra (const ConveneOauthProvider *provider,
                                          const char                 *granted);

G_END_DECLS
