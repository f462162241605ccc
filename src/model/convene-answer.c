/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-answer.h"

#include "convene-property.h"

struct _ConveneAnswer
{
  GObject parent_instance;

  char           *id;
  char           *interview_uid;
  char           *address;
  char           *name;
  ConveneResponse response;
  int             sequence;
  gint64          made_at;
  gint64          taken_at;
  char           *comment;
  gint64          proposed_start;
  gint64          proposed_end;
  gboolean        earlier;
};

G_DEFINE_FINAL_TYPE (ConveneAnswer, convene_answer, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_INTERVIEW_UID,
  PROP_ADDRESS,
  PROP_NAME,
  PROP_RESPONSE,
  PROP_SEQUENCE,
  PROP_MADE_AT,
  PROP_TAKEN_AT,
  PROP_COMMENT,
  PROP_PROPOSED_START,
  PROP_PROPOSED_END,
  PROP_EARLIER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where each of them stands. */
static const gsize offsets[N_PROPS] = {
  [PROP_ID] = G_STRUCT_OFFSET (ConveneAnswer, id),
  [PROP_INTERVIEW_UID] = G_STRUCT_OFFSET (ConveneAnswer, interview_uid),
  [PROP_ADDRESS] = G_STRUCT_OFFSET (ConveneAnswer, address),
  [PROP_NAME] = G_STRUCT_OFFSET (ConveneAnswer, name),
  [PROP_RESPONSE] = G_STRUCT_OFFSET (ConveneAnswer, response),
  [PROP_SEQUENCE] = G_STRUCT_OFFSET (ConveneAnswer, sequence),
  [PROP_MADE_AT] = G_STRUCT_OFFSET (ConveneAnswer, made_at),
  [PROP_TAKEN_AT] = G_STRUCT_OFFSET (ConveneAnswer, taken_at),
  [PROP_COMMENT] = G_STRUCT_OFFSET (ConveneAnswer, comment),
  [PROP_PROPOSED_START] = G_STRUCT_OFFSET (ConveneAnswer, proposed_start),
  [PROP_PROPOSED_END] = G_STRUCT_OFFSET (ConveneAnswer, proposed_end),
  [PROP_EARLIER] = G_STRUCT_OFFSET (ConveneAnswer, earlier),
};

static void
convene_answer_finalize (GObject *object)
{
  ConveneAnswer *self = CONVENE_ANSWER (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->interview_uid, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->comment, g_free);

  G_OBJECT_CLASS (convene_answer_parent_class)->finalize (object);
}

static void
convene_answer_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  convene_property_get (G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
}

static void
convene_answer_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  convene_property_set (object, pspec, G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
}

static void
convene_answer_class_init (ConveneAnswerClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_answer_finalize;
  object_class->get_property = convene_answer_get_property;
  object_class->set_property = convene_answer_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_INTERVIEW_UID] = g_param_spec_string ("interview-uid", NULL, NULL, NULL, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_RESPONSE] = g_param_spec_enum ("response", NULL, NULL, CONVENE_TYPE_RESPONSE, 0, flags);
  properties[PROP_SEQUENCE] = g_param_spec_int ("sequence", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_MADE_AT] = g_param_spec_int64 ("made-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_TAKEN_AT] = g_param_spec_int64 ("taken-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_COMMENT] = g_param_spec_string ("comment", NULL, NULL, NULL, flags);
  properties[PROP_PROPOSED_START] = g_param_spec_int64 ("proposed-start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_PROPOSED_END] = g_param_spec_int64 ("proposed-end", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_EARLIER] = g_param_spec_boolean ("earlier", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_answer_init (ConveneAnswer *self)
{
}

ConveneAnswer *
convene_answer_new (void)
{
  return g_object_new (CONVENE_TYPE_ANSWER, NULL);
}

const char *
convene_answer_get_id (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), NULL);

  return self->id;
}

void
convene_answer_set_id (ConveneAnswer *self,
                       const char    *id)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ID], &self->id, id);
}

const char *
convene_answer_get_interview_uid (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), NULL);

  return self->interview_uid;
}

void
convene_answer_set_interview_uid (ConveneAnswer *self,
                                  const char    *interview_uid)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_INTERVIEW_UID], &self->interview_uid, interview_uid);
}

const char *
convene_answer_get_address (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), NULL);

  return self->address;
}

void
convene_answer_set_address (ConveneAnswer *self,
                            const char    *address)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ADDRESS], &self->address, address);
}

const char *
convene_answer_get_name (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), NULL);

  return self->name;
}

void
convene_answer_set_name (ConveneAnswer *self,
                         const char    *name)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_NAME], &self->name, name);
}

ConveneResponse
convene_answer_get_response (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), 0);

  return self->response;
}

void
convene_answer_set_response (ConveneAnswer  *self,
                             ConveneResponse response)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_RESPONSE], (int *) &self->response, (int) response);
}

int
convene_answer_get_sequence (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), 0);

  return self->sequence;
}

void
convene_answer_set_sequence (ConveneAnswer *self,
                             int            sequence)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_SEQUENCE], &self->sequence, sequence);
}

gint64
convene_answer_get_made_at (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), 0);

  return self->made_at;
}

void
convene_answer_set_made_at (ConveneAnswer *self,
                            gint64         made_at)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_MADE_AT], &self->made_at, made_at);
}

gint64
convene_answer_get_taken_at (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), 0);

  return self->taken_at;
}

gint64
convene_answer_find_time (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), 0);

  return self->made_at != 0 ? MIN (self->made_at, self->taken_at) : self->taken_at;
}

void
convene_answer_set_taken_at (ConveneAnswer *self,
                             gint64         taken_at)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_TAKEN_AT], &self->taken_at, taken_at);
}

const char *
convene_answer_get_comment (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), NULL);

  return self->comment;
}

void
convene_answer_set_comment (ConveneAnswer *self,
                            const char    *comment)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_COMMENT], &self->comment, comment);
}

gint64
convene_answer_get_proposed_start (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), 0);

  return self->proposed_start;
}

void
convene_answer_set_proposed_start (ConveneAnswer *self,
                                   gint64         proposed_start)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_PROPOSED_START], &self->proposed_start, proposed_start);
}

gint64
convene_answer_get_proposed_end (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), 0);

  return self->proposed_end;
}

void
convene_answer_set_proposed_end (ConveneAnswer *self,
                                 gint64         proposed_end)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_PROPOSED_END], &self->proposed_end, proposed_end);
}

gboolean
convene_answer_get_earlier (ConveneAnswer *self)
{
  g_return_val_if_fail (CONVENE_IS_ANSWER (self), FALSE);

  return self->earlier;
}

void
convene_answer_set_earlier (ConveneAnswer *self,
                            gboolean       earlier)
{
  g_return_if_fail (CONVENE_IS_ANSWER (self));

  convene_property_set_boolean (G_OBJECT (self), properties[PROP_EARLIER], &self->earlier, earlier);
}
