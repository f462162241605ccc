/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-advanced-page.h"

#include "convene-connect-entry.h"
#include "convene-copy-row.h"
#include "convene-focus.h"
#include "convene-names.h"
#include "convene-sign-in-view.h"
#include "convene-tip.h"

struct _ConveneAdvancedPage
{
  GtkWidget parent_instance;

  ConveneEngine    *engine;  /* since it was prepared */
  ConveneAccount   *account; /* that is to be connected again, or NULL */
  ConveneUriOpener *opener;

  ConveneConnectForm *form; /* NULL once the page is gone */
  ConveneSignInView  *view;
  GtkEditable        *client_id;
  GtkEditable        *client_secret;
  AdwComboRow        *way; /* the browser, a code */
  ConveneErrorRow    *client_id_error;
  ConveneErrorRow    *client_secret_error;
  ConveneCopyRow     *redirect;
  ConveneCopyRow     *allow_list;
};

enum
{
  PROP_0,
  PROP_OPENER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* An account with an app of its own is connected again as it was, without typing that app once more. */
static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return FALSE;
}

static void
leave (ConveneConnectPage *page)
{
  ConveneAdvancedPage *self = CONVENE_ADVANCED_PAGE (page);

  convene_connect_form_reset (self->form);
  convene_connect_entry_forget (self->client_secret);
}

static gboolean
is_signed_in (ConveneAccount *account)
{
  return account != NULL && (convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_BROWSER || convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_DEVICE);
}

static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  ConveneAdvancedPage *self = CONVENE_ADVANCED_PAGE (page);
  ConveneAccount      *known = is_signed_in (account) ? account : NULL;

  g_set_object (&self->engine, engine);
  g_set_object (&self->account, known);
  leave (page);
  gtk_editable_set_text (self->client_id, "");
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneAdvancedPage, convene_advanced_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

static void
submitted_cb (ConveneAdvancedPage *self)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  const char      *reconnect = self->account != NULL ? convene_account_get_id (self->account) : NULL;
  g_autofree char *client_id = convene_connect_entry_dup_text (self->client_id);
  g_autoptr(ConveneSecret) secret = convene_connect_entry_read_optional (self->client_secret);
  g_autoptr(ConveneSignIn) sign_in = NULL;

  if (adw_combo_row_get_selected (self->way) == 0)
    sign_in = convene_sign_in_new_browser (accounts, client_id, secret, reconnect, self->opener);
  else
    sign_in = convene_sign_in_new_device (accounts, client_id, secret, reconnect);
  convene_sign_in_view_run (self->view, sign_in, self->form, CONVENE_CONNECT_PAGE (self));
}

static gboolean
convene_advanced_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CONVENE_ADVANCED_PAGE (widget)->client_id));
}

static void
convene_advanced_page_dispose (GObject *object)
{
  ConveneAdvancedPage *self = CONVENE_ADVANCED_PAGE (object);

  if (self->form != NULL)
    leave (CONVENE_CONNECT_PAGE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ADVANCED_PAGE);
  self->form = NULL;
  g_clear_object (&self->engine);
  g_clear_object (&self->account);
  g_clear_object (&self->opener);

  G_OBJECT_CLASS (convene_advanced_page_parent_class)->dispose (object);
}

static void
convene_advanced_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OPENER:
      g_value_set_object (value, CONVENE_ADVANCED_PAGE (object)->opener);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_advanced_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_OPENER:
      if (g_set_object (&CONVENE_ADVANCED_PAGE (object)->opener, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, form);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, view);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, client_id);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, client_secret);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, way);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, client_id_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, client_secret_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, redirect);
  gtk_widget_class_bind_template_child (widget_class, ConveneAdvancedPage, allow_list);
}

static void
convene_advanced_page_class_init (ConveneAdvancedPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_advanced_page_dispose;
  object_class->get_property = convene_advanced_page_get_property;
  object_class->set_property = convene_advanced_page_set_property;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_advanced_page_grab_focus;

  properties[PROP_OPENER] = g_param_spec_object ("opener", NULL, NULL, CONVENE_TYPE_URI_OPENER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_CONNECT_FORM);
  g_type_ensure (CONVENE_TYPE_COPY_ROW);
  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_SIGN_IN_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-advanced-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
}

static void
convene_advanced_page_init (ConveneAdvancedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
  convene_tip_say_rest (GTK_WIDGET (self));
  convene_connect_entry_forget (self->client_secret);
  convene_connect_form_add_field (self->form, "client_id", self->client_id_error);
  convene_connect_form_add_field (self->form, "client_secret", self->client_secret_error);
  convene_connect_form_add_field (self->form, "client", self->client_id_error);
  g_object_set (self->redirect, "text", convene_accounts_get_redirect_uri (), NULL);
  g_object_set (self->allow_list, "text", convene_accounts_get_redirect_uri (), NULL);
}
