/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-page.h"

#include <glib/gi18n-lib.h>

#include "convene-connect-entry.h"
#include "convene-connect-form.h"
#include "convene-error.h"
#include "convene-focus.h"
#include "convene-names.h"

struct _ConveneMailPage
{
  GtkWidget parent_instance;

  ConveneEngine      *engine;        /* since it was prepared */
  ConveneMailSecurity last_security; /* whose port stands in the entry, unless somebody typed another */
  gboolean            is_server_own; /* somebody typed it, so that it does not follow the address; so the next ones */
  gboolean            is_security_own;
  gboolean            is_port_own;
  gboolean            is_user_own;
  gboolean            is_following;

  ConveneConnectForm *form; /* NULL once the page is gone */
  GtkEditable        *address;
  GtkEditable        *name;
  GtkEditable        *server;
  AdwComboRow        *security;
  GtkEditable        *port;
  GtkEditable        *user;
  GtkEditable        *password;
  GtkWidget          *advice_group;
  ConveneErrorRow    *advice;
  GtkActionable      *advice_link;
  ConveneErrorRow    *address_error;
  ConveneErrorRow    *server_error;
  ConveneErrorRow    *security_error;
  ConveneErrorRow    *port_error;
  ConveneErrorRow    *user_error;
  ConveneErrorRow    *password_error;
};

static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL;
}

static void
leave (ConveneConnectPage *page)
{
  ConveneMailPage *self = CONVENE_MAIL_PAGE (page);

  convene_connect_form_reset (self->form);
  convene_connect_entry_forget (self->password);
}

/* The port that servers have for it (RFC 8314 §3.3, RFC 6409 §3.1, RFC 5321 §4.5.4.2). */
static const char *
usual_port (ConveneMailSecurity security)
{
  switch (security)
    {
    case CONVENE_MAIL_SECURITY_STARTTLS:
      return "587";
    case CONVENE_MAIL_SECURITY_NONE:
      return "25";
    case CONVENE_MAIL_SECURITY_TLS:
    default:
      return "465";
    }
}

static void
fill (GtkEditable *entry,
      const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
show_advice (ConveneMailPage *self,
             const char      *advice,
             const char      *address)
{
  convene_error_row_set_message (self->advice, advice);
  gtk_actionable_set_action_target (self->advice_link, "s", address != NULL ? address : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice_link), address != NULL);
  gtk_widget_set_visible (self->advice_group, advice != NULL);
}

/* What is there already is somebody's own. */
static void
fill_account (ConveneMailPage *self,
              ConveneAccount  *account)
{
  gboolean         is_known = convene_account_get_server (account) != NULL;
  g_autofree char *port = convene_account_get_port (account) > 0 ? g_strdup_printf ("%d", convene_account_get_port (account)) : NULL;

  self->is_following = TRUE;
  self->is_server_own = self->is_security_own = self->is_port_own = self->is_user_own = TRUE;
  adw_combo_row_set_selected (self->security, convene_account_get_security (account));
  fill (self->address, convene_account_get_address (account));
  fill (self->name, convene_account_get_name (account));
  fill (self->server, convene_account_get_server (account));
  fill (self->port, port != NULL ? port : usual_port (convene_account_get_security (account)));
  fill (self->user, convene_account_get_user (account));
  self->is_following = FALSE;
  self->is_server_own = self->is_security_own = self->is_port_own = is_known;
  self->is_user_own = convene_account_get_user (account) != NULL;
}

static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  ConveneMailPage *self = CONVENE_MAIL_PAGE (page);
  g_autoptr(ConveneAccount) none = convene_account_new ();

  g_set_object (&self->engine, engine);
  leave (page);
  fill_account (self, account != NULL ? account : none);
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneMailPage, convene_mail_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

/* Into the fields that nobody has touched; an unknown provider's are as if nothing had been typed. */
static void
fill_suggested (ConveneMailPage *self,
                ConveneAccount  *settings)
{
  int              port = convene_account_get_port (settings);
  const char      *user = convene_account_get_user (settings);
  g_autofree char *port_text = port > 0 ? g_strdup_printf ("%d", port) : NULL;

  if (!self->is_server_own)
    fill (self->server, convene_account_get_server (settings));
  if (!self->is_security_own)
    adw_combo_row_set_selected (self->security, convene_account_get_security (settings));
  if (!self->is_port_own)
    fill (self->port, port_text != NULL && !self->is_security_own ? port_text : usual_port (adw_combo_row_get_selected (self->security)));
  if (!self->is_user_own)
    fill (self->user, user != NULL ? user : gtk_editable_get_text (self->address));
}

static void
address_changed_cb (ConveneMailPage *self)
{
  g_autofree char *address = convene_connect_entry_dup_text (self->address);
  g_autofree char *advice = NULL;
  g_autofree char *advice_url = NULL;
  g_autoptr(ConveneAccount) settings = convene_account_new ();
  g_autoptr(ConveneAccount) unknown = convene_account_new ();
  gboolean was_following = self->is_following;
  gboolean is_known = convene_accounts_suggest_mail (address, settings, &advice, &advice_url);

  self->is_following = TRUE;
  fill_suggested (self, is_known ? settings : unknown);
  self->is_following = was_following;
  show_advice (self, advice, advice_url);
}

/* A server that was wiped out may be suggested anew; a user name that was says that there is no sign-in. */
static void
server_changed_cb (ConveneMailPage *self)
{
  if (!self->is_following)
    self->is_server_own = *gtk_editable_get_text (self->server) != '\0';
}

