/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-completion.h"
#include "convene-field-checks.h"
#include "convene-job-filler.h"
#include "convene-person-rows.h"
#include "convene-rows.h"
#include "convene-wizard-page.h"
#include "convene-zoom-badge.h"

#define CONVENE_TYPE_WIZARD_SETUP (convene_wizard_setup_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizardSetup, convene_wizard_setup, CONVENE, WIZARD_SETUP, ConveneWizardPage)

struct _ConveneWizardSetup
{
  ConveneWizardPage parent_instance;

  AdwEntryRow      *job;
  ConveneErrorRow  *job_error;
  AdwEntryRow      *candidate_name;
  AdwEntryRow      *candidate_address;
  ConveneErrorRow  *candidate_error;
  AdwComboRow      *kind;
  AdwComboRow      *software;
  ConveneErrorRow  *platform_error;
  ConveneZoomBadge *badge;
  AdwEntryRow      *link;
  ConveneErrorRow  *link_error;
  AdwEntryRow      *location;
  ConveneErrorRow  *location_error;
  ConveneTextRow   *agenda;
  ConveneErrorRow  *agenda_error;
  AdwEntryRow      *password;
  ConveneErrorRow  *password_error;
  AdwComboRow      *link_policy;

  ConveneFieldChecks *checks;
  ConveneJobFiller   *filler;
  gboolean            entered;
  gboolean            syncing; /* the draft speaks, not the person */
};

G_DEFINE_FINAL_TYPE (ConveneWizardSetup, convene_wizard_setup, CONVENE_TYPE_WIZARD_PAGE)

enum
{
  KIND_VIDEO,
  KIND_PHONE,
  KIND_IN_PERSON,
};

/* The choices of Meeting Software, in the order of the platforms. */
static const ConvenePlatform softwares[] = {
  CONVENE_PLATFORM_ZOOM,
  CONVENE_PLATFORM_GOOGLE_MEET,
  CONVENE_PLATFORM_TEAMS,
  CONVENE_PLATFORM_LINK,
};

static gboolean
is_video (gpointer self,
          int      platform)
{
  return platform != CONVENE_PLATFORM_PHONE && platform != CONVENE_PLATFORM_IN_PERSON;
}

static gboolean
is_zoom (gpointer self,
         int      platform)
{
  return platform == CONVENE_PLATFORM_ZOOM;
}

static gboolean
is_link (gpointer self,
         int      platform)
{
  return platform == CONVENE_PLATFORM_LINK;
}

static gboolean
has_location (gpointer self,
              int      platform)
{
  return !is_video (self, platform);
}

static char *
location_title (gpointer self,
                int      platform)
{
  return g_strdup (platform == CONVENE_PLATFORM_PHONE ? _("Number to ca_ll") : _("P_lace"));
}

/* What a policy means for people who have the link already. */
static char *
describe_policy (gpointer self,
                 guint    policy)
{
  switch (policy)
    {
    case CONVENE_LINK_POLICY_KEEP:
      return g_strdup (_("The meeting moves, and its link goes on working"));
    case CONVENE_LINK_POLICY_NEW:
      return g_strdup (_("Another meeting is made, and the old link ends"));
    case CONVENE_LINK_POLICY_SHARE:
      return g_strdup (_("Interviews of this job at the same time meet behind one link"));
    case CONVENE_LINK_POLICY_DEFAULT:
    default:
      return g_strdup (_("What the job says, else your preferences"));
    }
}

static void
chose_cb (ConveneWizardSetup *self)
{
  ConveneDraft *draft = convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self));
  guint         software = adw_combo_row_get_selected (self->software);
  int           platform;

  if (self->syncing || draft == NULL || self->checks == NULL || software >= G_N_ELEMENTS (softwares))
    return;

  switch (adw_combo_row_get_selected (self->kind))
    {
    case KIND_PHONE:
      platform = CONVENE_PLATFORM_PHONE;
      break;
    case KIND_IN_PERSON:
      platform = CONVENE_PLATFORM_IN_PERSON;
      break;
    case KIND_VIDEO:
    default:
      platform = softwares[software];
      break;
    }

  g_object_set (draft, "platform", platform, NULL);
}

