/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bell.h"

#include "convene-bell-news.h"
#include "convene-bell-words.h"
#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-reload.h"

/* In which nothing comes near that was not looked at: those that begin an hour after the longest time before one that a person is told. */
#define HORIZON CONVENE_HOUR

struct _ConveneBell
{
  GObject parent_instance;

  ConveneEngine   *engine;
  ConveneNotifier *notifier;

  ConveneReload *reload; /* while it is started */
  GHashTable    *shown;  /* uid → gint64 *, the start that was told of and not taken back */
  GHashTable    *late;   /* uids of those for which a no-show is offered, or was not to be */
};

G_DEFINE_FINAL_TYPE (ConveneBell, convene_bell, G_TYPE_OBJECT)

/* Telling is written down before it happens: at worst a person is not told, but never twice. */
typedef struct
{
  ConveneBell *bell;
  GPtrArray   *due; /* of ConveneInterview */
} Ringing;

static gint64
now (ConveneBell *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

static gint64
get_start (ConveneInterview *interview)
{
  return convene_moment_get_instant (convene_interview_get_start (interview));
}

static char *
make_id (const char *uid)
{
  return g_strconcat ("bell:", uid, NULL);
}

static void
withdraw (ConveneBell *self,
          const char  *uid)
{
  g_autofree char *id = make_id (uid);

  convene_notifier_withdraw (self->notifier, id);
  g_hash_table_remove (self->shown, uid);
  g_hash_table_remove (self->late, uid);
}

/* VC-24: whoever hosts it starts it. */
static const char *
choose_action (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  if (convene_interview_get_join_link (interview) == NULL)
    return "app.show-interview";

  return meeting != NULL && convene_meeting_get_hosted (meeting) ? "app.start" : "app.join";
}

static void
tell (ConveneBell      *self,
      ConveneInterview *interview,
      const char       *action)
{
  const char      *uid = convene_interview_get_uid (interview);
  g_autofree char *id = make_id (uid);
  g_autofree char *title = convene_bell_word_title (interview, now (self));
  g_autofree char *body = convene_bell_word_body (interview, NULL);

  convene_notifier_notify (self->notifier, id, title, body, action, uid);
}

/* O-14: what is there anyway offers it from now on, and nobody is disturbed for that. */
static void
offer_no_show (ConveneBell      *self,
               ConveneInterview *interview)
{
  g_autofree char *actions = NULL;

  if (!g_hash_table_add (self->late, g_strdup (convene_interview_get_uid (interview))))
    return;

  actions = g_strconcat (choose_action (interview), " app.no-show", NULL);
  tell (self, interview, actions);
}

static void
show (ConveneBell      *self,
      ConveneInterview *interview)
{
  const char *uid = convene_interview_get_uid (interview);
  gint64      start = get_start (interview);

  g_hash_table_replace (self->shown, g_strdup (uid), g_memdup2 (&start, sizeof start));
  g_hash_table_remove (self->late, uid);
  if (now (self) >= start + CONVENE_BELL_LATE)
    g_hash_table_add (self->late, g_strdup (uid));
  tell (self, interview, choose_action (interview));
}

static void
rung_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Ringing *ringing = user_data;
  g_autoptr(ConveneBell) self = ringing->bell;
  g_autoptr(GPtrArray) due = ringing->due;
  g_autoptr(GError) error = NULL;

  g_free (ringing);
  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_info ("That a person is told of an interview could not be written: %s", error->message);
  for (guint i = 0; error == NULL && self->reload != NULL && i < due->len; i++)
    show (self, g_ptr_array_index (due, i));

  /* When what is shown now is over is yet to be read. */
  if (self->reload != NULL)
    convene_reload_ask (self->reload);
}

static void
ring (ConveneBell *self,
      GPtrArray   *due)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  Ringing *ringing;

  for (guint i = 0; i < due->len; i++)
    convene_change_put_notice (change, convene_interview_get_uid (g_ptr_array_index (due, i)), get_start (g_ptr_array_index (due, i)));
  ringing = g_new0 (Ringing, 1);
  ringing->bell = g_object_ref (self);
  ringing->due = g_ptr_array_ref (due);
  convene_store_commit_async (convene_engine_get_store (self->engine), change, NULL, rung_cb, ringing);
}

static void
news_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ConveneBell) self = convene_reload_finish (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneBellNews) news = convene_bell_news_read_finish (CONVENE_STORE (source), result, &error);

  if (self == NULL)
    return;
  if (news == NULL)
    {
      g_info ("Whom to tell of an interview could not be read: %s", error->message);
      return;
    }

  for (guint i = 0; i < news->over->len; i++)
    withdraw (self, g_ptr_array_index (news->over, i));
  for (guint i = 0; i < news->begun->len; i++)
    offer_no_show (self, g_ptr_array_index (news->begun, i));
  if (news->due->len > 0)
    ring (self, news->due);
  convene_reload_ask_at (self->reload, convene_engine_get_clock (self->engine), MIN (news->next, news->now + HORIZON));
}

static void
read_news (gpointer      owner,
           GCancellable *cancellable)
{
  ConveneBell *self = CONVENE_BELL (owner);
  gint64       at = now (self);

  convene_bell_news_read_async (convene_engine_get_store (self->engine), self->shown, at, at + CONVENE_DAY + 2 * HORIZON, cancellable, news_cb,
                                convene_reload_get_ticket (self->reload));
}

static void
changed_cb (ConveneBell *self)
{
  if (self->reload != NULL)
    convene_reload_ask (self->reload);
}

static void
convene_bell_dispose (GObject *object)
{
  ConveneBell *self = CONVENE_BELL (object);

  convene_bell_stop (self);
  g_clear_object (&self->engine);
  g_clear_object (&self->notifier);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->late, g_hash_table_unref);

  G_OBJECT_CLASS (convene_bell_parent_class)->dispose (object);
}

static void
convene_bell_class_init (ConveneBellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_bell_dispose;
}

static void
convene_bell_init (ConveneBell *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->late = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

ConveneBell *
convene_bell_new (ConveneEngine   *engine,
                  ConveneNotifier *notifier)
{
  ConveneBell *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (CONVENE_TYPE_BELL, NULL);
  self->engine = g_object_ref (engine);
  self->notifier = g_object_ref (notifier);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
convene_bell_start (ConveneBell *self)
{
  g_return_if_fail (CONVENE_IS_BELL (self));

  if (self->reload != NULL)
    return;

  self->reload = convene_reload_new (self, read_news);
  convene_reload_ask (self->reload);
}

void
convene_bell_stop (ConveneBell *self)
{
  g_return_if_fail (CONVENE_IS_BELL (self));

  g_clear_pointer (&self->reload, convene_reload_free);
}
