/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-wizard-page.h"

#include "convene-names.h"

typedef struct
{
  ConveneEngine *engine;
  ConveneDraft  *draft;
  gboolean       can_go_on;
  char          *hint;
} ConveneWizardPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ConveneWizardPage, convene_wizard_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_DRAFT,
  PROP_CAN_GO_ON,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
nothing (ConveneWizardPage *self)
{
}

/* The engine outlives a page that is disposed of but still held: its signals may ask for it. */
static void
convene_wizard_page_finalize (GObject *object)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (CONVENE_WIZARD_PAGE (object));

  g_clear_object (&priv->engine);
  g_clear_object (&priv->draft);
  g_clear_pointer (&priv->hint, g_free);

  G_OBJECT_CLASS (convene_wizard_page_parent_class)->finalize (object);
}

static void
convene_wizard_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (CONVENE_WIZARD_PAGE (object));

  switch (prop_id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, priv->engine);
      break;
    case PROP_DRAFT:
      g_value_set_object (value, priv->draft);
      break;
    case PROP_CAN_GO_ON:
      g_value_set_boolean (value, priv->can_go_on);
      break;
    case PROP_HINT:
      g_value_set_string (value, priv->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_wizard_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (CONVENE_WIZARD_PAGE (object));

  switch (prop_id)
    {
    case PROP_ENGINE:
      priv->engine = g_value_dup_object (value);
      break;
    case PROP_DRAFT:
      priv->draft = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* By now the page has its template. */
static void
convene_wizard_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (convene_wizard_page_parent_class)->constructed (object);

  convene_name_parts (GTK_WIDGET (object));
}

static void
convene_wizard_page_class_init (ConveneWizardPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = convene_wizard_page_constructed;
  object_class->finalize = convene_wizard_page_finalize;
  object_class->get_property = convene_wizard_page_get_property;
  object_class->set_property = convene_wizard_page_set_property;

  klass->enter = nothing;
  klass->show_errors = nothing;
  klass->focus_first = nothing;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, once);
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, CONVENE_TYPE_DRAFT, once);
  properties[PROP_CAN_GO_ON] = g_param_spec_boolean ("can-go-on", NULL, NULL, FALSE, told);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, told);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_wizard_page_init (ConveneWizardPage *self)
{
}

void
convene_wizard_page_enter (ConveneWizardPage *self)
{
  g_return_if_fail (CONVENE_IS_WIZARD_PAGE (self));

  CONVENE_WIZARD_PAGE_GET_CLASS (self)->enter (self);
}

void
convene_wizard_page_show_errors (ConveneWizardPage *self)
{
  g_return_if_fail (CONVENE_IS_WIZARD_PAGE (self));

  CONVENE_WIZARD_PAGE_GET_CLASS (self)->show_errors (self);
}

void
convene_wizard_page_focus_first (ConveneWizardPage *self)
{
  g_return_if_fail (CONVENE_IS_WIZARD_PAGE (self));

  CONVENE_WIZARD_PAGE_GET_CLASS (self)->focus_first (self);
}

void
convene_wizard_page_go_on (ConveneWizardPage *self)
{
  g_return_if_fail (CONVENE_IS_WIZARD_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.next", NULL);
}

ConveneEngine *
convene_wizard_page_get_engine (ConveneWizardPage *self)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (self);

  g_return_val_if_fail (CONVENE_IS_WIZARD_PAGE (self), NULL);

  return priv->engine;
}

ConveneDraft *
convene_wizard_page_get_draft (ConveneWizardPage *self)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (self);

  g_return_val_if_fail (CONVENE_IS_WIZARD_PAGE (self), NULL);

  return priv->draft;
}

gboolean
convene_wizard_page_get_can_go_on (ConveneWizardPage *self)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (self);

  g_return_val_if_fail (CONVENE_IS_WIZARD_PAGE (self), FALSE);

  return priv->can_go_on;
}

const char *
convene_wizard_page_get_hint (ConveneWizardPage *self)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (self);

  g_return_val_if_fail (CONVENE_IS_WIZARD_PAGE (self), NULL);

  return priv->hint;
}

void
convene_wizard_page_set_can_go_on (ConveneWizardPage *self,
                                   gboolean           can_go_on,
                                   const char        *hint)
{
  ConveneWizardPagePrivate *priv = convene_wizard_page_get_instance_private (self);

  g_return_if_fail (CONVENE_IS_WIZARD_PAGE (self));

  if (g_strcmp0 (priv->hint, hint) != 0)
    {
      g_free (priv->hint);
      priv->hint = g_strdup (hint);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
    }

  if (priv->can_go_on != can_go_on)
    {
      priv->can_go_on = can_go_on;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_ON]);
    }
}
