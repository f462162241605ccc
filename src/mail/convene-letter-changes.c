/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-changes.h"

#include "convene-letter-put.h"
#include "convene-text.h"

static const char *const names[] = {
  "time_was",
  "time_is",
  "job_was",
  "platform_was",
  "place_was",
  "place_is",
  "link_new",
  "link_came",
  "link_gone",
  "password_new",
  "password_came",
  "password_gone",
  "agenda_new",
  "agenda_came",
  "agenda_gone",
  "details_new",
  "details_came",
  "details_gone",
  "people_came",
  "people_gone",
};

static gboolean
is_set (GHashTable *values,
        const char *name)
{
  const char *value = g_hash_table_lookup (values, name);

  return value != NULL && *value != '\0';
}

/* One of three flags: there was one and is another, there was none, there is none any more. `is` names the value that is there now. */
static void
put_turn (GHashTable       *values,
          const char *const flags[3],
          const char       *was,
          const char       *is)
{
  gboolean there = is_set (values, is);

  if (there || was != NULL)
    convene_letter_put_flag (values, flags[there ? (was != NULL ? 0 : 1) : 2], TRUE);
}

/* Where the clock that this reader sees shows the same as before, nothing has changed for them. */
static gboolean
put_time (GHashTable                 *values,
          const ConveneTold          *told,
          const ConveneLetterStretch *stretch,
          const char                 *zone,
          ConveneLetterWords         *words,
          GError                    **error)
{
  const ConveneMoment *start = convene_told_get_start (told);
  gint64               from = start != NULL ? convene_moment_get_instant (start) : 0;
  ConveneLetterStretch before = { from, from + convene_told_get_duration (told) * G_TIME_SPAN_MINUTE, zone };
  g_autofree char     *was = NULL;
  g_autofree char     *is = NULL;

  if (start == NULL || (before.from == stretch->from && before.to == stretch->to))
    return TRUE;

  was = convene_letter_when_format (&before, zone, words, error);
  is = was != NULL ? convene_letter_when_format (stretch, zone, words, error) : NULL;
  if (is == NULL)
    return FALSE;

  convene_letter_put (values, "time_was", g_steal_pointer (&was));
  convene_letter_put (values, "time_is", g_steal_pointer (&is));
  return TRUE;
}

/* A place is one only where people do not meet by a link. */
static const char *
get_place (ConvenePlatform platform,
           const char     *location)
{
  return platform == CONVENE_PLATFORM_PHONE || platform == CONVENE_PLATFORM_IN_PERSON ? location : NULL;
}

static void
put_place (GHashTable        *values,
           const ConveneTold *told,
           ConveneInterview  *interview)
{
  const char *was = get_place (convene_told_get_platform (told), convene_told_get_location (told));
  const char *is = get_place (convene_interview_get_platform (interview), convene_interview_get_location (interview));

  if (g_strcmp0 (was, is) != 0)
    {
      convene_letter_put_line (values, "place_was", was);
      convene_letter_put_line (values, "place_is", is);
    }
}

/* "Ada Example, Otto Optional": names, or addresses of those without, unless addresses are nobody's business. */
static char *
join_names (GPtrArray *people,
            gboolean   with_addresses)
{
  g_autoptr(GString) names_of = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *address = NULL;

      gboolean    known = convene_text_parse_person (people->pdata[i], "people", &name, &address, NULL);
      const char *shown = known && name != NULL && *name != '\0' ? name : (known && with_addresses ? address : NULL);

      if (shown != NULL)
        g_string_append_printf (names_of, "%s%s", names_of->len > 0 ? ", " : "", shown);
    }

  return g_string_free (g_steal_pointer (&names_of), FALSE);
}

static void
put_people (GHashTable               *values,
            const ConveneLetterDraft *draft)
{
  g_autoptr(GPtrArray) added = convene_told_list_added (draft->told, draft->interview);
  g_autoptr(GPtrArray) removed = convene_told_list_removed (draft->told, draft->interview);
  g_autofree char *came = join_names (added, draft->only == NULL);
  g_autofree char *gone = join_names (removed, draft->only == NULL);

  convene_letter_put_line (values, "people_came", came);
  convene_letter_put_line (values, "people_gone", gone);
}

/* whoever gets no line for the password is told nothing of a new one, which is in the link. */
static void
put_join (GHashTable               *values,
          const ConveneLetterDraft *draft,
          ConveneToldChange         changes)
{
  static const char *const links[] = { "link_new", "link_came", "link_gone" };
  static const char *const passwords[] = { "password_new", "password_came", "password_gone" };

  if (changes & CONVENE_TOLD_CHANGE_LINK)
    put_turn (values, links, convene_told_get_link (draft->told), "link");
  if ((changes & CONVENE_TOLD_CHANGE_PASSWORD) && is_set (values, "link") && !is_set (values, "password_in_link"))
    put_turn (values, passwords, convene_told_get_password (draft->told), "password");
}

static void
put_texts (GHashTable        *values,
           const ConveneTold *told,
           ConveneToldChange  changes)
{
  static const char *const agendas[] = { "agenda_new", "agenda_came", "agenda_gone" };
  static const char *const details[] = { "details_new", "details_came", "details_gone" };

  if (changes & CONVENE_TOLD_CHANGE_JOB)
    convene_letter_put_line (values, "job_was", convene_told_get_job (told));
  if (changes & CONVENE_TOLD_CHANGE_AGENDA)
    put_turn (values, agendas, convene_told_get_agenda (told), "agenda");
  if (changes & CONVENE_TOLD_CHANGE_DETAILS)
    put_turn (values, details, convene_told_get_details (told), "details");
}

static void
put_platform (GHashTable         *values,
              const ConveneTold  *told,
              ConveneLetterWords *words)
{
  const char *nick = convene_enum_to_nick (CONVENE_TYPE_PLATFORM, convene_told_get_platform (told));

  convene_letter_put (values, "platform_was", convene_letter_words_dup_word (words, "platforms", nick));
}

static gboolean
is_news (ConveneOperationKind kind)
{
  return kind == CONVENE_OPERATION_KIND_MAIL_UPDATE || kind == CONVENE_OPERATION_KIND_MAIL_LINK_READY;
}

gboolean
convene_letter_changes_put (GHashTable                 *values,
                            const ConveneLetterDraft   *draft,
                            const ConveneLetterStretch *stretch,
                            const char                 *zone,
                            ConveneLetterWords         *words,
                            GError                    **error)
{
  gboolean          known = draft->told != NULL && is_news (draft->kind);
  ConveneToldChange changes = known ? convene_told_compare (draft->told, draft->interview) : CONVENE_TOLD_CHANGE_NONE;
  gboolean          any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    convene_letter_put (values, names[i], NULL);

  if (known && !put_time (values, draft->told, stretch, zone, words, error))
    return FALSE;
  if (changes & CONVENE_TOLD_CHANGE_PLATFORM)
    put_platform (values, draft->told, words);
  if (changes & CONVENE_TOLD_CHANGE_PLACE || changes & CONVENE_TOLD_CHANGE_PLATFORM)
    put_place (values, draft->told, draft->interview);
  if (changes & CONVENE_TOLD_CHANGE_PEOPLE)
    put_people (values, draft);
  put_join (values, draft, changes);
  put_texts (values, known ? draft->told : NULL, changes);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    any |= is_set (values, names[i]);
  convene_letter_put_flag (values, "changes", any);
  return TRUE;
}
