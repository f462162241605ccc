/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-handlers.h"

#include <string.h>

#include "convene-clock.h"
#include "convene-practice-json.h"
#include "convene-practice-meeting-body.h"
#include "convene-practice-validate.h"

#define DEFAULT_PAGE_SIZE 30
#define MAX_PAGE_SIZE 300
#define PAGE_TOKEN_LIFE (15 * CONVENE_MINUTE)
#define WINDOW (182 * CONVENE_DAY) /* upcoming and previous meetings: at most 6 months */

/* Not a secret: it only keeps tokens of another's making from being taken. */
#define PAGE_TOKEN_KEY "practice pages"

typedef struct
{
  const char *type;
  const char *host;
  gint64      now;
  gint64      from;
  gint64      to;
  gint64      page_size;
  gint64      page_number;
  gint64      offset;
} ListQuery;

static char *
sign_page (const ListQuery *query,
           gint64           offset,
           gint64           issued_at)
{
  g_autofree char *text = g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                           query->host, query->type, query->from, query->to, query->page_size, offset, issued_at);

  return g_compute_hmac_for_string (G_CHECKSUM_SHA1, (const guchar *) PAGE_TOKEN_KEY, strlen (PAGE_TOKEN_KEY), text, -1);
}

static char *
format_page_token (const ListQuery *query,
                   gint64           offset)
{
  g_autofree char *signature = sign_page (query, offset, query->now);

  return g_strdup_printf ("%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x-%s", offset, query->now, signature);
}

static gboolean
read_page_token (ListQuery  *query,
                 const char *token)
{
  g_auto(GStrv) parts = g_strsplit (token, "-", -1);
  g_autofree char *signature = NULL;
  gint64           offset;
  gint64           issued_at;

  if (g_strv_length (parts) != 3 ||
      !g_ascii_string_to_signed (parts[0], 16, 0, G_MAXINT64, &offset, NULL) ||
      !g_ascii_string_to_signed (parts[1], 16, 0, G_MAXINT64, &issued_at, NULL))
    return FALSE;

  signature = sign_page (query, offset, issued_at);
  if (!g_str_equal (signature, parts[2]) || issued_at + PAGE_TOKEN_LIFE < query->now)
    return FALSE;

  query->offset = offset;
  return TRUE;
}

static gboolean
read_number (ConvenePracticeRequest *request,
             const char             *name,
             gint64                  max,
             gint64                 *number)
{
  const char *text = convene_practice_request_get_query (request, name);

  return text == NULL || g_ascii_string_to_signed (text, 10, 1, max, number, NULL);
}

/* A day of "from" or "to", in the zone that the query names; `days` later. */
static gboolean
read_day (ConvenePracticeRequest *request,
          const char             *name,
          int                     days,
          gint64                 *instant)
{
  const char *text = convene_practice_request_get_query (request, name);
  const char *zone_name = convene_practice_request_get_query (request, "timezone");
  g_autoptr(GTimeZone) zone = convene_practice_find_zone (zone_name != NULL ? zone_name : "UTC");
  g_autofree char *start = g_strdup_printf ("%sT00:00:00", text != NULL ? text : "");

  if (text == NULL)
    return TRUE;
  if (zone == NULL || !convene_practice_parse_start (start, zone, instant))
    return FALSE;

  *instant += days * CONVENE_DAY;
  return TRUE;
}

static ConvenePracticeAnswer *
read_query (ConvenePracticeRequest *request,
            ListQuery              *query)
{
  static const char *const types[] = { "scheduled", "live", "upcoming", "upcoming_meetings", "previous_meetings", NULL };
  const char              *token = convene_practice_request_get_query (request, "next_page_token");
  const char              *type = convene_practice_request_get_query (request, "type");

  query->type = type != NULL ? type : "scheduled";
  if (!g_strv_contains (types, query->type))
    return convene_practice_answer_new_field ("type", "Invalid field.");
  if (!read_number (request, "page_size", MAX_PAGE_SIZE, &query->page_size))
    return convene_practice_answer_new_field ("page_size", "The value must be between 1 and 300.");
  if (!read_number (request, "page_number", G_MAXINT32, &query->page_number))
    return convene_practice_answer_new_field ("page_number", "Invalid field.");
  if (!read_day (request, "from", 0, &query->from))
    return convene_practice_answer_new_field ("from", "Invalid field.");
  if (!read_day (request, "to", 1, &query->to))
    return convene_practice_answer_new_field ("to", "Invalid field.");

  query->offset = (query->page_number - 1) * query->page_size;
  if (token != NULL && *token != '\0' && !read_page_token (query, token))
    return convene_practice_answer_new_error (400, 300, "The next page token is invalid or expired.");

  return NULL;
}

