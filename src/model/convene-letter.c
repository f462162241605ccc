/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter.h"

#include "convene-property.h"

struct _ConveneLetter
{
  GObject parent_instance;

  char    *operation_id;
  char    *interview_uid;
  char    *message_id;
  char    *sender;
  GStrv    recipients;
  char    *subject;
  GBytes  *bytes;
  GBytes  *calendar;
  int      sequence;
  gint64   made_at;
  char    *told;
  int      position;
  gboolean left;
};

G_DEFINE_FINAL_TYPE (ConveneLetter, convene_letter, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_OPERATION_ID,
  PROP_INTERVIEW_UID,
  PROP_MESSAGE_ID,
  PROP_SENDER,
  PROP_RECIPIENTS,
  PROP_SUBJECT,
  PROP_BYTES,
  PROP_CALENDAR,
  PROP_SEQUENCE,
  PROP_MADE_AT,
  PROP_TOLD,
  PROP_POSITION,
  PROP_LEFT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where each of them stands. */
static const gsize offsets[N_PROPS] = {
  [PROP_OPERATION_ID] = G_STRUCT_OFFSET (ConveneLetter, operation_id),
  [PROP_INTERVIEW_UID] = G_STRUCT_OFFSET (ConveneLetter, interview_uid),
  [PROP_MESSAGE_ID] = G_STRUCT_OFFSET (ConveneLetter, message_id),
  [PROP_SENDER] = G_STRUCT_OFFSET (ConveneLetter, sender),
  [PROP_RECIPIENTS] = G_STRUCT_OFFSET (ConveneLetter, recipients),
  [PROP_SUBJECT] = G_STRUCT_OFFSET (ConveneLetter, subject),
  [PROP_BYTES] = G_STRUCT_OFFSET (ConveneLetter, bytes),
  [PROP_CALENDAR] = G_STRUCT_OFFSET (ConveneLetter, calendar),
  [PROP_SEQUENCE] = G_STRUCT_OFFSET (ConveneLetter, sequence),
  [PROP_MADE_AT] = G_STRUCT_OFFSET (ConveneLetter, made_at),
  [PROP_TOLD] = G_STRUCT_OFFSET (ConveneLetter, told),
  [PROP_POSITION] = G_STRUCT_OFFSET (ConveneLetter, position),
  [PROP_LEFT] = G_STRUCT_OFFSET (ConveneLetter, left),
};

static void
convene_letter_finalize (GObject *object)
{
  ConveneLetter *self = CONVENE_LETTER (object);

  g_clear_pointer (&self->operation_id, g_free);
  g_clear_pointer (&self->interview_uid, g_free);
  g_clear_pointer (&self->message_id, g_free);
  g_clear_pointer (&self->sender, g_free);
  g_clear_pointer (&self->recipients, g_strfreev);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->calendar, g_bytes_unref);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (convene_letter_parent_class)->finalize (object);
}

static void
convene_letter_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ConveneLetter *self = CONVENE_LETTER (object);

  switch (prop_id)
    {
    case PROP_BYTES:
      g_value_set_boxed (value, self->bytes);
      break;
    case PROP_CALENDAR:
      g_value_set_boxed (value, self->calendar);
      break;
    default:
      convene_property_get (G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
    }
}

static void
convene_letter_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ConveneLetter *self = CONVENE_LETTER (object);

  switch (prop_id)
    {
    case PROP_BYTES:
      convene_letter_set_bytes (self, g_value_get_boxed (value));
      break;
    case PROP_CALENDAR:
      convene_letter_set_calendar (self, g_value_get_boxed (value));
      break;
    default:
      convene_property_set (object, pspec, G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
    }
}

