/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-section.h"

#include <glib/gi18n-lib.h>

#include "convene-details.h"
#include "convene-entry-words.h"
#include "convene-password-row.h"
#include "convene-words.h"
#include "convene-wrap-box.h"

struct _ConveneMeetingSection
{
  AdwPreferencesGroup parent_instance;

  ConveneInterviewReader *reader;

  GtkWidget *trouble_row;
  GtkWidget *retry;
  GtkWidget *fix;
  GtkWidget *link_row;
  GtkWidget *join;
  GtkWidget *test;
  GtkWidget *password_row;
};

G_DEFINE_FINAL_TYPE (ConveneMeetingSection, convene_meeting_section, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_READER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format_icon_cb (GObject          *object,
                ConveneInterview *interview)
{
  return g_strdup (interview != NULL ? convene_words_platform_icon (convene_interview_get_platform (interview)) : NULL);
}

static char *
format_link_cb (GObject          *object,
                ConveneInterview *interview)
{
  return g_strdup (interview != NULL ? convene_details_get_link (interview) : NULL);
}

static gboolean
has_link_cb (GObject          *object,
             ConveneInterview *interview)
{
  return interview != NULL && convene_details_get_link (interview) != NULL;
}

/* A meeting's own facts are shown while people can join it. */
static ConveneMeeting *
get_meeting (ConveneInterview *interview)
{
  return has_link_cb (NULL, interview) && convene_interview_get_platform (interview) != CONVENE_PLATFORM_LINK ? convene_interview_get_meeting (interview) : NULL;
}

static char *
format_password_cb (GObject          *object,
                    ConveneInterview *interview)
{
  ConveneMeeting *meeting = get_meeting (interview);

  return g_strdup (meeting != NULL ? convene_meeting_get_password (meeting) : NULL);
}

/* From right to left, groups of digits would change places: isolated (UAX #9, LRI and PDI) they keep them. */
static char *
format_number_cb (GObject          *object,
                  ConveneInterview *interview)
{
  ConveneMeeting  *meeting = get_meeting (interview);
  g_autofree char *number = NULL;

  if (meeting == NULL || convene_meeting_get_number (meeting) <= 0)
    return g_strdup ("");

  number = convene_details_format_number (convene_meeting_get_number (meeting));
  return gtk_widget_get_direction (GTK_WIDGET (object)) == GTK_TEXT_DIR_RTL ? g_strconcat ("\xe2\x81\xa6", number, "\xe2\x81\xa9", NULL) : g_steal_pointer (&number);
}

static char *
format_host_cb (GObject          *object,
                ConveneInterview *interview)
{
  ConveneMeeting *meeting = interview != NULL ? convene_interview_get_meeting (interview) : NULL;

  const char *host = meeting != NULL && convene_interview_get_platform (interview) != CONVENE_PLATFORM_LINK ? convene_meeting_get_host (meeting) : NULL;

  if (host == NULL || !convene_details_is_hosted (interview))
    return g_strdup (host);

  /* Translators: %s is the mail address of an account; the meeting begins when its owner opens the link */
  return g_strdup_printf (_("%s\nIt starts when Zoom on this computer is signed in as this account"), host);
}

static char *
format_entry_cb (GObject          *object,
                 ConveneInterview *interview)
{
  ConveneMeeting *meeting = get_meeting (interview);

  return g_strdup (meeting != NULL ? convene_entry_words_meeting (meeting) : NULL);
}

static char *
format_alternatives_cb (GObject          *object,
                        ConveneInterview *interview)
{
  const char *const *hosts = interview != NULL ? convene_interview_get_alternative_hosts (interview) : NULL;

  return hosts != NULL ? g_strjoinv ("\n", (char **) hosts) : g_strdup ("");
}

static char *
format_trouble_cb (GObject          *object,
                   ConveneInterview *interview)
{
  return interview != NULL ? convene_details_get_trouble (interview) : g_strdup ("");
}

static char *
format_advice_cb (GObject          *object,
                  ConveneInterview *interview,
                  gint64            now)
{
  return interview != NULL ? convene_details_get_advice (interview, now) : g_strdup ("");
}

/* Whether a person has to look at it, rather than wait. */
static gboolean
is_bad (ConveneInterview *interview)
{
  ConveneMeeting *meeting = interview != NULL ? convene_interview_get_meeting (interview) : NULL;

  if (meeting == NULL)
    return FALSE;

  switch (convene_meeting_get_state (meeting))
    {
    case CONVENE_MEETING_STATE_FAILED:
    case CONVENE_MEETING_STATE_MISSING:
      return TRUE;
    case CONVENE_MEETING_STATE_LIVE:
      return convene_meeting_get_drift (meeting) != CONVENE_MEETING_DRIFT_NONE || convene_details_can_retry (interview);
    default:
      return FALSE;
    }
}

static gboolean
is_waiting (ConveneInterview *interview)
{
  ConveneMeeting *meeting = interview != NULL ? convene_interview_get_meeting (interview) : NULL;

  return meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_PENDING;
}

static char *
format_trouble_icon_cb (GObject          *object,
                        ConveneInterview *interview)
{
  if (is_bad (interview))
    return g_strdup ("dialog-warning-symbolic");

  return g_strdup (is_waiting (interview) ? "document-open-recent-symbolic" : "action-unavailable-symbolic");
}

static GStrv
format_trouble_classes_cb (GObject          *object,
                           ConveneInterview *interview)
{
  return g_strdupv ((char *[]){ (char *) (is_bad (interview) ? "error" : "dim-label"), NULL });
}

static gboolean
is_phone_cb (GObject          *object,
             ConveneInterview *interview)
{
  return interview != NULL && convene_interview_get_platform (interview) == CONVENE_PLATFORM_PHONE;
}

static gboolean
is_place_cb (GObject          *object,
             ConveneInterview *interview)
{
  return interview != NULL && convene_interview_get_platform (interview) == CONVENE_PLATFORM_IN_PERSON;
}

static char *
format_location_cb (GObject          *object,
                    ConveneInterview *interview)
{
  const char *location = interview != NULL ? convene_interview_get_location (interview) : NULL;

  /* Translators: no telephone number, or no place, was given. */
  return g_strdup (location != NULL && *location != '\0' ? location : C_("location", "Not given"));
}

static gboolean
has_text_cb (GObject    *object,
             const char *text)
{
  return text != NULL && *text != '\0';
}

/* What is read out for the rows that are laid out here. */
static void
describe (ConveneMeetingSection *self,
          ConveneInterview      *interview)
{
  g_autofree char *trouble = convene_details_get_trouble (interview);
  g_autofree char *advice = convene_details_get_advice (interview, convene_interview_reader_get_now (self->reader));
  const char      *link = convene_details_get_link (interview);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->trouble_row), GTK_ACCESSIBLE_PROPERTY_LABEL, trouble, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, advice, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, link != NULL ? link : "", -1);
}