static void
platform_changed_cb (ConveneWizardSetup *self)
{
  int platform;

  g_object_get (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self)), "platform", &platform, NULL);
  self->syncing = TRUE;
  adw_combo_row_set_selected (self->kind, platform == CONVENE_PLATFORM_PHONE ? KIND_PHONE : platform == CONVENE_PLATFORM_IN_PERSON ? KIND_IN_PERSON
                                                                                                                                   : KIND_VIDEO);
  for (guint i = 0; i < G_N_ELEMENTS (softwares); i++)
    if ((int) softwares[i] == platform)
      adw_combo_row_set_selected (self->software, i);
  self->syncing = FALSE;

  /* What cannot be chosen yet says so at once: nobody should fill in the rest first. */
  convene_field_checks_touch (self->checks, "platform");
  convene_field_checks_set_note (self->checks, "password",
                                 platform == CONVENE_PLATFORM_ZOOM ? _("Up to 10 letters A to Z, digits and @ _ * -. Left empty, Zoom makes one.") : NULL);
}

/* What is wrong with a password does not become right by typing on. */
static void
password_changed_cb (ConveneWizardSetup *self)
{
  g_autofree char *password = NULL;

  g_object_get (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self)), "password", &password, NULL);
  if (*password != '\0')
    convene_field_checks_touch (self->checks, "password");
}

static void
job_chosen_cb (ConveneWizardSetup *self,
               ConveneJob         *job)
{
  convene_job_filler_fill (self->filler, job);
}

static void
job_left_cb (ConveneWizardSetup *self)
{
  convene_job_filler_fill_typed (self->filler);
}

static void
brought_cb (ConveneWizardSetup *self)
{
  convene_field_checks_set_note (self->checks, "job", convene_job_filler_get_brought (self->filler));
}

static void
convene_wizard_setup_enter (ConveneWizardPage *page)
{
  ConveneWizardSetup *self = CONVENE_WIZARD_SETUP (page);

  if (!self->entered || convene_draft_is_empty (convene_wizard_page_get_draft (page)))
    {
      convene_job_filler_forget (self->filler);
      convene_field_checks_forget (self->checks);
    }

  self->entered = TRUE;
  convene_field_checks_update (self->checks);
}

static void
convene_wizard_setup_show_errors (ConveneWizardPage *page)
{
  convene_field_checks_show_all (CONVENE_WIZARD_SETUP (page)->checks);
}

static void
convene_wizard_setup_focus_first (ConveneWizardPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CONVENE_WIZARD_SETUP (page)->job));
}

