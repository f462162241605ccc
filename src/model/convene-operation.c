/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-operation.h"

#include "convene-property.h"

struct _ConveneOperation
{
  GObject parent_instance;

  char                 *id;
  ConveneOperationKind  kind;
  ConveneOperationState state;
  char                 *interview_uid;
  char                 *meeting_id;
  char                 *account_id;
  char                 *host;
  char                 *reference;
  gint64                due;
  char                 *after;
  char                 *event;
  int                   attempts;
  gint64                first_attempt;
  int                   posts;
  int                   looks;
  gboolean              released;
  char                 *error_code;
  char                 *error_message;
  gint64                created;
  gint64                settled;
  GStrv                 recipients;
  gboolean              held;
};

G_DEFINE_FINAL_TYPE (ConveneOperation, convene_operation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_STATE,
  PROP_INTERVIEW_UID,
  PROP_MEETING_ID,
  PROP_ACCOUNT_ID,
  PROP_HOST,
  PROP_REFERENCE,
  PROP_DUE,
  PROP_AFTER,
  PROP_EVENT,
  PROP_ATTEMPTS,
  PROP_FIRST_ATTEMPT,
  PROP_POSTS,
  PROP_LOOKS,
  PROP_RELEASED,
  PROP_ERROR_CODE,
  PROP_ERROR_MESSAGE,
  PROP_CREATED,
  PROP_SETTLED,
  PROP_RECIPIENTS,
  PROP_HELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where each of them stands. */
static const gsize offsets[N_PROPS] = {
  [PROP_ID] = G_STRUCT_OFFSET (ConveneOperation, id),
  [PROP_KIND] = G_STRUCT_OFFSET (ConveneOperation, kind),
  [PROP_STATE] = G_STRUCT_OFFSET (ConveneOperation, state),
  [PROP_INTERVIEW_UID] = G_STRUCT_OFFSET (ConveneOperation, interview_uid),
  [PROP_MEETING_ID] = G_STRUCT_OFFSET (ConveneOperation, meeting_id),
  [PROP_ACCOUNT_ID] = G_STRUCT_OFFSET (ConveneOperation, account_id),
  [PROP_HOST] = G_STRUCT_OFFSET (ConveneOperation, host),
  [PROP_REFERENCE] = G_STRUCT_OFFSET (ConveneOperation, reference),
  [PROP_DUE] = G_STRUCT_OFFSET (ConveneOperation, due),
  [PROP_AFTER] = G_STRUCT_OFFSET (ConveneOperation, after),
  [PROP_EVENT] = G_STRUCT_OFFSET (ConveneOperation, event),
  [PROP_ATTEMPTS] = G_STRUCT_OFFSET (ConveneOperation, attempts),
  [PROP_FIRST_ATTEMPT] = G_STRUCT_OFFSET (ConveneOperation, first_attempt),
  [PROP_POSTS] = G_STRUCT_OFFSET (ConveneOperation, posts),
  [PROP_LOOKS] = G_STRUCT_OFFSET (ConveneOperation, looks),
  [PROP_RELEASED] = G_STRUCT_OFFSET (ConveneOperation, released),
  [PROP_ERROR_CODE] = G_STRUCT_OFFSET (ConveneOperation, error_code),
  [PROP_ERROR_MESSAGE] = G_STRUCT_OFFSET (ConveneOperation, error_message),
  [PROP_CREATED] = G_STRUCT_OFFSET (ConveneOperation, created),
  [PROP_SETTLED] = G_STRUCT_OFFSET (ConveneOperation, settled),
  [PROP_RECIPIENTS] = G_STRUCT_OFFSET (ConveneOperation, recipients),
  [PROP_HELD] = G_STRUCT_OFFSET (ConveneOperation, held),
};

static void
convene_operation_finalize (GObject *object)
{
  ConveneOperation *self = CONVENE_OPERATION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->interview_uid, g_free);
  g_clear_pointer (&self->meeting_id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->after, g_free);
  g_clear_pointer (&self->event, g_free);
  g_clear_pointer (&self->error_code, g_free);
  g_clear_pointer (&self->error_message, g_free);
  g_clear_pointer (&self->recipients, g_strfreev);

  G_OBJECT_CLASS (convene_operation_parent_class)->finalize (object);
}

static void
convene_operation_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  convene_property_get (G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
}

static void
convene_operation_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  convene_property_set (object, pspec, G_STRUCT_MEMBER_P (object, offsets[prop_id]), value);
}

static void
convene_operation_class_init (ConveneOperationClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_operation_finalize;
  object_class->get_property = convene_operation_get_property;
  object_class->set_property = convene_operation_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, CONVENE_TYPE_OPERATION_KIND, 0, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CONVENE_TYPE_OPERATION_STATE, 0, flags);
  properties[PROP_INTERVIEW_UID] = g_param_spec_string ("interview-uid", NULL, NULL, NULL, flags);
  properties[PROP_MEETING_ID] = g_param_spec_string ("meeting-id", NULL, NULL, NULL, flags);
  properties[PROP_ACCOUNT_ID] = g_param_spec_string ("account-id", NULL, NULL, NULL, flags);
  properties[PROP_HOST] = g_param_spec_string ("host", NULL, NULL, NULL, flags);
  properties[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, flags);
  properties[PROP_DUE] = g_param_spec_int64 ("due", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);
  properties[PROP_EVENT] = g_param_spec_string ("event", NULL, NULL, NULL, flags);
  properties[PROP_ATTEMPTS] = g_param_spec_int ("attempts", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_FIRST_ATTEMPT] = g_param_spec_int64 ("first-attempt", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_POSTS] = g_param_spec_int ("posts", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_LOOKS] = g_param_spec_int ("looks", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_RELEASED] = g_param_spec_boolean ("released", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR_CODE] = g_param_spec_string ("error-code", NULL, NULL, NULL, flags);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, flags);
  properties[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SETTLED] = g_param_spec_int64 ("settled", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_RECIPIENTS] = g_param_spec_boxed ("recipients", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_HELD] = g_param_spec_boolean ("held", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_operation_init (ConveneOperation *self)
{
}

ConveneOperation *
convene_operation_new (void)
{
  return g_object_new (CONVENE_TYPE_OPERATION, NULL);
}

const char *
convene_operation_get_id (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->id;
}

void
convene_operation_set_id (ConveneOperation *self,
                          const char       *id)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ID], &self->id, id);
}

