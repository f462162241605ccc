/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-window.h"

#include <glib/gi18n-lib.h>

#include "convene-account-letters.h"
#include "convene-accounts-page.h"
#include "convene-advanced-page.h"
#include "convene-browser-page.h"
#include "convene-connect-page.h"
#include "convene-device-page.h"
#include "convene-disconnector.h"
#include "convene-guide-page.h"
#include "convene-mail-page.h"
#include "convene-place-page.h"
#include "convene-privacy-page.h"
#include "convene-server-to-server-page.h"
#include "convene-tip.h"
#include "convene-toast.h"

struct _ConveneAccountsWindow
{
  AdwWindow parent_instance;

  ConveneEngine       *engine;
  ConveneUriOpener    *opener;
  char                *database; /* its path, or NULL */
  ConveneDisconnector *disconnector;
  ConveneAccount      *account;   /* that is to be connected again, or NULL */
  GPtrArray           *trail;     /* pages that led to the one that is shown */
  char                *awaited;   /* the account that is to be connected again once they are read */
  GtkWidget           *came_from; /* weak: where the focus was in the list */

  GtkStack            *stack;
  ConveneAccountsPage *list; /* NULL once the window is gone */
};

G_DEFINE_FINAL_TYPE (ConveneAccountsWindow, convene_accounts_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_OPENER,
  PROP_DATABASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CONNECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
  g_set_object (&self->account, account);
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
  g_ptr_array_set_size (self->trail, 0);
  g_clear_object (&self->account);
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

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (widget);

  if (self->trail->len > 0)
    {
      g_autoptr(ConveneAccount) account = self->account != NULL ? g_object_ref (self->account) : NULL;

      show_form (self, g_ptr_array_steal_index (self->trail, self->trail->len - 1), account);
    }
  else if (get_connect_page (self) != NULL)
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Where Convene has no app to sign in with, there is nothing to do before one is made. */
static ConveneConnectPage *
find_named (ConveneAccountsWindow *self,
            const char            *name)
{
  gboolean   has_app = convene_accounts_has_app (convene_engine_get_accounts (self->engine));
  GtkWidget *child;

  if (g_strcmp0 (name, "zoom") == 0)
    name = has_app ? "browser" : "guide";
  child = name != NULL ? gtk_stack_get_child_by_name (self->stack, name) : NULL;
  return CONVENE_IS_CONNECT_PAGE (child) ? CONVENE_CONNECT_PAGE (child) : NULL;
}

/* One way can lead to another: what is meant by it stays the same account, and Back leads to where one was. */
static void
connect_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (widget);
  ConveneConnectPage    *before = get_connect_page (self);
  ConveneConnectPage    *page = find_named (self, g_variant_get_string (parameter, NULL));
  g_autoptr(ConveneAccount) account = self->account != NULL ? g_object_ref (self->account) : NULL;

  if (page == NULL || page == before)
    return;
  if (before != NULL)
    g_ptr_array_add (self->trail, before);
  else
    g_set_object (&account, find_replaced (self, page));

  show_form (self, page, account);
}

/* The way in which an account was connected is the way in which it is connected again; one that is gone by now is connected as any other. */
static ConveneConnectPage *
find_page (ConveneAccountsWindow *self,
           ConveneAccount        *account)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    if (CONVENE_IS_CONNECT_PAGE (page) && convene_connect_page_can_reconnect (CONVENE_CONNECT_PAGE (page), account))
      return CONVENE_CONNECT_PAGE (page);

  return find_named (self, "zoom");
}

static ConveneAccount *
find_account (ConveneAccountsWindow *self,
              const char            *id)
{
  return convene_accounts_model_find (convene_accounts_page_get_model (self->list), id);
}

static void
reconnect (ConveneAccountsWindow *self,
           const char            *id)
{
  ConveneAccount *account = find_account (self, id);

  if (account == NULL)
    return;

  g_ptr_array_set_size (self->trail, 0);
  show_form (self, find_page (self, account), account);
}

/* What was asked for before the accounts were read. */
static void
loaded_cb (ConveneAccountsWindow *self)
{
  ConveneConnectPage *page = get_connect_page (self);
  ConveneAccount     *account = page != NULL && self->account == NULL ? find_replaced (self, page) : NULL;

  if (self->awaited != NULL)
    reconnect (self, self->awaited);
  else if (account != NULL)
    show_form (self, page, account);
  g_clear_pointer (&self->awaited, g_free);
}

static void
reconnect_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  reconnect (CONVENE_ACCOUNTS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
disconnect_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (widget);
  ConveneAccount        *account = find_account (self, g_variant_get_string (parameter, NULL));

  if (account != NULL)
    convene_disconnector_ask (self->disconnector, account);
}

static void
begun_cb (ConveneAccountsWindow *self,
          const char            *id)
{
  convene_accounts_page_set_leaving (self->list, id, TRUE);
}

/* Who is in the middle of something else is not asked where interviews take place: it stays to be found in the preferences. */
static void
ended_cb (ConveneAccountsWindow *self,
          const char            *id,
          const char            *words,
          gboolean               wants_place)
{
  convene_accounts_page_set_leaving (self->list, id, FALSE);
  convene_accounts_model_reload (convene_accounts_page_get_model (self->list));
  convene_toast (GTK_WIDGET (self->stack), words);
  if (wants_place && get_connect_page (self) == NULL)
    show_form (self, find_named (self, "place"), NULL);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  convene_open (GTK_WIDGET (CONVENE_ACCOUNTS_WINDOW (widget)->stack), g_variant_get_string (parameter, NULL));
}

