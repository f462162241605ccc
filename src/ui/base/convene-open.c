/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-toast.h"

#include <glib/gi18n-lib.h>

/* What an address may begin with: those that a person follows, and none that starts or reads what lies on this machine. */
static const char *const schemes[] = { "https", "http", "zoommtg", "zoomus", "mailto", "tel", "sip", NULL };

static void
fall_back (GtkWidget  *widget,
           const char *uri)
{
  /* Translators: shown when no program opens the address of a meeting. */
  convene_copy (widget, uri, _("No program opens this address. It was copied: paste it into a browser."));
}

typedef struct
{
  GtkWidget *widget;
  char      *uri;
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->widget);
  g_free (self->uri);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    fall_back (opening->widget, opening->uri);
}

void
convene_open (GtkWidget  *widget,
              const char *uri)
{
  g_autoptr(GdkAppLaunchContext) context = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *lower = NULL;
  Opening         *opening;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

  scheme = g_uri_parse_scheme (uri);
  lower = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;
  if (lower == NULL || !g_strv_contains (schemes, lower))
    {
      fall_back (widget, uri);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->widget = g_object_ref (widget);
  opening->uri = g_strdup (uri);
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, opening);
}

void
convene_copy (GtkWidget  *widget,
              const char *text,
              const char *toast)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (toast != NULL)
    convene_toast (widget, toast);
}
