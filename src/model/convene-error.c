/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"

#include <gio/gio.h>

typedef struct
{
  char    *field;
  gint64   retry_at;
  gboolean doubtful;
} ConveneErrorPrivate;

static void
convene_error_private_init (ConveneErrorPrivate *priv)
{
  priv->field = NULL;
  priv->retry_at = 0;
  priv->doubtful = FALSE;
}

static void
convene_error_private_copy (const ConveneErrorPrivate *source,
                            ConveneErrorPrivate       *copy)
{
  copy->field = g_strdup (source->field);
  copy->retry_at = source->retry_at;
  copy->doubtful = source->doubtful;
}

static void
convene_error_private_clear (ConveneErrorPrivate *priv)
{
  g_clear_pointer (&priv->field, g_free);
}

G_DEFINE_EXTENDED_ERROR (ConveneError, convene_error)

static const char *const names[] = {
  [CONVENE_ERROR_USAGE] = "usage",
  [CONVENE_ERROR_INVALID] = "invalid",
  [CONVENE_ERROR_NOT_FOUND] = "not-found",
  [CONVENE_ERROR_AMBIGUOUS] = "ambiguous",
  [CONVENE_ERROR_NO_ACCOUNT] = "no-account",
  [CONVENE_ERROR_SIGNED_OUT] = "signed-out",
  [CONVENE_ERROR_MISSING_SCOPES] = "missing-scopes",
  [CONVENE_ERROR_RATE_LIMITED] = "rate-limited",
  [CONVENE_ERROR_QUOTA] = "quota",
  [CONVENE_ERROR_UNREACHABLE] = "unreachable",
  [CONVENE_ERROR_REFUSED] = "refused",
  [CONVENE_ERROR_GONE] = "gone",
  [CONVENE_ERROR_NOT_HOST] = "not-host",
  [CONVENE_ERROR_BAD_ANSWER] = "bad-answer",
  [CONVENE_ERROR_NO_KEYRING] = "no-keyring",
  [CONVENE_ERROR_KEYRING_LOCKED] = "keyring-locked",
  [CONVENE_ERROR_MAIL_REFUSED] = "mail-refused",
  [CONVENE_ERROR_DATABASE] = "database",
  [CONVENE_ERROR_STILL_WAITING] = "still-waiting",
  [CONVENE_ERROR_CANCELLED] = "cancelled",
  [CONVENE_ERROR_STALE] = "stale",
};

G_GNUC_PRINTF (3, 0)
static GError *
new_valist (ConveneError code,
            const char  *field,
            const char  *format,
            va_list      args)
{
  GError *error = g_error_new_valist (CONVENE_ERROR, code, format, args);

  convene_error_get_private (error)->field = g_strdup (field);
  return error;
}

GError *
convene_error_new_field (ConveneError code,
                         const char  *field,
                         const char  *format,
                         ...)
{
  GError *error;
  va_list args;

  va_start (args, format);
  error = new_valist (code, field, format, args);
  va_end (args);
  return error;
}

gboolean
convene_error_set_field (GError    **error,
                         const char *field,
                         const char *format,
                         ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, new_valist (CONVENE_ERROR_INVALID, field, format, args));
  va_end (args);
  return FALSE;
}

const char *
convene_error_get_field (const GError *error)
{
  if (error == NULL || error->domain != CONVENE_ERROR)
    return NULL;

  return convene_error_get_private (error)->field;
}

gint64
convene_error_get_retry_at (const GError *error)
{
  if (error == NULL || error->domain != CONVENE_ERROR)
    return 0;

  return convene_error_get_private (error)->retry_at;
}

void
convene_error_set_retry_at (GError *error,
                            gint64  retry_at)
{
  g_return_if_fail (error != NULL && error->domain == CONVENE_ERROR);

  convene_error_get_private (error)->retry_at = retry_at;
}

gboolean
convene_error_is_doubtful (const GError *error)
{
  if (error == NULL || error->domain != CONVENE_ERROR)
    return FALSE;

  return convene_error_get_private (error)->doubtful;
}

void
convene_error_set_doubtful (GError  *error,
                            gboolean doubtful)
{
  g_return_if_fail (error != NULL && error->domain == CONVENE_ERROR);

  convene_error_get_private (error)->doubtful = !!doubtful;
}

const char *
convene_error_code_to_string (ConveneError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (names), NULL);

  return names[code];
}

const char *
convene_error_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == CONVENE_ERROR)
    return convene_error_code_to_string (error->code);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return convene_error_code_to_string (CONVENE_ERROR_CANCELLED);

  return convene_error_code_to_string (CONVENE_ERROR_REFUSED);
}
