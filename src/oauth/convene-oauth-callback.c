/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-callback.h"

#include "convene-text.h"

#include <string.h>

#define MAX_CODE 8192
#define MAX_REASON 200

/* What the query said of what matters here; NULL where it did not. */
typedef struct
{
  char *code;
  char *state;
  char *error;
  char *description;
} Query;

static void
query_clear (Query *self)
{
  g_clear_pointer (&self->code, convene_secret_free_text);
  g_clear_pointer (&self->state, convene_secret_free_text);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->description, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static void
free_texts (char **texts)
{
  for (char **text = texts; *text != NULL; text++)
    convene_secret_free_text (*text);
  g_free (texts);
}

/* The value with its escapes undone (WHATWG URL, "application/x-www-form-urlencoded parsing"); NULL where they make no sense. */
static char *
decode (const char *text)
{
  char *blanks = g_strdelimit (g_strdup (text), "+", ' ');
  char *decoded = g_uri_unescape_string (blanks, NULL);

  convene_secret_free_text (blanks);
  return decoded;
}

static char **
find_field (Query      *self,
            const char *name)
{
  if (g_str_equal (name, "code"))
    return &self->code;
  if (g_str_equal (name, "state"))
    return &self->state;
  if (g_str_equal (name, "error"))
    return &self->error;
  if (g_str_equal (name, "error_description"))
    return &self->description;

  return NULL;
}

/* One "name=value" */
static gboolean
query_add (Query *self,
           char  *parameter)
{
  char            *equals = strchr (parameter, '=');
  g_autofree char *name = NULL;
  char           **field;

  if (equals != NULL)
    *equals = '\0';
  name = decode (parameter);
  if (name == NULL)
    return FALSE;

  field = find_field (self, name);
  if (field == NULL)
    return TRUE;
  if (*field != NULL)
    return FALSE;

  *field = decode (equals != NULL ? equals + 1 : "");
  return *field != NULL;
}

static gboolean
query_parse (Query      *self,
             const char *text)
{
  char   **parameters = g_strsplit (text, "&", -1);
  gboolean success = TRUE;

  for (char **parameter = parameters; success && *parameter != NULL; parameter++)
    success = query_add (self, *parameter);

  free_texts (parameters);
  return success;
}

/* In a time that depends on nothing but the lengths, of which ours is known. */
static gboolean
is_same (const char *a,
         const char *b)
{
  gsize           length = strlen (a);
  volatile guchar difference = 0;

  if (strlen (b) != length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    difference |= (guchar) a[i] ^ (guchar) b[i];

  return difference == 0;
}

static gboolean
is_visible (const char *text,
            gsize       max_length)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (text[i]))
      return FALSE;

  return length > 0 && length <= max_length;
}

static char *
dup_line (const char *text)
{
  return text != NULL && *text != '\0' && convene_text_check_line (text, "error", MAX_REASON, NULL) ? g_strdup (text) : NULL;
}

/* What stands behind the '?' */
static ConveneOauthCallbackKind
judge_query (ConveneOauthCallback *self,
             const char           *text,
             ConveneSecret        *state)
{
  g_auto(Query) query = { NULL };

  if (!query_parse (&query, text))
    return CONVENE_OAUTH_CALLBACK_MALFORMED;
  if (query.state == NULL || !is_same (query.state, convene_secret_peek (state)))
    return CONVENE_OAUTH_CALLBACK_WRONG_STATE;
  if ((query.code != NULL) == (query.error != NULL))
    return CONVENE_OAUTH_CALLBACK_MALFORMED;
  if (query.code != NULL)
    {
      if (!is_visible (query.code, MAX_CODE))
        return CONVENE_OAUTH_CALLBACK_MALFORMED;
      self->code = convene_secret_new (query.code);
      return CONVENE_OAUTH_CALLBACK_CODE;
    }
  if (g_str_equal (query.error, "access_denied"))
    return CONVENE_OAUTH_CALLBACK_DECLINED;

  self->error = dup_line (query.error);
  self->description = dup_line (query.description);
  return CONVENE_OAUTH_CALLBACK_FAILED;
}

/* The value of the header that stands at the line, NULL where it is another. */
static const char *
match_header (const char *line,
              const char *name)
{
  gsize length = strlen (name);

  if (g_ascii_strncasecmp (line, name, length) != 0 || line[length] != ':')
    return NULL;

  for (line += length + 1; *line == ' ' || *line == '\t'; line++)
    ;
  return line;
}

