/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-property.h"

#include <string.h>

#include "convene-invite-text.h"

#define ELLIPSIS "…"

const char *
convene_invite_property_get_text (icalproperty *property)
{
  const icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  if (value == NULL)
    return NULL;

  switch (icalvalue_isa (value))
    {
    case ICAL_TEXT_VALUE:
      return icalvalue_get_text (value);
    case ICAL_URI_VALUE:
      return icalvalue_get_uri (value);
    case ICAL_CALADDRESS_VALUE:
      return icalvalue_get_caladdress (value);
    case ICAL_STRING_VALUE:
      return icalvalue_get_string (value);
    case ICAL_X_VALUE:
      return icalvalue_get_x (value);
    default:
      return NULL;
    }
}

/* Takes the text; NULL where nothing is left of it. */
static char *
shorten (char *text,
         gsize max_length)
{
  if (*text == '\0')
    {
      g_free (text);
      return NULL;
    }

  if (strlen (text) > max_length && (gsize) g_utf8_strlen (text, -1) > max_length)
    {
      g_autofree char *long_text = text;
      g_autofree char *start = g_utf8_substring (long_text, 0, (glong) max_length - 1);

      return g_strconcat (start, ELLIPSIS, NULL);
    }

  return text;
}

char *
convene_invite_property_clean_line (const char *text,
                                    gsize       max_length)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  return shorten (convene_invite_text_clean_line (text), max_length);
}

char *
convene_invite_property_dup_line (icalproperty *property,
                                  gsize         max_length)
{
  return convene_invite_property_clean_line (convene_invite_property_get_text (property), max_length);
}

char *
convene_invite_property_dup_lines (icalproperty *property,
                                   gsize         max_length)
{
  const char *text = convene_invite_property_get_text (property);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  return shorten (convene_invite_text_clean_lines (text), max_length);
}
