/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-uri-opener.h"

G_BEGIN_DECLS

typedef enum
{
  CONVENE_SIGN_IN_STAGE_PREPARING, /* the keyring is tried */
  CONVENE_SIGN_IN_STAGE_BROWSER,   /* waiting for the person's answer in the browser */
  CONVENE_SIGN_IN_STAGE_CODE,      /* waiting for the code to be typed elsewhere */
  CONVENE_SIGN_IN_STAGE_FINISHING, /* the person has answered: it is looked up and kept */
  CONVENE_SIGN_IN_STAGE_OVER
} ConveneSignInStage;

#define CONVENE_TYPE_SIGN_IN (convene_sign_in_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSignIn, convene_sign_in, CONVENE, SIGN_IN, GObject)

/* One attempt to connect a Zoom account, by browser or by code: what the faces drive. It changes nothing until it succeeds.
 *
 * Properties (read-only, notify): "stage" (int, a ConveneSignInStage), "address" (what to open in the browser, or where the code is typed; NULL before),
 * "user-code" (by code alone), "expires-at" (gint64, microseconds since 1970 UTC; 0 unknown), "warning" (one sentence: the browser could not be opened, so
 * that the address is to be copied; or an answer that was none of ours was refused), "redirect-uri" (where the browser comes back to). */

/* `client_id` NULL: the app of the environment or of the build; where there is none it ends with INVALID, field "client_id": the guide. `client_secret` NULL:
 * a public app. `reconnect` (NULL: none) is the id of the account that is meant: another Zoom user than its own is refused in words that name both (REFUSED,
 * field "user"), and the new sign-in is revoked. `opener` NULL: the address alone. */
ConveneSignIn *convene_sign_in_new_browser (ConveneAccounts  *accounts,
                                            const char       *client_id,
                                            ConveneSecret    *client_secret,
                                            const char       *reconnect,
                                            ConveneUriOpener *opener);
ConveneSignIn *convene_sign_in_new_device (ConveneAccounts *accounts,
                                           const char      *client_id,
                                           ConveneSecret   *client_secret,
                                           const char      *reconnect);

ConveneSignInStage convene_sign_in_get_stage (ConveneSignIn *self);
const char        *convene_sign_in_get_address (ConveneSignIn *self);
const char        *convene_sign_in_get_user_code (ConveneSignIn *self);
gint64             convene_sign_in_get_expires_at (ConveneSignIn *self);
const char        *convene_sign_in_get_warning (ConveneSignIn *self);
const char        *convene_sign_in_get_redirect_uri (ConveneSignIn *self);

/* Once. The account as it was kept. Errors: INVALID, REFUSED, SIGNED_OUT, MISSING_SCOPES (an account that was connected before is kept with what it has now),
 * UNREACHABLE, BAD_ANSWER, RATE_LIMITED, NO_KEYRING, KEYRING_LOCKED, DATABASE, CANCELLED. Cancelling is without effect once the account is being kept. */
void            convene_sign_in_run_async (ConveneSignIn *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_sign_in_run_finish (ConveneSignIn *self, GAsyncResult *result, GError **error);

G_END_DECLS
