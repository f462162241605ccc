/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "convene-account-card.h"
#include "convene-names.h"
#include "convene-rows.h"

struct _ConveneAccountsPage
{
  GtkWidget parent_instance;

  ConveneEngine        *engine;
  ConveneAccountsModel *model;

  GtkWidget  *page;
  GtkListBox *list;
  GtkWidget  *connect_zoom;
  GtkWidget  *connect_mail;
};

G_DEFINE_FINAL_TYPE (ConveneAccountsPage, convene_accounts_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MODEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_any_cb (ConveneAccountsPage *self,
           guint                n_items)
{
  return n_items > 0;
}

static gboolean
is_none_cb (ConveneAccountsPage *self,
            gboolean             loaded,
            guint                n_items,
            const char          *message)
{
  return loaded && n_items == 0 && message == NULL;
}

static gboolean
is_text_cb (ConveneAccountsPage *self,
            const char          *text)
{
  return text != NULL && *text != '\0';
}

/* Several Zoom accounts can be connected; of mail accounts there is one. */
static char *
format_zoom_cb (ConveneAccountsPage *self,
                gboolean             has_zoom)
{
  return g_strdup (has_zoom ? _ ("Connect another") : C_ ("account", "Connect"));
}

static char *
format_mail_cb (ConveneAccountsPage *self,
                gboolean             has_mail)
{
  return g_strdup (has_mail ? C_ ("account", "Change") : C_ ("account", "Connect"));
}

static GtkWidget *
create_card_cb (gpointer item,
                gpointer user_data)
{
  ConveneAccountsPage *self = user_data;

  return convene_account_card_new (item, self->engine);
}

/* What becomes of letters as long as nobody has connected a mail account. */
static char *
format_mail_description_cb (ConveneAccountsPage *self,
                            gboolean             has_mail,
                            gboolean             loaded)
{
  gboolean may = self->engine != NULL && convene_accounts_get_hand_over (convene_engine_get_accounts (self->engine));

  if (has_mail || !loaded)
    return g_strdup ("");
  if (may)
    return g_strdup (_ ("Without a mail account each invitation opens in your mail program, and you send it from there. Then it has no answer buttons, and reminders and urgent letters wait: nothing is sent while you are away."));

  return g_strdup (_ ("Without a mail account letters wait until one is connected."));
}

/* “Connect” alone does not say what. With each text that it gets, a button is called like that text again. */
static void
name_buttons (ConveneAccountsPage *self)
{
  gboolean has_zoom, has_mail;

  g_object_get (self->model, "has-zoom", &has_zoom, "has-mail", &has_mail, NULL);
  convene_name_button (GTK_WIDGET (self->connect_zoom), has_zoom ? _ ("Connect another Zoom account") : _ ("Connect Zoom"));
  convene_name_button (GTK_WIDGET (self->connect_mail), has_mail ? _ ("Change the mail account") : _ ("Connect a mail account"));
}

static void
convene_accounts_page_dispose (GObject *object)
{
  ConveneAccountsPage *self = CONVENE_ACCOUNTS_PAGE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ACCOUNTS_PAGE);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_accounts_page_parent_class)->dispose (object);
}

static void
convene_accounts_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneAccountsPage *self = CONVENE_ACCOUNTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_accounts_page_class_init (ConveneAccountsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_accounts_page_dispose;
  object_class->get_property = convene_accounts_page_get_property;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, CONVENE_TYPE_ACCOUNTS_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountsPage, page);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountsPage, connect_zoom);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountsPage, connect_mail);
  gtk_widget_class_bind_template_callback (widget_class, is_any_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_none_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_zoom_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_mail_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_mail_description_cb);
}

static void
convene_accounts_page_init (ConveneAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
}

void
convene_accounts_page_set_engine (ConveneAccountsPage *self,
                                  ConveneEngine       *engine)
{
  g_return_if_fail (CONVENE_IS_ACCOUNTS_PAGE (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (self->engine == NULL);

  self->engine = g_object_ref (engine);
  self->model = convene_accounts_model_new (engine);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->model), create_card_cb, self, NULL);
  g_signal_connect_object (self->connect_zoom, "notify::label", G_CALLBACK (name_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->connect_mail, "notify::label", G_CALLBACK (name_buttons), self, G_CONNECT_SWAPPED);
  name_buttons (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

ConveneAccountsModel *
convene_accounts_page_get_model (ConveneAccountsPage *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS_PAGE (self), NULL);

  return self->model;
}

void
convene_accounts_page_set_leaving (ConveneAccountsPage *self,
                                   const char          *id,
                                   gboolean             leaving)
{
  GtkListBoxRow *row;

  g_return_if_fail (CONVENE_IS_ACCOUNTS_PAGE (self));
  g_return_if_fail (id != NULL);

  for (int i = 0; self->list != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      g_autoptr(ConveneAccount) account = NULL;

      g_object_get (row, "account", &account, NULL);
      if (g_strcmp0 (convene_account_get_id (account), id) == 0)
        g_object_set (row, "leaving", leaving, NULL);
    }
}
