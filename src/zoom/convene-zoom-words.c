/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-json.h"

#define WORDS_MAX 300
#define ADMIN ":admin"
#define NO_CODE -1 /* known by its words alone */

/* Codes of Zoom's meeting and user calls, also those that its text of 2025 no longer names and its servers may still send. A code that means
 * different things (300, 3000) is not here: its words tell. */
/* clang-format off */
static const ConveneZoomMeaning meanings[] = {
  { .code = 200, .error = CONVENE_ERROR_REFUSED,
    .message = N_("Zoom does not permit this: ask the administrator of the Zoom account") },
  { .code = 1001, .words = "user does not exist", .error = CONVENE_ERROR_REFUSED, .field = "host",
    .message = N_("Zoom does not know the host: check the address, or connect the host’s account") },
  { .code = 1010, .words = "does not belong to this account", .error = CONVENE_ERROR_REFUSED, .field = "host",
    .message = N_("The host is in another Zoom account: connect the host’s account") },
  { .code = 1010, .words = "user not found on this account", .error = CONVENE_ERROR_REFUSED, .field = "host",
    .message = N_("The host is in another Zoom account: connect the host’s account") },
  { .code = 1120, .error = CONVENE_ERROR_REFUSED, .field = "host",
    .message = N_("The host has not accepted the invitation to the Zoom account: invite the host again") },
  { .code = 3001, .words = "meeting does not exist", .error = CONVENE_ERROR_GONE,
    .message = N_("The meeting does not exist at Zoom any more: make a new one") },
  { .code = 3002, .words = "since it is in progress", .error = CONVENE_ERROR_REFUSED, .field = "in-progress",
    .message = N_("The meeting is in progress: end it in Zoom first") },
  { .code = 3003, .words = "not the meeting host", .error = CONVENE_ERROR_NOT_HOST,
    .message = N_("Cannot update or delete a meeting that belongs to another Zoom host: only that host can") },
  { .code = 3007, .words = "since it has ended", .method = "DELETE", .error = CONVENE_ERROR_GONE, .field = "ended",
    .message = N_("The meeting has ended at Zoom: nothing is left to delete") },
  { .code = 3007, .words = "since it has ended", .error = CONVENE_ERROR_REFUSED, .field = "ended",
    .message = N_("The meeting has ended at Zoom: it cannot be changed any more") },
  { .code = 3018, .words = "not allowed to delete pmi", .error = CONVENE_ERROR_REFUSED,
    .message = N_("The meeting has the host’s personal number, which cannot be deleted: give the interview another meeting") },
  { .code = 3063, .words = "on-premise user", .error = CONVENE_ERROR_REFUSED,
    .message = N_("The meeting is on the company’s own Zoom server: change it there") },
  { .code = 3161, .words = "meeting hosting and scheduling capabilities", .error = CONVENE_ERROR_REFUSED, .field = "host",
    .message = N_("This Zoom user may not schedule meetings: ask the administrator of the Zoom account") },
  { .code = NO_CODE, .words = "cannot schedule a meeting for", .error = CONVENE_ERROR_REFUSED, .field = "host",
    .message = N_("Zoom does not let you schedule for this host: ask the host for the scheduling privilege") },
  { .code = NO_CODE, .words = "has not permitted access", .method = "GET", .error = CONVENE_ERROR_REFUSED,
    .message = N_("The Zoom account does not share what this needs: reconnect it and allow shared access permissions") },
  { .code = NO_CODE, .words = "has not permitted access", .error = CONVENE_ERROR_REFUSED, .field = "host",
    .message = N_("The Zoom account does not share what this needs: reconnect it and allow shared access permissions") },
};

/* Zoom's names and words for what a person typed, ours, and the mend; where several have one name of ours, the first has its mend. */
static const struct
{
  const char *zoom;
  const char *ours;
  const char *mend;
} fields[] = {
  { "alternative_host", "alternative_hosts",
    N_("Zoom did not take the alternative hosts: each must be a licensed user of the same Zoom account") },
  { "alternative host", "alternative_hosts", NULL },
  { "schedule_for", "host", N_("Zoom did not take the host: choose another one") },
  { "start_time", "start", N_("Zoom did not take the start: choose another time") },
  { "start time", "start", NULL },
  { "timezone", "timezone", N_("Zoom did not take the time zone: choose another one, such as UTC") },
  { "time zone", "timezone", NULL },
  { "password", "password", N_("Zoom did not take the password: give another one, or leave it empty") },
  { "passcode", "password", NULL },
  { "duration", "duration", N_("Zoom did not take the duration: choose another one") },
  { "agenda", "agenda", N_("Zoom did not take the agenda: change it") },
  { "topic", "job", N_("Zoom did not take the title: change the job") },
};
/* clang-format on */

