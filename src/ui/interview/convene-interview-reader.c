/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-reader.h"

#include "convene-engine-directory.h"
#include "convene-error.h"

/* Milliseconds that somebody may look at what was there before, rather than at a page that says it is loading. */
#define PATIENCE 300

struct _ConveneInterviewReader
{
  GObject parent_instance;

  /* What is followed. */
  ConveneEngine *engine;
  char          *uid;

  /* How far it is. */
  GCancellable     *cancellable; /* of the reading under way, NULL while there is none */
  ConveneInterview *found;       /* read, its history not yet */
  GSource          *minute;      /* when the next minute begins */
  guint             late;        /* when it has taken so long that one should say so */
  gboolean          again;       /* something changed meanwhile */

  /* What was read. */
  ConveneInterview *interview;
  GListModel       *history;
  const char       *state;
  char             *message;
  gint64            now;
};

G_DEFINE_FINAL_TYPE (ConveneInterviewReader, convene_interview_reader, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_UID,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_INTERVIEW,
  PROP_HISTORY,
  PROP_NOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_now (ConveneInterviewReader *self)
{
  gint64 now = convene_clock_now (convene_engine_get_clock (self->engine));

  if (now == self->now)
    return;

  self->now = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

/* `state` is static. */
static void
set_state (ConveneInterviewReader *self,
           const char             *state)
{
  if (g_strcmp0 (self->state, state) == 0)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_result (ConveneInterviewReader *self,
            ConveneInterview       *interview,
            GListModel             *history,
            const char             *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  if (g_set_object (&self->history, history))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HISTORY]);
  if (g_set_object (&self->interview, interview))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERVIEW]);
}

static void
stop_reading (ConveneInterviewReader *self)
{
  g_clear_handle_id (&self->late, g_source_remove);
  g_clear_object (&self->found);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->again = FALSE;
}

/* A reading ended; what changed while it was under way is read now. */
static void
end_reading (ConveneInterviewReader *self)
{
  gboolean again = self->again;

  stop_reading (self);
  if (again)
    convene_interview_reader_read (self);
}

static void
fail (ConveneInterviewReader *self,
      GError                 *error)
{
  gboolean is_gone = g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND);
  gboolean is_shown = self->interview != NULL && g_strcmp0 (convene_interview_get_uid (self->interview), self->uid) == 0;

  /* What is shown was true a moment ago, and the next change is read again. */
  if (is_gone || !is_shown)
    {
      set_result (self, NULL, NULL, error->message);
      set_state (self, is_gone ? "missing" : "failed");
    }
  end_reading (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneInterviewReader) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) activities = convene_engine_list_activity_finish (CONVENE_ENGINE (source), result, &error);
  g_autoptr(GListStore) history = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (activities == NULL)
    {
      fail (self, error);
      return;
    }

  history = g_list_store_new (CONVENE_TYPE_ACTIVITY);
  g_list_store_splice (history, 0, 0, activities->pdata, activities->len);
  set_now (self);
  set_result (self, self->found, G_LIST_MODEL (history), NULL);
  set_state (self, "found");
  end_reading (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneInterviewReader) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (interview == NULL)
    {
      fail (self, error);
      return;
    }

  self->found = g_steal_pointer (&interview);
  convene_engine_list_activity_async (self->engine, self->uid, self->cancellable, listed_cb, g_object_ref (self));
}

static void
late_cb (gpointer user_data)
{
  ConveneInterviewReader *self = user_data;

  self->late = 0;
  set_result (self, NULL, NULL, NULL);
  set_state (self, "loading");
}

static void
changed_cb (ConveneInterviewReader *self)
{
  if (self->cancellable != NULL)
    self->again = TRUE;
  else
    convene_interview_reader_read (self);
}

static gboolean
minute_cb (gpointer user_data)
{
  ConveneInterviewReader *self = user_data;
  ConveneClock           *clock = convene_engine_get_clock (self->engine);

  set_now (self);
  g_clear_pointer (&self->minute, g_source_unref);
  self->minute = convene_clock_create_source (clock, (self->now / CONVENE_MINUTE + 1) * CONVENE_MINUTE);
  g_source_set_callback (self->minute, minute_cb, self, NULL);
  g_source_attach (self->minute, NULL);
  return G_SOURCE_REMOVE;
}

