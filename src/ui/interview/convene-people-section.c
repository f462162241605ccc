/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-people-section.h"

#include "convene-person-row.h"
#include "convene-slots.h"

struct _ConvenePeopleSection
{
  AdwPreferencesGroup parent_instance;

  ConveneInterviewReader *reader;

  GListStore *people; /* ConveneSlot of ConveneParticipant */
  GtkWidget  *list;
};

G_DEFINE_FINAL_TYPE (ConvenePeopleSection, convene_people_section, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_READER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
get_key (gpointer item)
{
  return g_utf8_strdown (convene_participant_get_address (item), -1);
}

static void
read_cb (ConvenePeopleSection *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);

  convene_slots_update (self->people, interview != NULL ? convene_interview_get_participants (interview) : NULL, get_key);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  ConvenePeopleSection *self = user_data;
  GtkWidget            *row = convene_person_row_new ();

  g_object_bind_property (self->reader, "interview", row, "interview", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", row, "participant", G_BINDING_SYNC_CREATE);
  return row;
}

static void
follow (ConvenePeopleSection *self)
{
  g_signal_connect_object (self->reader, "notify::interview", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);
}

static void
convene_people_section_dispose (GObject *object)
{
  ConvenePeopleSection *self = CONVENE_PEOPLE_SECTION (object);

  g_clear_object (&self->people);
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_PEOPLE_SECTION);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (convene_people_section_parent_class)->dispose (object);
}

static void
convene_people_section_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_READER:
      g_value_set_object (value, CONVENE_PEOPLE_SECTION (object)->reader);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_people_section_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConvenePeopleSection *self = CONVENE_PEOPLE_SECTION (object);

  switch (prop_id)
    {
    case PROP_READER:
      if (g_set_object (&self->reader, g_value_get_object (value)))
        {
          follow (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-people-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ConvenePeopleSection, list);
}

static void
convene_people_section_class_init (ConvenePeopleSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_people_section_dispose;
  object_class->get_property = convene_people_section_get_property;
  object_class->set_property = convene_people_section_set_property;

  properties[PROP_READER] = g_param_spec_object ("reader", NULL, NULL, CONVENE_TYPE_INTERVIEW_READER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_people_section_init (ConvenePeopleSection *self)
{
  self->people = g_list_store_new (CONVENE_TYPE_SLOT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->people), create_row_cb, self, NULL);
}

GtkWidget *
convene_people_section_new (void)
{
  return g_object_new (CONVENE_TYPE_PEOPLE_SECTION, NULL);
}