ConveneOperationKind
convene_operation_get_kind (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->kind;
}

void
convene_operation_set_kind (ConveneOperation    *self,
                            ConveneOperationKind kind)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_KIND], (int *) &self->kind, (int) kind);
}

ConveneOperationState
convene_operation_get_state (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->state;
}

void
convene_operation_set_state (ConveneOperation     *self,
                             ConveneOperationState state)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_STATE], (int *) &self->state, (int) state);
}

const char *
convene_operation_get_interview_uid (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->interview_uid;
}

void
convene_operation_set_interview_uid (ConveneOperation *self,
                                     const char       *interview_uid)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_INTERVIEW_UID], &self->interview_uid, interview_uid);
}

const char *
convene_operation_get_meeting_id (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->meeting_id;
}

void
convene_operation_set_meeting_id (ConveneOperation *self,
                                  const char       *meeting_id)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_MEETING_ID], &self->meeting_id, meeting_id);
}

const char *
convene_operation_get_account_id (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->account_id;
}

void
convene_operation_set_account_id (ConveneOperation *self,
                                  const char       *account_id)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ACCOUNT_ID], &self->account_id, account_id);
}

const char *
convene_operation_get_host (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->host;
}

void
convene_operation_set_host (ConveneOperation *self,
                            const char       *host)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_HOST], &self->host, host);
}

const char *
convene_operation_get_reference (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->reference;
}

void
convene_operation_set_reference (ConveneOperation *self,
                                 const char       *reference)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_REFERENCE], &self->reference, reference);
}

gint64
convene_operation_get_due (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->due;
}

void
convene_operation_set_due (ConveneOperation *self,
                           gint64            due)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_DUE], &self->due, due);
}

const char *
convene_operation_get_after (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->after;
}

void
convene_operation_set_after (ConveneOperation *self,
                             const char       *after)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_AFTER], &self->after, after);
}

const char *
convene_operation_get_event (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->event;
}

void
convene_operation_set_event (ConveneOperation *self,
                             const char       *event)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_EVENT], &self->event, event);
}

int
convene_operation_get_attempts (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->attempts;
}

void
convene_operation_set_attempts (ConveneOperation *self,
                                int               attempts)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_ATTEMPTS], &self->attempts, attempts);
}

gint64
convene_operation_get_first_attempt (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->first_attempt;
}

void
convene_operation_set_first_attempt (ConveneOperation *self,
                                     gint64            first_attempt)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_FIRST_ATTEMPT], &self->first_attempt, first_attempt);
}

int
convene_operation_get_posts (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->posts;
}

void
convene_operation_set_posts (ConveneOperation *self,
                             int               posts)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_POSTS], &self->posts, posts);
}

int
convene_operation_get_looks (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->looks;
}

void
convene_operation_set_looks (ConveneOperation *self,
                             int               looks)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_LOOKS], &self->looks, looks);
}

gboolean
convene_operation_get_released (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), FALSE);

  return self->released;
}

void
convene_operation_set_released (ConveneOperation *self,
                                gboolean          released)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_boolean (G_OBJECT (self), properties[PROP_RELEASED], &self->released, released);
}

const char *
convene_operation_get_error_code (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->error_code;
}

void
convene_operation_set_error_code (ConveneOperation *self,
                                  const char       *error_code)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ERROR_CODE], &self->error_code, error_code);
}

const char *
convene_operation_get_error_message (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return self->error_message;
}

void
convene_operation_set_error_message (ConveneOperation *self,
                                     const char       *error_message)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ERROR_MESSAGE], &self->error_message, error_message);
}

gint64
convene_operation_get_created (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->created;
}

void
convene_operation_set_created (ConveneOperation *self,
                               gint64            created)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_CREATED], &self->created, created);
}

gint64
convene_operation_get_settled (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), 0);

  return self->settled;
}

void
convene_operation_set_settled (ConveneOperation *self,
                               gint64            settled)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_SETTLED], &self->settled, settled);
}

const char *const *
convene_operation_get_recipients (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), NULL);

  return (const char *const *) self->recipients;
}

void
convene_operation_set_recipients (ConveneOperation  *self,
                                  const char *const *recipients)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_list (G_OBJECT (self), properties[PROP_RECIPIENTS], &self->recipients, recipients);
}

gboolean
convene_operation_get_held (ConveneOperation *self)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (self), FALSE);

  return self->held;
}

void
convene_operation_set_held (ConveneOperation *self,
                            gboolean          held)
{
  g_return_if_fail (CONVENE_IS_OPERATION (self));

  convene_property_set_boolean (G_OBJECT (self), properties[PROP_HELD], &self->held, held);
}
