/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Signing in and checking, with nobody on the other side: the person answers at once, or never. */

#include "convene-error.h"
#include "convene-sign-in.h"
#include "fake-engine.h"

#define ADDRESS "https://zoom.example.com/oauth/authorize?state=abc"

struct _ConveneSignIn
{
  GObject parent_instance;

  ConveneAccounts   *accounts;
  ConveneUriOpener  *opener;
  gboolean           device;
  char              *client_id;
  char              *secret;
  ConveneSignInStage stage;
  char              *warning;
};

enum
{
  PROP_0,
  PROP_STAGE,
  PROP_WARNING,
  N_PROPERTIES
};

G_DEFINE_FINAL_TYPE (ConveneSignIn, convene_sign_in, G_TYPE_OBJECT)

static void
convene_sign_in_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ConveneSignIn *self = CONVENE_SIGN_IN (object);

  if (property_id == PROP_STAGE)
    g_value_set_int (value, self->stage);
  else
    g_value_set_string (value, self->warning);
}

static void
convene_sign_in_finalize (GObject *object)
{
  ConveneSignIn *self = CONVENE_SIGN_IN (object);

  g_clear_object (&self->opener);
  g_free (self->client_id);
  g_free (self->secret);
  g_free (self->warning);

  G_OBJECT_CLASS (convene_sign_in_parent_class)->finalize (object);
}

static void
convene_sign_in_class_init (ConveneSignInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_sign_in_get_property;
  object_class->finalize = convene_sign_in_finalize;
  g_object_class_install_property (object_class, PROP_STAGE, g_param_spec_int ("stage", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_WARNING, g_param_spec_string ("warning", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
convene_sign_in_init (ConveneSignIn *self)
{
}

static ConveneSignIn *
sign_in_new (ConveneAccounts *accounts,
             const char      *client_id,
             ConveneSecret   *client_secret)
{
  ConveneSignIn *self = g_object_new (CONVENE_TYPE_SIGN_IN, NULL);

  self->accounts = accounts;
  self->client_id = g_strdup (client_id);
  self->secret = client_secret != NULL ? g_strdup (convene_secret_peek (client_secret)) : NULL;
  return self;
}

ConveneSignIn *
convene_sign_in_new_browser (ConveneAccounts  *accounts,
                             const char       *client_id,
                             ConveneSecret    *client_secret,
                             const char       *reconnect,
                             ConveneUriOpener *opener)
{
  ConveneSignIn *self = sign_in_new (accounts, client_id, client_secret);

  g_assert_null (reconnect);
  self->opener = opener != NULL ? g_object_ref (opener) : NULL;
  return self;
}

ConveneSignIn *
convene_sign_in_new_device (ConveneAccounts *accounts,
                            const char      *client_id,
                            ConveneSecret   *client_secret,
                            const char      *reconnect)
{
  ConveneSignIn *self = sign_in_new (accounts, client_id, client_secret);

  g_assert_null (reconnect);
  self->device = TRUE;
  return self;
}

ConveneSignInStage
convene_sign_in_get_stage (ConveneSignIn *self)
{
  return self->stage;
}

const char *
convene_sign_in_get_address (ConveneSignIn *self)
{
  return self->stage == CONVENE_SIGN_IN_STAGE_PREPARING ? NULL : ADDRESS;
}

const char *
convene_sign_in_get_user_code (ConveneSignIn *self)
{
  return self->device && self->stage != CONVENE_SIGN_IN_STAGE_PREPARING ? "ABCD-1234" : NULL;
}

gint64
convene_sign_in_get_expires_at (ConveneSignIn *self)
{
  return self->device ? FAKE_NOW : 0;
}

const char *
convene_sign_in_get_warning (ConveneSignIn *self)
{
  return self->warning;
}

static void
set_stage (ConveneSignIn     *self,
           ConveneSignInStage stage)
{
  self->stage = stage;
  g_object_notify (G_OBJECT (self), "stage");
}

/* The account tells what it was made from. */
static void
succeed (GTask *task)
{
  ConveneSignIn  *self = g_task_get_source_object (task);
  ConveneAccount *account = convene_account_new ();

  set_stage (self, CONVENE_SIGN_IN_STAGE_FINISHING);
  convene_account_set_id (account, "bbbbbbbb-0000-4000-8000-000000000004");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_ZOOM);
  convene_account_set_method (account, self->device ? CONVENE_ACCOUNT_METHOD_DEVICE : CONVENE_ACCOUNT_METHOD_BROWSER);
  convene_account_set_address (account, "robin@example.com");
  convene_account_set_name (account, "Robin");
  convene_account_set_state (account, CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_account_set_plan (account, self->client_id);
  convene_account_set_problem (account, self->secret);
  g_task_return_pointer (task, account, g_object_unref);
  g_object_unref (task);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask         *task = user_data;
  ConveneSignIn *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;

  if (!convene_uri_opener_open_finish (CONVENE_URI_OPENER (source), result, &error))
    {
      self->warning = g_strdup (error->message);
      g_object_notify (G_OBJECT (self), "warning");
    }

  succeed (task);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_task_return_error_if_cancelled (user_data);
}

void
convene_sign_in_run_async (ConveneSignIn      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  set_stage (self, self->device ? CONVENE_SIGN_IN_STAGE_CODE : CONVENE_SIGN_IN_STAGE_BROWSER);
  if (fake_accounts_is_endless (self->accounts))
    g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (task), g_object_unref);
  else if (self->opener != NULL)
    convene_uri_opener_open_async (self->opener, ADDRESS, cancellable, opened_cb, g_steal_pointer (&task));
  else
    succeed (g_steal_pointer (&task));
}

ConveneAccount *
convene_sign_in_run_finish (ConveneSignIn *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
