/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-output.h"

#include <string.h>

#define LONGEST_LINE 75
#define FOLD "\r\n "

/* What an invitation needs, mostly, so that its text is not moved about while it grows. */
#define USUAL_SIZE 4096
#define USUAL_LINE 512

#define ZERO_WIDTH_JOINER 0x200d

#define DAY (24 * 60 * 60)

void
convene_invite_output_init (ConveneInviteOutput *self)
{
  self->lines = g_string_sized_new (USUAL_SIZE);
  self->line = g_string_sized_new (USUAL_LINE);
}

void
convene_invite_output_clear (ConveneInviteOutput *self)
{
  if (self->lines != NULL)
    g_string_free (g_steal_pointer (&self->lines), TRUE);
  if (self->line != NULL)
    g_string_free (g_steal_pointer (&self->line), TRUE);
}

GBytes *
convene_invite_output_finish (ConveneInviteOutput *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->lines));
}

void
convene_invite_output_begin (ConveneInviteOutput *self,
                             const char          *name)
{
  g_string_assign (self->line, name);
}

void
convene_invite_output_add_parameter (ConveneInviteOutput *self,
                                     const char          *name,
                                     const char          *value)
{
  gboolean is_quoted = value[strcspn (value, ",;:")] != '\0';

  g_string_append_c (self->line, ';');
  g_string_append (self->line, name);
  g_string_append (self->line, is_quoted ? "=\"" : "=");
  g_string_append (self->line, value);
  if (is_quoted)
    g_string_append_c (self->line, '"');
}

/* Whether two characters are one to the eye: a letter with its accent, an emoji with its skin, a family. */
static gboolean
is_joined (gunichar before,
           gunichar after)
{
  gboolean is_variant = (after >= 0xfe00 && after <= 0xfe0f) || (after >= 0x1f3fb && after <= 0x1f3ff);

  return before == ZERO_WIDTH_JOINER || after == ZERO_WIDTH_JOINER || is_variant || g_unichar_ismark (after);
}

/* How many of the octets go on one line. Readers that unfold after they decode need whole characters of UTF-8; that none is torn for the eye either is kind
 * to who reads the file, and left off where it would cost half of the line. */
static gsize
measure (const char *text,
         gsize       length,
         gsize       room)
{
  if (length <= room)
    return length;

  while (((guchar) text[room] & 0xc0) == 0x80)
    room--;
  for (const char *end = text + room, *before; end > text + room / 2; end = before)
    {
      before = g_utf8_prev_char (end);
      if (!is_joined (g_utf8_get_char (before), g_utf8_get_char (end)))
        return end - text;
    }

  return room;
}

static void
fold (ConveneInviteOutput *self)
{
  const char *text = self->line->str;
  gsize       left = self->line->len;
  gsize       piece = measure (text, left, LONGEST_LINE);

  g_string_append_len (self->lines, text, piece);
  for (text += piece, left -= piece; left > 0; text += piece, left -= piece)
    {
      piece = measure (text, left, LONGEST_LINE - strlen (" "));
      g_string_append_len (self->lines, FOLD, strlen (FOLD));
      g_string_append_len (self->lines, text, piece);
    }
  g_string_append_len (self->lines, "\r\n", 2);
}

void
convene_invite_output_end (ConveneInviteOutput *self,
                           const char          *value)
{
  g_string_append_c (self->line, ':');
  g_string_append (self->line, value);
  fold (self);
}

static void
append_escaped (GString    *line,
                const char *text)
{
  for (gsize run = strcspn (text, "\n,;\\"); text[run] != '\0'; run = strcspn (text, "\n,;\\"))
    {
      g_string_append_len (line, text, run);
      g_string_append_c (line, '\\');
      g_string_append_c (line, text[run] == '\n' ? 'n' : text[run]);
      text += run + 1;
    }
  g_string_append (line, text);
}

void
convene_invite_output_end_text (ConveneInviteOutput *self,
                                const char          *value)
{
  g_string_append_c (self->line, ':');
  append_escaped (self->line, value);
  fold (self);
}

/* The proleptic Gregorian date of a day since 1970, by counting years from March on: then the leap day is the last. */
static void
find_date (gint64 day,
           int   *year,
           int   *month,
           int   *day_of_month)
{
  gint64 since = day + 719468; /* days since 0000-03-01 */
  gint64 era = (since >= 0 ? since : since - 146096) / 146097;
  gint64 of_era = since - era * 146097;
  gint64 year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint64 of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 from_march = (5 * of_year + 2) / 153;

  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *day_of_month = of_year - (153 * from_march + 2) / 5 + 1;
  *year = year_of_era + era * 400 + (*month <= 2);
}

static void
append_number (GString *out,
               int      number,
               int      digits)
{
  char text[4];

  for (int i = digits; i > 0; i--, number /= 10)
    text[i - 1] = '0' + number % 10;
  g_string_append_len (out, text, digits);
}

/* "20261201T100000" */
static void
append_time (GString *out,
             gint64   wall)
{
  gint64 day = (wall >= 0 ? wall : wall - DAY + 1) / DAY;
  int    seconds = wall - day * DAY;
  int    year, month, day_of_month;

  find_date (day, &year, &month, &day_of_month);
  append_number (out, year, 4);
  append_number (out, month, 2);
  append_number (out, day_of_month, 2);
  g_string_append_c (out, 'T');
  append_number (out, seconds / 3600, 2);
  append_number (out, seconds / 60 % 60, 2);
  append_number (out, seconds % 60, 2);
}

void
convene_invite_output_end_time (ConveneInviteOutput *self,
                                gint64               wall,
                                gboolean             is_utc)
{
  g_string_append_c (self->line, ':');
  append_time (self->line, wall);
  if (is_utc)
    g_string_append_c (self->line, 'Z');
  fold (self);
}

void
convene_invite_output_add (ConveneInviteOutput *self,
                           const char          *name,
                           const char          *value)
{
  convene_invite_output_begin (self, name);
  convene_invite_output_end (self, value);
}

void
convene_invite_output_add_text (ConveneInviteOutput *self,
                                const char          *name,
                                const char          *value)
{
  convene_invite_output_begin (self, name);
  convene_invite_output_end_text (self, value);
}

void
convene_invite_output_add_lines (ConveneInviteOutput *self,
                                 const char          *lines)
{
  g_string_append (self->lines, lines);
}
