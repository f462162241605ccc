/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-attendee-row.h"
#include "convene-clash-finder.h"
#include "convene-completion.h"
#include "convene-field-checks.h"
#include "convene-host-hint.h"
#include "convene-person-rows.h"
#include "convene-place-hint.h"
#include "convene-rows.h"
#include "convene-text.h"
#include "convene-tip.h"
#include "convene-wizard-page.h"

#define CONVENE_TYPE_WIZARD_ATTENDEES (convene_wizard_attendees_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizardAttendees, convene_wizard_attendees, CONVENE, WIZARD_ATTENDEES, ConveneWizardPage)

struct _ConveneWizardAttendees
{
  ConveneWizardPage parent_instance;

  AdwEntryRow      *manager_name;
  AdwEntryRow      *manager_address;
  ConveneErrorRow  *manager_error;
  ConveneErrorRow  *manager_clash;
  ConveneHostHint  *host_hint;
  ConvenePlaceHint *place_hint;
  GtkListBox       *interviewers;
  AdwEntryRow      *add;
  ConveneErrorRow  *add_error;
  GtkWidget        *hosts_group;
  AdwEntryRow      *hosts;
  ConveneErrorRow  *hosts_error;

  ConveneFieldChecks *checks;
  ConveneClashFinder *clashes;
};

G_DEFINE_FINAL_TYPE (ConveneWizardAttendees, convene_wizard_attendees, CONVENE_TYPE_WIZARD_PAGE)

static void
show_clashes (ConveneWizardAttendees *self)
{
  g_autofree char *address = NULL;
  g_autofree char *words = NULL;
  GtkWidget       *row;

  g_object_get (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self)), "hiring-manager-address", &address, NULL);
  words = convene_clash_finder_dup_words (self->clashes, g_strstrip (address));
  convene_error_row_set_message (self->manager_clash, words);

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->interviewers)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *clash = NULL;

      if (!CONVENE_IS_ATTENDEE_ROW (row))
        continue;

      clash = convene_clash_finder_dup_words (self->clashes, convene_attendee_row_get_address (CONVENE_ATTENDEE_ROW (row)));
      convene_attendee_row_set_clash (CONVENE_ATTENDEE_ROW (row), clash);
    }
}

static void
interviewers_changed_cb (ConveneWizardAttendees *self,
                         guint                   position,
                         guint                   removed,
                         guint                   added,
                         GListModel             *interviewers)
{
  gtk_widget_set_visible (GTK_WIDGET (self->interviewers), g_list_model_get_n_items (interviewers) > 0);

  /* The button that removed somebody went with them: the focus goes on where one is added. */
  if (removed > 0 && added == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

/* Answers whether there was anything typed. Why it cannot be added is said below it. */
static gboolean
add_typed (ConveneWizardAttendees *self)
{
  ConveneDraft    *draft = convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self));
  g_autofree char *text = NULL;

  g_object_get (draft, "interviewer", &text, NULL);
  if (*g_strstrip (text) == '\0')
    return FALSE;

  if (convene_draft_take_interviewer (draft))
    convene_field_checks_untouch (self->checks, "attendees");
  else
    convene_field_checks_touch (self->checks, "attendees");
  return TRUE;
}

static void
add_cb (ConveneWizardAttendees *self)
{
  add_typed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
add_activated_cb (ConveneWizardAttendees *self)
{
  if (!add_typed (self))
    convene_wizard_page_go_on (CONVENE_WIZARD_PAGE (self));
}

static void
chosen_cb (ConveneWizardAttendees *self,
           ConveneParticipant     *person)
{
  g_autofree char *text = convene_person_to_string (convene_participant_get_name (person), convene_participant_get_address (person));

  g_object_set (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self)), "interviewer", text, NULL);
  add_typed (self);
}

static void
platform_changed_cb (ConveneWizardAttendees *self)
{
  int platform;

  g_object_get (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self)), "platform", &platform, NULL);
  gtk_widget_set_visible (self->hosts_group, platform == CONVENE_PLATFORM_ZOOM);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return convene_attendee_row_new (convene_wizard_page_get_draft (user_data), item);
}

static void
convene_wizard_attendees_enter (ConveneWizardPage *page)
{
  convene_field_checks_update (CONVENE_WIZARD_ATTENDEES (page)->checks);
}

static void
convene_wizard_attendees_show_errors (ConveneWizardPage *page)
{
  convene_field_checks_show_all (CONVENE_WIZARD_ATTENDEES (page)->checks);
}

