/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words.h"

#include <glib/gi18n-lib.h>

#include "convene-words-private.h"

typedef enum
{
  DAYS_OF_A_MONTH,
  DAYS_OF_A_YEAR,
  DAYS_OF_YEARS,
} Days;

/* Formats of g_date_time_format (): the first and the last day of a range, day or month first. */
/* clang-format off */
static const char *const formats[][2][2] = {
  [DAYS_OF_A_MONTH] = {
    /* Translators: formats of g_date_time_format (), see strftime (3): the first and the last day of "7 – 13 December 2026", and the same where the
     * locale writes the month before the day. */
    { NC_("first of a range of days", "%-d"), NC_("last of a range of days", "%-d %B %Y") },
    { NC_("first of a range of days", "%B %-d"), NC_("last of a range of days", "%-d, %Y") },
  },
  [DAYS_OF_A_YEAR] = {
    /* Translators: "30 November – 6 December 2026" */
    { NC_("first of a range of days", "%-d %B"), NC_("last of a range of days", "%-d %B %Y") },
    { NC_("first of a range of days", "%B %-d"), NC_("last of a range of days", "%B %-d, %Y") },
  },
  [DAYS_OF_YEARS] = {
    /* Translators: "28 December 2026 – 3 January 2027" */
    { NC_("first of a range of days", "%-d %B %Y"), NC_("last of a range of days", "%-d %B %Y") },
    { NC_("first of a range of days", "%B %-d, %Y"), NC_("last of a range of days", "%B %-d, %Y") },
  },
};
/* clang-format on */

static char *
format_day (const GDate *day,
            const char  *context,
            const char  *format)
{
  g_autoptr(GDateTime) date = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0, 0, 0);

  return g_date_time_format (date, g_dpgettext2 (GETTEXT_PACKAGE, context, format));
}

char *
convene_words_days (const GDate *first,
                    const GDate *last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean         month_first = convene_words_has_month_first ();
  Days             days;

  g_return_val_if_fail (first != NULL && g_date_valid (first), NULL);
  g_return_val_if_fail (last != NULL && g_date_valid (last), NULL);

  if (g_date_get_year (first) != g_date_get_year (last))
    days = DAYS_OF_YEARS;
  else
    days = g_date_get_month (first) != g_date_get_month (last) ? DAYS_OF_A_YEAR : DAYS_OF_A_MONTH;

  from = format_day (first, "first of a range of days", formats[days][month_first][0]);
  to = format_day (last, "last of a range of days", formats[days][month_first][1]);
  /* Translators: the first and the last of a range of days: "30 November – 6 December 2026". */
  return g_strdup_printf (C_("range of days", "%s – %s"), from, to);
}
