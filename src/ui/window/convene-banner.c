/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-banner.h"

#include <glib/gi18n-lib.h>

struct _ConveneBanner
{
  AdwBin parent_instance;

  ConveneAttention *attention;
  gboolean          narrow;
  char             *closed; /* the sentence that somebody has seen and closed, or NULL */

  GtkRevealer *revealer;
  GtkLabel    *message;
  GtkButton   *remedy;
};

G_DEFINE_FINAL_TYPE (ConveneBanner, convene_banner, ADW_TYPE_BIN)

enum
{
  PROP_ATTENTION = 1,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  const char *label;
  const char *action;
  gboolean    has_target;
} Remedy;

static const Remedy remedies[] = {
  [CONVENE_REMEDY_NONE] = { NULL, NULL, FALSE },
  [CONVENE_REMEDY_RECONNECT] = { NC_ ("button", "_Reconnect"), "app.reconnect", TRUE },
  [CONVENE_REMEDY_CONNECT] = { NC_ ("button", "_Connect"), "app.connect", TRUE },
  [CONVENE_REMEDY_SHOW] = { NC_ ("button", "_Show"), "app.show-interview", TRUE },
};

static const Remedy *
find_remedy (ConveneBanner *self)
{
  guint remedy = self->attention != NULL ? (guint) convene_attention_get_remedy (self->attention) : CONVENE_REMEDY_NONE;

  return &remedies[remedy < G_N_ELEMENTS (remedies) ? remedy : CONVENE_REMEDY_NONE];
}

/* Name and target change together: an action that wants a target is never named without one. */
static void
offer (ConveneBanner *self,
       const Remedy  *remedy)
{
  const char *target = self->attention != NULL ? convene_attention_get_target (self->attention) : NULL;
  gboolean    offered = remedy->label != NULL && (!remedy->has_target || target != NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remedy), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->remedy), remedy->has_target && target != NULL ? g_variant_new_string (target) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), offered);
  if (!offered)
    return;

  gtk_button_set_label (self->remedy, g_dpgettext2 (GETTEXT_PACKAGE, "button", remedy->label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remedy), remedy->action);
}

static void
follow (ConveneBanner *self)
{
  const char *message = self->attention != NULL ? convene_attention_get_message (self->attention) : "";

  if (message == NULL)
    message = "";
  if (g_strcmp0 (self->closed, message) != 0)
    g_clear_pointer (&self->closed, g_free);

  /* What goes away keeps its words until it is gone. */
  if (*message != '\0')
    gtk_label_set_label (self->message, message);
  gtk_revealer_set_reveal_child (self->revealer, *message != '\0' && self->closed == NULL);
  offer (self, find_remedy (self));
}

static void
notify_cb (ConveneAttention *attention,
           GParamSpec       *pspec,
           gpointer          user_data)
{
  follow (CONVENE_BANNER (user_data));
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  ConveneBanner *self = CONVENE_BANNER (widget);

  g_free (self->closed);
  self->closed = g_strdup (self->attention != NULL ? convene_attention_get_message (self->attention) : "");
  follow (self);
}

static void
set_narrow (ConveneBanner *self,
            gboolean       narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static GtkOrientation
get_orientation (GObject *object,
                 gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static void
convene_banner_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ATTENTION:
      g_value_set_object (value, CONVENE_BANNER (object)->attention);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, CONVENE_BANNER (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_banner_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ATTENTION:
      convene_banner_set_attention (CONVENE_BANNER (object), g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (CONVENE_BANNER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_banner_dispose (GObject *object)
{
  ConveneBanner *self = CONVENE_BANNER (object);

  if (self->attention != NULL)
    g_signal_handlers_disconnect_by_data (self->attention, self);
  g_clear_object (&self->attention);
  g_clear_pointer (&self->closed, g_free);
  /* The template takes its children from where they stand, which an AdwBin is not told. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_BANNER);

  G_OBJECT_CLASS (convene_banner_parent_class)->dispose (object);
}

static void
convene_banner_class_init (ConveneBannerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_banner_get_property;
  object_class->set_property = convene_banner_set_property;
  object_class->dispose = convene_banner_dispose;

  properties[PROP_ATTENTION] = g_param_spec_object ("attention", NULL, NULL, CONVENE_TYPE_ATTENTION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "banner.close", NULL, close_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, ConveneBanner, message);
  gtk_widget_class_bind_template_child (widget_class, ConveneBanner, remedy);
  gtk_widget_class_bind_template_callback (widget_class, get_orientation);
}

static void
convene_banner_init (ConveneBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_banner_new (void)
{
  return g_object_new (CONVENE_TYPE_BANNER, NULL);
}

void
convene_banner_set_attention (ConveneBanner    *self,
                              ConveneAttention *attention)
{
  g_return_if_fail (CONVENE_IS_BANNER (self));
  g_return_if_fail (attention == NULL || CONVENE_IS_ATTENTION (attention));

  if (self->attention == attention)
    return;

  if (self->attention != NULL)
    g_signal_handlers_disconnect_by_data (self->attention, self);
  g_set_object (&self->attention, attention);
  if (attention != NULL)
    g_signal_connect (attention, "notify", G_CALLBACK (notify_cb), self);
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
}
