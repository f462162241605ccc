/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-search.h"

#include <glib/gi18n-lib.h>

#include "convene-details.h"
#include "convene-next-words.h"
#include "convene-search-text.h"
#include "convene-words.h"

/* So many are looked through for a time of day. */
#define MOST_READ 250

/* What is tried one after the other until something is found. */
typedef enum
{
  TRY_TIME, /* the words, at that time */
  TRY_TEXT, /* everything as words: "Level 4 PM" may be a job */
  N_TRIES,
} Try;

typedef struct
{
  ConveneSearchText *text;
  Try                tries[N_TRIES];
  guint              n_tries;
  guint              tried;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  convene_search_text_free (self->text);
  g_free (self);
}

static Search *
search_new (const char *const *terms)
{
  Search            *self = g_new0 (Search, 1);
  ConveneSearchText *text = convene_search_text_parse (terms, convene_words_has_twelve_hours ());

  self->text = text;
  if (text->from >= 0 && text->certain)
    self->tries[self->n_tries++] = TRY_TIME;
  if (*text->text != '\0')
    self->tries[self->n_tries++] = TRY_TEXT;
  if (text->from >= 0 && !text->certain)
    self->tries[self->n_tries++] = TRY_TIME;
  return self;
}

static gint64
get_midnight (gint64 now)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);

  return now - (g_date_time_get_hour (local) * CONVENE_HOUR + g_date_time_get_minute (local) * CONVENE_MINUTE + CONVENE_MINUTE);
}

/* Those that are cancelled or those that are not, at the time that is named, if there is one. */
static void
append_uids (GStrvBuilder            *uids,
             GPtrArray               *interviews,
             const ConveneSearchText *text,
             gboolean                 cancelled)
{
  for (guint i = 0; i < interviews->len; i++)
    {
      ConveneInterview    *interview = g_ptr_array_index (interviews, i);
      const ConveneMoment *start = convene_interview_get_start (interview);

      if (cancelled != (convene_interview_get_status (interview) == CONVENE_STATUS_CANCELLED))
        continue;
      if (text != NULL && (start == NULL || !convene_search_text_fits (text, convene_moment_get_instant (start), NULL)))
        continue;

      g_strv_builder_add (uids, convene_interview_get_uid (interview));
    }
}

/* `text`: NULL where the time of day does not matter. */
static GStrv
choose (GPtrArray               *interviews,
        const ConveneSearchText *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GStrv uids;

  append_uids (builder, interviews, text, FALSE);
  append_uids (builder, interviews, text, TRUE);
  uids = g_strv_builder_end (builder);
  for (guint i = CONVENE_SEARCH_MAX, n = g_strv_length (uids); i < n; i++)
    g_clear_pointer (&uids[i], g_free);
  return uids;
}

/* What was read of a time of day is looked through, and may be more than is shown. */
static void
try_next (GTask              *task,
          GAsyncReadyCallback callback)
{
  Search                *search = g_task_get_task_data (task);
  ConveneEngine         *engine = g_task_get_source_object (task);
  gint64                 now = convene_clock_now (convene_engine_get_clock (engine));
  gboolean               at_time = search->tries[search->tried] == TRY_TIME;
  ConveneInterviewFilter filter = {
    .all = TRUE,
    .now = now,
    .from = at_time ? get_midnight (now) : 0,
    .search = at_time ? search->text->words : search->text->text,
    .named = TRUE,
    .limit = at_time ? MOST_READ : CONVENE_SEARCH_MAX,
  };

  convene_engine_list_interviews_async (engine, &filter, g_task_get_cancellable (task), callback, task);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) interviews = convene_engine_list_interviews_finish (CONVENE_ENGINE (source), result, NULL, &error);
  g_auto(GStrv) uids = NULL;

  if (interviews == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  uids = choose (interviews, search->tries[search->tried] == TRY_TIME ? search->text : NULL);
  search->tried++;
  if (uids[0] == NULL && search->tried < search->n_tries)
    try_next (g_steal_pointer (&task), listed_cb);
  else
    g_task_return_pointer (task, g_steal_pointer (&uids), (GDestroyNotify) g_strfreev);
}

void
convene_search_async (ConveneEngine      *engine,
                      const char *const  *terms,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Search *search;

  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (terms != NULL);

  task = g_task_new (engine, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_search_async);
  search = search_new (terms);
  g_task_set_task_data (task, search, search_free);
  if (search->n_tries == 0)
    g_task_return_pointer (task, g_new0 (char *, 1), (GDestroyNotify) g_strfreev);
  else
    try_next (g_steal_pointer (&task), listed_cb);
}

GStrv
convene_search_finish (ConveneEngine *engine,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, engine), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
convene_search_joins (ConveneInterview *interview,
                      gint64            now)
{
  const ConveneMoment *start;
  gint64               begins;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  start = convene_interview_get_start (interview);
  if (start == NULL || convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED || convene_details_get_link (interview) == NULL)
    return FALSE;

  begins = convene_moment_get_instant (start);
  return begins <= now + CONVENE_NEXT_JOIN && now < begins + convene_interview_get_duration (interview) * CONVENE_MINUTE;
}

/* When, for which job, where. */
static char *
describe_plainly (ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  const char          *job = convene_interview_get_job (interview);
  const char          *platform = convene_words_platform (convene_interview_get_platform (interview));
  g_autofree char     *when = start != NULL ? convene_words_short (convene_moment_get_instant (start), NULL) : NULL;

  if (when == NULL)
    return g_strdup_printf ("%s · %s", job != NULL ? job : "", platform);

  /* Translators: day and time, job, where it takes place: “Tue 1 Dec, 10:00 · Staff Engineer · Zoom” */
  return g_strdup_printf (_("%s · %s · %s"), when, job != NULL ? job : "", platform);
}

char *
convene_search_describe (ConveneInterview *interview,
                         gint64            now)
{
  g_autofree char *plainly = NULL;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  plainly = describe_plainly (interview);
  if (convene_search_joins (interview, now) && convene_details_is_hosted (interview))
    /* Translators: %s is “Tue 1 Dec, 10:00 · Staff Engineer · Zoom”; choosing it starts the meeting, of which one is the host */
    return g_strdup_printf (_("Start now · %s"), plainly);
  if (convene_search_joins (interview, now))
    /* Translators: %s is “Tue 1 Dec, 10:00 · Staff Engineer · Zoom”; choosing it joins the meeting */
    return g_strdup_printf (_("Join now · %s"), plainly);
  if (convene_interview_get_status (interview) == CONVENE_STATUS_CANCELLED)
    /* Translators: %s is “Tue 1 Dec, 10:00 · Staff Engineer · Zoom” */
    return g_strdup_printf (_("Cancelled · %s"), plainly);

  return g_steal_pointer (&plainly);
}