/* A button that goes does not take the focus with it. */
static void
show_button (ConveneMeetingSection *self,
             GtkWidget             *button,
             gboolean               visible)
{
  if (!visible && gtk_widget_has_focus (button))
    gtk_widget_grab_focus (gtk_widget_get_visible (self->trouble_row) ? self->trouble_row : self->link_row);
  gtk_widget_set_visible (button, visible);
}

/* A binding of a template to itself does not survive its end in GTK 4.8. */
static void
read_cb (ConveneMeetingSection *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);

  if (interview == NULL)
    return;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), convene_details_get_heading (interview));
  describe (self, interview);
  gtk_button_set_label (GTK_BUTTON (self->join), convene_words_join (convene_details_is_hosted (interview)));
  gtk_widget_set_tooltip_text (self->join, convene_details_is_hosted (interview) ? convene_words_join_tooltip (TRUE) : _("Join in Its App, or in the Browser"));
  /* A link that is still there may be shown to somebody; nobody is to go where nobody comes. */
  show_button (self, self->join, convene_interview_get_status (interview) != CONVENE_STATUS_CANCELLED);
  show_button (self, self->test, convene_interview_get_status (interview) != CONVENE_STATUS_CANCELLED);
  show_button (self, self->retry, convene_details_can_retry (interview));
  show_button (self, self->fix, convene_details_can_fix (interview, convene_interview_reader_get_now (self->reader)));
}

static void
follow (ConveneMeetingSection *self)
{
  g_signal_connect_object (self->reader, "notify::interview", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);
}

static void
convene_meeting_section_dispose (GObject *object)
{
  ConveneMeetingSection *self = CONVENE_MEETING_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_MEETING_SECTION);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (convene_meeting_section_parent_class)->dispose (object);
}

static void
convene_meeting_section_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_READER:
      g_value_set_object (value, CONVENE_MEETING_SECTION (object)->reader);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_meeting_section_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ConveneMeetingSection *self = CONVENE_MEETING_SECTION (object);

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
  g_type_ensure (CONVENE_TYPE_INTERVIEW_READER);
  g_type_ensure (CONVENE_TYPE_PASSWORD_ROW);
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-meeting-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneMeetingSection, trouble_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneMeetingSection, retry);
  gtk_widget_class_bind_template_child (widget_class, ConveneMeetingSection, fix);
  gtk_widget_class_bind_template_child (widget_class, ConveneMeetingSection, link_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneMeetingSection, join);
  gtk_widget_class_bind_template_child (widget_class, ConveneMeetingSection, test);
  gtk_widget_class_bind_template_child (widget_class, ConveneMeetingSection, password_row);
  gtk_widget_class_bind_template_callback (widget_class, format_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_password_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_host_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_alternatives_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_trouble_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_advice_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_trouble_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_trouble_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_phone_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_location_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text_cb);
}

static void
convene_meeting_section_class_init (ConveneMeetingSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_meeting_section_dispose;
  object_class->get_property = convene_meeting_section_get_property;
  object_class->set_property = convene_meeting_section_set_property;

  properties[PROP_READER] = g_param_spec_object ("reader", NULL, NULL, CONVENE_TYPE_INTERVIEW_READER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_meeting_section_init (ConveneMeetingSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_meeting_section_new (void)
{
  return g_object_new (CONVENE_TYPE_MEETING_SECTION, NULL);
}

void
convene_meeting_section_hide_password (ConveneMeetingSection *self)
{
  g_return_if_fail (CONVENE_IS_MEETING_SECTION (self));

  g_object_set (self->password_row, "revealed", FALSE, NULL);
}
