/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-disconnector.h"

#include <glib/gi18n-lib.h>

#include "convene-account-words.h"
#include "convene-compat.h"

struct _ConveneDisconnector
{
  GObject parent_instance;

  ConveneEngine *engine;
  GtkWindow     *window; /* weak */

  ConveneAccount *asked; /* that a question is about */
  GCancellable   *cancellable;
  gboolean        wants_place; /* where it is disconnected */
};

G_DEFINE_FINAL_TYPE (ConveneDisconnector, convene_disconnector, G_TYPE_OBJECT)

enum
{
  BEGUN,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Several may be on their way at once. */
typedef struct
{
  ConveneDisconnector *self;
  char                *id;
  gboolean             wants_place;
} Farewell;

static void
farewell_free (Farewell *farewell)
{
  g_object_unref (farewell->self);
  g_free (farewell->id);
  g_free (farewell);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Farewell, farewell_free)

static void
disconnected_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Farewell) farewell = user_data;
  g_autoptr(GError) error = NULL;
  ConveneRevocation revocation = CONVENE_REVOCATION_NONE;
  g_autofree char  *address = convene_accounts_disconnect_finish (CONVENE_ACCOUNTS (source), result, &revocation, &error);
  g_autofree char  *words = address != NULL ? convene_account_words_disconnected (address, revocation) : g_strdup (error->message);

  g_signal_emit (farewell->self, signals[ENDED], 0, farewell->id, words, address != NULL && farewell->wants_place);
}

/* The question goes with the window, so that the window is there when it is answered. */
static void
answered_cb (gboolean yes,
             gpointer user_data)
{
  ConveneDisconnector *self = user_data;
  g_autoptr(ConveneAccount) account = g_steal_pointer (&self->asked);
  Farewell *farewell;

  if (!yes || account == NULL)
    return;

  g_signal_emit (self, signals[BEGUN], 0, convene_account_get_id (account));
  farewell = g_new0 (Farewell, 1);
  farewell->self = g_object_ref (self);
  farewell->id = g_strdup (convene_account_get_id (account));
  farewell->wants_place = self->wants_place;
  convene_accounts_disconnect_async (convene_engine_get_accounts (self->engine), farewell->id, NULL, disconnected_cb, farewell);
}

/* What is not known is said in general. */
static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneDisconnector) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneFarewell) preview = convene_accounts_preview_disconnect_finish (CONVENE_ACCOUNTS (source), result, &error);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (self->window == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  /* Translators: %s is the mail address of an account */
  heading = g_strdup_printf (_ ("Disconnect %s?"), convene_account_get_address (self->asked));
  body = convene_account_words_farewell (self->asked, preview);
  self->wants_place = preview != NULL && preview->last_zoom && preview->platform == CONVENE_PLATFORM_ZOOM && convene_account_get_kind (self->asked) == CONVENE_ACCOUNT_KIND_ZOOM;
  convene_compat_ask (self->window, heading, body, _ ("_Disconnect"), TRUE, answered_cb, self);
}

static void
convene_disconnector_dispose (GObject *object)
{
  ConveneDisconnector *self = CONVENE_DISCONNECTOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->asked);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_disconnector_parent_class)->dispose (object);
}

static void
convene_disconnector_finalize (GObject *object)
{
  g_clear_object (&CONVENE_DISCONNECTOR (object)->cancellable);

  G_OBJECT_CLASS (convene_disconnector_parent_class)->finalize (object);
}

static void
convene_disconnector_class_init (ConveneDisconnectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_disconnector_dispose;
  object_class->finalize = convene_disconnector_finalize;

  signals[BEGUN] = g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
convene_disconnector_init (ConveneDisconnector *self)
{
  self->cancellable = g_cancellable_new ();
}

ConveneDisconnector *
convene_disconnector_new (ConveneEngine *engine,
                          GtkWindow     *window)
{
  ConveneDisconnector *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (CONVENE_TYPE_DISCONNECTOR, NULL);
  self->engine = g_object_ref (engine);
  g_set_weak_pointer (&self->window, window);
  return self;
}

void
convene_disconnector_ask (ConveneDisconnector *self,
                          ConveneAccount      *account)
{
  ConveneAccounts *accounts;

  g_return_if_fail (CONVENE_IS_DISCONNECTOR (self));
  g_return_if_fail (CONVENE_IS_ACCOUNT (account));

  if (self->asked != NULL)
    return;

  self->asked = g_object_ref (account);
  accounts = convene_engine_get_accounts (self->engine);
  convene_accounts_preview_disconnect_async (accounts, convene_account_get_id (account), self->cancellable, previewed_cb, g_object_ref (self));
}
