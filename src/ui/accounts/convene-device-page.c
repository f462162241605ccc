/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-device-page.h"

#include "convene-connect-entry.h"
#include "convene-focus.h"
#include "convene-permissions-group.h"
#include "convene-sign-in-view.h"

struct _ConveneDevicePage
{
  GtkWidget parent_instance;

  ConveneEngine  *engine;  /* since it was prepared */
  ConveneAccount *account; /* that is to be connected again, or NULL */

  ConveneConnectForm *form; /* NULL once the page is gone */
  ConveneSignInView  *view;
  GtkWidget          *app;
  GtkEditable        *client_id;
  GtkEditable        *client_secret;
  ConveneErrorRow    *client_id_error;
  ConveneErrorRow    *client_secret_error;
};

static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_DEVICE;
}

static void
leave (ConveneConnectPage *page)
{
  ConveneDevicePage *self = CONVENE_DEVICE_PAGE (page);

  convene_connect_form_reset (self->form);
  convene_connect_entry_forget (self->client_secret);
}

/* An account that is connected again has its app already. */
static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  ConveneDevicePage *self = CONVENE_DEVICE_PAGE (page);

  g_set_object (&self->engine, engine);
  g_set_object (&self->account, account);
  leave (page);
  gtk_editable_set_text (self->client_id, "");
  gtk_widget_set_visible (self->app, account == NULL && !convene_accounts_has_app (convene_engine_get_accounts (engine)));
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneDevicePage, convene_device_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

static void
run (ConveneDevicePage *self,
     const char        *client_id,
     ConveneSecret     *client_secret)
{
  const char *reconnect = self->account != NULL ? convene_account_get_id (self->account) : NULL;
  g_autoptr(ConveneSignIn) sign_in = convene_sign_in_new_device (convene_engine_get_accounts (self->engine), client_id, client_secret, reconnect);

  convene_sign_in_view_run (self->view, sign_in, self->form, CONVENE_CONNECT_PAGE (self));
}

static void
submitted_cb (ConveneDevicePage *self)
{
  g_autofree char *client_id = NULL;
  g_autoptr(ConveneSecret) secret = NULL;

  if (gtk_widget_get_visible (self->app))
    {
      client_id = convene_connect_entry_dup_text (self->client_id);
      secret = convene_connect_entry_read_optional (self->client_secret);
    }
  run (self, client_id, secret);
}

static gboolean
convene_device_page_grab_focus (GtkWidget *widget)
{
  ConveneDevicePage *self = CONVENE_DEVICE_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->app) ? GTK_WIDGET (self->client_id) : GTK_WIDGET (self->form));
}

static void
convene_device_page_dispose (GObject *object)
{
  ConveneDevicePage *self = CONVENE_DEVICE_PAGE (object);

  if (self->form != NULL)
    leave (CONVENE_CONNECT_PAGE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_DEVICE_PAGE);
  self->form = NULL;
  g_clear_object (&self->engine);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (convene_device_page_parent_class)->dispose (object);
}

static void
convene_device_page_class_init (ConveneDevicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_device_page_dispose;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_device_page_grab_focus;

  g_type_ensure (CONVENE_TYPE_CONNECT_FORM);
  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_PERMISSIONS_GROUP);
  g_type_ensure (CONVENE_TYPE_SIGN_IN_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-device-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneDevicePage, form);
  gtk_widget_class_bind_template_child (widget_class, ConveneDevicePage, view);
  gtk_widget_class_bind_template_child (widget_class, ConveneDevicePage, app);
  gtk_widget_class_bind_template_child (widget_class, ConveneDevicePage, client_id);
  gtk_widget_class_bind_template_child (widget_class, ConveneDevicePage, client_secret);
  gtk_widget_class_bind_template_child (widget_class, ConveneDevicePage, client_id_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneDevicePage, client_secret_error);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
}

static void
convene_device_page_init (ConveneDevicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_connect_entry_forget (self->client_secret);
  convene_connect_form_add_field (self->form, "client_id", self->client_id_error);
  convene_connect_form_add_field (self->form, "client_secret", self->client_secret_error);
  convene_connect_form_add_field (self->form, "client", self->client_id_error);
}
