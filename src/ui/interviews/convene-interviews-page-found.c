/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interviews-page-private.h"

#include <glib/gi18n-lib.h>

#include "convene-filter-words.h"

static gboolean
asks_for_something (ConveneInterviewsPage *self)
{
  return convene_filter_get_active (self->filter) || convene_filter_get_text (self->filter) != NULL;
}

static void
show_count (ConveneInterviewsPage *self,
            guint                  count)
{
  /* Translators: how many interviews a list has; with the locale's mark between thousands. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u interview", "%'u interviews", count), count);

  gtk_label_set_label (self->count, text);
}

static void
show_nothing (ConveneInterviewsPage *self)
{
  g_autofree char *asked = convene_filter_words_describe (self->filter);
  /* Translators: %s is what was looked for: "“ada” · Platform: Zoom". */
  g_autofree char *text = g_strdup_printf (_("Nothing was found for %s."), asked != NULL ? asked : "");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_failure (ConveneInterviewsPage *self,
              const char            *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* What was there before stays until it is known what comes, so that nothing flickers. */
void
convene_interviews_page_show_state (ConveneInterviewsPage *self)
{
  guint            count = self->query != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->query)) : 0;
  g_autofree char *error = NULL;

  if (self->query == NULL)
    {
      gtk_label_set_label (self->count, "");
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  g_object_get (self->query, "error", &error, NULL);
  if (error != NULL && count == 0)
    show_failure (self, error);
  if (!convene_interview_query_get_loaded (self->query))
    return;

  show_count (self, count);
  if (count > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (asks_for_something (self))
    show_nothing (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "empty");
}