static void
ask_admin_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autofree char *letter = convene_account_letter_ask_admin ();

  convene_open (GTK_WIDGET (CONVENE_ACCOUNTS_WINDOW (widget)->stack), letter);
}

static void
instruct_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *letter = convene_account_letter_instructions ();

  convene_open (GTK_WIDGET (CONVENE_ACCOUNTS_WINDOW (widget)->stack), letter);
}

/* Back where the person was (TH-10, SH-17): they may be looking at the browser still. */
static void
connected_cb (ConveneAccountsWindow *self,
              ConveneAccount        *account)
{
  g_autofree char *words = NULL;

  show_list (self);
  convene_accounts_model_reload (convene_accounts_page_get_model (self->list));
  words = g_strdup_printf (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL ? _ ("Mail is connected: %s") : _ ("Zoom is connected: %s"), convene_account_get_address (account));
  convene_toast (GTK_WIDGET (self->stack), words);
  gtk_window_present (GTK_WINDOW (self));
  g_signal_emit (self, signals[CONNECTED], 0, account);
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
  if (self->disconnector != NULL)
    g_signal_handlers_disconnect_by_data (self->disconnector, self);
  g_clear_object (&self->disconnector);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ACCOUNTS_WINDOW);
  self->list = NULL;
  g_clear_object (&self->engine);
  g_clear_object (&self->opener);

  G_OBJECT_CLASS (convene_accounts_window_parent_class)->dispose (object);
}

static void
convene_accounts_window_finalize (GObject *object)
{
  ConveneAccountsWindow *self = CONVENE_ACCOUNTS_WINDOW (object);

  g_clear_pointer (&self->trail, g_ptr_array_unref);
  g_clear_pointer (&self->awaited, g_free);
  g_clear_pointer (&self->database, g_free);

  G_OBJECT_CLASS (convene_accounts_window_parent_class)->finalize (object);
}

static void
set_engine (ConveneAccountsWindow *self,
            ConveneEngine         *engine)
{
  self->engine = g_object_ref (engine);
  self->disconnector = convene_disconnector_new (engine, GTK_WINDOW (self));
  g_signal_connect_object (self->disconnector, "begun", G_CALLBACK (begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->disconnector, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  convene_accounts_page_set_engine (self->list, engine);
  g_signal_connect_object (convene_accounts_page_get_model (self->list), "notify::loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
}

static void
set_database (ConveneAccountsWindow *self,
              const char            *database)
{
  if (g_strcmp0 (self->database, database) == 0)
    return;

  g_free (self->database);
  self->database = g_strdup (database);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATABASE]);
}

static void
convene_accounts_window_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OPENER:
      g_value_set_object (value, CONVENE_ACCOUNTS_WINDOW (object)->opener);
      break;
    case PROP_DATABASE:
      g_value_set_string (value, CONVENE_ACCOUNTS_WINDOW (object)->database);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
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
      set_engine (self, g_value_get_object (value));
      break;
    case PROP_OPENER:
      if (g_set_object (&self->opener, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DATABASE:
      set_database (self, g_value_get_string (value));
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
  gtk_widget_class_install_action (widget_class, "accounts.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "accounts.ask-admin", NULL, ask_admin_cb);
  gtk_widget_class_install_action (widget_class, "accounts.instruct", NULL, instruct_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "accounts.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "accounts.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
ensure_pages (void)
{
  g_type_ensure (CONVENE_TYPE_ACCOUNTS_PAGE);
  g_type_ensure (CONVENE_TYPE_ADVANCED_PAGE);
  g_type_ensure (CONVENE_TYPE_BROWSER_PAGE);
  g_type_ensure (CONVENE_TYPE_DEVICE_PAGE);
  g_type_ensure (CONVENE_TYPE_GUIDE_PAGE);
  g_type_ensure (CONVENE_TYPE_MAIL_PAGE);
  g_type_ensure (CONVENE_TYPE_PLACE_PAGE);
  g_type_ensure (CONVENE_TYPE_PRIVACY_PAGE);
  g_type_ensure (CONVENE_TYPE_SERVER_TO_SERVER_PAGE);
}

static void
convene_accounts_window_class_init (ConveneAccountsWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_accounts_window_dispose;
  object_class->finalize = convene_accounts_window_finalize;
  object_class->get_property = convene_accounts_window_get_property;
  object_class->set_property = convene_accounts_window_set_property;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPENER] = g_param_spec_object ("opener", NULL, NULL, CONVENE_TYPE_URI_OPENER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DATABASE] = g_param_spec_string ("database", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CONNECTED] = g_signal_new ("connected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CONVENE_TYPE_ACCOUNT);

  ensure_pages ();
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
  self->trail = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_tip_say_rest (GTK_WIDGET (self));
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
  ConveneConnectPage *child;

  g_return_if_fail (CONVENE_IS_ACCOUNTS_WINDOW (self));

  child = find_named (self, page);
  g_ptr_array_set_size (self->trail, 0);
  if (child != NULL)
    show_form (self, child, find_replaced (self, child));
  else
    show_list (self);
}

void
convene_accounts_window_reconnect (ConveneAccountsWindow *self,
                                   const char            *id)
{
  gboolean loaded;

  g_return_if_fail (CONVENE_IS_ACCOUNTS_WINDOW (self));
  g_return_if_fail (id != NULL);

  g_object_get (convene_accounts_page_get_model (self->list), "loaded", &loaded, NULL);
  if (loaded)
    {
      reconnect (self, id);
      return;
    }

  g_free (self->awaited);
  self->awaited = g_strdup (id);
}
