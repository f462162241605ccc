/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-listing.h"

#include "convene-clock.h"
#include "convene-enums.h"
#include "convene-interview-check.h"

#define MAX_WORDS 32

struct _ConveneListing
{
  ConveneInterviewFilter filter; /* its search is `search`, its uids NULL */
  char                  *search; /* FTS5 expression */
  GStrv                  words;  /* likewise, one for each word */
  char                  *job;
  char                  *host;
  char                  *person;
  char                  *uids; /* a JSON array, so that one parameter holds them all; NULL for any */
};

static char *
format_word (const char *word)
{
  GString *expression = g_string_new ("\"");

  for (const char *c = word; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *c);
    }
  g_string_append (expression, "\"*");
  return g_string_free (expression, FALSE);
}

static GStrv
format_words (const char *text)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto(GStrv) parts = g_strsplit_set (valid, " \t\r\n\v\f", -1);

  for (guint i = 0; parts[i] != NULL && words->len < MAX_WORDS; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, format_word (parts[i]));

  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_steal (words, NULL);
}

static char *
join_words (GStrv words)
{
  return words[0] != NULL ? g_strjoinv (" ", words) : NULL;
}

char *
convene_listing_format_search (const char *text)
{
  g_auto(GStrv) words = format_words (text);

  return join_words (words);
}

/* What has characters that JSON escapes is no uid of an interview. */
static char *
format_uids (const char *const *uids)
{
  GString *array = g_string_new ("[");

  for (guint i = 0; uids[i] != NULL; i++)
    {
      gboolean is_plain = g_str_is_ascii (uids[i]);

      for (const char *c = uids[i]; is_plain && *c != '\0'; c++)
        is_plain = g_ascii_isgraph (*c) && *c != '"' && *c != '\\';
      if (is_plain)
        g_string_append_printf (array, "%s\"%s\"", array->len > 1 ? "," : "", uids[i]);
    }

  g_string_append_c (array, ']');
  return g_string_free (array, FALSE);
}

/* Takes the expression, or NULL: within the columns that name an interview. */
static char *
name (char *expression)
{
  g_autofree char *any = expression;

  return any != NULL ? g_strdup_printf ("{people job number} : (%s)", any) : NULL;
}

ConveneListing *
convene_listing_new (const ConveneInterviewFilter *filter)
{
  ConveneListing *self = g_new0 (ConveneListing, 1);

  self->filter = *filter;
  self->words = format_words (filter->search);
  self->search = join_words (self->words);
  if (filter->named)
    {
      self->search = name (self->search);
      for (guint i = 0; self->words[i] != NULL; i++)
        self->words[i] = name (self->words[i]);
    }
  self->filter.search = self->search;
  self->filter.job = self->job = g_strdup (filter->job);
  self->filter.host = self->host = g_strdup (filter->host);
  self->filter.person = self->person = g_strdup (filter->person);
  self->uids = filter->uids != NULL ? format_uids (filter->uids) : NULL;
  self->filter.uids = NULL;
  return self;
}

void
convene_listing_free (ConveneListing *self)
{
  g_free (self->search);
  g_strfreev (self->words);
  g_free (self->job);
  g_free (self->host);
  g_free (self->person);
  g_free (self->uids);
  g_free (self);
}

const ConveneInterviewFilter *
convene_listing_get_filter (ConveneListing *self)
{
  return &self->filter;
}

const char *
convene_listing_get_uids (ConveneListing *self)
{
  return self->uids;
}

const char *const *
convene_listing_get_words (ConveneListing *self)
{
  return (const char *const *) self->words;
}

gboolean
convene_listing_needs_index (ConveneListing *self)
{
  const ConveneInterviewFilter *filter = &self->filter;

  return filter->job != NULL || filter->host != NULL || filter->person != NULL || filter->attention || filter->past || filter->chronological ||
         filter->descending || filter->order != CONVENE_INTERVIEW_ORDER_START;
}

static void
append_condition (GString    *sql,
                  const char *condition)
{
  g_string_append_printf (sql, "%s %s", sql->len > 0 ? " AND" : "WHERE", condition);
}

/* Which starts come into question: those that the filter asks for; for a page also what follows from the part, so that an index that begins
 * with the start need not be read from its end. The last instant is not among them. */
typedef struct
{
  gint64 from;
  gint64 to;
} Range;

static Range
get_range (ConveneListing *self)
{
  return (Range){ self->filter.from != 0 ? self->filter.from : G_MININT64, self->filter.to != 0 ? self->filter.to : G_MAXINT64 };
}

static Range
get_page_range (ConveneListing    *self,
                ConveneListingPart part)
{
  Range range = get_range (self);

  if (part == CONVENE_LISTING_UPCOMING)
    range.from = MAX (range.from, self->filter.now - CONVENE_DURATION_MAX * CONVENE_MINUTE);
  else if (part == CONVENE_LISTING_PAST)
    range.to = MIN (range.to, self->filter.now + 1);

  return range;
}

