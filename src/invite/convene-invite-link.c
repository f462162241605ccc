/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-link.h"

#include <string.h>

#include "convene-text.h"

#define SCHEME "https://"
#define MAX_CANDIDATES 100
#define MAX_PASSWORD 32
#define MAX_WRAPS 3

/* Meeting places by the end of their host's name. */
static const char *const providers[] = {
  "zoom.us",
  "zoom.com",
  "zoomgov.com",
  "meet.google.com",
  "teams.microsoft.com",
  "teams.live.com",
  "webex.com",
  "whereby.com",
  "meet.jit.si",
  "gotomeeting.com",
  "goto.com",
  "chime.aws",
  "bluejeans.com",
  "meet.goto.com",
  "8x8.vc",
  "skype.com",
};

/* What Zoom and Convene write before a passcode, in the languages of the invitations that are seen most. */
static const char *const password_labels[] = {
  "passcode",
  "password",
  "meeting password",
  "meeting passcode",
  "kenncode",
  "kennwort",
  "passwort",
  "código de acceso",
  "contraseña",
  "code secret",
  "mot de passe",
};

static const char *const number_labels[] = { "meeting id", "meeting number", "meeting-id", "id de reunión", "id de réunion", "webinar id" };

static gboolean
ends_address (gunichar c)
{
  return c <= ' ' || c == 0x7f || (c < 0x80 && strchr ("<>\"\\^`{|}", (int) c) != NULL) || g_unichar_isspace (c);
}

/* The address that begins here, without what belongs to the sentence around it. */
static char *
cut_address (const char *start)
{
  const char *end = start;

  while (*end != '\0' && !ends_address (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  while (end > start && strchr (".,;:!?'*_", end[-1]) != NULL)
    end--;
  if (end > start && strchr (")]", end[-1]) != NULL && memchr (start, end[-1] == ')' ? '(' : '[', end - start) == NULL)
    end--;

  return g_strndup (start, end - start);
}

static char *
dup_host (const char *address)
{
  const char *host = address + strlen (SCHEME);

  return g_ascii_strdown (host, (gssize) strcspn (host, "/?#:"));
}

static gboolean
is_host_of (const char *host,
            const char *domain)
{
  return g_str_has_suffix (host, domain) && (strlen (host) == strlen (domain) || host[strlen (host) - strlen (domain) - 1] == '.');
}

/* The address inside one that a mail filter or a search engine put around it; NULL where it is none. */
static char *
unwrap (const char *address)
{
  g_autofree char *host = dup_host (address);
  const char      *query = strchr (address, '?');
  const char      *name;

  if (is_host_of (host, "safelinks.protection.outlook.com"))
    name = "url";
  else if (g_str_equal (host, "www.google.com") && g_str_has_prefix (address + strlen (SCHEME) + strlen (host), "/url?"))
    name = "q";
  else
    return NULL;

  for (const char *part = query; part != NULL; part = strchr (part + 1, '&'))
    if (g_str_has_prefix (part + 1, name) && part[1 + strlen (name)] == '=')
      {
        const char *value = part + 2 + strlen (name);

        return g_uri_unescape_segment (value, value + strcspn (value, "&#"), NULL);
      }

  return NULL;
}

/* The address that begins here, checked; NULL where it is none. */
static char *
read_address (const char *start)
{
  g_autofree char *address = cut_address (start);

  for (guint i = 0; i < MAX_WRAPS; i++)
    {
      g_autofree char *inner = unwrap (address);

      if (inner == NULL || g_ascii_strncasecmp (inner, SCHEME, strlen (SCHEME)) != 0)
        break;
      g_free (address);
      address = g_steal_pointer (&inner);
    }

  return convene_text_check_link (address, "file", NULL) ? g_steal_pointer (&address) : NULL;
}

static const char *
find_scheme (const char *text)
{
  for (const char *p = strchr (text, ':'); p != NULL; p = strchr (p + 1, ':'))
    if (p - text >= 5 && g_ascii_strncasecmp (p - 5, SCHEME, strlen (SCHEME)) == 0)
      return p - 5;

  return NULL;
}

static gboolean
leads_to_meeting (const char *address)
{
  g_autofree char *host = dup_host (address);
  const char      *path = address + strlen (SCHEME) + strlen (host);

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    if (is_host_of (host, providers[i]) && strlen (path) > 1)
      return TRUE;

  return g_str_has_prefix (path, "/j/") || strstr (path, "/join") != NULL || strstr (path, "/meet/") != NULL;
}

static char *
find (const char *text,
      gboolean    is_any_good)
{
  guint candidates = 0;

  for (const char *p = text != NULL ? find_scheme (text) : NULL; p != NULL && candidates < MAX_CANDIDATES; p = find_scheme (p + strlen (SCHEME)))
    {
      g_autofree char *address = read_address (p);

      candidates++;
      if (address != NULL && (is_any_good || leads_to_meeting (address)))
        return g_steal_pointer (&address);
    }

  return NULL;
}

char *
convene_invite_link_find (const char *text)
{
  return find (text, FALSE);
}

char *
convene_invite_link_find_any (const char *text)
{
  return find (text, TRUE);
}

/* What stands after one of the labels and a colon, at the beginning of a line; NULL without. */
static const char *
find_labelled (const char        *text,
               const char *const *labels,
               gsize              n_labels)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n') != NULL ? strchr (line, '\n') + 1 : NULL)
    {
      line += strspn (line, " \t*_-");
      for (gsize i = 0; i < n_labels; i++)
        {
          gsize       length = strlen (labels[i]);
          const char *after = line + length;

          if (g_ascii_strncasecmp (line, labels[i], length) != 0)
            continue;
          after += strspn (after, " \t*_");
          if (*after == ':')
            return after + 1 + strspn (after + 1, " \t*_");
        }
    }

  return NULL;
}

/* 9 to 11 digits, with blanks or hyphens between them; 0 else. */
static gint64
read_number (const char *text)
{
  gint64 number = 0;
  guint  digits = 0;

  for (const char *p = text; g_ascii_isdigit (*p) || (digits > 0 && (*p == ' ' || *p == '-')); p++)
    if (*p != ' ' && *p != '-')
      {
        if (++digits > 11)
          return 0;
        number = number * 10 + (*p - '0');
      }

  return digits >= 9 ? number : 0;
}

gint64
convene_invite_link_find_number (const char *link,
                                 const char *text)
{
  static const char *const folders[] = { "/j/", "/s/", "/w/" };
  g_autofree char         *host = link != NULL ? dup_host (link) : NULL;
  const char              *named;

  if (host == NULL || !(is_host_of (host, "zoom.us") || is_host_of (host, "zoom.com") || is_host_of (host, "zoomgov.com")))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      const char *folder = strstr (link + strlen (SCHEME), folders[i]);

      if (folder != NULL && read_number (folder + strlen (folders[i])) > 0)
        return read_number (folder + strlen (folders[i]));
    }

  named = text != NULL ? find_labelled (text, number_labels, G_N_ELEMENTS (number_labels)) : NULL;
  return named != NULL ? read_number (named) : 0;
}

char *
convene_invite_link_find_password (const char *text)
{
  const char *named = text != NULL ? find_labelled (text, password_labels, G_N_ELEMENTS (password_labels)) : NULL;
  gsize       length = named != NULL ? strcspn (named, " \t\n") : 0;

  if (length == 0 || length > MAX_PASSWORD || g_ascii_strncasecmp (named, SCHEME, strlen (SCHEME)) == 0)
    return NULL;

  return g_strndup (named, length);
}