/* RFC 9112 §5: a name, without blanks around it, and a colon; lines are not folded, and a line feed alone is no end of one. */
static gboolean
is_header (const char *line)
{
  gsize length = strcspn (line, ":");

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (line[i]))
      return FALSE;
  for (const char *c = line + length; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && *c != '\t')
      return FALSE;

  return length > 0 && line[length] == ':';
}

/* Another name for this address is how a foreign page gets here by DNS; a page that fetches, instead of sending its reader here, says so. */
static ConveneOauthCallbackKind
judge_headers (char  **lines,
               guint16 port)
{
  g_autofree char *host = g_strdup_printf ("127.0.0.1:%u", port);
  gboolean         is_ours = TRUE;
  guint            n_hosts = 0;

  for (char **line = lines; **line != '\0'; line++)
    {
      const char *value;

      if (!is_header (*line))
        return CONVENE_OAUTH_CALLBACK_MALFORMED;

      g_strchomp (*line);
      value = match_header (*line, "Host");
      if (value != NULL)
        {
          n_hosts++;
          is_ours = is_ours && g_str_equal (value, host);
        }
      value = match_header (*line, "Sec-Fetch-Mode");
      is_ours = is_ours && (value == NULL || g_str_equal (value, "navigate")) && match_header (*line, "Origin") == NULL;
    }

  if (n_hosts > 1)
    return CONVENE_OAUTH_CALLBACK_MALFORMED;

  return is_ours && n_hosts == 1 ? CONVENE_OAUTH_CALLBACK_CODE : CONVENE_OAUTH_CALLBACK_WRONG_HOST;
}

/* "GET /oauth/callback?… HTTP/1.1": *query is what follows the '?', within the line. */
static ConveneOauthCallbackKind
judge_request_line (char  *line,
                    char **query)
{
  char *target = strchr (line, ' ');
  char *version = target != NULL ? strchr (target + 1, ' ') : NULL;

  if (version == NULL || (!g_str_equal (version, " HTTP/1.1") && !g_str_equal (version, " HTTP/1.0")))
    return CONVENE_OAUTH_CALLBACK_MALFORMED;

  *target++ = '\0';
  *version = '\0';
  if (!is_visible (line, 32) || !is_visible (target, CONVENE_OAUTH_CALLBACK_MAX_HEAD))
    return CONVENE_OAUTH_CALLBACK_MALFORMED;

  *query = strchr (target, '?');
  if (*query != NULL)
    *(*query)++ = '\0';
  if (!g_str_equal (line, "GET") || !g_str_equal (target, CONVENE_OAUTH_CALLBACK_PATH))
    return CONVENE_OAUTH_CALLBACK_ELSEWHERE;

  return CONVENE_OAUTH_CALLBACK_CODE;
}

/* `lines`: the request line, the headers, an empty one. */
static ConveneOauthCallbackKind
judge_lines (ConveneOauthCallback *self,
             char                **lines,
             guint16               port,
             ConveneSecret        *state)
{
  ConveneOauthCallbackKind kind;
  char                    *query;

  kind = judge_request_line (lines[0], &query);
  if (kind == CONVENE_OAUTH_CALLBACK_CODE)
    kind = judge_headers (lines + 1, port);
  if (kind == CONVENE_OAUTH_CALLBACK_CODE)
    kind = judge_query (self, query != NULL ? query : "", state);
  return kind;
}

ConveneOauthCallback *
convene_oauth_callback_parse (const char    *head,
                              gsize          length,
                              guint16        port,
                              ConveneSecret *state)
{
  ConveneOauthCallback *self = g_new0 (ConveneOauthCallback, 1);
  char                 *text;
  char                **lines;

  self->kind = CONVENE_OAUTH_CALLBACK_MALFORMED;
  if (length > CONVENE_OAUTH_CALLBACK_MAX_HEAD || memchr (head, '\0', length) != NULL)
    return self;

  text = g_strndup (head, length);
  if (g_str_has_suffix (text, "\r\n\r\n"))
    {
      lines = g_strsplit (text, "\r\n", -1);
      self->kind = judge_lines (self, lines, port, state);
      free_texts (lines);
    }
  convene_secret_free_text (text);
  return self;
}

void
convene_oauth_callback_free (ConveneOauthCallback *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->code, convene_secret_unref);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->description, g_free);
  g_free (self);
}

gboolean
convene_oauth_callback_is_final (ConveneOauthCallbackKind kind)
{
  return kind == CONVENE_OAUTH_CALLBACK_CODE || kind == CONVENE_OAUTH_CALLBACK_DECLINED || kind == CONVENE_OAUTH_CALLBACK_FAILED;
}
