/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-text.h"

static gboolean
is_interviewer (ConveneDraft *self,
                const char   *address)
{
  GListModel *interviewers = convene_draft_get_interviewers (self);

  for (guint i = 0; i < g_list_model_get_n_items (interviewers); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (interviewers, i);

      if (convene_address_equal (convene_participant_get_address (person), address))
        return TRUE;
    }

  return FALSE;
}

/* An address gets a letter once, whatever its roles: who is there already need not be added. */
static gboolean
check_new (ConveneDraft *self,
           const char   *address,
           GError      **error)
{
  g_autofree char *candidate = NULL;
  g_autofree char *manager = NULL;

  g_object_get (self, "candidate-address", &candidate, "hiring-manager-address", &manager, NULL);
  if (convene_address_equal (g_strstrip (candidate), address))
    return convene_error_set_field (error, "attendees", _("%s is the candidate: give somebody else"), address);
  if (convene_address_equal (g_strstrip (manager), address))
    return convene_error_set_field (error, "attendees", _("%s is the hiring manager and invited already: give somebody else"), address);
  if (is_interviewer (self, address))
    return convene_error_set_field (error, "attendees", _("%s is an interviewer already: give somebody else"), address);

  return TRUE;
}

static gboolean
read_typed (ConveneDraft *self,
            char        **name,
            char        **address,
            GError      **error)
{
  g_autofree char *text = NULL;

  g_object_get (self, "interviewer", &text, NULL);
  if (!convene_text_parse_person (text, "attendees", name, address, NULL))
    return convene_error_set_field (error, "attendees", _("That is no mail address: write it as name@example.com, or Name <name@example.com>"));

  return check_new (self, *address, error);
}

gboolean
convene_draft_check_typed_interviewer (ConveneDraft *self,
                                       GError      **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  g_object_get (self, "interviewer", &text, NULL);
  if (*g_strstrip (text) == '\0')
    return TRUE;

  return read_typed (self, &name, &address, error) &&
         convene_error_set_field (error, "attendees", _("%s is not added yet: press Enter there, or empty the field"), address);
}

gboolean
convene_draft_take_interviewer (ConveneDraft *self)
{
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  g_return_val_if_fail (CONVENE_IS_DRAFT (self), FALSE);

  if (!read_typed (self, &name, &address, NULL))
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  g_object_set (self, "interviewer", "", NULL);
  convene_draft_add_interviewer (self, name, address, CONVENE_ROLE_REQUIRED);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}
