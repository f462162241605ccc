/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-attendee-row.h"

#include <glib/gi18n-lib.h>

struct _ConveneAttendeeRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel    *name;
  GtkLabel    *address;
  GtkDropDown *role;
  GtkButton   *remove;
  GtkWidget   *clash_box;
  GtkLabel    *clash;

  ConveneDraft       *draft;
  ConveneParticipant *person;
};

G_DEFINE_FINAL_TYPE (ConveneAttendeeRow, convene_attendee_row, ADW_TYPE_PREFERENCES_ROW)

/* FALSE where the person is no longer among the interviewers. */
static gboolean
find_position (ConveneAttendeeRow *self,
               guint              *position)
{
  return self->person != NULL && g_list_store_find (G_LIST_STORE (convene_draft_get_interviewers (self->draft)), self->person, position);
}

static void
role_chosen_cb (ConveneAttendeeRow *self)
{
  guint position;

  if (find_position (self, &position))
    convene_draft_set_interviewer_role (self->draft, position, gtk_drop_down_get_selected (self->role) == 1 ? CONVENE_ROLE_OPTIONAL : CONVENE_ROLE_REQUIRED);
}

static void
remove_cb (ConveneAttendeeRow *self)
{
  guint position;

  if (find_position (self, &position))
    convene_draft_remove_interviewer (self->draft, position);
}

static void
show_person (ConveneAttendeeRow *self)
{
  const char *name = convene_participant_get_name (self->person);
  const char *address = convene_participant_get_address (self->person);
  const char *called = name != NULL && *name != '\0' ? name : address;
  /* Translators: %s is a person’s name or mail address */
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), called);
  /* Translators: %s is a person’s name or mail address */
  g_autofree char *role = g_strdup_printf (_("Role of %s"), called);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), called);
  gtk_label_set_label (self->name, called);
  gtk_label_set_label (self->address, address);
  gtk_widget_set_visible (GTK_WIDGET (self->address), called != address);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), called);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->address), address);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove), remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role), GTK_ACCESSIBLE_PROPERTY_LABEL, role, -1);
  gtk_drop_down_set_selected (self->role, convene_participant_get_role (self->person) == CONVENE_ROLE_OPTIONAL ? 1 : 0);
}

static void
convene_attendee_row_dispose (GObject *object)
{
  ConveneAttendeeRow *self = CONVENE_ATTENDEE_ROW (object);

  g_clear_object (&self->person);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ATTENDEE_ROW);

  G_OBJECT_CLASS (convene_attendee_row_parent_class)->dispose (object);
}

static void
convene_attendee_row_class_init (ConveneAttendeeRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_attendee_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-attendee-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneAttendeeRow, name);
  gtk_widget_class_bind_template_child (widget_class, ConveneAttendeeRow, address);
  gtk_widget_class_bind_template_child (widget_class, ConveneAttendeeRow, role);
  gtk_widget_class_bind_template_child (widget_class, ConveneAttendeeRow, remove);
  gtk_widget_class_bind_template_child (widget_class, ConveneAttendeeRow, clash_box);
  gtk_widget_class_bind_template_child (widget_class, ConveneAttendeeRow, clash);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
convene_attendee_row_init (ConveneAttendeeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_attendee_row_new (ConveneDraft       *draft,
                          ConveneParticipant *person)
{
  ConveneAttendeeRow *self;

  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (person), NULL);

  self = g_object_new (CONVENE_TYPE_ATTENDEE_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->person = g_object_ref (person);
  show_person (self);
  return GTK_WIDGET (self);
}

const char *
convene_attendee_row_get_address (ConveneAttendeeRow *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENDEE_ROW (self), NULL);

  return convene_participant_get_address (self->person);
}

void
convene_attendee_row_set_clash (ConveneAttendeeRow *self,
                                const char         *clash)
{
  g_return_if_fail (CONVENE_IS_ATTENDEE_ROW (self));

  gtk_label_set_label (self->clash, clash != NULL ? clash : "");
  gtk_widget_set_visible (self->clash_box, clash != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, clash != NULL ? clash : "", -1);
}