static void
convene_letter_class_init (ConveneLetterClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_letter_finalize;
  object_class->get_property = convene_letter_get_property;
  object_class->set_property = convene_letter_set_property;

  properties[PROP_OPERATION_ID] = g_param_spec_string ("operation-id", NULL, NULL, NULL, flags);
  properties[PROP_INTERVIEW_UID] = g_param_spec_string ("interview-uid", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE_ID] = g_param_spec_string ("message-id", NULL, NULL, NULL, flags);
  properties[PROP_SENDER] = g_param_spec_string ("sender", NULL, NULL, NULL, flags);
  properties[PROP_RECIPIENTS] = g_param_spec_boxed ("recipients", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  properties[PROP_BYTES] = g_param_spec_boxed ("bytes", NULL, NULL, G_TYPE_BYTES, flags);
  properties[PROP_CALENDAR] = g_param_spec_boxed ("calendar", NULL, NULL, G_TYPE_BYTES, flags);
  properties[PROP_SEQUENCE] = g_param_spec_int ("sequence", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_MADE_AT] = g_param_spec_int64 ("made-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_TOLD] = g_param_spec_string ("told", NULL, NULL, NULL, flags);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_LEFT] = g_param_spec_boolean ("left", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_letter_init (ConveneLetter *self)
{
}

ConveneLetter *
convene_letter_new (void)
{
  return g_object_new (CONVENE_TYPE_LETTER, NULL);
}

const char *
convene_letter_get_operation_id (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->operation_id;
}

void
convene_letter_set_operation_id (ConveneLetter *self,
                                 const char    *operation_id)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_OPERATION_ID], &self->operation_id, operation_id);
}

const char *
convene_letter_get_interview_uid (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->interview_uid;
}

void
convene_letter_set_interview_uid (ConveneLetter *self,
                                  const char    *interview_uid)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_INTERVIEW_UID], &self->interview_uid, interview_uid);
}

const char *
convene_letter_get_message_id (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->message_id;
}

void
convene_letter_set_message_id (ConveneLetter *self,
                               const char    *message_id)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_MESSAGE_ID], &self->message_id, message_id);
}

const char *
convene_letter_get_sender (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->sender;
}

void
convene_letter_set_sender (ConveneLetter *self,
                           const char    *sender)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SENDER], &self->sender, sender);
}

const char *const *
convene_letter_get_recipients (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return (const char *const *) self->recipients;
}

void
convene_letter_set_recipients (ConveneLetter     *self,
                               const char *const *recipients)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_list (G_OBJECT (self), properties[PROP_RECIPIENTS], &self->recipients, recipients);
}

const char *
convene_letter_get_subject (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->subject;
}

void
convene_letter_set_subject (ConveneLetter *self,
                            const char    *subject)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SUBJECT], &self->subject, subject);
}

const GBytes *
convene_letter_get_bytes (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->bytes;
}

void
convene_letter_set_bytes (ConveneLetter *self,
                          const GBytes  *bytes)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  if (self->bytes == bytes)
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref ((GBytes *) bytes) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BYTES]);
}

const GBytes *
convene_letter_get_calendar (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->calendar;
}

void
convene_letter_set_calendar (ConveneLetter *self,
                             const GBytes  *calendar)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  if (self->calendar == calendar)
    return;

  g_clear_pointer (&self->calendar, g_bytes_unref);
  self->calendar = calendar != NULL ? g_bytes_ref ((GBytes *) calendar) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

int
convene_letter_get_sequence (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), 0);

  return self->sequence;
}

void
convene_letter_set_sequence (ConveneLetter *self,
                             int            sequence)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_SEQUENCE], &self->sequence, sequence);
}

gint64
convene_letter_get_made_at (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), 0);

  return self->made_at;
}

void
convene_letter_set_made_at (ConveneLetter *self,
                            gint64         made_at)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_MADE_AT], &self->made_at, made_at);
}

const char *
convene_letter_get_told (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), NULL);

  return self->told;
}

void
convene_letter_set_told (ConveneLetter *self,
                         const char    *told)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_TOLD], &self->told, told);
}

int
convene_letter_get_position (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), 0);

  return self->position;
}

void
convene_letter_set_position (ConveneLetter *self,
                             int            position)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_POSITION], &self->position, position);
}

gboolean
convene_letter_get_left (ConveneLetter *self)
{
  g_return_val_if_fail (CONVENE_IS_LETTER (self), FALSE);

  return self->left;
}

void
convene_letter_set_left (ConveneLetter *self,
                         gboolean       left)
{
  g_return_if_fail (CONVENE_IS_LETTER (self));

  convene_property_set_boolean (G_OBJECT (self), properties[PROP_LEFT], &self->left, left);
}
