/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-place-question.h"

#include <glib/gi18n-lib.h>

#include "convene-compat.h"
#include "convene-places.h"
#include "convene-text.h"
#include "convene-toast.h"
#include "convene-words.h"

#define MOST 12 /* titles that a question names */

typedef struct
{
  GtkWidget      *parent;
  ConveneEngine  *engine;
  char           *manager; /* or NULL */
  ConvenePlatform platform;
  GCancellable   *cancellable;
  char          **titles;
} Question;

static void
question_free (Question *self)
{
  g_clear_object (&self->parent);
  g_clear_object (&self->engine);
  g_clear_object (&self->cancellable);
  g_free (self->manager);
  g_strfreev (self->titles);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

char *
convene_place_question_dup_heading (guint           n_jobs,
                                    ConvenePlatform platform)
{
  /* Translators: %s is a meeting location, %u how many jobs there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Use %s for %u Other Job Too?", "Use %s for %u Other Jobs Too?", n_jobs), convene_words_platform (platform), n_jobs);
}

char *
convene_place_question_dup_body (const char *const *titles)
{
  GString *text;
  guint    n;

  g_return_val_if_fail (titles != NULL, NULL);

  text = g_string_new (_ ("They have another meeting location now. What is scheduled already stays as it is."));
  n = g_strv_length ((char **) titles);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < MIN (n, MOST); i++)
    g_string_append_printf (text, "\n%s", titles[i]);
  if (n > MOST)
    {
      g_string_append_c (text, '\n');
      /* Translators: the end of a list */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MOST), n - MOST);
    }

  return g_string_free (text, FALSE);
}

/* `parent` may have left its window by now. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Question) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_engine_set_jobs_platform_finish (CONVENE_ENGINE (source), result, &error) && !g_cancellable_is_cancelled (self->cancellable))
    convene_toast (self->parent, error->message);
}

static void
answered_cb (gboolean yes,
             gpointer user_data)
{
  g_autoptr(Question) self = user_data;
  const char *const *titles = (const char *const *) self->titles;

  if (!yes)
    return;

  /* What was answered is done, whatever becomes of the window. */
  convene_engine_set_jobs_platform_async (self->engine, titles, self->platform, NULL, written_cb, self);
  g_steal_pointer (&self);
}

static gboolean
concerns (const Question *self,
          ConveneJob     *job)
{
  const char *manager = convene_job_get_hiring_manager_address (job);

  return self->manager == NULL || (manager != NULL && convene_address_equal (manager, self->manager));
}

static char **
list_titles (const Question *self,
             GPtrArray      *jobs)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < jobs->len; i++)
    if (concerns (self, g_ptr_array_index (jobs, i)))
      g_strv_builder_add (builder, convene_job_get_title (g_ptr_array_index (jobs, i)));

  return g_strv_builder_end (builder);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Question) self = user_data;
  g_autoptr(GPtrArray) jobs = convene_engine_list_other_places_finish (CONVENE_ENGINE (source), result, NULL);
  GtkRoot         *root = gtk_widget_get_root (self->parent);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (jobs == NULL || root == NULL)
    return;

  self->titles = list_titles (self, jobs);
  if (self->titles[0] == NULL)
    return;

  heading = convene_place_question_dup_heading (g_strv_length (self->titles), self->platform);
  body = convene_place_question_dup_body ((const char *const *) self->titles);
  convene_compat_ask (GTK_WINDOW (root), heading, body, _ ("_Use for All"), FALSE, answered_cb, self);
  g_steal_pointer (&self);
}

void
convene_place_question_ask (GtkWidget      *parent,
                            ConveneEngine  *engine,
                            const char     *manager,
                            ConvenePlatform platform,
                            GCancellable   *cancellable)
{
  Question *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));

  self = g_new0 (Question, 1);
  self->parent = g_object_ref (parent);
  self->engine = g_object_ref (engine);
  self->manager = g_strdup (manager);
  self->platform = platform;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  convene_engine_list_other_places_async (engine, platform, cancellable, listed_cb, self);
}
