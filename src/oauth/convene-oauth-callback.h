/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-secret.h"

G_BEGIN_DECLS

/* What came to the address that the browser is sent back to. Pure: text in, a verdict or a page out. */

#define CONVENE_OAUTH_CALLBACK_PATH "/oauth/callback"
#define CONVENE_OAUTH_CALLBACK_MAX_HEAD 16384

typedef enum
{
  CONVENE_OAUTH_CALLBACK_CODE,
  CONVENE_OAUTH_CALLBACK_DECLINED, /* error=access_denied */
  CONVENE_OAUTH_CALLBACK_FAILED,   /* another error= */
  CONVENE_OAUTH_CALLBACK_WRONG_STATE,
  CONVENE_OAUTH_CALLBACK_ELSEWHERE,  /* another path or method, as a browser that looks for an icon */
  CONVENE_OAUTH_CALLBACK_WRONG_HOST, /* by another name, or from within another page */
  CONVENE_OAUTH_CALLBACK_MALFORMED,
  CONVENE_OAUTH_CALLBACK_LATE, /* a second answer: the first one counts */
} ConveneOauthCallbackKind;

typedef struct
{
  ConveneOauthCallbackKind kind;
  ConveneSecret           *code;        /* of CODE alone */
  char                    *error;       /* of FAILED alone: one line that can be shown, or NULL */
  char                    *description; /* likewise */
} ConveneOauthCallback;

/* `head` is a request up to and with its empty line, at most CONVENE_OAUTH_CALLBACK_MAX_HEAD octets (more is MALFORMED). `state` is compared in a time that
 * does not depend on what came; `port` is the one that was listened on. A parameter that stands twice is MALFORMED; an error without the state is of
 * WRONG_STATE. Never NULL. */
ConveneOauthCallback *convene_oauth_callback_parse (const char    *head,
                                                    gsize          length,
                                                    guint16        port,
                                                    ConveneSecret *state);
void                  convene_oauth_callback_free (ConveneOauthCallback *self);

/* Whether it ends the attempt: CODE, DECLINED and FAILED do. */
gboolean convene_oauth_callback_is_final (ConveneOauthCallbackKind kind);

/* The whole answer, from its status line to its body: a page in the person's language that is kept nowhere and says nothing of the request. */
char *convene_oauth_callback_format (ConveneOauthCallbackKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOauthCallback, convene_oauth_callback_free)

G_END_DECLS