static void
bind_rows (ConveneWizardSetup *self)
{
  ConveneWizardPage *page = CONVENE_WIZARD_PAGE (self);

  convene_draft_bind_row (page, GTK_WIDGET (self->job), "job");
  convene_draft_bind_person (page, self->candidate_name, self->candidate_address, "candidate");
  convene_draft_bind_row (page, GTK_WIDGET (self->link), "link");
  convene_draft_bind_row (page, GTK_WIDGET (self->location), "location");
  convene_draft_bind_row (page, GTK_WIDGET (self->agenda), "agenda");
  convene_draft_bind_row (page, GTK_WIDGET (self->password), "password");
  g_object_bind_property (convene_wizard_page_get_draft (page), "link-policy", self->link_policy, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
add_checks (ConveneWizardSetup *self)
{
  self->checks = convene_field_checks_new (CONVENE_WIZARD_PAGE (self), 0);
  convene_field_checks_add (self->checks, "job", GTK_WIDGET (self->job), self->job_error);
  convene_field_checks_add (self->checks, "candidate", GTK_WIDGET (self->candidate_address), self->candidate_error);
  convene_field_checks_add (self->checks, "platform", GTK_WIDGET (self->software), self->platform_error);
  convene_field_checks_add (self->checks, "link", GTK_WIDGET (self->link), self->link_error);
  convene_field_checks_add (self->checks, "location", GTK_WIDGET (self->location), self->location_error);
  convene_field_checks_add (self->checks, "agenda", GTK_WIDGET (self->agenda), self->agenda_error);
  convene_field_checks_add (self->checks, "password", GTK_WIDGET (self->password), self->password_error);
}

static void
watch_job (ConveneWizardSetup *self,
           ConveneEngine      *engine)
{
  ConveneCompletion  *completion = convene_completion_attach (GTK_EDITABLE (self->job), engine, CONVENE_COMPLETION_JOBS);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (completion, "chosen", G_CALLBACK (job_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (job_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->job), focus);
}

static void
convene_wizard_setup_constructed (GObject *object)
{
  ConveneWizardSetup *self = CONVENE_WIZARD_SETUP (object);
  ConveneEngine      *engine = convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self));
  ConveneDraft       *draft = convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self));

  G_OBJECT_CLASS (convene_wizard_setup_parent_class)->constructed (object);

  self->filler = convene_job_filler_new (engine, draft);
  g_signal_connect_object (self->filler, "notify::brought", G_CALLBACK (brought_cb), self, G_CONNECT_SWAPPED);
  add_checks (self);
  bind_rows (self);
  watch_job (self, engine);
  convene_zoom_badge_follow (self->badge, engine, draft);
  g_signal_connect_object (draft, "notify::platform", G_CALLBACK (platform_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::password", G_CALLBACK (password_changed_cb), self, G_CONNECT_SWAPPED);
  platform_changed_cb (self);
  convene_field_checks_update (self->checks);
}

static void
convene_wizard_setup_dispose (GObject *object)
{
  ConveneWizardSetup *self = CONVENE_WIZARD_SETUP (object);

  if (self->filler != NULL)
    g_signal_handlers_disconnect_by_data (self->filler, self);
  if (self->checks != NULL)
    g_signal_handlers_disconnect_by_data (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self)), self);
  g_clear_object (&self->filler);
  g_clear_object (&self->checks);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WIZARD_SETUP);

  G_OBJECT_CLASS (convene_wizard_setup_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-wizard-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, job);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, job_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, candidate_name);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, candidate_address);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, candidate_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, kind);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, software);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, platform_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, badge);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, link);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, link_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, location);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, location_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, agenda);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, agenda_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, password);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, password_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardSetup, link_policy);
  gtk_widget_class_bind_template_callback (widget_class, is_video);
  gtk_widget_class_bind_template_callback (widget_class, is_zoom);
  gtk_widget_class_bind_template_callback (widget_class, is_link);
  gtk_widget_class_bind_template_callback (widget_class, has_location);
  gtk_widget_class_bind_template_callback (widget_class, location_title);
  gtk_widget_class_bind_template_callback (widget_class, describe_policy);
  gtk_widget_class_bind_template_callback (widget_class, chose_cb);
}

static void
convene_wizard_setup_class_init (ConveneWizardSetupClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  ConveneWizardPageClass *page_class = CONVENE_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = convene_wizard_setup_constructed;
  object_class->dispose = convene_wizard_setup_dispose;
  page_class->enter = convene_wizard_setup_enter;
  page_class->show_errors = convene_wizard_setup_show_errors;
  page_class->focus_first = convene_wizard_setup_focus_first;

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_TEXT_ROW);
  g_type_ensure (CONVENE_TYPE_ZOOM_BADGE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_wizard_setup_init (ConveneWizardSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_wizard_setup_new (ConveneEngine *engine,
                          ConveneDraft  *draft)
{
  return g_object_new (CONVENE_TYPE_WIZARD_SETUP, "engine", engine, "draft", draft, NULL);
}
