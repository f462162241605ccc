/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words-private.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "convene-words.h"

/* The place of the first of some conversions in a format of strftime (), or its length. */
static size_t
find_conversion (const char *format,
                 const char *conversions)
{
  for (const char *at = strchr (format, '%'); at != NULL && at[1] != '\0'; at = strchr (at + 2, '%'))
    {
      at += strspn (at + 1, "-_0^#EO");
      if (at[1] != '\0' && strchr (conversions, at[1]) != NULL)
        return at - format;
      if (at[1] == '\0')
        break;
    }

  return strlen (format);
}

gboolean
convene_words_has_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return find_conversion (format, "rIlpP") < strlen (format);
}

gboolean
convene_words_has_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *locale = setlocale (LC_TIME, NULL);

  /* C has the month first, and is nobody's choice. */
  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0 || g_str_has_prefix (locale, "C."))
    return FALSE;
  if (find_conversion (format, "D") < strlen (format))
    return TRUE;

  return find_conversion (format, "mbBh") < find_conversion (format, "de") && find_conversion (format, "mbBh") < find_conversion (format, "yYG");
}

#ifdef __GLIBC__
/* glibc answers numbers in place of the pointer. */
static guint
get_number (nl_item item)
{
  union
  {
    const char *text;
    guint32     number;
  } answer;

  answer.text = nl_langinfo (item);
  return answer.number;
}

int
convene_words_first_weekday (void)
{
  /* The day that the locale counts from, as a date: a Sunday or a Monday; and which day from there, 1 for itself. */
  gboolean from_sunday = get_number (_NL_TIME_WEEK_1STDAY) == 19971130;
  int      first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);

  if (first < 1 || first > 7)
    return 1;

  first -= from_sunday ? 1 : 0;
  return first == 0 ? 7 : first;
}
#else
/* Other C libraries do not say; ISO 8601's week. */
int
convene_words_first_weekday (void)
{
  return 1;
}
#endif
