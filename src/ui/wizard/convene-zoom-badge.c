/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-badge.h"

#include <glib/gi18n-lib.h>

#include "convene-host-finder.h"
#include "convene-host-words.h"
#include "convene-rows.h"
#include "convene-text.h"

struct _ConveneZoomBadge
{
  AdwPreferencesRow parent_instance;

  ConveneChip *chip;
  GtkLabel    *host;
  GtkButton   *remedy;

  ConveneHostFinder *finder;
  ConveneDraft      *draft;
  char              *summary;
  gboolean           connected;
};

G_DEFINE_FINAL_TYPE (ConveneZoomBadge, convene_zoom_badge, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_SUMMARY,
  PROP_CONNECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_summary (ConveneZoomBadge *self,
             const char       *summary)
{
  if (g_strcmp0 (self->summary, summary) == 0)
    return;

  g_free (self->summary);
  self->summary = g_strdup (summary);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
set_connected (ConveneZoomBadge *self,
               gboolean          connected)
{
  if (self->connected == connected)
    return;

  self->connected = connected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTED]);
}

/* What the account of somebody else asks of a password is not known here. */
static const char *
get_password_rules (const ConveneHostChoice *choice)
{
  const char *address = choice->account != NULL ? convene_account_get_address (choice->account) : NULL;

  return address != NULL && choice->host != NULL && convene_address_equal (address, choice->host) ? convene_account_get_password_rules (choice->account) : NULL;
}

static void
show_choice (ConveneZoomBadge *self)
{
  const ConveneHostChoice *choice = convene_host_finder_get_choice (self->finder);
  const char              *manager = convene_host_finder_get_manager (self->finder);
  gboolean                 connected = choice != NULL && convene_host_words_is_connected (choice);
  g_autofree char         *summary = NULL;
  g_autofree char         *host = NULL;

  /* What stands there goes on standing while it is found out who hosts for somebody else. */
  if (choice == NULL && self->summary != NULL)
    gtk_label_set_label (self->host, _ ("Finding out who hosts…"));
  if (choice == NULL)
    return;

  summary = convene_host_words_summary (choice);
  host = convene_host_words_describe (choice, manager);
  g_object_set (self->chip, "label", summary, "tone", connected ? "good" : "warning", "icon-name", connected ? "object-select-symbolic" : "dialog-warning-symbolic", NULL);
  gtk_label_set_label (self->host, host);
  convene_host_words_set_remedy (self->remedy, choice, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  set_summary (self, summary);
  set_connected (self, connected);
  convene_draft_set_password_rules (self->draft, get_password_rules (choice));
}

static void
convene_zoom_badge_dispose (GObject *object)
{
  ConveneZoomBadge *self = CONVENE_ZOOM_BADGE (object);

  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ZOOM_BADGE);

  G_OBJECT_CLASS (convene_zoom_badge_parent_class)->dispose (object);
}

static void
convene_zoom_badge_finalize (GObject *object)
{
  ConveneZoomBadge *self = CONVENE_ZOOM_BADGE (object);

  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (convene_zoom_badge_parent_class)->finalize (object);
}

static void
convene_zoom_badge_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ConveneZoomBadge *self = CONVENE_ZOOM_BADGE (object);

  switch (prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_CONNECTED:
      g_value_set_boolean (value, self->connected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_zoom_badge_class_init (ConveneZoomBadgeClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_zoom_badge_dispose;
  object_class->finalize = convene_zoom_badge_finalize;
  object_class->get_property = convene_zoom_badge_get_property;

  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_CONNECTED] = g_param_spec_boolean ("connected", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-zoom-badge.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneZoomBadge, chip);
  gtk_widget_class_bind_template_child (widget_class, ConveneZoomBadge, host);
  gtk_widget_class_bind_template_child (widget_class, ConveneZoomBadge, remedy);
}

static void
convene_zoom_badge_init (ConveneZoomBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
convene_zoom_badge_follow (ConveneZoomBadge *self,
                           ConveneEngine    *engine,
                           ConveneDraft     *draft)
{
  g_return_if_fail (CONVENE_IS_ZOOM_BADGE (self));
  g_return_if_fail (self->finder == NULL);

  self->draft = g_object_ref (draft);
  self->finder = convene_host_finder_new (engine, draft, GTK_WIDGET (self));
  g_signal_connect_object (self->finder, "found", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  show_choice (self);
}
