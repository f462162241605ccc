/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-guide-page.h"

#include <glib/gi18n-lib.h>

#include "convene-connect-form.h"
#include "convene-copy-row.h"
#include "convene-focus.h"

struct _ConveneGuidePage
{
  GtkWidget parent_instance;

  gboolean has_app; /* the build or the environment brings one */

  ConveneConnectForm *form; /* NULL once the page is gone */
  ConveneCopyRow     *redirect;
  ConveneCopyRow     *allow_list;
  ConveneCopyRow     *scopes;
};

enum
{
  PROP_0,
  PROP_HAS_APP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return FALSE;
}

static void
leave (ConveneConnectPage *page)
{
  convene_connect_form_reset (CONVENE_GUIDE_PAGE (page)->form);
}

static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  ConveneGuidePage *self = CONVENE_GUIDE_PAGE (page);
  ConveneAccounts  *accounts = convene_engine_get_accounts (engine);
  g_auto(GStrv) needed = convene_accounts_list_needed_scopes ();
  g_autofree char *scopes = g_strjoinv (" ", needed);

  leave (page);
  self->has_app = convene_accounts_has_app (accounts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_APP]);
  g_object_set (self->scopes, "text", scopes, NULL);
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneGuidePage, convene_guide_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

static char *
format_explanation_cb (ConveneGuidePage *self,
                       gboolean          has_app)
{
  if (has_app)
    return g_strdup (_ ("An app of your own takes some minutes, once. Its client ID is all that Convene needs of it."));

  return g_strdup (_ ("This build of Convene brings no Zoom app of its own. To sign in to Zoom it needs one of yours, which takes some minutes, once."));
}

static void
submitted_cb (ConveneGuidePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "accounts.connect", "s", "advanced");
}

static gboolean
convene_guide_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CONVENE_GUIDE_PAGE (widget)->form));
}

static void
convene_guide_page_dispose (GObject *object)
{
  ConveneGuidePage *self = CONVENE_GUIDE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_GUIDE_PAGE);
  self->form = NULL;

  G_OBJECT_CLASS (convene_guide_page_parent_class)->dispose (object);
}

static void
convene_guide_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_HAS_APP:
      g_value_set_boolean (value, CONVENE_GUIDE_PAGE (object)->has_app);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_guide_page_class_init (ConveneGuidePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_guide_page_dispose;
  object_class->get_property = convene_guide_page_get_property;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_guide_page_grab_focus;

  properties[PROP_HAS_APP] = g_param_spec_boolean ("has-app", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_CONNECT_FORM);
  g_type_ensure (CONVENE_TYPE_COPY_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneGuidePage, form);
  gtk_widget_class_bind_template_child (widget_class, ConveneGuidePage, redirect);
  gtk_widget_class_bind_template_child (widget_class, ConveneGuidePage, allow_list);
  gtk_widget_class_bind_template_child (widget_class, ConveneGuidePage, scopes);
  gtk_widget_class_bind_template_callback (widget_class, format_explanation_cb);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
}

static void
convene_guide_page_init (ConveneGuidePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->redirect, "text", convene_accounts_get_redirect_uri (), NULL);
  g_object_set (self->allow_list, "text", convene_accounts_get_redirect_uri (), NULL);
}
