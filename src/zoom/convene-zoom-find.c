/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-find.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-agenda.h"
#include "convene-error.h"
#include "convene-zoom-client-private.h"
#include "convene-zoom-parse.h"

#define PAGE_SIZE 300 /* Zoom: list a user's meetings: the most it gives at once */
#define PAGES_MAX 100
#define CLOCK_DIFFERENCE (2 * CONVENE_MINUTE)

typedef struct
{
  /* what is looked for */
  char    *meetings_path;
  char    *reference; /* may be NULL */
  gboolean shows;     /* whether the agenda shows the reference, so that nothing else counts */
  char    *typed;     /* a reference that the person's own agenda has, or NULL */
  char    *topic;
  gint64   start;
  int      duration;
  gint64   created_after;

  /* how far it is */
  guint       n_pages;
  gboolean    restarted;
  GHashTable *tokens;  /* of the pages asked for */
  GHashTable *numbers; /* of the meetings seen */

  /* what was found */
  GPtrArray *marked; /* with the reference */
  GPtrArray *alike;  /* without it, but with topic, start, duration and time of creation */
} Find;

static void
find_free (gpointer data)
{
  Find *find = data;

  g_free (find->meetings_path);
  g_free (find->reference);
  g_free (find->typed);
  g_free (find->topic);
  g_clear_pointer (&find->tokens, g_hash_table_unref);
  g_clear_pointer (&find->numbers, g_hash_table_unref);
  g_clear_pointer (&find->marked, g_ptr_array_unref);
  g_clear_pointer (&find->alike, g_ptr_array_unref);
  g_free (find);
}

static void
find_begin (Find *find)
{
  g_clear_pointer (&find->tokens, g_hash_table_unref);
  g_clear_pointer (&find->numbers, g_hash_table_unref);
  g_clear_pointer (&find->marked, g_ptr_array_unref);
  g_clear_pointer (&find->alike, g_ptr_array_unref);
  find->n_pages = 0;
  find->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  find->marked = g_ptr_array_new_with_free_func (g_object_unref);
  find->alike = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What was sent tells, not what the interview says by now: it may have been edited since. */
static Find *
find_new (const char     *meetings_path,
          ConveneMeeting *intent,
          gint64          since)
{
  Find            *find = g_new0 (Find, 1);
  const char      *topic = convene_meeting_get_topic (intent);
  g_autofree char *shown = convene_agenda_dup_reference (convene_meeting_get_agenda (intent));

  find->meetings_path = g_strdup (meetings_path);
  find->reference = g_strdup (convene_meeting_get_reference (intent));
  find->shows = find->reference != NULL && g_strcmp0 (shown, find->reference) == 0;
  find->typed = find->shows ? NULL : g_steal_pointer (&shown);
  find->topic = g_strstrip (g_strdup (topic != NULL ? topic : ""));
  find->start = convene_meeting_get_start (intent);
  find->duration = convene_meeting_get_duration (intent);
  find->created_after = since - CLOCK_DIFFERENCE;
  find_begin (find);
  return find;
}

static gboolean
is_marked (Find           *find,
           ConveneMeeting *meeting)
{
  return find->reference != NULL && g_strcmp0 (convene_meeting_get_reference (meeting), find->reference) == 0;
}

/* A meeting that shows another reference was made for another interview, however alike it is. */
static gboolean
is_alike (Find           *find,
          ConveneMeeting *meeting)
{
  const char      *topic = convene_meeting_get_topic (meeting);
  g_autofree char *stripped = g_strstrip (g_strdup (topic != NULL ? topic : ""));

  return g_strcmp0 (convene_meeting_get_reference (meeting), find->typed) == 0 && g_str_equal (stripped, find->topic) &&
         convene_meeting_get_start (meeting) == find->start && convene_meeting_get_duration (meeting) == find->duration &&
         convene_meeting_get_created_at (meeting) >= find->created_after;
}

/* A list that changes while it is read shows a meeting on two pages. */
static gboolean
is_new (Find           *find,
        ConveneMeeting *meeting)
{
  gint64 number = convene_meeting_get_number (meeting);

  return g_hash_table_add (find->numbers, g_memdup2 (&number, sizeof number));
}

static void
find_take_page (Find      *find,
                GPtrArray *page)
{
  for (guint i = 0; i < page->len; i++)
    {
      ConveneMeeting *meeting = page->pdata[i];

      if (!is_new (find, meeting))
        continue;
      if (is_marked (find, meeting))
        g_ptr_array_add (find->marked, g_object_ref (meeting));
      else if (is_alike (find, meeting))
        g_ptr_array_add (find->alike, g_object_ref (meeting));
    }

  find->n_pages++;
}

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  ConveneMeeting *first = *(ConveneMeeting *const *) a;
  ConveneMeeting *second = *(ConveneMeeting *const *) b;
  gint64          difference = convene_meeting_get_created_at (first) - convene_meeting_get_created_at (second);

  if (difference == 0)
    difference = convene_meeting_get_number (first) - convene_meeting_get_number (second);

  return difference < 0 ? -1 : difference > 0;
}

