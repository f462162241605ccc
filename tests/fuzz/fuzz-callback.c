/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-callback.h"
#include "fuzz.h"

/* As the seeds have them. */
#define PORT 4711
#define STATE "s-1"

/* What came to the address that the browser is sent back to: a request of anybody's who found the port. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(ConveneSecret) state = convene_secret_new (STATE);
  g_autoptr(ConveneOauthCallback) callback = convene_oauth_callback_parse ((const char *) data, size, PORT, state);
  g_autofree char *answer = convene_oauth_callback_format (callback->kind);

  g_assert_cmpint (callback->kind == CONVENE_OAUTH_CALLBACK_CODE, ==, callback->code != NULL);
  g_assert_true (callback->kind == CONVENE_OAUTH_CALLBACK_FAILED || (callback->error == NULL && callback->description == NULL));
  fuzz_check_line (callback->error);
  fuzz_check_line (callback->description);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 "));

  return 0;
}
