/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-person-row.h"

#include <glib/gi18n-lib.h>

#include "convene-details.h"
#include "convene-rows.h"
#include "convene-words.h"

struct _ConvenePersonRow
{
  GtkListBoxRow parent_instance;

  ConveneParticipant *participant;
  ConveneInterview   *interview;

  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (ConvenePersonRow, convene_person_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_PARTICIPANT,
  PROP_INTERVIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_name (ConveneParticipant *participant)
{
  const char *name = convene_participant_get_name (participant);

  return name != NULL && *name != '\0' ? name : convene_participant_get_address (participant);
}

static char *
format_name_cb (GObject            *object,
                ConveneParticipant *participant)
{
  return g_strdup (participant != NULL ? get_name (participant) : "");
}

static char *
format_role_cb (GObject            *object,
                ConveneParticipant *participant)
{
  return g_strdup (participant != NULL ? convene_words_role (convene_participant_get_role (participant)) : "");
}

static char *
format_address_cb (GObject            *object,
                   ConveneParticipant *participant)
{
  return g_strdup (participant != NULL ? convene_participant_get_address (participant) : "");
}

static char *
format_response_cb (GObject            *object,
                    ConveneParticipant *participant)
{
  return g_strdup (participant != NULL ? convene_words_response (convene_participant_get_response (participant)) : "");
}

static ConveneResponse
get_response (ConveneParticipant *participant)
{
  return participant != NULL ? convene_participant_get_response (participant) : CONVENE_RESPONSE_NEEDS_ACTION;
}

static char *
format_icon_cb (GObject            *object,
                ConveneParticipant *participant)
{
  switch (get_response (participant))
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return g_strdup ("object-select-symbolic");
    case CONVENE_RESPONSE_DECLINED:
      return g_strdup ("window-close-symbolic");
    case CONVENE_RESPONSE_TENTATIVE:
      return g_strdup ("dialog-question-symbolic");
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return g_strdup ("document-open-recent-symbolic");
    }
}

static char *
format_tone_cb (GObject            *object,
                ConveneParticipant *participant)
{
  switch (get_response (participant))
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return g_strdup ("good");
    case CONVENE_RESPONSE_DECLINED:
      return g_strdup ("bad");
    case CONVENE_RESPONSE_TENTATIVE:
      return g_strdup ("warning");
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return g_strdup ("plain");
    }
}

static char *
format_answered_cb (GObject            *object,
                    ConveneParticipant *participant,
                    ConveneInterview   *interview)
{
  return participant != NULL && interview != NULL ? convene_details_format_answer (interview, participant, NULL) : g_strdup ("");
}

static gboolean
is_earlier_cb (GObject            *object,
               ConveneParticipant *participant,
               ConveneInterview   *interview)
{
  gboolean earlier = FALSE;

  if (participant != NULL && interview != NULL)
    g_free (convene_details_format_answer (interview, participant, &earlier));

  return earlier;
}

/* In their own words. */
static char *
format_comment_cb (GObject            *object,
                   ConveneParticipant *participant,
                   ConveneInterview   *interview)
{
  const char *comment = participant != NULL && interview != NULL ? convene_details_get_comment (interview, participant) : NULL;

  /* Translators: what somebody wrote with their answer to an invitation. */
  return comment != NULL ? g_strdup_printf (_("“%s”"), comment) : g_strdup ("");
}

static gboolean
has_text_cb (GObject    *object,
             const char *text)
{
  return text != NULL && *text != '\0';
}

/* What is read out for the row, and for its button, which is one of many. */
static void
describe (ConvenePersonRow *self)
{
  const char      *name = get_name (self->participant);
  const char      *role = convene_words_role (convene_participant_get_role (self->participant));
  const char      *response = convene_words_response (convene_participant_get_response (self->participant));
  const char      *address = convene_participant_get_address (self->participant);
  g_autofree char *answered = format_answered_cb (NULL, self->participant, self->interview);
  g_autofree char *label = NULL;
  g_autofree char *copy = NULL;

  /* Translators: a person's name, role, answer and address, for the screen reader. */
  label = g_strdup_printf (C_("person", "%s, %s, %s, %s"), name, role, response, address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, answered, -1);

  /* Translators: %s is a person's name. */
  copy = g_strdup_printf (_("Copy the address of %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy), "s", address);
}

static void
convene_person_row_dispose (GObject *object)
{
  ConvenePersonRow *self = CONVENE_PERSON_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_PERSON_ROW);
  g_clear_object (&self->participant);
  g_clear_object (&self->interview);

  G_OBJECT_CLASS (convene_person_row_parent_class)->dispose (object);
}

static void
convene_person_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PARTICIPANT:
      g_value_set_object (value, CONVENE_PERSON_ROW (object)->participant);
      break;

    case PROP_INTERVIEW:
      g_value_set_object (value, CONVENE_PERSON_ROW (object)->interview);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_person_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ConvenePersonRow *self = CONVENE_PERSON_ROW (object);

  switch (prop_id)
    {
    case PROP_PARTICIPANT:
      if (g_set_object (&self->participant, g_value_get_object (value)))
        {
          if (self->participant != NULL)
            describe (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    case PROP_INTERVIEW:
      if (g_set_object (&self->interview, g_value_get_object (value)))
        {
          if (self->participant != NULL)
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
  g_type_ensure (CONVENE_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConvenePersonRow, copy);
  gtk_widget_class_bind_template_callback (widget_class, format_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_role_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_address_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_tone_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_comment_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text_cb);
}

static void
convene_person_row_class_init (ConvenePersonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_person_row_dispose;
  object_class->get_property = convene_person_row_get_property;
  object_class->set_property = convene_person_row_set_property;

  properties[PROP_PARTICIPANT] = g_param_spec_object ("participant", NULL, NULL, CONVENE_TYPE_PARTICIPANT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_INTERVIEW] = g_param_spec_object ("interview", NULL, NULL, CONVENE_TYPE_INTERVIEW, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_person_row_init (ConvenePersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_person_row_new (void)
{
  return g_object_new (CONVENE_TYPE_PERSON_ROW, NULL);
}
