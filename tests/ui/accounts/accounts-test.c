/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"

#include <string.h>

#include "convene-account-card.h"
#include "convene-accounts-page.h"
#include "convene-connect-form.h"
#include "convene-host-uses.h"

/* As the application has it; and as wide, and with text as large (in per cent), as a picture is to be. */
static void
dress (GtkWindow *window)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();
  const char *width = g_getenv ("CONVENE_PICTURE_WIDTH");
  const char *text = g_getenv ("CONVENE_PICTURE_TEXT");

  gtk_css_provider_load_from_resource (provider, "/io/github/conveneapp/Convene/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  if (text != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (g_ascii_strtoll (text, NULL, 10) * 96 * 1024 / 100), NULL);
  if (width != NULL)
    gtk_window_set_default_size (window, (int) g_ascii_strtoll (width, NULL, 10), 720);
}

ConveneAccountsWindow *
accounts_open (ConveneEngine *engine,
               const char    *page)
{
  ConveneAccountsWindow *window = convene_accounts_window_new (NULL, engine, page);
  ConveneAccountsPage   *list = CONVENE_ACCOUNTS_PAGE (ui_find (GTK_WIDGET (window), CONVENE_TYPE_ACCOUNTS_PAGE));
  gboolean               loaded = FALSE;

  dress (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  while (!loaded)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (convene_accounts_page_get_model (list), "loaded", &loaded, NULL);
    }
  ui_wait_frame (GTK_WIDGET (window));
  return window;
}

#define MOST 16

static void
collect (GtkWidget  *widget,
         GtkWidget **reading,
         guint      *n)
{
  if (CONVENE_IS_HOST_USES (widget) && *n < MOST)
    {
      reading[*n] = widget;
      g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &reading[*n]);
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, reading, n);
}

/* What a card was reading is stopped with it, and has gone once it is told so. */
void
accounts_close (ConveneAccountsWindow *window)
{
  GtkWidget *reading[MOST];
  guint      n = 0;

  collect (GTK_WIDGET (window), reading, &n);
  ui_destroy (GTK_WINDOW (window), NULL);
  for (guint i = 0; i < n; i++)
    accounts_wait_until (reading[i] == NULL);
}

static guint
count (GtkWidget  *widget,
       GType       type,
       guint       wanted,
       GtkWidget **found)
{
  guint n = 0;

  if (G_OBJECT_TYPE (widget) == type)
    {
      if (wanted == 0)
        *found = widget;
      return 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type, wanted - n, found);

  return n;
}

guint
accounts_count (ConveneAccountsWindow *window)
{
  GtkWidget *none;

  return count (GTK_WIDGET (window), CONVENE_TYPE_ACCOUNT_CARD, G_MAXUINT, &none);
}

GtkWidget *
accounts_card (ConveneAccountsWindow *window,
               guint                  position)
{
  GtkWidget *card = NULL;

  count (GTK_WIDGET (window), CONVENE_TYPE_ACCOUNT_CARD, position, &card);
  g_assert_nonnull (card);
  return card;
}

gboolean
accounts_says (gpointer    widget,
               const char *text)
{
  GtkWidget *label = ui_find_named (widget, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkStack *
get_stack (ConveneAccountsWindow *window)
{
  GtkWidget *list = ui_find (GTK_WIDGET (window), CONVENE_TYPE_ACCOUNTS_PAGE);

  return GTK_STACK (gtk_widget_get_ancestor (list, GTK_TYPE_STACK));
}

const char *
accounts_page (ConveneAccountsWindow *window)
{
  return gtk_stack_get_visible_child_name (get_stack (window));
}

GtkWidget *
accounts_form (ConveneAccountsWindow *window)
{
  return ui_find (gtk_stack_get_visible_child (get_stack (window)), CONVENE_TYPE_CONNECT_FORM);
}

static GtkWidget *
find_row (ConveneAccountsWindow *window,
          const char            *title)
{
  GtkWidget *row = ui_find_named (accounts_form (window), ADW_TYPE_PREFERENCES_ROW, title);

  g_assert_nonnull (row);
  return row;
}

void
accounts_type (ConveneAccountsWindow *window,
               const char            *title,
               const char            *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (window, title)), text);
}

const char *
accounts_typed (ConveneAccountsWindow *window,
                const char            *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_row (window, title)));
}

void
accounts_submit (ConveneAccountsWindow *window)
{
  g_assert_true (gtk_widget_activate_action (accounts_form (window), "form.submit", NULL));
}

void
accounts_await (ConveneAccountsWindow *window)
{
  ConveneConnectForm *form = CONVENE_CONNECT_FORM (accounts_form (window));

  accounts_wait_until (!convene_connect_form_get_busy (form));
}

char *
accounts_error (ConveneAccountsWindow *window,
                const char            *title)
{
  GtkWidget *row = gtk_widget_get_next_sibling (find_row (window, title));

  return CONVENE_IS_ERROR_ROW (row) && gtk_widget_get_mapped (row) ? g_strdup (convene_error_row_get_message (CONVENE_ERROR_ROW (row))) : NULL;
}

char *
accounts_message (ConveneAccountsWindow *window)
{
  char *message = NULL;

  g_object_get (accounts_form (window), "message", &message, NULL);
  return message;
}

void
accounts_press (gpointer    widget,
                const char *label)
{
  GtkWidget *text = ui_find_named (widget, GTK_TYPE_LABEL, label);

  g_assert_nonnull (text);
  g_signal_emit_by_name (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON), "clicked");
}

static gboolean
holds (GtkWidget  *widget,
       const char *text)
{
  guint                   n_pspecs;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_autofree char *value = NULL;

      if (pspecs[i]->value_type != G_TYPE_STRING || !(pspecs[i]->flags & G_PARAM_READABLE))
        continue;
      g_object_get (widget, pspecs[i]->name, &value, NULL);
      if (value != NULL && strstr (value, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
accounts_holds (GtkWidget  *widget,
                const char *text)
{
  if (GTK_IS_TEXT (widget))
    gtk_widget_activate_action (widget, "text.undo", NULL);
  if (holds (widget, text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (accounts_holds (child, text))
      return TRUE;

  return FALSE;
}

GtkWidget *
accounts_dialog (ConveneAccountsWindow *window)
{
  return ui_find_dialog (GTK_WINDOW (window), "AdwAlertDialog");
}
