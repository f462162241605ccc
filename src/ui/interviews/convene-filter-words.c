/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-filter-words.h"

#include <glib/gi18n-lib.h>

#include "convene-words.h"

static const struct
{
  const char *property;
  const char *name;
  const char *clear;
  const char *search;
  const char *set;
} kinds[] = {
  [CONVENE_FILTER_PLATFORM] = { "platform", NC_ ("filter", "Platform"), N_("Clear Platform"), NULL, NC_ ("filter", "Platform: %s") },
                                [CONVENE_FILTER_STATUS] = { "status", NC_ ("filter", "State"), N_("Clear State"), NULL, NC_ ("filter", "State: %s") },
                                                            [CONVENE_FILTER_JOB] = { "job", NC_ ("filter", "Job"), N_("Clear Job"), N_("Search Jobs"), NC_ ("filter", "Job: %s") },
                                                                                     [CONVENE_FILTER_HOST] = { "host", NC_ ("filter", "Host"), N_("Clear Host"), N_("Search Hosts"), NC_ ("filter", "Host: %s") },
                                                                                                               [CONVENE_FILTER_PERSON] = { "person", NC_ ("filter", "Person"), N_("Clear Person"), N_("Search People"), NC_ ("filter", "Person: %s") },
                                                                                                                                           [CONVENE_FILTER_PERIOD] = { "period", NC_ ("filter", "Time"), N_("Clear Time"), NULL, NC_ ("filter", "Time: %s") },
                                                                                                                                           };

static const ConvenePlatform platforms[] = {
  CONVENE_PLATFORM_ZOOM,
  CONVENE_PLATFORM_GOOGLE_MEET,
  CONVENE_PLATFORM_TEAMS,
  CONVENE_PLATFORM_LINK,
  CONVENE_PLATFORM_PHONE,
  CONVENE_PLATFORM_IN_PERSON,
};

static const ConveneStatus statuses[] = {
  CONVENE_STATUS_PROPOSED,
  CONVENE_STATUS_SCHEDULED,
  CONVENE_STATUS_COMPLETED,
  CONVENE_STATUS_NO_SHOW,
  CONVENE_STATUS_CANCELLED,
};

static const char *
get_period (ConvenePeriod period)
{
  switch (period)
    {
    case CONVENE_PERIOD_TODAY:
      return C_("time", "Today");
    case CONVENE_PERIOD_TOMORROW:
      return C_("time", "Tomorrow");
    case CONVENE_PERIOD_THIS_WEEK:
      return C_("time", "This week");
    case CONVENE_PERIOD_NEXT_WEEK:
      return C_("time", "Next week");
    case CONVENE_PERIOD_THIS_MONTH:
      return C_("time", "This month");
    case CONVENE_PERIOD_UPCOMING:
      return C_("time", "Upcoming");
    case CONVENE_PERIOD_PAST:
      return C_("time", "Past");
    case CONVENE_PERIOD_ANY:
    default:
      return C_("time", "Any time");
    }
}

const char *
convene_filter_kind_get_property (ConveneFilterKind kind)
{
  g_return_val_if_fail (kind < CONVENE_FILTER_N_KINDS, NULL);

  return kinds[kind].property;
}

gboolean
convene_filter_kind_is_read (ConveneFilterKind kind)
{
  g_return_val_if_fail (kind < CONVENE_FILTER_N_KINDS, FALSE);

  return kinds[kind].search != NULL;
}

const char *
convene_filter_words_kind (ConveneFilterKind kind)
{
  g_return_val_if_fail (kind < CONVENE_FILTER_N_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "filter", kinds[kind].name);
}

const char *
convene_filter_words_clear (ConveneFilterKind kind)
{
  g_return_val_if_fail (kind < CONVENE_FILTER_N_KINDS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, kinds[kind].clear);
}

const char *
convene_filter_words_search (ConveneFilterKind kind)
{
  g_return_val_if_fail (convene_filter_kind_is_read (kind), NULL);

  return g_dgettext (GETTEXT_PACKAGE, kinds[kind].search);
}

static void
add_choice (GPtrArray  *list,
            GType       type,
            int         value,
            const char *label)
{
  g_ptr_array_add (list, convene_choice_new (convene_enum_to_nick (type, value), label));
}

GPtrArray *
convene_filter_words_list (ConveneFilterKind kind)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; kind == CONVENE_FILTER_PLATFORM && i < G_N_ELEMENTS (platforms); i++)
    add_choice (list, CONVENE_TYPE_PLATFORM, platforms[i], convene_words_platform (platforms[i]));
  for (guint i = 0; kind == CONVENE_FILTER_STATUS && i < G_N_ELEMENTS (statuses); i++)
    add_choice (list, CONVENE_TYPE_STATUS, statuses[i], convene_words_status (statuses[i]));
  for (int i = CONVENE_PERIOD_TODAY; kind == CONVENE_FILTER_PERIOD && i <= CONVENE_PERIOD_PAST; i++)
    add_choice (list, CONVENE_TYPE_PERIOD, i, get_period (i));

  return list->len > 0 ? g_steal_pointer (&list) : NULL;
}

char *
convene_filter_words_value (ConveneFilterKind kind,
                            const char       *value)
{
  g_autoptr(GPtrArray) list = convene_filter_words_list (kind);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_strcmp0 (convene_choice_get_value (g_ptr_array_index (list, i)), value) == 0)
      return g_strdup (convene_choice_get_label (g_ptr_array_index (list, i)));

  return g_strdup (value);
}

char *
convene_filter_words_set (ConveneFilterKind kind,
                          const char       *label)
{
  g_return_val_if_fail (kind < CONVENE_FILTER_N_KINDS, NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "filter", kinds[kind].set), label);
#pragma GCC diagnostic pop
}

static void
add_words (GString    *words,
           const char *part)
{
  if (words->len > 0)
    /* Translators: what stands between the parts of what a list is narrowed to: "Platform: Zoom · Job: Designer". */
    g_string_append (words, C_("between filters", " · "));
  g_string_append (words, part);
}

static void
add_kind (GString          *words,
          ConveneFilter    *filter,
          ConveneFilterKind kind)
{
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;
  g_autofree char *set = NULL;

  g_object_get (filter, kinds[kind].property, &value, NULL);
  if (value == NULL)
    return;

  label = convene_filter_words_value (kind, value);
  set = convene_filter_words_set (kind, label);
  add_words (words, set);
}

char *
convene_filter_words_describe (ConveneFilter *filter)
{
  const char *text;
  GString    *words;

  g_return_val_if_fail (CONVENE_IS_FILTER (filter), NULL);

  words = g_string_new (NULL);
  text = convene_filter_get_text (filter);
  if (text != NULL)
    {
      /* Translators: the words that somebody looks for. */
      g_autofree char *quoted = g_strdup_printf (C_("search", "“%s”"), text);

      add_words (words, quoted);
    }
  for (guint kind = 0; kind < CONVENE_FILTER_N_KINDS; kind++)
    add_kind (words, filter, kind);
  if (convene_filter_get_attention (filter))
    add_words (words, C_("filter", "Needs attention"));

  return g_string_free (words, words->len == 0);
}