static void
convene_interview_reader_constructed (GObject *object)
{
  ConveneInterviewReader *self = CONVENE_INTERVIEW_READER (object);

  G_OBJECT_CLASS (convene_interview_reader_parent_class)->constructed (object);

  g_signal_connect_object (self->engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  minute_cb (self);
}

static void
convene_interview_reader_dispose (GObject *object)
{
  ConveneInterviewReader *self = CONVENE_INTERVIEW_READER (object);

  stop_reading (self);
  if (self->minute != NULL)
    g_source_destroy (self->minute);
  g_clear_pointer (&self->minute, g_source_unref);
  g_clear_object (&self->interview);
  g_clear_object (&self->history);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_interview_reader_parent_class)->dispose (object);
}

static void
convene_interview_reader_finalize (GObject *object)
{
  ConveneInterviewReader *self = CONVENE_INTERVIEW_READER (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (convene_interview_reader_parent_class)->finalize (object);
}

static void
convene_interview_reader_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  ConveneInterviewReader *self = CONVENE_INTERVIEW_READER (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;

    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;

    case PROP_STATE:
      g_value_set_static_string (value, self->state);
      break;

    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    case PROP_INTERVIEW:
      g_value_set_object (value, self->interview);
      break;

    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;

    case PROP_NOW:
      g_value_set_int64 (value, self->now);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_reader_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  ConveneInterviewReader *self = CONVENE_INTERVIEW_READER (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      self->engine = g_value_dup_object (value);
      break;

    case PROP_UID:
      convene_interview_reader_set_uid (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "blank", flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_INTERVIEW] = g_param_spec_object ("interview", NULL, NULL, CONVENE_TYPE_INTERVIEW, flags);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_interview_reader_class_init (ConveneInterviewReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = convene_interview_reader_constructed;
  object_class->dispose = convene_interview_reader_dispose;
  object_class->finalize = convene_interview_reader_finalize;
  object_class->get_property = convene_interview_reader_get_property;
  object_class->set_property = convene_interview_reader_set_property;
  install_properties (object_class);
}

static void
convene_interview_reader_init (ConveneInterviewReader *self)
{
  self->state = "blank";
}

ConveneInterviewReader *
convene_interview_reader_new (ConveneEngine *engine)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  return g_object_new (CONVENE_TYPE_INTERVIEW_READER, "engine", engine, NULL);
}

void
convene_interview_reader_read (ConveneInterviewReader *self)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_READER (self));

  if (self->uid == NULL)
    return;

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  convene_engine_find_interview_async (self->engine, self->uid, self->cancellable, found_cb, g_object_ref (self));
}

void
convene_interview_reader_set_uid (ConveneInterviewReader *self,
                                  const char             *uid)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_READER (self));

  if (g_strcmp0 (self->uid, uid) == 0)
    return;

  stop_reading (self);
  g_free (self->uid);
  self->uid = g_strdup (uid);
  if (uid == NULL)
    {
      set_result (self, NULL, NULL, NULL);
      set_state (self, "blank");
    }
  else
    {
      convene_interview_reader_read (self);
      self->late = g_timeout_add_once (PATIENCE, late_cb, self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UID]);
}

const char *
convene_interview_reader_get_uid (ConveneInterviewReader *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_READER (self), NULL);

  return self->uid;
}

ConveneEngine *
convene_interview_reader_get_engine (ConveneInterviewReader *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_READER (self), NULL);

  return self->engine;
}

ConveneInterview *
convene_interview_reader_get_interview (ConveneInterviewReader *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_READER (self), NULL);

  return self->interview;
}

GListModel *
convene_interview_reader_get_history (ConveneInterviewReader *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_READER (self), NULL);

  return self->history;
}

gint64
convene_interview_reader_get_now (ConveneInterviewReader *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_READER (self), 0);

  return self->now;
}

const char *
convene_interview_reader_get_state (ConveneInterviewReader *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_READER (self), NULL);

  return self->state;
}
