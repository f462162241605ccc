/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-browser-page.h"

#include <glib/gi18n-lib.h>

#include "convene-focus.h"
#include "convene-names.h"
#include "convene-permissions-group.h"
#include "convene-sign-in-view.h"

struct _ConveneBrowserPage
{
  GtkWidget parent_instance;

  ConveneEngine    *engine;  /* since it was prepared */
  ConveneAccount   *account; /* that is to be connected again, or NULL */
  ConveneUriOpener *opener;

  ConveneConnectForm *form; /* NULL once the page is gone */
  ConveneSignInView  *view;
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_OPENER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_BROWSER;
}

static void
leave (ConveneConnectPage *page)
{
  convene_connect_form_reset (CONVENE_BROWSER_PAGE (page)->form);
}

static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  ConveneBrowserPage *self = CONVENE_BROWSER_PAGE (page);

  g_set_object (&self->engine, engine);
  leave (page);
  if (g_set_object (&self->account, account))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneBrowserPage, convene_browser_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

static char *
format_explanation_cb (ConveneBrowserPage *self,
                       ConveneAccount     *account)
{
  if (account == NULL)
    return g_strdup (_ ("You sign in at Zoom, in your browser, and allow Convene what stands below. Convene never sees your password."));

  /* Translators: %s is the mail address of an account */
  return g_strdup_printf (_ ("Sign in at Zoom as %s once more, in your browser. Where Convene is used on another computer too, it may have to sign in again there."),
                             convene_account_get_address (account));
}

static void
submitted_cb (ConveneBrowserPage *self)
{
  const char *reconnect = self->account != NULL ? convene_account_get_id (self->account) : NULL;
  g_autoptr(ConveneSignIn) sign_in = convene_sign_in_new_browser (convene_engine_get_accounts (self->engine), NULL, NULL, reconnect, self->opener);

  convene_sign_in_view_run (self->view, sign_in, self->form, CONVENE_CONNECT_PAGE (self));
}

static gboolean
convene_browser_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CONVENE_BROWSER_PAGE (widget)->form));
}

static void
convene_browser_page_dispose (GObject *object)
{
  ConveneBrowserPage *self = CONVENE_BROWSER_PAGE (object);

  if (self->form != NULL)
    leave (CONVENE_CONNECT_PAGE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_BROWSER_PAGE);
  self->form = NULL;
  g_clear_object (&self->engine);
  g_clear_object (&self->account);
  g_clear_object (&self->opener);

  G_OBJECT_CLASS (convene_browser_page_parent_class)->dispose (object);
}

static void
convene_browser_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConveneBrowserPage *self = CONVENE_BROWSER_PAGE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_OPENER:
      g_value_set_object (value, self->opener);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_browser_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ConveneBrowserPage *self = CONVENE_BROWSER_PAGE (object);

  switch (prop_id)
    {
    case PROP_OPENER:
      if (g_set_object (&self->opener, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_browser_page_class_init (ConveneBrowserPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_browser_page_dispose;
  object_class->get_property = convene_browser_page_get_property;
  object_class->set_property = convene_browser_page_set_property;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_browser_page_grab_focus;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, CONVENE_TYPE_ACCOUNT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_OPENER] = g_param_spec_object ("opener", NULL, NULL, CONVENE_TYPE_URI_OPENER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_CONNECT_FORM);
  g_type_ensure (CONVENE_TYPE_PERMISSIONS_GROUP);
  g_type_ensure (CONVENE_TYPE_SIGN_IN_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-browser-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneBrowserPage, form);
  gtk_widget_class_bind_template_child (widget_class, ConveneBrowserPage, view);
  gtk_widget_class_bind_template_callback (widget_class, format_explanation_cb);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
}

static void
convene_browser_page_init (ConveneBrowserPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
}
