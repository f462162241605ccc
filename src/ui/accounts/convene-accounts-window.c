/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-window.h"

#include <glib/gi18n-lib.h>

#include "convene-account-words.h"
#include "convene-accounts-page.h"
#include "convene-compat.h"
#include "convene-connect-page.h"
#include "convene-mail-page.h"
#include "convene-server-to-server-page.h"
#include "convene-toast.h"

struct _ConveneAccountsWindow
{
  AdwWindow parent_instance;

  ConveneEngine *engine;
  GtkWidget     *came_from; /* weak: where the focus was in the list */
  char          *asked;     /* the id of the account that a question is about */

  GtkStack            *stack;
  ConveneAccountsPage *list; /* NULL once the window is gone */
};

G_DEFINE_FINAL_TYPE (ConveneAccountsWindow, convene_accounts_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_ENGINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static ConveneConnectPage *
get_connect_page (ConveneAccountsWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return CONVENE_IS_CONNECT_PAGE (page) ? CONVENE_CONNECT_PAGE (page) : NULL;
}

static void
remember_focus (ConveneAccountsWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    g_set_weak_pointer (&self->came_from, focus);
}

static void
show_form (ConveneAccountsWindow *self,
           ConveneConnectPage    *page,
           ConveneAccount        *account)
{
  ConveneConnectPage *before = get_connect_page (self);

  if (before != NULL && before != page)
    convene_connect_page_leave (before);
  remember_focus (self);
  convene_connect_page_prepare (page, self->engine, account);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
show_list (ConveneAccountsWindow *self)
{
  ConveneConnectPage *page = get_connect_page (self);

  if (page == NULL)
    return;

  convene_connect_page_leave (page);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->list));
  if (self->came_from == NULL || !gtk_widget_grab_focus (self->came_from))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->came_from);
}

/* Of mail accounts there is one, so that connecting is changing it. */
static ConveneAccount *
find_replaced (ConveneAccountsWindow *self,
               ConveneConnectPage    *page)
{
  GListModel *model = G_LIST_MODEL (convene_accounts_page_get_model (self->list));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(ConveneAccount) account = g_list_model_get_item (model, i);

      if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL && convene_connect_page_can_reconnect (page, account))
        return account;
    }

  return NULL;
}

/* A form that was asked for before the accounts were read. */
static void
loaded_cb (ConveneAccountsWindow *self)
{
  ConveneConnectPage *page = get_connect_page (self);
  ConveneAccount     *account = page != NULL ? find_replaced (self, page) : NULL;

  if (account != NULL)
    show_form (self, page, account);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (widget);

  if (get_connect_page (self) != NULL)
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
connect_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  convene_accounts_window_show_page (CONVENE_ACCOUNTS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The way in which an account was connected is the way in which it is connected again; one that is gone by now is connected as any other. */
static ConveneConnectPage *
find_page (ConveneAccountsWindow *self,
           ConveneAccount        *account)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    if (CONVENE_IS_CONNECT_PAGE (page) && convene_connect_page_can_reconnect (CONVENE_CONNECT_PAGE (page), account))
      return CONVENE_CONNECT_PAGE (page);

  return CONVENE_CONNECT_PAGE (gtk_stack_get_child_by_name (self->stack, "zoom"));
}

static ConveneAccount *
find_account (ConveneAccountsWindow *self,
              const char            *id)
{
  return convene_accounts_model_find (convene_accounts_page_get_model (self->list), id);
}

static void
reconnect_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (widget);
  ConveneAccount        *account = find_account (self, g_variant_get_string (parameter, NULL));

  if (account != NULL)
    show_form (self, find_page (self, account), account);
}

/* Disconnecting goes on whatever becomes of the window. */
typedef struct
{
  ConveneAccountsWindow *window;
  char                  *id;
} Farewell;

static void
farewell_free (Farewell *farewell)
{
  g_object_unref (farewell->window);
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
  g_autofree char       *address = convene_accounts_disconnect_finish (CONVENE_ACCOUNTS (source), result, &error);
  g_autofree char       *words = NULL;
  ConveneAccountsWindow *self = farewell->window;

  if (self->list == NULL)
    return;

  convene_accounts_page_set_leaving (self->list, farewell->id, FALSE);
  if (address != NULL)
    words = g_strdup_printf (_ ("%s is disconnected"), address);
  convene_accounts_model_reload (convene_accounts_page_get_model (self->list));
  convene_toast (GTK_WIDGET (self->stack), words != NULL ? words : error->message);
}

