/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-person-rows.h"

#include <string.h>

#include "convene-completion.h"
#include "convene-participant.h"
#include "convene-text.h"

/* The properties of one person in a draft. */
typedef struct
{
  ConveneDraft *draft;
  char         *name;
  char         *address;
  char         *timezone; /* NULL where the draft keeps none of theirs */
  char         *language; /* likewise */
} Person;

static Person *
person_new (ConveneDraft *draft,
            const char   *who)
{
  Person          *person = g_new0 (Person, 1);
  g_autofree char *timezone = g_strconcat (who, "-timezone", NULL);
  g_autofree char *language = g_strconcat (who, "-language", NULL);

  person->draft = g_object_ref (draft);
  person->name = g_strconcat (who, "-name", NULL);
  person->address = g_strconcat (who, "-address", NULL);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (draft), timezone) != NULL)
    person->timezone = g_steal_pointer (&timezone);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (draft), language) != NULL)
    person->language = g_steal_pointer (&language);
  return person;
}

static void
person_free (gpointer  data,
             GClosure *closure)
{
  Person *person = data;

  g_object_unref (person->draft);
  g_free (person->name);
  g_free (person->address);
  g_free (person->timezone);
  g_free (person->language);
  g_free (person);
}

static void
chosen_cb (ConveneCompletion  *completion,
           ConveneParticipant *chosen,
           gpointer            user_data)
{
  Person *person = user_data;

  g_object_set (person->draft, person->name, convene_participant_get_name (chosen), person->address, convene_participant_get_address (chosen), NULL);
  if (person->timezone != NULL)
    g_object_set (person->draft, person->timezone, convene_participant_get_timezone (chosen), NULL);
  if (person->language != NULL)
    g_object_set (person->draft, person->language, convene_participant_get_language (chosen), NULL);
}

static void
left_cb (GtkEventControllerFocus *controller,
         gpointer                 user_data)
{
  Person          *person = user_data;
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (strchr (text, '<') == NULL || !convene_text_parse_person (text, "candidate", &name, &address, NULL))
    return;

  g_object_set (person->draft, person->address, address, NULL);
  if (name != NULL)
    g_object_set (person->draft, person->name, name, NULL);
}

static void
complete (ConveneWizardPage *page,
          AdwEntryRow       *row,
          const char        *who)
{
  ConveneDraft       *draft = convene_wizard_page_get_draft (page);
  ConveneCompletion  *completion = convene_completion_attach (GTK_EDITABLE (row), convene_wizard_page_get_engine (page), CONVENE_COMPLETION_PEOPLE);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_data (completion, "chosen", G_CALLBACK (chosen_cb), person_new (draft, who), person_free, 0);
  g_signal_connect_data (focus, "leave", G_CALLBACK (left_cb), person_new (draft, who), person_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

void
convene_draft_bind_row (ConveneWizardPage *page,
                        GtkWidget         *row,
                        const char        *property)
{
  g_return_if_fail (CONVENE_IS_WIZARD_PAGE (page));
  g_return_if_fail (GTK_IS_WIDGET (row));

  g_object_bind_property (convene_wizard_page_get_draft (page), property, row, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (convene_wizard_page_go_on), page, G_CONNECT_SWAPPED);
}

void
convene_draft_bind_person (ConveneWizardPage *page,
                           AdwEntryRow       *name_row,
                           AdwEntryRow       *address_row,
                           const char        *who)
{
  g_autofree char *name = g_strconcat (who, "-name", NULL);
  g_autofree char *address = g_strconcat (who, "-address", NULL);

  convene_draft_bind_row (page, GTK_WIDGET (name_row), name);
  convene_draft_bind_row (page, GTK_WIDGET (address_row), address);
  complete (page, name_row, who);
  complete (page, address_row, who);
}