static void
port_changed_cb (ConveneMailPage *self)
{
  if (!self->is_following)
    self->is_port_own = *gtk_editable_get_text (self->port) != '\0';
}

static void
user_changed_cb (ConveneMailPage *self)
{
  self->is_user_own |= !self->is_following;
}

static void
security_changed_cb (ConveneMailPage *self)
{
  ConveneMailSecurity security = adw_combo_row_get_selected (self->security);
  const char         *port = gtk_editable_get_text (self->port);
  gboolean            was_following = self->is_following;

  self->is_security_own |= !was_following;
  self->is_following = TRUE;
  if (*port == '\0' || g_strcmp0 (port, usual_port (self->last_security)) == 0)
    fill (self->port, usual_port (security));
  self->is_following = was_following;
  self->last_security = security;
}

static gboolean
is_text_cb (ConveneMailPage *self,
            const char      *text)
{
  return text != NULL && *text != '\0';
}

/* To the engine a missing password is a user name too many; here it has a row of its own. */
static GError *
reword (ConveneMailPage *self,
        GError          *error)
{
  if (g_strcmp0 (convene_error_get_field (error), "user") == 0 && *gtk_editable_get_text (self->password) == '\0')
    return convene_error_new_field (CONVENE_ERROR_INVALID, "password",
                                    _ ("The password is missing: type it, or leave the user name empty where the server asks for none"));

  return g_error_copy (error);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneMailPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) reworded = NULL;
  g_autoptr(ConveneAccount) account = convene_accounts_connect_mail_finish (CONVENE_ACCOUNTS (source), result, &error);

  if (self->form == NULL)
    return;

  reworded = error != NULL ? reword (self, error) : NULL;
  convene_connect_form_end (self->form, reworded);
  if (account == NULL)
    return;

  convene_connect_entry_forget (self->password);
  convene_connect_page_connected (CONVENE_CONNECT_PAGE (self), account);
}

/* The engine takes a port; that it is one is for the one who shows a text for it. */
static int
read_port (ConveneMailPage *self,
           GError         **error)
{
  g_autofree char *text = convene_connect_entry_dup_text (self->port);
  guint64          port;

  if (!g_ascii_string_to_unsigned (text, 10, 1, 65535, &port, NULL))
    {
      convene_error_set_field (error, "port", _ ("The port is not a number between 1 and 65535: %s is the usual one"), usual_port (adw_combo_row_get_selected (self->security)));
      return 0;
    }

  return port;
}

static ConveneAccount *
read_settings (ConveneMailPage *self,
               GError         **error)
{
  g_autoptr(ConveneAccount) settings = convene_account_new ();
  g_autofree char *address = convene_connect_entry_dup_text (self->address);
  g_autofree char *name = convene_connect_entry_dup_text (self->name);
  g_autofree char *server = convene_connect_entry_dup_text (self->server);
  g_autofree char *user = convene_connect_entry_dup_text (self->user);
  int              port = read_port (self, error);

  if (port == 0)
    return NULL;

  convene_account_set_address (settings, address);
  convene_account_set_name (settings, name);
  convene_account_set_server (settings, server);
  convene_account_set_security (settings, adw_combo_row_get_selected (self->security));
  convene_account_set_port (settings, port);
  convene_account_set_user (settings, user);
  return g_steal_pointer (&settings);
}

static void
submitted_cb (ConveneMailPage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) settings = read_settings (self, &error);
  g_autoptr(ConveneSecret) password = NULL;
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);

  if (settings == NULL)
    {
      convene_connect_form_end (self->form, error);
      return;
    }

  if (*convene_account_get_user (settings) != '\0' && *gtk_editable_get_text (self->password) != '\0')
    password = convene_connect_entry_take_secret (self->password, FALSE);
  convene_accounts_connect_mail_async (accounts, settings, password, convene_connect_form_begin (self->form), connected_cb, g_object_ref (self));
}

static gboolean
convene_mail_page_grab_focus (GtkWidget *widget)
{
  ConveneMailPage *self = CONVENE_MAIL_PAGE (widget);
  gboolean         known = *gtk_editable_get_text (self->address) != '\0' && *gtk_editable_get_text (self->user) != '\0';

  return gtk_widget_grab_focus (GTK_WIDGET (known ? self->password : self->address));
}

static void
convene_mail_page_dispose (GObject *object)
{
  ConveneMailPage *self = CONVENE_MAIL_PAGE (object);

  if (self->form != NULL)
    leave (CONVENE_CONNECT_PAGE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_MAIL_PAGE);
  self->form = NULL;
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_mail_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, form);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, address);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, name);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, server);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, security);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, port);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, user);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, password);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, advice_group);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, advice);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, advice_link);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, address_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, server_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, security_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, port_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, user_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneMailPage, password_error);
}

static void
convene_mail_page_class_init (ConveneMailPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_mail_page_dispose;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_mail_page_grab_focus;

  g_type_ensure (CONVENE_TYPE_CONNECT_FORM);
  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-mail-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, server_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, port_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, user_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, security_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
}

static void
convene_mail_page_init (ConveneMailPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
  convene_connect_entry_forget (self->password);
  convene_connect_form_add_field (self->form, "address", self->address_error);
  convene_connect_form_add_field (self->form, "server", self->server_error);
  convene_connect_form_add_field (self->form, "security", self->security_error);
  convene_connect_form_add_field (self->form, "port", self->port_error);
  convene_connect_form_add_field (self->form, "user", self->user_error);
  convene_connect_form_add_field (self->form, "password", self->password_error);
}