static void
convene_wizard_attendees_focus_first (ConveneWizardPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CONVENE_WIZARD_ATTENDEES (page)->manager_name));
}

static void
bind_rows (ConveneWizardAttendees *self)
{
  ConveneWizardPage *page = CONVENE_WIZARD_PAGE (self);
  GListModel        *interviewers = convene_draft_get_interviewers (convene_wizard_page_get_draft (page));
  ConveneCompletion *completion;

  convene_draft_bind_person (page, self->manager_name, self->manager_address, "hiring-manager");
  convene_draft_bind_row (page, GTK_WIDGET (self->hosts), "alternative-hosts");

  g_object_bind_property (convene_wizard_page_get_draft (page), "interviewer", self->add, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  gtk_list_box_bind_model (self->interviewers, interviewers, create_row, self, NULL);
  g_signal_connect_object (interviewers, "items-changed", G_CALLBACK (interviewers_changed_cb), self, G_CONNECT_SWAPPED);
  interviewers_changed_cb (self, 0, 0, 0, interviewers);

  completion = convene_completion_attach (GTK_EDITABLE (self->add), convene_wizard_page_get_engine (page), CONVENE_COMPLETION_PEOPLE);
  g_signal_connect_object (completion, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
convene_wizard_attendees_constructed (GObject *object)
{
  ConveneWizardAttendees *self = CONVENE_WIZARD_ATTENDEES (object);
  ConveneDraft           *draft = convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self));

  G_OBJECT_CLASS (convene_wizard_attendees_parent_class)->constructed (object);

  self->checks = convene_field_checks_new (CONVENE_WIZARD_PAGE (self), 2);
  convene_field_checks_add (self->checks, "hiring_manager", GTK_WIDGET (self->manager_address), self->manager_error);
  convene_field_checks_add (self->checks, "attendees", GTK_WIDGET (self->add), self->add_error);
  convene_field_checks_add (self->checks, "alternative_hosts", GTK_WIDGET (self->hosts), self->hosts_error);
  self->clashes = convene_clash_finder_new (convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self)), draft);
  g_signal_connect_object (self->clashes, "found", G_CALLBACK (show_clashes), self, G_CONNECT_SWAPPED);
  bind_rows (self);
  convene_host_hint_follow (self->host_hint, convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self)), draft);
  convene_place_hint_follow (self->place_hint, convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self)), draft);
  g_signal_connect_object (draft, "notify::platform", G_CALLBACK (platform_changed_cb), self, G_CONNECT_SWAPPED);
  platform_changed_cb (self);
  convene_field_checks_update (self->checks);
}

static void
convene_wizard_attendees_dispose (GObject *object)
{
  ConveneWizardAttendees *self = CONVENE_WIZARD_ATTENDEES (object);
  ConveneDraft           *draft = convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self));

  if (self->checks != NULL)
    {
      g_signal_handlers_disconnect_by_data (draft, self);
      g_signal_handlers_disconnect_by_data (convene_draft_get_interviewers (draft), self);
      g_signal_handlers_disconnect_by_data (self->clashes, self);
    }
  g_clear_object (&self->checks);
  g_clear_object (&self->clashes);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WIZARD_ATTENDEES);

  G_OBJECT_CLASS (convene_wizard_attendees_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-wizard-attendees.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, manager_name);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, manager_address);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, manager_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, manager_clash);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, host_hint);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, place_hint);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, interviewers);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, add);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, add_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, hosts_group);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, hosts);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardAttendees, hosts_error);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
}

static void
convene_wizard_attendees_class_init (ConveneWizardAttendeesClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  ConveneWizardPageClass *page_class = CONVENE_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = convene_wizard_attendees_constructed;
  object_class->dispose = convene_wizard_attendees_dispose;
  page_class->enter = convene_wizard_attendees_enter;
  page_class->show_errors = convene_wizard_attendees_show_errors;
  page_class->focus_first = convene_wizard_attendees_focus_first;

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_HOST_HINT);
  g_type_ensure (CONVENE_TYPE_PLACE_HINT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_wizard_attendees_init (ConveneWizardAttendees *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_tip_say_rest (GTK_WIDGET (self));
}

GtkWidget *
convene_wizard_attendees_new (ConveneEngine *engine,
                              ConveneDraft  *draft)
{
  return g_object_new (CONVENE_TYPE_WIZARD_ATTENDEES, "engine", engine, "draft", draft, NULL);
}
