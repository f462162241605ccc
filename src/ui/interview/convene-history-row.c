/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-history-row.h"

#include "convene-words.h"

struct _ConveneHistoryRow
{
  GtkListBoxRow parent_instance;

  ConveneActivity *activity;
};

G_DEFINE_FINAL_TYPE (ConveneHistoryRow, convene_history_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_ACTIVITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format_time_cb (GObject         *object,
                ConveneActivity *activity)
{
  return activity != NULL ? convene_words_short (convene_activity_get_at (activity), NULL) : g_strdup ("");
}

static char *
format_text_cb (GObject         *object,
                ConveneActivity *activity)
{
  return g_strdup (activity != NULL ? convene_activity_get_text (activity) : "");
}

static void
describe (ConveneHistoryRow *self)
{
  g_autofree char *time = convene_words_short (convene_activity_get_at (self->activity), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, convene_activity_get_text (self->activity), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, time,
                                  -1);
}

static void
convene_history_row_dispose (GObject *object)
{
  ConveneHistoryRow *self = CONVENE_HISTORY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_HISTORY_ROW);
  g_clear_object (&self->activity);

  G_OBJECT_CLASS (convene_history_row_parent_class)->dispose (object);
}

static void
convene_history_row_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVITY:
      g_value_set_object (value, CONVENE_HISTORY_ROW (object)->activity);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_history_row_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ConveneHistoryRow *self = CONVENE_HISTORY_ROW (object);

  switch (prop_id)
    {
    case PROP_ACTIVITY:
      if (g_set_object (&self->activity, g_value_get_object (value)))
        {
          if (self->activity != NULL)
            describe (self);
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
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-history-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_text_cb);
}

static void
convene_history_row_class_init (ConveneHistoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_history_row_dispose;
  object_class->get_property = convene_history_row_get_property;
  object_class->set_property = convene_history_row_set_property;

  properties[PROP_ACTIVITY] = g_param_spec_object ("activity", NULL, NULL, CONVENE_TYPE_ACTIVITY, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_history_row_init (ConveneHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_history_row_new (void)
{
  return g_object_new (CONVENE_TYPE_HISTORY_ROW, NULL);
}
