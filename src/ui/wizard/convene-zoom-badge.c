/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-badge.h"

#include <glib/gi18n-lib.h>

#include "convene-draft-private.h"
#include "convene-hosts.h"
#include "convene-rows.h"

struct _ConveneZoomBadge
{
  AdwPreferencesRow parent_instance;

  ConveneChip *chip;
  GtkLabel    *host;
  GtkButton   *connect;

  ConveneEngine *engine;
  ConveneDraft  *draft;
  GPtrArray     *accounts; /* NULL until they were read */
  GCancellable  *reading;
  char          *summary;
  gboolean       connected;
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
tell (ConveneZoomBadge *self,
      const char       *tone,
      const char       *icon,
      const char       *words,
      const char       *host)
{
  gboolean connected = g_str_equal (tone, "good");

  g_object_set (self->chip, "label", words, "tone", tone, "icon-name", icon, NULL);
  gtk_label_set_label (self->host, host);
  gtk_widget_set_visible (GTK_WIDGET (self->connect), !connected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);

  if (g_strcmp0 (self->summary, words) != 0)
    {
      g_free (self->summary);
      self->summary = g_strdup (words);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
    }

  if (self->connected != connected)
    {
      self->connected = connected;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTED]);
    }
}

/* The rule needs no more of an interview than its hiring manager; one who is half typed is none yet. */
static ConveneHostChoice *
choose_host (ConveneZoomBadge *self)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();

  convene_draft_apply_hiring_manager (self->draft, interview, NULL);
  return convene_host_choice_new (interview, self->accounts);
}

static void
show_account (ConveneZoomBadge  *self,
              ConveneHostChoice *choice)
{
  const char *address = convene_account_get_address (choice->account);
  /* Translators: %s is the mail address of a Zoom account */
  g_autofree char *connected = g_strdup_printf (_("Connected · %s"), address);
  /* Translators: the first %s is a mail address, the second a sentence that says why */
  g_autofree char *host = g_strdup_printf (_("%s hosts. %s"), address, choice->reason);

  switch (convene_account_get_state (choice->account))
    {
    case CONVENE_ACCOUNT_STATE_CONNECTED:
      tell (self, "good", "object-select-symbolic", connected, host);
      break;
    case CONVENE_ACCOUNT_STATE_EXPIRED:
    case CONVENE_ACCOUNT_STATE_MISSING_SCOPES:
    case CONVENE_ACCOUNT_STATE_REVOKED:
    default:
      tell (self, "warning", "dialog-warning-symbolic", _("Zoom wants you to sign in again"), _("The meeting is made once Zoom is connected again. You can go on meanwhile."));
      break;
    }
}

static void
update (ConveneZoomBadge *self)
{
  g_autoptr(ConveneHostChoice) choice = NULL;

  if (self->accounts == NULL || self->draft == NULL)
    return;

  choice = choose_host (self);
  if (choice->account != NULL)
    show_account (self, choice);
  else
    tell (self, "warning", "dialog-warning-symbolic", _("Zoom not connected"), _("Without Zoom the invitation leaves without a link, and the hiring manager is asked for one. What you typed stays here while you connect."));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, NULL);
  g_autoptr(ConveneZoomBadge) self = user_data;

  if (accounts == NULL || self->engine == NULL)
    return;

  g_clear_object (&self->reading);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = g_steal_pointer (&accounts);
  update (self);
}

/* A newer question makes the older one's answer needless. */
static void
read_accounts (ConveneZoomBadge *self)
{
  if (self->engine == NULL)
    return;
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  self->reading = g_cancellable_new ();
  convene_accounts_list_async (convene_engine_get_accounts (self->engine), self->reading, listed_cb, g_object_ref (self));
}

static void
convene_zoom_badge_dispose (GObject *object)
{
  ConveneZoomBadge *self = CONVENE_ZOOM_BADGE (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->engine);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ZOOM_BADGE);

  G_OBJECT_CLASS (convene_zoom_badge_parent_class)->dispose (object);
}

static void
convene_zoom_badge_finalize (GObject *object)
{
  ConveneZoomBadge *self = CONVENE_ZOOM_BADGE (object);

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, ConveneZoomBadge, connect);
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
  g_return_if_fail (self->engine == NULL);

  self->engine = g_object_ref (engine);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (engine, "changed", G_CALLBACK (read_accounts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::hiring-manager-address", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  read_accounts (self);
}
