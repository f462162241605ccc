/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-scan.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-invite-line.h"
#include "convene-invite-vtimezone.h"

/* More than any invitation has. */
#define MAX_LINES 10000
#define MAX_COMPONENTS 200
#define MAX_DEPTH 4
#define MAX_PEOPLE 500
#define MAX_LINE 64000
#define MAX_METHOD 32

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef enum
{
  CALENDAR,
  EVENT,
  TIMEZONE,
  OBSERVANCE,
  OTHER,
} Part;

/* Where in a file one is. */
typedef struct
{
  ConveneInviteScan *result;
  Part               parts[MAX_DEPTH]; /* those that are open, outermost first */
  const char        *names[MAX_DEPTH];
  guint              depth;
  guint              n_lines;
  guint              n_components;
  guint              n_people;
  gboolean           has_calendar;
  guint              first_event; /* of the open calendar */
  char              *method;      /* its */
} Scanner;

/* What an event is read for, sorted. */
static const char *const wanted[] = {
  "ATTENDEE",
  "COMMENT",
  "CONFERENCE",
  "DESCRIPTION",
  "DTEND",
  "DTSTAMP",
  "DTSTART",
  "DURATION",
  "LOCATION",
  "ORGANIZER",
  "RECURRENCE-ID",
  "STATUS",
  "SUMMARY",
  "UID",
  "URL",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
};

static void
free_found (ConveneInviteFound *found)
{
  g_free (found->method);
  g_string_free (found->lines, TRUE);
  g_free (found);
}

void
convene_invite_scan_free (ConveneInviteScan *self)
{
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->vtimezones);
  g_free (self);
}

static ConveneInviteScan *
new_scan (void)
{
  ConveneInviteScan *self = g_new (ConveneInviteScan, 1);

  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) free_found);
  self->vtimezones = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_invite_vtimezone_free);
  return self;
}

static gboolean
refuse (GError    **error,
        const char *reason)
{
  return convene_error_set_field (error, "file", "%s", reason);
}

static ConveneInviteFound *
get_event (Scanner *self)
{
  return g_ptr_array_index (self->result->events, self->result->events->len - 1);
}

static ConveneInviteVtimezone *
get_vtimezone (Scanner *self)
{
  return g_ptr_array_index (self->result->vtimezones, self->result->vtimezones->len - 1);
}

static void
begin_event (Scanner *self)
{
  ConveneInviteFound *found = g_new0 (ConveneInviteFound, 1);

  found->lines = g_string_sized_new (1024);
  g_string_append (found->lines, "BEGIN:VEVENT\n");
  g_ptr_array_add (self->result->events, found);
}

static void
begin_calendar (Scanner *self)
{
  self->has_calendar = TRUE;
  self->first_event = self->result->events->len;
  g_clear_pointer (&self->method, g_free);
}

/* What a BEGIN opens, where it stands. */
static Part
judge_begin (const Scanner *self,
             const char    *name)
{
  gboolean is_top = self->depth == 0;
  Part     parent = is_top ? OTHER : self->parts[self->depth - 1];

  if (is_top && g_ascii_strcasecmp (name, "VCALENDAR") == 0)
    return CALENDAR;
  if (parent == CALENDAR && g_ascii_strcasecmp (name, "VEVENT") == 0)
    return EVENT;
  if (parent == CALENDAR && g_ascii_strcasecmp (name, "VTIMEZONE") == 0)
    return TIMEZONE;
  if (parent == TIMEZONE && (g_ascii_strcasecmp (name, "STANDARD") == 0 || g_ascii_strcasecmp (name, "DAYLIGHT") == 0))
    return OBSERVANCE;

  return OTHER;
}

static gboolean
begin (Scanner    *self,
       const char *name,
       GError    **error)
{
  Part part = judge_begin (self, name);

  /* What stands before the calendar, or after it, is not looked at. */
  if (self->depth == 0 && part != CALENDAR)
    return TRUE;
  if (self->depth == MAX_DEPTH)
    return refuse (error, _ ("The calendar file is nested deeper than any invitation"));
  if (++self->n_components > MAX_COMPONENTS)
    return convene_error_set_field (error, "file", ngettext ("The calendar file has more than %u entry: open a single invitation", "The calendar file has more than %u entries: open a single invitation", MAX_COMPONENTS), MAX_COMPONENTS);

  self->parts[self->depth] = part;
  self->names[self->depth] = name;
  self->depth++;
  if (part == CALENDAR)
    begin_calendar (self);
  else if (part == EVENT)
    begin_event (self);
  else if (part == TIMEZONE)
    g_ptr_array_add (self->result->vtimezones, convene_invite_vtimezone_new ());
  else if (part == OBSERVANCE)
    convene_invite_vtimezone_begin (get_vtimezone (self));

  return TRUE;
}

/* Its METHOD may stand after the events. */
static void
end_calendar (Scanner *self)
{
  for (guint i = self->first_event; i < self->result->events->len; i++)
    {
      ConveneInviteFound *found = g_ptr_array_index (self->result->events, i);

      found->method = g_strdup (self->method);
    }
}

static gboolean
end (Scanner    *self,
     const char *name,
     GError    **error)
{
  if (self->depth == 0)
    return TRUE;
  if (g_ascii_strcasecmp (name, self->names[self->depth - 1]) != 0)
    return refuse (error, _ ("The calendar file is damaged: something in it begins and does not end"));

  self->depth--;
  if (self->parts[self->depth] == CALENDAR)
    end_calendar (self);
  else if (self->parts[self->depth] == EVENT)
    g_string_append (get_event (self)->lines, "END:VEVENT\n");
  else if (self->parts[self->depth] == OBSERVANCE)
    convene_invite_vtimezone_end (get_vtimezone (self));

  return TRUE;
}