static void
append_conditions (ConveneListing *self,
                   Range           range,
                   GString        *sql)
{
  if (range.from != G_MININT64)
    append_condition (sql, "interview.start >= ?");
  if (range.to != G_MAXINT64)
    append_condition (sql, "interview.start < ?");
  if (self->filter.has_platform)
    append_condition (sql, "interview.platform = ?");
  if (self->filter.has_status)
    append_condition (sql, "interview.status = ?");
  if (self->search != NULL)
    append_condition (sql, "interview.id IN (SELECT rowid FROM interview_search WHERE interview_search MATCH ?)");
  if (self->uids != NULL)
    append_condition (sql, "interview.uid IN (SELECT value FROM json_each (?))");
}

static void
bind_conditions (ConveneListing    *self,
                 ConveneListingPart part,
                 Range              range,
                 ConveneStatement  *statement)
{
  if (part != CONVENE_LISTING_ANY)
    convene_statement_bind_number (statement, self->filter.now);
  if (range.from != G_MININT64)
    convene_statement_bind_number (statement, range.from);
  if (range.to != G_MAXINT64)
    convene_statement_bind_number (statement, range.to);
  if (self->filter.has_platform)
    convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_PLATFORM, self->filter.platform));
  if (self->filter.has_status)
    convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_STATUS, self->filter.status));
  if (self->search != NULL)
    convene_statement_bind_text (statement, self->search);
  if (self->uids != NULL)
    convene_statement_bind_text (statement, self->uids);
}

/* Nothing but the end counts. */
static gboolean
is_plain (ConveneListing *self)
{
  return self->filter.from == 0 && self->filter.to == 0 && !self->filter.has_platform && !self->filter.has_status && self->search == NULL &&
         self->uids == NULL;
}

/* Whole days are added up; only what ends today is looked at. */
static char *
format_plain_count (ConveneListingPart part)
{
  if (part == CONVENE_LISTING_ANY)
    return g_strdup ("SELECT ifnull (sum (interviews), 0) FROM interview_day");

  return g_strdup ("SELECT (SELECT ifnull (sum (interviews), 0) FROM interview_day WHERE day > ?)"
                   " + (SELECT count (*) FROM interview WHERE ends > ? AND ends < ?)");
}

static void
bind_plain_count (ConveneListing    *self,
                  ConveneListingPart part,
                  ConveneStatement  *statement)
{
  gint64 day = self->filter.now / CONVENE_DAY;

  if (part == CONVENE_LISTING_ANY)
    return;

  convene_statement_bind_number (statement, day);
  convene_statement_bind_number (statement, self->filter.now);
  convene_statement_bind_number (statement, (day + 1) * CONVENE_DAY);
}

char *
convene_listing_format_count (ConveneListing    *self,
                              ConveneListingPart part)
{
  g_autoptr(GString) conditions = g_string_new (NULL);

  g_assert (part != CONVENE_LISTING_PAST);

  if (is_plain (self))
    return format_plain_count (part);

  if (part == CONVENE_LISTING_UPCOMING)
    append_condition (conditions, "interview.ends > ?");
  append_conditions (self, get_range (self), conditions);
  return g_strconcat ("SELECT count (*) FROM interview ", conditions->str, NULL);
}

void
convene_listing_bind_count (ConveneListing    *self,
                            ConveneListingPart part,
                            ConveneStatement  *statement)
{
  if (is_plain (self))
    bind_plain_count (self, part, statement);
  else
    bind_conditions (self, part, get_range (self), statement);
}

char *
convene_listing_format_page (ConveneListing    *self,
                             ConveneListingPart part)
{
  g_autoptr(GString) conditions = g_string_new (NULL);
  const char *order = "interview.start, interview.ends, interview.id";

  /* The + keeps SQLite from the index of ends, which has another order than the page: the one of start holds both. */
  if (part == CONVENE_LISTING_UPCOMING)
    append_condition (conditions, "+interview.ends > ?");
  else if (part == CONVENE_LISTING_PAST)
    append_condition (conditions, "+interview.ends <= ?");
  if (part == CONVENE_LISTING_PAST)
    order = "interview.start DESC, interview.ends DESC, interview.id DESC";

  append_conditions (self, get_page_range (self, part), conditions);

  /* Within, the index alone is read, so that what an offset skips costs little. */
  return g_strdup_printf ("WHERE interview.id IN (SELECT interview.id FROM interview %s ORDER BY %s LIMIT ? OFFSET ?) ORDER BY %s",
                          conditions->str, order, order);
}

void
convene_listing_bind_page (ConveneListing    *self,
                           ConveneListingPart part,
                           ConveneStatement  *statement)
{
  bind_conditions (self, part, get_page_range (self, part), statement);
}
