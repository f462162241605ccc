/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-head.h"

#include <glib/gi18n-lib.h>

#include "convene-details.h"
#include "convene-ics-drag.h"
#include "convene-rows.h"
#include "convene-words.h"
#include "convene-wrap-box.h"

struct _ConveneInterviewHead
{
  GtkBox parent_instance;

  ConveneInterviewReader *reader;
};

G_DEFINE_FINAL_TYPE (ConveneInterviewHead, convene_interview_head, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_READER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format_candidate_cb (GObject          *object,
                     ConveneInterview *interview)
{
  return g_strdup (interview != NULL ? convene_details_get_candidate (interview) : "");
}

static char *
format_status_cb (GObject          *object,
                  ConveneInterview *interview)
{
  return g_strdup (interview != NULL ? convene_words_status (convene_interview_get_status (interview)) : "");
}

static char *
format_tone_cb (GObject          *object,
                ConveneInterview *interview)
{
  switch (interview != NULL ? convene_interview_get_status (interview) : CONVENE_STATUS_DRAFT)
    {
    case CONVENE_STATUS_SCHEDULED:
    case CONVENE_STATUS_COMPLETED:
      return g_strdup ("good");
    case CONVENE_STATUS_CANCELLED:
    case CONVENE_STATUS_NO_SHOW:
      return g_strdup ("bad");
    default:
      return g_strdup ("plain");
    }
}

static char *
format_status_icon_cb (GObject          *object,
                       ConveneInterview *interview)
{
  switch (interview != NULL ? convene_interview_get_status (interview) : CONVENE_STATUS_DRAFT)
    {
    case CONVENE_STATUS_SCHEDULED:
    case CONVENE_STATUS_COMPLETED:
      return g_strdup ("object-select-symbolic");
    case CONVENE_STATUS_CANCELLED:
    case CONVENE_STATUS_NO_SHOW:
      return g_strdup ("window-close-symbolic");
    default:
      return g_strdup ("document-edit-symbolic");
    }
}

static char *
format_type_cb (GObject          *object,
                ConveneInterview *interview)
{
  return g_strdup (interview != NULL ? convene_words_type (convene_interview_get_platform (interview)) : "");
}

static char *
format_type_icon_cb (GObject          *object,
                     ConveneInterview *interview)
{
  return g_strdup (interview != NULL ? convene_words_platform_icon (convene_interview_get_platform (interview)) : NULL);
}

static char *
format_source_cb (GObject          *object,
                  ConveneInterview *interview)
{
  return interview != NULL ? convene_details_format_source (interview) : g_strdup ("");
}

static char *
format_platform_cb (GObject          *object,
                    ConveneInterview *interview)
{
  return g_strdup (interview != NULL ? convene_words_platform (convene_interview_get_platform (interview)) : "");
}

/* The type says it all where nobody joins by a program. */
static gboolean
has_platform_cb (GObject          *object,
                 ConveneInterview *interview)
{
  return interview != NULL && convene_interview_get_platform (interview) != CONVENE_PLATFORM_PHONE && convene_interview_get_platform (interview) != CONVENE_PLATFORM_IN_PERSON;
}

static char *
format_times_cb (GObject          *object,
                 ConveneInterview *interview,
                 gint64            now)
{
  return interview != NULL ? convene_details_format_times (interview, now) : g_strdup ("");
}

/* Why it was cancelled, in the words of who did it. */
static char *
format_reason_cb (GObject          *object,
                  ConveneInterview *interview)
{
  const char *reason = interview != NULL ? convene_interview_get_cancel_reason (interview) : NULL;

  /* Translators: %s is why an interview was cancelled, as somebody wrote it */
  return reason != NULL && *reason != '\0' ? g_strdup_printf (_("Reason: %s"), reason) : g_strdup ("");
}

static gboolean
has_reason_cb (GObject          *object,
               ConveneInterview *interview)
{
  const char *reason = interview != NULL ? convene_interview_get_cancel_reason (interview) : NULL;

  return reason != NULL && *reason != '\0';
}

/* Whose it is, where it was made from an event of others: who wonders why nobody gets a letter finds it here. */
static char *
format_origin_cb (GObject          *object,
                  ConveneInterview *interview)
{
  const char *organizer = interview != NULL ? convene_interview_get_origin_organizer (interview) : NULL;

  if (interview == NULL || convene_interview_get_origin_uid (interview) == NULL)
    return g_strdup ("");
  if (organizer == NULL)
    return g_strdup (_("From somebody else’s calendar: Convene invites nobody to it"));

  /* Translators: %s is the mail address of whoever organizes an event in a calendar of their own */
  return g_strdup_printf (_("From the calendar of %s, who invites to it: Convene does not"), organizer);
}

static gboolean
has_origin_cb (GObject          *object,
               ConveneInterview *interview)
{
  return interview != NULL && convene_interview_get_origin_uid (interview) != NULL;
}

static char *
format_length_cb (GObject          *object,
                  ConveneInterview *interview,
                  gint64            now)
{
  return interview != NULL ? convene_details_format_length (interview, now) : g_strdup ("");
}

/* What is shown, out of the window as a file. */
static GdkContentProvider *
drag_cb (GtkWidget *widget,
         double     x,
         double     y,
         gpointer   user_data)
{
  ConveneInterviewReader *reader = CONVENE_INTERVIEW_HEAD (widget)->reader;
  ConveneInterview       *interview = reader != NULL ? convene_interview_reader_get_interview (reader) : NULL;

  if (interview == NULL)
    return NULL;

  return convene_ics_content_new (convene_interview_reader_get_engine (reader), convene_interview_get_uid (interview), convene_details_get_candidate (interview));
}

static void
convene_interview_head_dispose (GObject *object)
{
  ConveneInterviewHead *self = CONVENE_INTERVIEW_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_INTERVIEW_HEAD);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (convene_interview_head_parent_class)->dispose (object);
}

static void
convene_interview_head_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_READER:
      g_value_set_object (value, CONVENE_INTERVIEW_HEAD (object)->reader);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_head_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConveneInterviewHead *self = CONVENE_INTERVIEW_HEAD (object);

  switch (prop_id)
    {
    case PROP_READER:
      if (g_set_object (&self->reader, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CONVENE_TYPE_CHIP);
  g_type_ensure (CONVENE_TYPE_INTERVIEW_READER);
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-interview-head.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_candidate_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_status_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_tone_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_status_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_type_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_type_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_source_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_platform_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_platform_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_times_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_origin_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_origin_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_length_cb);
}

static void
convene_interview_head_class_init (ConveneInterviewHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_interview_head_dispose;
  object_class->get_property = convene_interview_head_get_property;
  object_class->set_property = convene_interview_head_set_property;

  properties[PROP_READER] = g_param_spec_object ("reader", NULL, NULL, CONVENE_TYPE_INTERVIEW_READER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_interview_head_init (ConveneInterviewHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_ics_drag_add (GTK_WIDGET (self), drag_cb, NULL);
}

GtkWidget *
convene_interview_head_new (void)
{
  return g_object_new (CONVENE_TYPE_INTERVIEW_HEAD, NULL);
}
