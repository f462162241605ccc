/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-json.h"
#include "convene-zoom-words.h"

#define CODE_WRONG_ACCOUNT 1010
#define CODE_BAD_TOKEN 124
#define CODE_MISSING_SCOPES 4711 /* its page says 4700, its servers 4711 */
#define CODE_VALIDATION 300
#define STATUS_FORBIDDEN 403
#define STATUS_TOO_MANY 429

/* Zoom does not say when: "Too many concurrent requests" is over when another request of ours is, within seconds. */
#define CONCURRENT_PAUSE (3 * CONVENE_SECOND)

/* No limit of seconds asks for more; what does is a limit of the day that does not call itself one. */
#define LONGEST_SHORT_PAUSE CONVENE_HOUR

#define DAILY_LIMIT 100 /* creates and updates of a host */

gboolean
convene_zoom_error_is_failure (const ConveneZoomAnswer *answer)
{
  gint64 code;

  g_return_val_if_fail (answer != NULL, TRUE);

  return answer->status < 200 || answer->status > 299 || convene_json_get_int (convene_json_node_get_object (answer->json), "errorCode", &code);
}

/* A few answers carry their status in the body only. */
static guint
get_status (const ConveneZoomAnswer *answer)
{
  gint64 code = 0;

  if (answer->status < 200 || answer->status > 299)
    return answer->status;

  convene_json_get_int (convene_json_node_get_object (answer->json), "errorCode", &code);
  return code >= 400 && code <= 599 ? (guint) code : 400;
}

static gboolean
has_effect (const ConveneZoomAnswer *answer)
{
  return g_strcmp0 (answer->method, "GET") != 0;
}

static GError *
new_error (ConveneError code,
           const char  *field,
           const char  *message,
           const char  *words)
{
  if (words == NULL || *words == '\0')
    return convene_error_new_field (code, field, "%s", message);

  /* Translators: what happened and what to do, then Zoom's own words */
  return convene_error_new_field (code, field, _ ("%s. Zoom says: %s"), message, words);
}

GError *
convene_zoom_error_new_bad (const ConveneZoomAnswer *answer)
{
  GError *error;

  g_return_val_if_fail (answer != NULL, NULL);

  error = new_error (CONVENE_ERROR_BAD_ANSWER, NULL, _ ("Zoom’s answer makes no sense: check the address of Zoom’s API, or try again later"), NULL);
  convene_error_set_doubtful (error, has_effect (answer));
  return error;
}

static gint64
next_midnight (gint64 now)
{
  return (now / CONVENE_DAY + 1) * CONVENE_DAY;
}

static gboolean
contains (const char *text,
          const char *part)
{
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  return lower != NULL && strstr (lower, part) != NULL;
}

/* The limit of 100 a host and day comes with the headers of another limit and without Retry-After: only its words tell. */
static gboolean
is_daily (const ConveneZoomAnswer *answer,
          const char              *words)
{
  return contains (words, "daily rate limit") || contains (answer->limit_type, "daily") || contains (answer->limit_category, "daily") ||
         answer->retry_at > answer->now + LONGEST_SHORT_PAUSE;
}

/* Zoom: rate limits. The day's limits begin anew at 00:00 UTC, unless Zoom says otherwise. */
static GError *
new_daily_limit (const ConveneZoomAnswer *answer,
                 const char              *words)
{
  gint64  midnight = next_midnight (answer->now);
  gint64  end = answer->retry_at > answer->now + CONVENE_MINUTE ? answer->retry_at : midnight;
  GError *error;

  if (end == midnight)
    error = new_error (CONVENE_ERROR_QUOTA, NULL, _ ("Zoom’s limit for this day is reached, which ends at 00:00 UTC: wait until then, or choose another host"), words);
  else
    error = new_error (CONVENE_ERROR_QUOTA, NULL, _ ("Zoom’s limit for this day is reached: wait until Zoom takes requests again, or choose another host"), words);

  convene_error_set_retry_at (error, end);
  return error;
}

static GError *
new_limit (const ConveneZoomAnswer *answer,
           const char              *words)
{
  gint64  pause = contains (words, "concurrent") ? CONCURRENT_PAUSE : CONVENE_SECOND;
  GError *error;

  if (is_daily (answer, words))
    return new_daily_limit (answer, words);

  error = new_error (CONVENE_ERROR_RATE_LIMITED, NULL, _ ("Zoom takes no more requests at the moment: wait a little"), words);
  convene_error_set_retry_at (error, MAX (answer->retry_at, answer->now + pause));
  return error;
}