/* Instant meetings are in no list. */
static gboolean
is_listed (const ConvenePracticeMeeting *meeting,
           const ListQuery              *query)
{
  gint64 end = meeting->start + convene_practice_json_get_int (meeting->body, "duration", 0) * CONVENE_MINUTE;

  if (meeting->is_deleted || meeting->visible_at > query->now || convene_practice_json_get_int (meeting->body, "type", 2) == 1)
    return FALSE;
  if (!g_str_equal (convene_practice_meeting_get_host (meeting), query->host))
    return FALSE;
  if (meeting->start < query->from || meeting->start >= query->to)
    return FALSE;

  if (g_str_equal (query->type, "scheduled"))
    return !convene_practice_meeting_is_expired (meeting, query->now);
  if (g_str_equal (query->type, "live"))
    return convene_practice_meeting_is_live (meeting);
  if (g_str_has_prefix (query->type, "upcoming"))
    return end > query->now && meeting->start < query->now + WINDOW;
  if (g_str_equal (query->type, "previous_meetings"))
    return end <= query->now && end > query->now - WINDOW;

  return FALSE;
}

static int
compare_starts_cb (gconstpointer a,
                   gconstpointer b)
{
  const ConvenePracticeMeeting *x = *(const ConvenePracticeMeeting *const *) a;
  const ConvenePracticeMeeting *y = *(const ConvenePracticeMeeting *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return x->id < y->id ? -1 : x->id > y->id;
}

static GPtrArray *
collect (ConvenePracticeState *state,
         const ListQuery      *query)
{
  GPtrArray *all = convene_practice_meetings_get_all (state->meetings);
  GPtrArray *listed = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_listed (g_ptr_array_index (all, i), query))
      g_ptr_array_add (listed, g_ptr_array_index (all, i));
  g_ptr_array_sort (listed, compare_starts_cb);

  return listed;
}

static JsonObject *
format_page (GPtrArray       *listed,
             const ListQuery *query)
{
  JsonObject      *page = json_object_new ();
  JsonArray       *items = json_array_new ();
  gint64           end = MIN (query->offset + query->page_size, listed->len);
  g_autofree char *token = end < listed->len ? format_page_token (query, end) : g_strdup ("");

  for (gint64 i = query->offset; i < end; i++)
    {
      const ConvenePracticeMeeting *meeting = g_ptr_array_index (listed, i);

      json_array_add_object_element (items, convene_practice_meeting_body_list (meeting->body));
    }

  json_object_set_int_member (page, "page_count", (listed->len + query->page_size - 1) / query->page_size);
  json_object_set_int_member (page, "page_number", query->offset / query->page_size + 1);
  json_object_set_int_member (page, "page_size", query->page_size);
  json_object_set_int_member (page, "total_records", listed->len);
  json_object_set_string_member (page, "next_page_token", token);
  json_object_set_array_member (page, "meetings", items);
  return page;
}

ConvenePracticeAnswer *
convene_practice_handle_list (ConvenePracticeState   *state,
                              ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *user = convene_practice_request_find_user (request);
  ListQuery                  query = { .now = convene_practice_state_now (state), .from = G_MININT64, .to = G_MAXINT64, .page_size = DEFAULT_PAGE_SIZE, .page_number = 1 };
  g_autoptr(GPtrArray) listed = NULL;
  ConvenePracticeAnswer *refusal;

  if (user == NULL)
    return convene_practice_answer_new_no_user (request->path[1]);

  query.host = user->address;
  refusal = read_query (request, &query);
  if (refusal != NULL)
    return refusal;

  listed = collect (state, &query);
  return convene_practice_answer_new_json (200, format_page (listed, &query));
}
