/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-host-hint.h"

#include <glib/gi18n-lib.h>

#include "convene-host-finder.h"
#include "convene-host-words.h"

struct _ConveneHostHint
{
  AdwActionRow parent_instance;

  GtkImage  *icon;
  GtkButton *remedy;

  ConveneDraft      *draft;
  ConveneHostFinder *finder;
};

G_DEFINE_FINAL_TYPE (ConveneHostHint, convene_host_hint, ADW_TYPE_ACTION_ROW)

static const char *
icon_of (const ConveneHostChoice *choice)
{
  if (convene_host_words_is_ready (choice))
    return "object-select-symbolic";

  return convene_host_words_is_connected (choice) ? "dialog-information-symbolic" : "dialog-warning-symbolic";
}

static gboolean
is_wanted (ConveneHostHint *self)
{
  int platform;

  g_object_get (self->draft, "platform", &platform, NULL);
  return platform == CONVENE_PLATFORM_ZOOM && convene_host_finder_get_manager (self->finder) != NULL;
}

static void
show_choice (ConveneHostHint *self)
{
  const ConveneHostChoice *choice = convene_host_finder_get_choice (self->finder);
  g_autofree char         *advice = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), is_wanted (self));
  if (choice == NULL)
    {
      gtk_image_set_from_icon_name (self->icon, "content-loading-symbolic");
      gtk_widget_set_visible (GTK_WIDGET (self->remedy), FALSE);
      g_object_set (self, "title", _ ("Finding out who hosts…"), "subtitle", "", NULL);
      return;
    }

  advice = convene_host_words_advice (choice, convene_host_finder_get_manager (self->finder));
  gtk_image_set_from_icon_name (self->icon, icon_of (choice));
  convene_host_words_set_remedy (self->remedy, choice, TRUE);
  g_object_set (self, "title", convene_host_words_title (choice), "subtitle", advice, NULL);
}

static void
convene_host_hint_dispose (GObject *object)
{
  ConveneHostHint *self = CONVENE_HOST_HINT (object);

  if (self->finder != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->finder, self);
      g_signal_handlers_disconnect_by_data (self->draft, self);
    }
  g_clear_object (&self->finder);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (convene_host_hint_parent_class)->dispose (object);
}

static void
convene_host_hint_class_init (ConveneHostHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_host_hint_dispose;
}

/* A row that takes no markup has to know so before it has words. */
static void
convene_host_hint_init (ConveneHostHint *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->remedy = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  g_object_set (self, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, "visible", FALSE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->remedy));
}

void
convene_host_hint_follow (ConveneHostHint *self,
                          ConveneEngine   *engine,
                          ConveneDraft    *draft)
{
  g_return_if_fail (CONVENE_IS_HOST_HINT (self));
  g_return_if_fail (self->finder == NULL);

  self->draft = g_object_ref (draft);
  self->finder = convene_host_finder_new (engine, draft, gtk_widget_get_parent (GTK_WIDGET (self)));
  g_signal_connect_object (self->finder, "found", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::platform", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  show_choice (self);
}
