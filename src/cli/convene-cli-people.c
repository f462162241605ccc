/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-templates.h"
#include "convene-text.h"
#include "convene-zone.h"

#define ZONE_MAX 64
#define LANGUAGE_MAX 35

static gboolean
is_empty (const ConveneCliPeople *self,
          const char             *text)
{
  return self->clears && *text == '\0';
}

/* Everybody who takes part, as it was: an array that owns them. */
static GPtrArray *
list_people (ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);
  GPtrArray  *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    g_ptr_array_add (list, g_list_model_get_item (people, i));

  return list;
}

static void
remove_role (ConveneInterview *interview,
             GPtrArray        *before,
             ConveneRole       role)
{
  for (guint i = 0; i < before->len; i++)
    if (convene_participant_get_role (g_ptr_array_index (before, i)) == role)
      convene_interview_remove_participant (interview, g_ptr_array_index (before, i));
}

/* The same mailbox is the same person, whatever the name says now. */
static void
keep_known (ConveneParticipant *person,
            GPtrArray          *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      ConveneParticipant *known = g_ptr_array_index (before, i);

      if (!convene_address_equal (convene_participant_get_address (known), convene_participant_get_address (person)))
        continue;

      convene_participant_set_response (person, convene_participant_get_response (known));
      convene_participant_set_answered_sequence (person, convene_participant_get_answered_sequence (known));
      convene_participant_set_answered_at (person, convene_participant_get_answered_at (known));
      convene_participant_set_language (person, convene_participant_get_language (known));
      convene_participant_set_timezone (person, convene_participant_get_timezone (known));
    }
}

static gboolean
add_person (ConveneInterview *interview,
            GPtrArray        *before,
            const char       *text,
            const char       *field,
            ConveneRole       role,
            GError          **error)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (!convene_text_parse_person (text, field, &name, &address, error))
    return FALSE;

  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_role (person, role);
  keep_known (person, before);
  convene_interview_add_participant (interview, person);
  return TRUE;
}

static gboolean
check_zone (const char *name,
            GError    **error)
{
  g_autoptr(GTimeZone) zone = NULL;

  if (!convene_text_check_line (name, "candidate_timezone", ZONE_MAX, error))
    return FALSE;

  zone = convene_zone_new (name, "candidate_timezone", error);
  return zone != NULL;
}

/* "es", and "es-MX" where there is "es". */
static gboolean
check_language (const char *tag,
                GError    **error)
{
  const char *const *known = convene_letter_templates_list_languages ();
  g_autofree char   *base = g_strndup (tag, strcspn (tag, "-"));
  g_autofree char   *list = NULL;
  gsize              length = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

  if (tag[length] == '\0' && length <= LANGUAGE_MAX && g_strv_contains (known, base))
    return TRUE;

  list = g_strjoinv (", ", (char **) known);
  /* Translators: %s is a list of languages: "en, es" */
  return convene_error_set_field (error, "candidate_language", _("Letters are not written in that language: give one of %s"), list);
}

static gboolean
apply_candidate_words (const ConveneCliPeople *self,
                       ConveneParticipant     *candidate,
                       GError                **error)
{
  const char *zone = self->candidate_timezone;
  const char *language = self->candidate_language;

  if (zone != NULL && !is_empty (self, zone) && !check_zone (zone, error))
    return FALSE;
  if (language != NULL && !is_empty (self, language) && !check_language (language, error))
    return FALSE;

  if (zone != NULL && candidate != NULL)
    convene_participant_set_timezone (candidate, *zone != '\0' ? zone : NULL);
  if (language != NULL && candidate != NULL)
    convene_participant_set_language (candidate, *language != '\0' ? language : NULL);
  return TRUE;
}

static gboolean
apply_candidate (const ConveneCliPeople *self,
                 ConveneInterview       *interview,
                 GPtrArray              *before,
                 GError                **error)
{
  if (self->candidate != NULL)
    {
      remove_role (interview, before, CONVENE_ROLE_CANDIDATE);
      if (!add_person (interview, before, self->candidate, "candidate", CONVENE_ROLE_CANDIDATE, error))
        return FALSE;
    }

  return apply_candidate_words (self, convene_interview_get_candidate (interview), error);
}

static gboolean
apply_manager (const ConveneCliPeople *self,
               ConveneInterview       *interview,
               GPtrArray              *before,
               GError                **error)
{
  if (self->hiring_manager == NULL)
    return TRUE;

  remove_role (interview, before, CONVENE_ROLE_HIRING_MANAGER);
  return is_empty (self, self->hiring_manager) ||
         add_person (interview, before, self->hiring_manager, "hiring_manager", CONVENE_ROLE_HIRING_MANAGER, error);
}

static gboolean
apply_list (const ConveneCliPeople *self,
            ConveneInterview       *interview,
            GPtrArray              *before,
            const char *const      *texts,
            ConveneRole             role,
            GError                **error)
{
  if (texts == NULL)
    return TRUE;

  remove_role (interview, before, role);
  for (guint i = 0; texts[i] != NULL; i++)
    if (!is_empty (self, texts[i]) && !add_person (interview, before, texts[i], "attendees", role, error))
      return FALSE;

  return TRUE;
}

gboolean
convene_cli_people_apply (const ConveneCliPeople *self,
                          ConveneInterview       *interview,
                          GError                **error)
{
  g_autoptr(GPtrArray) before = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  before = list_people (interview);
  return apply_candidate (self, interview, before, error) && apply_manager (self, interview, before, error) &&
         apply_list (self, interview, before, self->attendees, CONVENE_ROLE_REQUIRED, error) &&
         apply_list (self, interview, before, self->optional, CONVENE_ROLE_OPTIONAL, error);
}
