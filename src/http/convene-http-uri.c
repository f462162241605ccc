/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-http-uri.h"

#include "convene-error.h"
#include "convene-http-session.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

gboolean
convene_http_uri_is_loopback (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr(GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;

  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

/* What a request line and a Host header can hold; g_uri_parse () is laxer. */
static gboolean
is_printable (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isgraph (*text))
      return FALSE;

  return TRUE;
}

GUri *
convene_http_uri_parse (const char *uri,
                        const char *field,
                        GError    **error)
{
  g_autoptr(GUri) parsed = NULL;
  const char *scheme;

  parsed = is_printable (uri) ? g_uri_parse (uri, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  if (parsed == NULL || g_uri_get_host (parsed) == NULL || *g_uri_get_host (parsed) == '\0')
    {
      convene_error_set_field (error, field, _("This is no web address: write it like https://api.example.com."));
      return NULL;
    }
  if (g_uri_get_userinfo (parsed) != NULL)
    {
      convene_error_set_field (error, field, _("The address must not hold a user name or a password."));
      return NULL;
    }

  scheme = g_uri_get_scheme (parsed);
  if (g_str_equal (scheme, "https") || (g_str_equal (scheme, "http") && convene_http_uri_is_loopback (parsed)))
    return g_steal_pointer (&parsed);

  convene_error_set_field (error, field, _("The address must begin with https://; plain http is for this computer alone."));
  return NULL;
}

gboolean
convene_http_check_uri (const char *uri,
                        const char *field,
                        GError    **error)
{
  g_autoptr(GUri) parsed = NULL;

  g_return_val_if_fail (field != NULL, FALSE);

  parsed = convene_http_uri_parse (uri != NULL ? uri : "", field, error);
  return parsed != NULL;
}