static GPtrArray *
find_dup_result (Find *find)
{
  GPtrArray *result = find->marked->len > 0 || find->shows ? find->marked : find->alike;

  g_ptr_array_sort (result, compare_age);
  return g_ptr_array_ref (result);
}

/* No "from" and "to": what day they mean in which zone is not documented, and a meeting that is missed here is made twice. */
static char *
find_dup_path (Find       *find,
               const char *token)
{
  g_autofree char *escaped = token != NULL ? g_uri_escape_string (token, NULL, FALSE) : NULL;

  if (escaped == NULL)
    return g_strdup_printf ("%s?type=scheduled&page_size=%d", find->meetings_path, PAGE_SIZE);

  return g_strdup_printf ("%s?type=scheduled&page_size=%d&next_page_token=%s", find->meetings_path, PAGE_SIZE, escaped);
}

/* Whether there may be a page with this token: not one that was asked for already, and not endlessly many. */
static gboolean
find_check_token (Find       *find,
                  const char *token,
                  GError    **error)
{
  if (find->n_pages < PAGES_MAX && g_hash_table_add (find->tokens, g_strdup (token)))
    return TRUE;

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _ ("Zoom’s list of meetings has no end: look there by hand, or try again later"));
  return FALSE;
}

/* A token is good for 15 minutes, and Zoom refuses one that it does not like: the list is begun anew, once. A second time it is no refusal of what
 * was asked but an answer that makes no sense. */
static gboolean
find_restart (Find   *find,
              GError *error)
{
  if (find->n_pages == 0 || !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED))
    return FALSE;

  if (find->restarted)
    {
      error->code = CONVENE_ERROR_BAD_ANSWER;
      return FALSE;
    }

  find->restarted = TRUE;
  find_begin (find);
  return TRUE;
}

static void
ask (GTask              *task,
     const char         *token,
     GAsyncReadyCallback callback)
{
  g_autofree char *path = find_dup_path (g_task_get_task_data (task), token);

  convene_zoom_client_send (task, "GET", path, NULL, callback);
}

static void
page_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  g_autoptr(GPtrArray) page = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char  *token = NULL;
  Find             *find = g_task_get_task_data (task);
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, "GET", object, result, &answer, &error);
  if (reply != NULL)
    page = convene_zoom_parse_page (&answer, &token, &error);

  if (page != NULL)
    find_take_page (find, page);
  else if (find_restart (find, error))
    g_clear_error (&error);

  if (error != NULL || (token != NULL && !find_check_token (find, token, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (page == NULL || token != NULL)
    ask (g_steal_pointer (&task), token, page_cb);
  else
    g_task_return_pointer (task, find_dup_result (find), (GDestroyNotify) g_ptr_array_unref);
}

void
convene_zoom_find_async (ConveneZoomClient  *client,
                         const char         *meetings_path,
                         ConveneMeeting     *intent,
                         gint64              since,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_ZOOM_CLIENT (client));
  g_return_if_fail (meetings_path != NULL);
  g_return_if_fail (CONVENE_IS_MEETING (intent));

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_zoom_find_async);
  g_task_set_task_data (task, find_new (meetings_path, intent, since), find_free);
  ask (task, NULL, page_cb);
}

GPtrArray *
convene_zoom_find_finish (ConveneZoomClient *client,
                          GAsyncResult      *result,
                          GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
