/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-person.h"

#include <string.h>

#include "convene-invite-property.h"
#include "convene-text.h"

#define MAX_NAME 200
#define MAX_COMMENT 5000

static const char *
get_x_parameter (icalproperty *property,
                 const char   *name)
{
  for (icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_X_PARAMETER); parameter != NULL;
       parameter = icalproperty_get_next_parameter (property, ICAL_X_PARAMETER))
    if (icalparameter_get_xname (parameter) != NULL && g_ascii_strcasecmp (icalparameter_get_xname (parameter), name) == 0)
      return icalparameter_get_xvalue (parameter);

  return NULL;
}

char *
convene_invite_person_dup_comment (icalproperty *property)
{
  return convene_invite_property_clean_line (get_x_parameter (property, "X-RESPONSE-COMMENT"), MAX_COMMENT);
}

char *
convene_invite_person_read_address (const char *uri)
{
  static const char scheme[] = "mailto:";
  g_autofree char  *address = NULL;

  if (uri == NULL)
    return NULL;

  /* Some leave the scheme out, and some put the list of a parameter into one pair of quotation marks. */
  uri += strspn (uri, " \t\"");
  if (g_ascii_strncasecmp (uri, scheme, strlen (scheme)) == 0)
    uri += strlen (scheme);
  address = g_uri_unescape_segment (uri, uri + strcspn (uri, "?\",;"), NULL);
  if (address == NULL || !convene_text_check_address (g_strstrip (address), "file", NULL))
    return NULL;

  for (char *p = strrchr (address, '@'); *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  return g_steal_pointer (&address);
}

/* Outlook writes an address as the name, in apostrophes. */
static char *
read_name (const char *text,
           const char *address)
{
  g_autofree char *name = convene_invite_property_clean_line (text, MAX_NAME);
  gsize            length;

  if (name == NULL)
    return NULL;

  length = strlen (name);
  if (length >= 2 && (name[0] == '\'' || name[0] == '"') && name[length - 1] == name[0])
    {
      name[length - 1] = '\0';
      memmove (name, name + 1, length - 1);
      g_strstrip (name);
    }

  return *name == '\0' || convene_address_equal (name, address) ? NULL : g_steal_pointer (&name);
}

static void
read_partstat (ConveneClaimPerson *person,
               icalproperty       *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_PARTSTAT_PARAMETER);

  person->known_response = parameter != NULL;
  switch (parameter != NULL ? icalparameter_get_partstat (parameter) : ICAL_PARTSTAT_NONE)
    {
    case ICAL_PARTSTAT_NEEDSACTION:
      person->response = CONVENE_RESPONSE_NEEDS_ACTION;
      break;
    case ICAL_PARTSTAT_ACCEPTED:
      person->response = CONVENE_RESPONSE_ACCEPTED;
      break;
    case ICAL_PARTSTAT_DECLINED:
      person->response = CONVENE_RESPONSE_DECLINED;
      break;
    case ICAL_PARTSTAT_TENTATIVE:
      person->response = CONVENE_RESPONSE_TENTATIVE;
      break;
    case ICAL_PARTSTAT_DELEGATED:
      person->delegated = TRUE;
      break;
    default:
      person->known_response = FALSE;
    }
}

static ConveneRole
read_role (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_ROLE_PARAMETER);

  switch (parameter != NULL ? icalparameter_get_role (parameter) : ICAL_ROLE_NONE)
    {
    case ICAL_ROLE_CHAIR:
      return CONVENE_ROLE_HIRING_MANAGER;
    case ICAL_ROLE_OPTPARTICIPANT:
    case ICAL_ROLE_NONPARTICIPANT:
      return CONVENE_ROLE_OPTIONAL;
    default:
      return CONVENE_ROLE_REQUIRED;
    }
}

static char *
read_parameter_address (icalproperty      *property,
                        icalparameter_kind kind,
                        const char *(*get_value) (const icalparameter *parameter))
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, kind);

  return parameter != NULL ? convene_invite_person_read_address (get_value (parameter)) : NULL;
}

ConveneClaimPerson *
convene_invite_person_read (icalproperty *property)
{
  ConveneClaimPerson *person = g_new0 (ConveneClaimPerson, 1);
  icalparameter      *cn = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);

  person->address = convene_invite_person_read_address (convene_invite_property_get_text (property));
  /* Apple's servers name people by a path or a UUID, and say the address beside it. */
  if (person->address == NULL)
    person->address = read_parameter_address (property, ICAL_EMAIL_PARAMETER, icalparameter_get_email);
  person->name = read_name (cn != NULL ? icalparameter_get_cn (cn) : NULL, person->address);
  person->sent_by = read_parameter_address (property, ICAL_SENTBY_PARAMETER, icalparameter_get_sentby);
  person->delegated_to = read_parameter_address (property, ICAL_DELEGATEDTO_PARAMETER, icalparameter_get_delegatedto);
  person->delegated_from = read_parameter_address (property, ICAL_DELEGATEDFROM_PARAMETER, icalparameter_get_delegatedfrom);
  person->role = read_role (property);
  read_partstat (person, property);
  return person;
}