/* The question goes with the window, so that the window is there when it is answered. */
static void
answered_cb (gboolean yes,
             gpointer user_data)
{
  ConveneAccountsWindow *self = user_data;
  ConveneAccounts       *accounts;
  g_autofree char       *id = g_steal_pointer (&self->asked);
  Farewell              *farewell;

  if (!yes || id == NULL)
    return;

  convene_accounts_page_set_leaving (self->list, id, TRUE);
  farewell = g_new0 (Farewell, 1);
  farewell->window = g_object_ref (self);
  farewell->id = g_strdup (id);
  accounts = convene_engine_get_accounts (self->engine);
  convene_accounts_disconnect_async (accounts, id, NULL, disconnected_cb, farewell);
}

static void
disconnect_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (widget);
  ConveneAccount        *account = find_account (self, g_variant_get_string (parameter, NULL));
  g_autofree char       *heading = NULL;

  if (account == NULL || self->asked != NULL)
    return;

  self->asked = g_strdup (convene_account_get_id (account));
  /* Translators: %s is the mail address of an account */
  heading = g_strdup_printf (_ ("Disconnect %s?"), convene_account_get_address (account));
  convene_compat_ask (GTK_WINDOW (self), heading, convene_account_words_farewell (convene_account_get_kind (account)), _ ("_Disconnect"), TRUE, answered_cb, self);
}

static void
connected_cb (ConveneAccountsWindow *self,
              ConveneAccount        *account)
{
  g_autofree char *words = NULL;

  show_list (self);
  convene_accounts_model_reload (convene_accounts_page_get_model (self->list));
  words = g_strdup_printf (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL ? _ ("Mail is connected: %s") : _ ("Zoom is connected: %s"), convene_account_get_address (account));
  convene_toast (GTK_WIDGET (self->stack), words);
}

static char *
format_title_cb (ConveneAccountsWindow *self,
                 GtkStack              *stack,
                 GtkWidget             *page)
{
  return g_strdup (page != NULL ? gtk_stack_page_get_title (gtk_stack_get_page (stack, page)) : "");
}

static gboolean
is_form_cb (ConveneAccountsWindow *self,
            GtkWidget             *page)
{
  return CONVENE_IS_CONNECT_PAGE (page);
}

static void
convene_accounts_window_dispose (GObject *object)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (object);

  g_clear_weak_pointer (&self->came_from);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ACCOUNTS_WINDOW);
  self->list = NULL;
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_accounts_window_parent_class)->dispose (object);
}

static void
convene_accounts_window_finalize (GObject *object)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (object);

  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (convene_accounts_window_parent_class)->finalize (object);
}

static void
convene_accounts_window_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      self->engine = g_value_dup_object (value);
      convene_accounts_page_set_engine (self->list, self->engine);
      g_signal_connect_object (convene_accounts_page_get_model (self->list), "notify::loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "accounts.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "accounts.connect", "s", connect_cb);
  gtk_widget_class_install_action (widget_class, "accounts.reconnect", "s", reconnect_cb);
  gtk_widget_class_install_action (widget_class, "accounts.disconnect", "s", disconnect_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "accounts.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "accounts.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
convene_accounts_window_class_init (ConveneAccountsWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_accounts_window_dispose;
  object_class->finalize = convene_accounts_window_finalize;
  object_class->set_property = convene_accounts_window_set_property;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_ACCOUNTS_PAGE);
  g_type_ensure (CONVENE_TYPE_SERVER_TO_SERVER_PAGE);
  g_type_ensure (CONVENE_TYPE_MAIL_PAGE);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-accounts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, connected_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_form_cb);
}

static void
convene_accounts_window_init (ConveneAccountsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ConveneAccountsWindow *
convene_accounts_window_new (GtkApplication *application,
                             ConveneEngine  *engine,
                             const char     *page)
{
  ConveneAccountsWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  self = g_object_new (CONVENE_TYPE_ACCOUNTS_WINDOW, "application", application, "engine", engine, NULL);
  convene_accounts_window_show_page (self, page);
  return self;
}

void
convene_accounts_window_show_page (ConveneAccountsWindow *self,
                                   const char            *page)
{
  GtkWidget *child;

  g_return_if_fail (CONVENE_IS_ACCOUNTS_WINDOW (self));

  child = page != NULL ? gtk_stack_get_child_by_name (self->stack, page) : NULL;
  if (CONVENE_IS_CONNECT_PAGE (child))
    show_form (self, CONVENE_CONNECT_PAGE (child), find_replaced (self, CONVENE_CONNECT_PAGE (child)));
  else
    show_list (self);
}
