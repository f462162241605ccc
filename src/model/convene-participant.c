/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-participant.h"

#include "convene-property.h"

struct _ConveneParticipant
{
  GObject parent_instance;

  char           *name;
  char           *address;
  ConveneRole     role;
  ConveneResponse response;
  char           *timezone;
  char           *language;
  int             answered_sequence;
  gint64          answered_at;
};

G_DEFINE_FINAL_TYPE (ConveneParticipant, convene_participant, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_ADDRESS,
  PROP_ROLE,
  PROP_RESPONSE,
  PROP_TIMEZONE,
  PROP_LANGUAGE,
  PROP_ANSWERED_SEQUENCE,
  PROP_ANSWERED_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_participant_finalize (GObject *object)
{
  ConveneParticipant *self = CONVENE_PARTICIPANT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->timezone, g_free);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (convene_participant_parent_class)->finalize (object);
}

static void
convene_participant_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ConveneParticipant *self = CONVENE_PARTICIPANT (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_ROLE:
      g_value_set_enum (value, self->role);
      break;
    case PROP_RESPONSE:
      g_value_set_enum (value, self->response);
      break;
    case PROP_TIMEZONE:
      g_value_set_string (value, self->timezone);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_ANSWERED_SEQUENCE:
      g_value_set_int (value, self->answered_sequence);
      break;
    case PROP_ANSWERED_AT:
      g_value_set_int64 (value, self->answered_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_participant_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ConveneParticipant *self = CONVENE_PARTICIPANT (object);

  switch (prop_id)
    {
    case PROP_NAME:
      convene_participant_set_name (self, g_value_get_string (value));
      break;
    case PROP_ADDRESS:
      convene_participant_set_address (self, g_value_get_string (value));
      break;
    case PROP_ROLE:
      convene_participant_set_role (self, g_value_get_enum (value));
      break;
    case PROP_RESPONSE:
      convene_participant_set_response (self, g_value_get_enum (value));
      break;
    case PROP_TIMEZONE:
      convene_participant_set_timezone (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      convene_participant_set_language (self, g_value_get_string (value));
      break;
    case PROP_ANSWERED_SEQUENCE:
      convene_participant_set_answered_sequence (self, g_value_get_int (value));
      break;
    case PROP_ANSWERED_AT:
      convene_participant_set_answered_at (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_participant_class_init (ConveneParticipantClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_participant_finalize;
  object_class->get_property = convene_participant_get_property;
  object_class->set_property = convene_participant_set_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_ROLE] = g_param_spec_enum ("role", NULL, NULL, CONVENE_TYPE_ROLE, 0, flags);
  properties[PROP_RESPONSE] = g_param_spec_enum ("response", NULL, NULL, CONVENE_TYPE_RESPONSE, 0, flags);
  properties[PROP_TIMEZONE] = g_param_spec_string ("timezone", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_ANSWERED_SEQUENCE] = g_param_spec_int ("answered-sequence", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_ANSWERED_AT] = g_param_spec_int64 ("answered-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_participant_init (ConveneParticipant *self)
{
}

ConveneParticipant *
convene_participant_new (void)
{
  return g_object_new (CONVENE_TYPE_PARTICIPANT, NULL);
}

const char *
convene_participant_get_name (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), NULL);

  return self->name;
}

void
convene_participant_set_name (ConveneParticipant *self,
                              const char         *name)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_NAME], &self->name, name);
}

const char *
convene_participant_get_address (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), NULL);

  return self->address;
}

void
convene_participant_set_address (ConveneParticipant *self,
                                 const char         *address)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ADDRESS], &self->address, address);
}

ConveneRole
convene_participant_get_role (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), 0);

  return self->role;
}

void
convene_participant_set_role (ConveneParticipant *self,
                              ConveneRole         role)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_ROLE], (int *) &self->role, (int) role);
}

ConveneResponse
convene_participant_get_response (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), 0);

  return self->response;
}

void
convene_participant_set_response (ConveneParticipant *self,
                                  ConveneResponse     response)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_RESPONSE], (int *) &self->response, (int) response);
}

const char *
convene_participant_get_timezone (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), NULL);

  return self->timezone;
}

void
convene_participant_set_timezone (ConveneParticipant *self,
                                  const char         *timezone)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_TIMEZONE], &self->timezone, timezone);
}

const char *
convene_participant_get_language (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), NULL);

  return self->language;
}

void
convene_participant_set_language (ConveneParticipant *self,
                                  const char         *language)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_LANGUAGE], &self->language, language);
}

int
convene_participant_get_answered_sequence (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), 0);

  return self->answered_sequence;
}

void
convene_participant_set_answered_sequence (ConveneParticipant *self,
                                           int                 answered_sequence)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_ANSWERED_SEQUENCE], &self->answered_sequence, answered_sequence);
}

gint64
convene_participant_get_answered_at (ConveneParticipant *self)
{
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (self), 0);

  return self->answered_at;
}

void
convene_participant_set_answered_at (ConveneParticipant *self,
                                     gint64              answered_at)
{
  g_return_if_fail (CONVENE_IS_PARTICIPANT (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_ANSWERED_AT], &self->answered_at, answered_at);
}