static GError *
new_unreachable (const ConveneZoomAnswer *answer,
                 guint                    status,
                 const char              *words)
{
  /* Translators: %u is the number of an HTTP status */
  g_autofree char *message = g_strdup_printf (_ ("Zoom has a failure of its own (status %u): try again later"), status);
  GError          *error = new_error (CONVENE_ERROR_UNREACHABLE, NULL, message, words);

  convene_error_set_doubtful (error, has_effect (answer));
  convene_error_set_retry_at (error, answer->retry_at);
  return error;
}

static GError *
new_missing_scopes (const char *words)
{
  g_autofree char *scopes = convene_zoom_words_dup_scopes (words);

  if (scopes == NULL)
    return new_error (CONVENE_ERROR_MISSING_SCOPES, NULL, _ ("Zoom wants more permissions: reconnect the account"), words);

  return convene_error_new_field (CONVENE_ERROR_MISSING_SCOPES, NULL,
                                  /* Translators: %s is a list of names such as meeting:write:meeting */
                                  _ ("Zoom wants more permissions (%s): add them to the app, then reconnect the account"), scopes);
}

static GError *
new_refused (guint       status,
             const char *field,
             const char *words)
{
  const char *mend = convene_zoom_words_get_mend (field);

  if (mend != NULL)
    return new_error (CONVENE_ERROR_REFUSED, field, _ (mend), words);
  if (*words != '\0')
    return new_error (CONVENE_ERROR_REFUSED, field, _ ("Zoom refused this"), words);

  /* Translators: %u is the number of an HTTP status */
  return convene_error_new_field (CONVENE_ERROR_REFUSED, field, _ ("Zoom refused this without a reason (status %u): check the account"), status);
}

static GError *
new_by_code (const ConveneZoomAnswer *answer,
             guint                    status,
             gint64                   code,
             const char              *words)
{
  g_autofree char          *field = convene_zoom_words_dup_field (convene_json_node_get_object (answer->json));
  const ConveneZoomMeaning *meaning = NULL;

  if (code != CODE_VALIDATION || field == NULL)
    meaning = convene_zoom_words_find_meaning (answer->method, status, code, words);
  if (meaning != NULL)
    return new_error (meaning->error, meaning->field, _ (meaning->message), words);

  return new_refused (status, field, words);
}

static GError *
new_signed_out (const char *words)
{
  return new_error (CONVENE_ERROR_SIGNED_OUT, NULL, _ ("Zoom wants you to sign in again: reconnect the account"), words);
}

GError *
convene_zoom_error_new (const ConveneZoomAnswer *answer)
{
  g_autofree char *words = NULL;
  gint64           code;
  guint            status;

  g_return_val_if_fail (answer != NULL, NULL);

  status = get_status (answer);
  code = convene_zoom_words_get_code (convene_json_node_get_object (answer->json));
  words = convene_zoom_words_dup (convene_json_node_get_object (answer->json));

  if (status == STATUS_TOO_MANY)
    return new_limit (answer, words);
  if (status == STATUS_FORBIDDEN && contains (words, "maximum number of api requests"))
    return new_limit (answer, words);
  if (status == 408 || status >= 500)
    return new_unreachable (answer, status, words);
  if (status < 400)
    return convene_zoom_error_new_bad (answer);
  if (code == CODE_MISSING_SCOPES || contains (words, "does not contain scopes"))
    return new_missing_scopes (words);
  if (code == CODE_BAD_TOKEN || (status == 401 && code != CODE_WRONG_ACCOUNT))
    return new_signed_out (words);

  return new_by_code (answer, status, code, words);
}

gboolean
convene_zoom_error_is_pace (const ConveneZoomAnswer *answer,
                            const GError            *error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (answer != NULL, FALSE);

  words = convene_zoom_words_dup (convene_json_node_get_object (answer->json));
  return g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED) && !contains (words, "concurrent");
}

static gboolean
read_number (const char *text,
             gint64     *number)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT, number, NULL);
}

/* Zoom: create a meeting, update a meeting: 100 for each host and UTC day. A limit per second may have that number of itself, and says that it is one; the
 * refusal comes with the numbers of another limit. */
int
convene_zoom_error_get_used (const ConveneZoomAnswer *answer)
{
  g_autofree char *words = NULL;
  gint64           limit = 0, left = 0;

  g_return_val_if_fail (answer != NULL, -1);

  if (!has_effect (answer))
    return -1;

  if (answer->status == STATUS_TOO_MANY)
    {
      words = convene_zoom_words_dup (convene_json_node_get_object (answer->json));
      return contains (words, "daily rate limit") && contains (words, "particular user") ? DAILY_LIMIT : -1;
    }

  if (!read_number (answer->limit, &limit) || !read_number (answer->limit_left, &left) || contains (answer->limit_type, "qps"))
    return -1;

  return limit == DAILY_LIMIT && left <= limit ? (int) (limit - left) : -1;
}
