/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CONVENE_ERROR (convene_error_quark ())

/* One code per thing that a caller does differently; the names of the terminal's contract. A message is one line, fit to show a person. */
typedef enum
{
  CONVENE_ERROR_USAGE,
  CONVENE_ERROR_INVALID, /* a field's value; see convene_error_get_field () */
  CONVENE_ERROR_NOT_FOUND,
  CONVENE_ERROR_AMBIGUOUS,
  CONVENE_ERROR_NO_ACCOUNT,
  CONVENE_ERROR_SIGNED_OUT,     /* sign in again */
  CONVENE_ERROR_MISSING_SCOPES, /* sign in again and grant more */
  CONVENE_ERROR_RATE_LIMITED,   /* a limit of seconds; see convene_error_get_retry_at () */
  CONVENE_ERROR_QUOTA,          /* the day's limit; see convene_error_get_retry_at () */
  CONVENE_ERROR_UNREACHABLE,    /* no connection, no answer, or a 5xx */
  CONVENE_ERROR_REFUSED,        /* will not heal by trying again */
  CONVENE_ERROR_GONE,           /* the meeting does not exist there */
  CONVENE_ERROR_NOT_HOST,       /* another host's meeting */
  CONVENE_ERROR_BAD_ANSWER,     /* an answer that makes no sense */
  CONVENE_ERROR_NO_KEYRING,
  CONVENE_ERROR_KEYRING_LOCKED,
  CONVENE_ERROR_MAIL_REFUSED, /* the mail server refused the letter, its sender or every recipient */
  CONVENE_ERROR_DATABASE,
  CONVENE_ERROR_STILL_WAITING,
  CONVENE_ERROR_CANCELLED,
  CONVENE_ERROR_STALE, /* somebody else changed it first: read again */
} ConveneError;

GQuark convene_error_quark (void);

/* An error about one field: its name is the one of the JSON, so that every face can point at it. */
GError *convene_error_new_field (ConveneError code,
                                 const char  *field,
                                 const char  *format,
                                 ...) G_GNUC_PRINTF (3, 4);

/* Sets *error as convene_error_new_field () and returns FALSE, for the last line of a check. */
gboolean convene_error_set_field (GError    **error,
                                  const char *field,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (3, 4);

/* The field of an error of this domain, or NULL. Owned by the error. */
const char *convene_error_get_field (const GError *error);

/* When it makes sense to try again: microseconds since 1970 UTC, 0 if the other side did not say. */
gint64 convene_error_get_retry_at (const GError *error);
void   convene_error_set_retry_at (GError *error, gint64 retry_at);

/* Whether the request may have had its effect although it failed: look before it is repeated. */
gboolean convene_error_is_doubtful (const GError *error);
void     convene_error_set_doubtful (GError *error, gboolean doubtful);

/* The word of the terminal's contract for a code: "signed-out". For an error of any other domain see convene_error_name (). */
const char *convene_error_code_to_string (ConveneError code);
const char *convene_error_name (const GError *error);

G_END_DECLS
