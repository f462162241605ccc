/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-activity-section.h"

#include "convene-activity.h"
#include "convene-history-row.h"
#include "convene-operation-row.h"
#include "convene-slots.h"
#include "convene-wrap-box.h"

struct _ConveneActivitySection
{
  AdwPreferencesGroup parent_instance;

  ConveneInterviewReader *reader;

  GListStore *operations; /* ConveneSlot of ConveneOperation */
  GListStore *history;    /* ConveneSlot of ConveneActivity */
  GtkWidget  *operation_list;
  GtkWidget  *history_box;
  GtkWidget  *history_list;
};

G_DEFINE_FINAL_TYPE (ConveneActivitySection, convene_activity_section, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_READER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
get_operation_key (gpointer item)
{
  return g_strdup (convene_operation_get_id (item));
}

static char *
get_activity_key (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", convene_activity_get_at (item), convene_activity_get_text (item));
}

static void
read_cb (ConveneActivitySection *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);

  convene_slots_update (self->operations, interview != NULL ? convene_interview_get_operations (interview) : NULL, get_operation_key);
  convene_slots_update (self->history, convene_interview_reader_get_history (self->reader), get_activity_key);
  gtk_widget_set_visible (self->history_box, g_list_model_get_n_items (G_LIST_MODEL (self->history)) > 0);
}

static GtkWidget *
create_operation_row_cb (gpointer item,
                         gpointer user_data)
{
  ConveneActivitySection *self = user_data;
  GtkWidget              *row = g_object_new (CONVENE_TYPE_OPERATION_ROW, NULL);

  g_object_bind_property (self->reader, "now", row, "now", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", row, "operation", G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
create_history_row_cb (gpointer item,
                       gpointer user_data)
{
  GtkWidget *row = convene_history_row_new ();

  g_object_bind_property (item, "item", row, "activity", G_BINDING_SYNC_CREATE);
  return row;
}

/* The history is there before the interview says so. */
static void
follow (ConveneActivitySection *self)
{
  g_signal_connect_object (self->reader, "notify::interview", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);
}

static void
convene_activity_section_dispose (GObject *object)
{
  ConveneActivitySection *self = CONVENE_ACTIVITY_SECTION (object);

  g_clear_object (&self->operations);
  g_clear_object (&self->history);
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_ACTIVITY_SECTION);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (convene_activity_section_parent_class)->dispose (object);
}

static void
convene_activity_section_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_READER:
      g_value_set_object (value, CONVENE_ACTIVITY_SECTION (object)->reader);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_activity_section_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  ConveneActivitySection *self = CONVENE_ACTIVITY_SECTION (object);

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
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-activity-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneActivitySection, operation_list);
  gtk_widget_class_bind_template_child (widget_class, ConveneActivitySection, history_box);
  gtk_widget_class_bind_template_child (widget_class, ConveneActivitySection, history_list);
}

static void
convene_activity_section_class_init (ConveneActivitySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_activity_section_dispose;
  object_class->get_property = convene_activity_section_get_property;
  object_class->set_property = convene_activity_section_set_property;

  properties[PROP_READER] = g_param_spec_object ("reader", NULL, NULL, CONVENE_TYPE_INTERVIEW_READER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_activity_section_init (ConveneActivitySection *self)
{
  self->operations = g_list_store_new (CONVENE_TYPE_SLOT);
  self->history = g_list_store_new (CONVENE_TYPE_SLOT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->operation_list), G_LIST_MODEL (self->operations), create_operation_row_cb, self, NULL);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->history_list), G_LIST_MODEL (self->history), create_history_row_cb, NULL, NULL);
}

GtkWidget *
convene_activity_section_new (void)
{
  return g_object_new (CONVENE_TYPE_ACTIVITY_SECTION, NULL);
}