static char *
read_method (const char *value)
{
  gsize length = strlen (value);

  if (length == 0 || length > MAX_METHOD)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (value[i]) && value[i] != '-')
      return NULL;

  return g_ascii_strup (value, length);
}

static gboolean
add_to_calendar (Scanner                 *self,
                 const ConveneInviteLine *line,
                 GError                 **error)
{
  if (g_str_equal (line->name, "METHOD") && self->method == NULL)
    self->method = read_method (line->value);
  else if (g_str_equal (line->name, "VERSION") && g_str_equal (line->value, "1.0"))
    return refuse (error, _ ("This is a file of vCalendar 1.0, which has no invitations"));

  return TRUE;
}

static int
compare_names (const void *name,
               const void *candidate)
{
  return strcmp (name, *(const char *const *) candidate);
}

static gboolean
is_wanted (const char *name)
{
  return bsearch (name, wanted, G_N_ELEMENTS (wanted), sizeof *wanted, compare_names) != NULL;
}

/* More than there can be is no small number, but newer than all. */
static int
read_sequence (const char *value)
{
  g_autoptr(GError) error = NULL;
  guint64 sequence;

  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &sequence, &error))
    return (int) sequence;

  return g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS) ? G_MAXINT : 0;
}

static gboolean
keep_line (Scanner                 *self,
           const ConveneInviteLine *line,
           GError                 **error)
{
  GString *lines = get_event (self)->lines;

  if (strlen (line->value) + strlen (line->parameters) > MAX_LINE)
    return convene_error_set_field (error, "file", _ ("The calendar file has a line (%s) longer than any invitation’s"), line->name);
  if (g_str_equal (line->name, "ATTENDEE") && ++self->n_people > MAX_PEOPLE)
    return convene_error_set_field (error, "file", ngettext ("The calendar file has more than %u attendee, which no interview has", "The calendar file has more than %u attendees, which no interview has", MAX_PEOPLE), MAX_PEOPLE);

  /* libical takes a time with a small letter for none. */
  if (g_str_has_prefix (line->name, "DT") || g_str_equal (line->name, "DURATION"))
    for (char *p = line->value; *p != '\0'; p++)
      *p = g_ascii_toupper (*p);

  g_string_append (lines, line->name);
  if (*line->parameters != '\0')
    {
      g_string_append_c (lines, ';');
      g_string_append (lines, line->parameters);
    }
  g_string_append_c (lines, ':');
  g_string_append (lines, line->value);
  g_string_append_c (lines, '\n');
  return TRUE;
}

static gboolean
add_to_event (Scanner                 *self,
              const ConveneInviteLine *line,
              GError                 **error)
{
  ConveneInviteFound *found = get_event (self);

  /* What it repeats by is never looked at, only that it does. */
  if (g_str_equal (line->name, "RRULE") || g_str_equal (line->name, "RDATE"))
    found->is_recurring = TRUE;
  else if (g_str_equal (line->name, "SEQUENCE"))
    found->sequence = read_sequence (line->value);
  else if (*line->value != '\0' && is_wanted (line->name))
    return keep_line (self, line, error);

  return TRUE;
}

static gboolean
take_line (Scanner *self,
           char    *text,
           GError **error)
{
  ConveneInviteLine line;

  if (!convene_invite_line_split (text, &line))
    return TRUE;
  if (g_str_equal (line.name, "BEGIN"))
    return begin (self, line.value, error);
  if (g_str_equal (line.name, "END"))
    return end (self, line.value, error);
  if (self->depth == 0)
    return TRUE;

  switch (self->parts[self->depth - 1])
    {
    case CALENDAR:
      return add_to_calendar (self, &line, error);
    case EVENT:
      return add_to_event (self, &line, error);
    case TIMEZONE:
    case OBSERVANCE:
      convene_invite_vtimezone_add_property (get_vtimezone (self), line.name, line.value);
      return TRUE;
    case OTHER:
    default:
      return TRUE;
    }
}

static gboolean
take_lines (Scanner *self,
            char    *lines,
            GError **error)
{
  char *next;

  for (char *line = lines; *line != '\0'; line = next)
    {
      char *stop = strchr (line, '\n');

      next = stop != NULL ? stop + 1 : line + strlen (line);
      if (stop != NULL)
        *stop = '\0';
      if (++self->n_lines > MAX_LINES)
        return convene_error_set_field (error, "file", ngettext ("The calendar file has more than %u line: open a single invitation", "The calendar file has more than %u lines: open a single invitation", MAX_LINES), MAX_LINES);
      if (!take_line (self, line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_whole (const Scanner *self,
             GError       **error)
{
  if (!self->has_calendar)
    return refuse (error, _ ("This is no calendar file"));
  if (self->depth > 0)
    return refuse (error, _ ("The calendar file ends in the middle"));
  if (self->result->events->len == 0)
    return refuse (error, _ ("There is no event in the calendar file"));

  return TRUE;
}

ConveneInviteScan *
convene_invite_scan (char    *lines,
                     GError **error)
{
  g_autoptr(ConveneInviteScan) result = new_scan ();
  Scanner  scanner = { .result = result };
  gboolean is_good;

  if (g_str_has_prefix (lines, BYTE_ORDER_MARK))
    lines += strlen (BYTE_ORDER_MARK);

  is_good = take_lines (&scanner, lines, error) && check_whole (&scanner, error);
  g_free (scanner.method);
  return is_good ? g_steal_pointer (&result) : NULL;
}