gint64
convene_zoom_words_get_code (JsonObject *body)
{
  gint64 code = 0;

  if (!convene_json_get_int (body, "code", &code))
    convene_json_get_int (body, "errorCode", &code);

  return MAX (code, 0);
}

static gboolean
is_format (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR || g_unichar_type (c) == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static char *
clean (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  GString         *line = g_string_new (NULL);
  glong            length = 0;
  gboolean         blank = FALSE;

  for (const char *p = valid; *p != '\0' && length < WORDS_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || is_format (c))
        {
          blank = length > 0;
          continue;
        }
      if (blank && ++length < WORDS_MAX)
        g_string_append_c (line, ' ');
      if (length++ < WORDS_MAX)
        g_string_append_unichar (line, c);
      blank = FALSE;
    }

  return g_string_free (line, FALSE);
}

static const char *
get_message (JsonObject *body)
{
  const char *message = convene_json_get_string (body, "message");

  return message != NULL ? message : convene_json_get_string (body, "errorMessage");
}

static JsonObject *
get_detail (JsonObject *body,
            guint       index)
{
  return convene_json_array_get_object (convene_json_get_array (body, "errors"), index);
}

static guint
count_details (JsonObject *body)
{
  JsonArray *errors = convene_json_get_array (body, "errors");

  return errors != NULL ? MIN (json_array_get_length (errors), 10) : 0;
}

char *
convene_zoom_words_dup (JsonObject *body)
{
  const char *message = get_message (body);
  g_autoptr(GString) words = g_string_new (message != NULL ? message : "");

  for (guint i = 0; i < count_details (body); i++)
    {
      const char *detail = convene_json_get_string (get_detail (body, i), "message");

      if (detail != NULL && strstr (words->str, detail) == NULL)
        g_string_append_printf (words, " %s", detail);
    }

  return clean (words->str);
}

static const char *
find_field (const char *text)
{
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (fields); i++)
    if (strstr (lower, fields[i].zoom) != NULL)
      return fields[i].ours;

  return NULL;
}

char *
convene_zoom_words_dup_field (JsonObject *body)
{
  g_autofree char *words = NULL;

  for (guint i = 0; i < count_details (body); i++)
    {
      const char *field = find_field (convene_json_get_string (get_detail (body, i), "field"));

      if (field != NULL)
        return g_strdup (field);
    }

  words = convene_zoom_words_dup (body);
  return g_strdup (find_field (words));
}

const char *
convene_zoom_words_get_mend (const char *field)
{
  for (guint i = 0; field != NULL && i < G_N_ELEMENTS (fields); i++)
    if (fields[i].mend != NULL && g_str_equal (fields[i].ours, field))
      return fields[i].mend;

  return NULL;
}

/* Whether it is what an administrator's app has in place of another one of the list. */
static gboolean
is_admin_form (const char        *scope,
               const char *const *scopes)
{
  g_autofree char *plain = g_str_has_suffix (scope, ADMIN) ? g_strndup (scope, strlen (scope) - strlen (ADMIN)) : NULL;

  return plain != NULL && g_strv_contains (scopes, plain);
}

char *
convene_zoom_words_dup_scopes (const char *words)
{
  const char      *start = words != NULL ? strstr (words, "scopes:[") : NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) scopes = NULL;
  g_autoptr(GString) named = g_string_new (NULL);

  if (start == NULL)
    return NULL;

  start += strlen ("scopes:[");
  text = g_strndup (start, strspn (start, "abcdefghijklmnopqrstuvwxyz_:, "));
  scopes = g_strsplit_set (text, ", ", -1);
  for (guint i = 0; scopes[i] != NULL; i++)
    if (*scopes[i] != '\0' && !is_admin_form (scopes[i], (const char *const *) scopes))
      g_string_append_printf (named, "%s%s", named->len > 0 ? ", " : "", scopes[i]);

  return named->len > 0 ? g_strdup (named->str) : NULL;
}

static gboolean
applies (const ConveneZoomMeaning *meaning,
         const char               *method,
         guint                     status)
{
  /* a 403 is about permission, whatever its code: the meeting is there */
  if (status == 403 && meaning->error == CONVENE_ERROR_GONE)
    return FALSE;

  return meaning->method == NULL || g_strcmp0 (meaning->method, method) == 0;
}

const ConveneZoomMeaning *
convene_zoom_words_find_meaning (const char *method,
                                 guint       status,
                                 gint64      code,
                                 const char *words)
{
  g_autofree char *lower = g_ascii_strdown (words != NULL ? words : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].code == NO_CODE && applies (&meanings[i], method, status) && strstr (lower, meanings[i].words) != NULL)
      return &meanings[i];

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].code == code && applies (&meanings[i], method, status))
      return &meanings[i];

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].words != NULL && applies (&meanings[i], method, status) && strstr (lower, meanings[i].words) != NULL)
      return &meanings[i];

  return NULL;
}
