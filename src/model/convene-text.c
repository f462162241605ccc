/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

#include "convene-error.h"

#define MAX_LOCAL_PART 64
#define MAX_ADDRESS 254
#define MAX_NAME 200
#define MAX_LINK 2000
#define MAX_PASSWORD 10

static gboolean
is_bidi_override (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
check (const char *text,
       const char *field,
       glong       max_length,
       const char *also_allowed,
       GError    **error)
{
  if (text == NULL)
    return TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    return convene_error_set_field (error, field, _ ("The field %s is not UTF-8 text: type it again"), field);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean allowed = c < 0x80 && strchr (also_allowed, (int) c) != NULL;

      if ((c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85) && !allowed)
        return convene_error_set_field (error, field, _ ("The field %s has a line break: write it on one line"), field);
      if ((g_unichar_iscntrl (c) && !allowed) || is_bidi_override (c) || c == 0xfeff)
        return convene_error_set_field (error, field, _ ("The field %s has a control character: remove it"), field);
    }

  if (g_utf8_strlen (text, -1) > max_length)
    return convene_error_set_field (error, field,
                                    ngettext ("The field %s has more than %ld character: shorten it",
                                              "The field %s has more than %ld characters: shorten it", (gulong) max_length),
                                    field, max_length);

  return TRUE;
}

gboolean
convene_text_check_line (const char *text,
                         const char *field,
                         glong       max_length,
                         GError    **error)
{
  return check (text, field, max_length, "", error);
}

gboolean
convene_text_check_lines (const char *text,
                          const char *field,
                          glong       max_length,
                          GError    **error)
{
  return check (text, field, max_length, "\n\t", error);
}

char *
convene_text_normalize (const char *text)
{
  GString *out;

  if (text == NULL)
    return NULL;

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != '\r')
        g_string_append_c (out, *p);
      else if (p[1] != '\n')
        g_string_append_c (out, '\n');
    }

  return g_strstrip (g_string_free (out, FALSE));
}

static gboolean
is_dot_string (const char *text,
               gsize       length,
               const char *specials)
{
  char previous = '.';

  for (gsize i = 0; i < length; previous = text[i++])
    {
      if (text[i] == '.' && previous == '.')
        return FALSE;
      if (text[i] != '.' && !g_ascii_isalnum (text[i]) && strchr (specials, text[i]) == NULL)
        return FALSE;
    }

  return previous != '.';
}

static gboolean
is_domain (const char *domain)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);

  if (g_strv_length (labels) < 1 || !is_dot_string (domain, strlen (domain), "-"))
    return FALSE;

  for (guint i = 0; labels[i] != NULL; i++)
    if (strlen (labels[i]) > 63 || labels[i][0] == '-' || g_str_has_suffix (labels[i], "-"))
      return FALSE;

  return TRUE;
}

gboolean
convene_text_check_address (const char *address,
                            const char *field,
                            GError    **error)
{
  const char *at = address != NULL ? strrchr (address, '@') : NULL;

  if (at == NULL || at == address || strlen (address) > MAX_ADDRESS || at - address > MAX_LOCAL_PART ||
      !is_dot_string (address, at - address, "!#$%&'*+-/=?^_`{|}~") || !is_domain (at + 1))
    return convene_error_set_field (error, field, _ ("The field %s has no valid mail address: write it as name@example.com"), field);

  return TRUE;
}

gboolean
convene_text_check_link (const char *link,
                         const char *field,
                         GError    **error)
{
  g_autoptr(GUri) uri = NULL;

  if (!convene_text_check_line (link, field, MAX_LINK, error))
    return FALSE;

  uri = g_uri_parse (link != NULL ? link : "", G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "https") || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      g_uri_get_userinfo (uri) != NULL || strpbrk (link, " \"<>\\^`{|}") != NULL)
    return convene_error_set_field (error, field, _ ("The link is no https address: give one that starts with https://"));

  return TRUE;
}

gboolean
convene_text_check_password (const char *password,
                             GError    **error)
{
  if (password == NULL)
    return TRUE;
  if (strlen (password) > MAX_PASSWORD)
    return convene_error_set_field (error, "password", _ ("The password has more than 10 characters: shorten it, or leave it empty"));

  for (const char *p = password; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("@_*-", *p) == NULL)
      return convene_error_set_field (error, "password", _ ("The password may have only letters A to Z, digits and @ _ * -: change it, or leave it empty"));

  return TRUE;
}

static char *
unquote (char *name)
{
  gsize length;

  g_strstrip (name);
  length = strlen (name);
  if (length >= 2 && name[0] == '"' && name[length - 1] == '"')
    {
      memmove (name, name + 1, length - 2);
      name[length - 2] = '\0';
      g_strstrip (name);
    }

  return name;
}

gboolean
convene_text_parse_person (const char *text,
                           const char *field,
                           char      **name,
                           char      **address,
                           GError    **error)
{
  g_autofree char *the_name = NULL;
  g_autofree char *the_address = NULL;
  const char      *open, *end;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!convene_text_check_line (text, field, MAX_NAME + MAX_ADDRESS + 4, error))
    return FALSE;

  open = strrchr (text, '<');
  if (open != NULL)
    {
      the_name = unquote (g_strndup (text, open - text));
      end = strchr (open, '>');
      the_address = g_strstrip (end != NULL ? g_strndup (open + 1, end - open - 1) : g_strdup (""));
      if (end != NULL && end[1 + strspn (end + 1, " ")] != '\0')
        g_clear_pointer (&the_address, g_free);
    }
  else
    {
      the_address = g_strstrip (g_strdup (text));
    }

  if (!convene_text_check_line (the_name, field, MAX_NAME, error) || !convene_text_check_address (the_address, field, error))
    return FALSE;

  if (name != NULL)
    *name = the_name != NULL && *the_name != '\0' ? g_steal_pointer (&the_name) : NULL;
  if (address != NULL)
    *address = g_steal_pointer (&the_address);
  return TRUE;
}

gboolean
convene_address_equal (const char *a,
                       const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

char *
convene_person_to_string (const char *name,
                          const char *address)
{
  if (name == NULL || *name == '\0')
    return g_strdup (address);

  return g_strdup_printf ("%s <%s>", name, address);
}

char *
convene_reference_new (void)
{
  static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  guint8            random[8];
  char             *reference = g_strdup ("XXXX-XXXX");

  while (getrandom (random, sizeof random, 0) != sizeof random)
    g_assert (errno == EINTR);

  for (guint i = 0; i < sizeof random; i++)
    reference[i < 4 ? i : i + 1] = letters[random[i] % 32];

  return reference;
}

gboolean
convene_link_carries_password (const char *link)
{
  const char *query = link != NULL ? strchr (link, '?') : NULL;
  g_auto (GStrv) parts = NULL;

  if (query == NULL)
    return FALSE;

  parts = g_strsplit_set (query + 1, "&#", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "pwd=") && parts[i][strlen ("pwd=")] != '\0')
      return TRUE;

  return FALSE;
}
