/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-server-to-server-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-connect-entry.h"
#include "convene-connect-form.h"
#include "convene-error.h"
#include "convene-focus.h"

struct _ConveneServerToServerPage
{
  GtkWidget parent_instance;

  ConveneEngine *engine; /* since it was prepared */

  ConveneConnectForm *form; /* NULL once the page is gone */
  GtkEditable        *account_id;
  GtkEditable        *client_id;
  GtkEditable        *client_secret;
  GtkEditable        *host;
  ConveneErrorRow    *account_id_error;
  ConveneErrorRow    *client_id_error;
  ConveneErrorRow    *client_secret_error;
  ConveneErrorRow    *host_error;
};

static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM &&
         convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
}

static void
leave (ConveneConnectPage *page)
{
  ConveneServerToServerPage *self = CONVENE_SERVER_TO_SERVER_PAGE (page);

  convene_connect_form_reset (self->form);
  convene_connect_entry_forget (self->client_secret);
}

static void
fill (GtkEditable *entry,
      const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  ConveneServerToServerPage *self = CONVENE_SERVER_TO_SERVER_PAGE (page);

  g_set_object (&self->engine, engine);
  leave (page);
  if (account != NULL && !can_reconnect (page, account))
    account = NULL;
  fill (self->account_id, account != NULL ? convene_account_get_account_number (account) : NULL);
  fill (self->client_id, account != NULL ? convene_account_get_client_id (account) : NULL);
  fill (self->host, account != NULL ? convene_account_get_address (account) : NULL);
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneServerToServerPage, convene_server_to_server_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

/* The engine calls its fields as its JSON does; here they stand under their names. */
static GError *
reword (GError *error)
{
  const char *field = convene_error_get_field (error);

  if (g_strcmp0 (field, "account_id") == 0)
    return convene_error_new_field (CONVENE_ERROR_INVALID, field, _ ("The account ID is empty or has blanks in it: copy it from the app’s page at Zoom"));
  if (g_strcmp0 (field, "client_id") == 0)
    return convene_error_new_field (CONVENE_ERROR_INVALID, field, _ ("The client ID is empty or has blanks in it: copy it from the app’s page at Zoom"));
  if (g_strcmp0 (field, "client_secret") == 0)
    return convene_error_new_field (CONVENE_ERROR_INVALID, field, _ ("The client secret is empty or has blanks in it: copy it from the app’s page at Zoom"));

  /* What was typed here is not in the environment, of which the engine's words speak then. Where id and secret stand in each other's place it has seen
   * that, and says it (VC-37). */
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT) && strstr (error->message, "ZOOM_API_CLIENT_ID") != NULL)
    return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT,
                                _ ("Zoom does not accept this account ID, client ID and client secret together. Copy all three once more from the app’s page, and see there that the app is activated."));

  return g_error_copy (error);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneServerToServerPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) reworded = NULL;
  g_autoptr(ConveneAccount) account = convene_accounts_connect_server_to_server_finish (CONVENE_ACCOUNTS (source), result, &error);

  if (self->form == NULL)
    return;

  reworded = error != NULL ? reword (error) : NULL;
  convene_connect_form_end (self->form, reworded);
  if (account == NULL)
    return;

  convene_connect_entry_forget (self->client_secret);
  convene_connect_page_connected (CONVENE_CONNECT_PAGE (self), account);
}

static void
submitted_cb (ConveneServerToServerPage *self)
{
  g_autofree char *account_id = convene_connect_entry_dup_text (self->account_id);
  g_autofree char *client_id = convene_connect_entry_dup_text (self->client_id);
  g_autofree char *host = convene_connect_entry_dup_text (self->host);
  g_autoptr(ConveneSecret) secret = convene_connect_entry_take_secret (self->client_secret, TRUE);

  convene_accounts_connect_server_to_server_async (convene_engine_get_accounts (self->engine), account_id, client_id, secret, host,
                                                   convene_connect_form_begin (self->form), connected_cb, g_object_ref (self));
}

static gboolean
convene_server_to_server_page_grab_focus (GtkWidget *widget)
{
  ConveneServerToServerPage *self = CONVENE_SERVER_TO_SERVER_PAGE (widget);
  const char                *known = gtk_editable_get_text (self->account_id);

  return gtk_widget_grab_focus (GTK_WIDGET (*known != '\0' ? self->client_secret : self->account_id));
}

static void
convene_server_to_server_page_dispose (GObject *object)
{
  ConveneServerToServerPage *self = CONVENE_SERVER_TO_SERVER_PAGE (object);

  if (self->form != NULL)
    leave (CONVENE_CONNECT_PAGE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_SERVER_TO_SERVER_PAGE);
  self->form = NULL;
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_server_to_server_page_parent_class)->dispose (object);
}

static void
convene_server_to_server_page_class_init (ConveneServerToServerPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_server_to_server_page_dispose;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_server_to_server_page_grab_focus;

  g_type_ensure (CONVENE_TYPE_CONNECT_FORM);
  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-server-to-server-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, form);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, account_id);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, client_id);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, client_secret);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, host);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, account_id_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, client_id_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, client_secret_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneServerToServerPage, host_error);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
}

static void
convene_server_to_server_page_init (ConveneServerToServerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_connect_entry_forget (self->client_secret);
  convene_connect_form_add_field (self->form, "account_id", self->account_id_error);
  convene_connect_form_add_field (self->form, "client_id", self->client_id_error);
  convene_connect_form_add_field (self->form, "client_secret", self->client_secret_error);
  convene_connect_form_add_field (self->form, "host", self->host_error);
}
