/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-smtp-carrier.h"

#include <curl/curl.h>

#include "convene-smtp-transfer.h"

struct _ConveneSmtpCarrier
{
  GObject         parent_instance;
  ConveneAccount *account;
  ConveneSecret  *password;
  char           *ca_file;
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_PASSWORD,
  PROP_CA_FILE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
run_cb (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  GError *error = NULL;
  GStrv   refused = convene_smtp_transfer_run (task_data, cancellable, &error);

  if (refused != NULL)
    g_task_return_pointer (task, refused, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

/* Takes the task. libcurl works in a thread; everything it needs goes with it. */
static void
start (ConveneSmtpCarrier *self,
       ConveneLetter      *letter,
       GTask              *task)
{
  g_autoptr(GTask) owned = task;
  GError              *error = NULL;
  ConveneSmtpTransfer *transfer = convene_smtp_transfer_new (self->account, self->password, self->ca_file, letter, &error);

  if (transfer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* A letter that was taken is sent, even if somebody cancelled meanwhile: the transfer itself says which came first. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, transfer, (GDestroyNotify) convene_smtp_transfer_free);
  g_task_run_in_thread (task, run_cb);
}

static gboolean
convene_smtp_carrier_is_unattended (ConveneLetterCarrier *carrier)
{
  return TRUE;
}

static void
convene_smtp_carrier_send_async (ConveneLetterCarrier *carrier,
                                 ConveneLetter        *letter,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  GTask *task = g_task_new (carrier, cancellable, callback, user_data);

  g_task_set_source_tag (task, convene_smtp_carrier_send_async);
  start (CONVENE_SMTP_CARRIER (carrier), letter, task);
}

static GStrv
convene_smtp_carrier_send_finish (ConveneLetterCarrier *carrier,
                                  GAsyncResult         *result,
                                  GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, carrier), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
letter_carrier_iface_init (ConveneLetterCarrierInterface *iface)
{
  iface->is_unattended = convene_smtp_carrier_is_unattended;
  iface->send_async = convene_smtp_carrier_send_async;
  iface->send_finish = convene_smtp_carrier_send_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneSmtpCarrier, convene_smtp_carrier, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_LETTER_CARRIER, letter_carrier_iface_init))

static void
convene_smtp_carrier_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ConveneSmtpCarrier *self = CONVENE_SMTP_CARRIER (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      self->account = g_value_dup_object (value);
      break;
    case PROP_PASSWORD:
      self->password = g_value_dup_boxed (value);
      break;
    case PROP_CA_FILE:
      self->ca_file = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_smtp_carrier_dispose (GObject *object)
{
  ConveneSmtpCarrier *self = CONVENE_SMTP_CARRIER (object);

  g_clear_object (&self->account);

  G_OBJECT_CLASS (convene_smtp_carrier_parent_class)->dispose (object);
}

static void
convene_smtp_carrier_finalize (GObject *object)
{
  ConveneSmtpCarrier *self = CONVENE_SMTP_CARRIER (object);

  g_clear_pointer (&self->password, convene_secret_unref);
  g_clear_pointer (&self->ca_file, g_free);

  G_OBJECT_CLASS (convene_smtp_carrier_parent_class)->finalize (object);
}

static void
convene_smtp_carrier_class_init (ConveneSmtpCarrierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = convene_smtp_carrier_set_property;
  object_class->dispose = convene_smtp_carrier_dispose;
  object_class->finalize = convene_smtp_carrier_finalize;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, CONVENE_TYPE_ACCOUNT,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PASSWORD] = g_param_spec_boxed ("password", NULL, NULL, CONVENE_TYPE_SECRET,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CA_FILE] = g_param_spec_string ("ca-file", NULL, NULL, NULL,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Not thread-safe in older versions of libcurl: a class is made once. */
  curl_global_init (CURL_GLOBAL_DEFAULT);
}

static void
convene_smtp_carrier_init (ConveneSmtpCarrier *self)
{
}

ConveneSmtpCarrier *
convene_smtp_carrier_new (ConveneAccount *account,
                          ConveneSecret  *password)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (account), NULL);

  return g_object_new (CONVENE_TYPE_SMTP_CARRIER, "account", account, "password", password, NULL);
}

void
convene_smtp_carrier_check_async (ConveneSmtpCarrier *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_SMTP_CARRIER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_smtp_carrier_check_async);
  start (self, NULL, task);
}

gboolean
convene_smtp_carrier_check_finish (ConveneSmtpCarrier *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_auto (GStrv) refused = NULL;

  g_return_val_if_fail (CONVENE_IS_SMTP_CARRIER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  refused = g_task_propagate_pointer (G_TASK (result), error);
  return refused != NULL;
}
